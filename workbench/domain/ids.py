# SPDX-License-Identifier: EUPL-1.2
"""Identities. All are random (UUID version 4, lower-case text) unless said otherwise."""

from typing import NewType, Protocol
from uuid import UUID

_RANDOM = 4

VaultId = NewType("VaultId", str)
CaseId = NewType("CaseId", str)
RecordId = NewType("RecordId", str)
DeviceId = NewType("DeviceId", str)
UserId = NewType("UserId", str)
"""Hex SHA-256 of a user's Ed25519 public key (64 characters): who wrote an entry."""
EntryId = NewType("EntryId", str)
"""Hex SHA-256 of an entry's header bytes."""
BundleId = NewType("BundleId", str)
"""32 hex characters."""
CardId = NewType("CardId", str)
"""Hex SHA-256 of a contact card's bytes."""


class Ids(Protocol):
    """Where new identities and other random bytes come from."""

    def new_uuid(self) -> str: ...

    def random_bytes(self, size_bytes: int) -> bytes: ...


def is_uuid4(text: str) -> bool:
    """Whether `text` is a version 4 UUID in its one lower-case spelling."""
    try:
        parsed = UUID(text)
    except ValueError:
        return False
    return parsed.version == _RANDOM and str(parsed) == text
