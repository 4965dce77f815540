# SPDX-License-Identifier: EUPL-1.2
"""Both ways with the age program that Debian ships: X25519, and passphrases typed at a terminal."""

import io
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.tools import require
from workbench.bundles import age, profile
from workbench.bundles.recipients import X25519Identity

pytestmark = pytest.mark.tool

SIZES = [0, 1, 65536, 65537, 300_001]
PASSPHRASE = "sju äpplen under bron"


@pytest.fixture(autouse=True)
def _age() -> None:
    require("age", "age-keygen", "setsid")


def run_at_a_terminal(command: list[str], prompts: int) -> None:
    """Run `command` with a terminal of its own and type the passphrase at each prompt."""
    ours, theirs = pty.openpty()
    started = ["setsid", "--ctty", "--wait", *command]
    with subprocess.Popen(started, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        try:
            for number in range(1, prompts + 1):
                while shown.count(b": ") < number:
                    shown += os.read(ours, 1024)
                os.write(ours, PASSPHRASE.encode() + b"\n")
            while part := os.read(ours, 1024):
                shown += part
        except OSError:
            pass  # Linux says EIO when the other side of the terminal is gone
        finally:
            os.close(ours)
    assert process.returncode == 0, shown


def keygen(folder: Path) -> X25519Identity:
    made = subprocess.run(["age-keygen"], capture_output=True, text=True, check=True)
    key = X25519Identity.parse(made.stdout.split("\n")[2])
    assert f"# public key: {key.recipient().text()}" in made.stdout
    (folder / "key.txt").write_text(key.text() + "\n")
    return key


@pytest.mark.parametrize("size", SIZES)
def test_age_opens_what_we_seal_with_x25519(tmp_path: Path, size: int) -> None:
    key, plaintext = keygen(tmp_path), os.urandom(size)
    with (tmp_path / "ours.age").open("xb") as out:
        age.seal(io.BytesIO(plaintext), out, [key.recipient()], os.urandom)

    command = ["age", "-d", "-i", tmp_path / "key.txt", tmp_path / "ours.age"]
    opened = subprocess.run(command, capture_output=True, check=True)

    assert opened.stdout == plaintext


@pytest.mark.parametrize("size", SIZES)
def test_we_open_what_age_seals_with_x25519(tmp_path: Path, size: int) -> None:
    key, plaintext = keygen(tmp_path), os.urandom(size)

    command = ["age", "-r", key.recipient().text()]
    sealed = subprocess.run(command, input=plaintext, capture_output=True, check=True)

    assert age.reader(io.BytesIO(sealed.stdout), [key]).read() == plaintext


def test_age_opens_a_profile_p_bundle(tmp_path: Path) -> None:
    plaintext = os.urandom(100_000)
    with (tmp_path / "ours.age").open("xb") as out:
        writer = profile.passphrase_writer(out, PASSPHRASE, os.urandom)
        writer.write(plaintext)
        writer.finish()

    opened = tmp_path / "opened"
    run_at_a_terminal(["age", "-d", "-o", str(opened), str(tmp_path / "ours.age")], prompts=1)

    assert opened.read_bytes() == plaintext


def test_what_age_seals_with_a_passphrase_is_a_profile_p_bundle(tmp_path: Path) -> None:
    plaintext = os.urandom(100_000)
    (tmp_path / "plain").write_bytes(plaintext)

    sealed = tmp_path / "theirs.age"
    run_at_a_terminal(["age", "-p", "-o", str(sealed), str(tmp_path / "plain")], prompts=2)

    with sealed.open("rb") as source:
        opened = profile.open_bundle(source, [], passphrase=PASSPHRASE)
        assert opened.payload.read() == plaintext
