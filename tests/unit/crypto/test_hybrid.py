# SPDX-License-Identifier: EUPL-1.2
"""The hybrid key, held to a frozen vector and to age's own encoding of the same seed."""

import hashlib
import json
from pathlib import Path

import pytest

from workbench.crypto import hybrid

VECTOR = json.loads((Path(__file__).parents[2] / "vectors" / "vault" / "hybrid.json").read_text())


def test_a_seed_gives_the_frozen_public_key():
    public = hybrid.public_key(bytes.fromhex(VECTOR["seed"]))
    assert len(public) == hybrid.PUBLIC_BYTES
    assert hashlib.sha256(public).hexdigest() == VECTOR["public_sha256"]


def test_the_frozen_ciphertext_opens():
    opened = hybrid.open_sealed(
        bytes.fromhex(VECTOR["seed"]),
        VECTOR["info"].encode(),
        bytes.fromhex(VECTOR["enc"]),
        bytes.fromhex(VECTOR["sealed"]),
    )
    assert opened.hex() == VECTOR["plaintext"]


def test_sealing_is_fresh_every_time_and_opens():
    seed = bytes(range(32))
    public = hybrid.public_key(seed)
    first, second = (hybrid.seal(public, b"info", b"key") for _ in range(2))
    assert first[0] != second[0]
    for enc, sealed in (first, second):
        assert hybrid.open_sealed(seed, b"info", enc, sealed) == b"key"
        with pytest.raises(hybrid.CannotUnwrapError):
            hybrid.open_sealed(seed, b"other", enc, sealed)


@pytest.mark.parametrize("raw", [b"", bytes(1215), bytes(1217), b"\xff" * 1216])
def test_what_is_no_public_key_is_told(raw):
    assert not hybrid.is_public_key(raw)
    with pytest.raises(ValueError, match=r".*"):
        hybrid.seal(raw, b"", b"")


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_seed_has_one_length(length):
    with pytest.raises(ValueError, match="32"):
        hybrid.public_key(bytes(length))
