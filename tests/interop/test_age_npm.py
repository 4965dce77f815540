# SPDX-License-Identifier: EUPL-1.2
"""Both ways with npm age-encryption, the second implementation of the hybrid type."""

import io
import os
import subprocess
from pathlib import Path

import pytest

from tests.tools import npm_package
from workbench.bundles import age, profile
from workbench.bundles.recipients import HybridIdentity, X25519Identity

pytestmark = pytest.mark.tool

SCRIPT = Path(__file__).parent / "oracle.mjs"
KINDS = [(HybridIdentity, "hybrid"), (X25519Identity, "x25519")]
SIZES = [0, 1, 65535, 65536, 65537, 131072, 300_001]


@pytest.fixture(scope="module")
def npm():
    folder = npm_package("age-encryption", "0.3.1")

    def run(*arguments: str, given: bytes = b"") -> bytes:
        command = ["node", str(SCRIPT), *arguments]
        done = subprocess.run(command, cwd=folder, input=given, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    return run


@pytest.mark.parametrize(("kind", "name"), KINDS, ids=["hybrid", "x25519"])
def test_keys_have_the_same_text(npm, kind, name) -> None:
    identity, recipient = npm("keygen", name).decode().split("\n")

    ours = kind.parse(identity)

    assert ours.text() == identity
    assert ours.recipient().text() == recipient
    assert type(ours.recipient()).parse(recipient) == ours.recipient()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("kind", "name"), KINDS, ids=["hybrid", "x25519"])
def test_npm_opens_what_we_seal(npm, kind, name, size) -> None:
    key, plaintext, out = kind(os.urandom(32)), os.urandom(size), io.BytesIO()

    age.seal(io.BytesIO(plaintext), out, [key.recipient()], os.urandom)

    assert npm("decrypt", key.text(), given=out.getvalue()) == plaintext


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("kind", "name"), KINDS, ids=["hybrid", "x25519"])
def test_we_open_what_npm_seals(npm, kind, name, size) -> None:
    key, plaintext = kind(os.urandom(32)), os.urandom(size)

    sealed = npm("encrypt", key.recipient().text(), given=plaintext)

    assert age.reader(io.BytesIO(sealed), [key]).read() == plaintext


def test_every_receiver_of_a_profile_h_bundle_opens_it_with_npm(npm) -> None:
    keys = [HybridIdentity(os.urandom(32)) for _ in range(3)]
    out = io.BytesIO()

    writer = profile.hybrid_writer(out, [key.recipient().public for key in keys], os.urandom)
    writer.write(b"till mottagarna")
    writer.finish()

    for key in keys:
        assert npm("decrypt", key.text(), given=out.getvalue()) == b"till mottagarna"


def test_four_hybrid_recipients_of_npm_are_a_profile_h_bundle(npm) -> None:
    keys = [HybridIdentity(os.urandom(32)) for _ in range(4)]

    sealed = npm("encrypt", *(key.recipient().text() for key in keys), given=b"hej")

    opened = profile.open_bundle(io.BytesIO(sealed), [keys[2].seed])
    assert opened.payload.read() == b"hej"
