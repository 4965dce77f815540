# SPDX-License-Identifier: EUPL-1.2
"""Every official vector ends exactly as it says, and releases exactly the bytes it says."""

import hashlib

import pytest

from tests.vectors.age_vectors import Vector, load
from workbench.bundles import age
from workbench.bundles.age_failures import (
    ArmorError,
    HeaderError,
    HeaderMacError,
    NoMatchError,
    PayloadError,
)
from workbench.bundles.armor import dearmored
from workbench.bundles.recipients import (
    HybridIdentity,
    Identity,
    ScryptIdentity,
    X25519Identity,
)

VECTORS = load()
CLASSES: list[tuple[type[Exception], str]] = [
    (ArmorError, "armor failure"),
    (HeaderError, "header failure"),
    (NoMatchError, "no match"),
    (HeaderMacError, "HMAC failure"),
    (PayloadError, "payload failure"),
]


def identities(vector: Vector) -> list[Identity]:
    keys: list[Identity] = [
        HybridIdentity.parse(text)
        if text.startswith(HybridIdentity.PREFIX)
        else X25519Identity.parse(text)
        for text in vector.identities
    ]
    return keys + [ScryptIdentity(text.encode()) for text in vector.passphrases]


def outcome(vector: Vector, read_bytes: int) -> tuple[str, str]:
    """How reading ended, and the SHA-256 of what was given out before that."""
    released = hashlib.sha256()
    source = dearmored(vector.file()) if vector.is_armored else vector.file()
    try:
        payload = age.reader(source, identities(vector))
        while part := payload.read1(read_bytes):
            released.update(part)
    except tuple(kind for kind, _ in CLASSES) as failure:
        return next(
            name for kind, name in CLASSES if isinstance(failure, kind)
        ), released.hexdigest()
    return "success", released.hexdigest()


def test_all_official_vectors_are_here() -> None:
    assert len(VECTORS) == 143


@pytest.mark.parametrize("read_bytes", [-1, 5000], ids=["by-chunk", "by-5000"])
@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_vector_ends_as_it_says(vector: Vector, read_bytes: int) -> None:
    ended, released = outcome(vector, read_bytes)

    assert ended == vector.expect
    if vector.payload:
        assert released == vector.payload
    else:
        assert released == hashlib.sha256().hexdigest()
