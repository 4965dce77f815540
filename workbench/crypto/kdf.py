# SPDX-License-Identifier: EUPL-1.2
"""From passphrases and keys to keys: Argon2id and HKDF-SHA-256."""

from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workbench.crypto.labels import Age, Label

KEY_BYTES = 32
SALT_BYTES = 16

SMALLEST_MEMORY_KIB = 256 * 1024
LARGEST_MEMORY_KIB = 1024 * 1024
MOST_PASSES = 8
MOST_LANES = 4


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a passphrase costs: memory in KiB, passes, lanes."""

    m_kib: int
    t: int
    p: int

    def is_readable(self, smallest_kib: int = SMALLEST_MEMORY_KIB) -> bool:
        """Whether a reader may run it: neither too cheap to guess nor a trap."""
        return (
            smallest_kib <= self.m_kib <= LARGEST_MEMORY_KIB
            and 1 <= self.t <= MOST_PASSES
            and 1 <= self.p <= MOST_LANES
        )


DEFAULT_COST = Cost(m_kib=SMALLEST_MEMORY_KIB, t=3, p=4)


def stretch(passphrase: bytes, salt: bytes, cost: Cost) -> bytearray:
    """Argon2id, 32 bytes, in a buffer that the caller clears.

    Raises:
        MemoryError: the machine cannot give `cost.m_kib`.
    """
    out = bytearray(KEY_BYTES)
    Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.t, lanes=cost.p, memory_cost=cost.m_kib
    ).derive_into(passphrase, out)
    return out


def derive(
    key: bytes | bytearray, label: Label | Age, *, salt: bytes = b"", size_bytes: int = KEY_BYTES
) -> bytes:
    """HKDF-SHA-256 of `key` for one purpose named in the label table."""
    return _hkdf(label, salt, size_bytes).derive(key)


def derive_buffer(
    key: bytes | bytearray, label: Label, *, salt: bytes = b"", size_bytes: int = KEY_BYTES
) -> bytearray:
    """The same in a buffer that the caller clears."""
    out = bytearray(size_bytes)
    _hkdf(label, salt, size_bytes).derive_into(key, out)
    return out


def _hkdf(label: Label | Age, salt: bytes, size_bytes: int) -> HKDF:
    return HKDF(
        algorithm=hashes.SHA256(), length=size_bytes, salt=salt or None, info=label.encode("ascii")
    )
