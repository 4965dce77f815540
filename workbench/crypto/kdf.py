# SPDX-License-Identifier: EUPL-1.2
"""From passphrases and keys to keys: Argon2id and HKDF-SHA-256."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workbench.crypto.clearing import take, wipe
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

WRITERS_MEMORY_KIB = 512 * 1024
WRITERS_PASSES = 6
_STEP_KIB = 64 * 1024
_WANTED_NS = 1_000_000_000
_TOO_SLOW_NS = 2 * _WANTED_NS


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


def calibrated_cost(timer_ns: Callable[[], int]) -> Cost:
    """The cost that takes about a second on this machine, never below `DEFAULT_COST`.

    Derives twice: the default to learn how fast the machine is, then what was reckoned from it,
    to see that the memory is there and that it does not take twice as long as meant.
    `timer_ns` is a monotonic clock.
    """
    cheap_ns = _measured_ns(DEFAULT_COST, timer_ns)
    wanted = affordable_cost(cheap_ns)
    if wanted == DEFAULT_COST:
        return wanted
    try:
        is_right = _measured_ns(wanted, timer_ns) <= _TOO_SLOW_NS
    except MemoryError:
        is_right = False
    return wanted if is_right else DEFAULT_COST


def affordable_cost(default_ns: int) -> Cost:
    """What fits into a second when `DEFAULT_COST` takes so long: memory first, then passes."""
    budget = DEFAULT_COST.m_kib * DEFAULT_COST.t * _WANTED_NS // max(default_ns, 1)
    memory = budget // DEFAULT_COST.t // _STEP_KIB * _STEP_KIB
    m_kib = min(max(memory, DEFAULT_COST.m_kib), WRITERS_MEMORY_KIB)
    passes = min(max(budget // m_kib, DEFAULT_COST.t), WRITERS_PASSES)
    return Cost(m_kib=m_kib, t=passes, p=DEFAULT_COST.p)


def _measured_ns(cost: Cost, timer_ns: Callable[[], int]) -> int:
    begun = timer_ns()
    stretch(bytes(SALT_BYTES), bytes(SALT_BYTES), cost)
    return timer_ns() - begun


def derive(
    key: bytes | bytearray, label: Label | Age, *, salt: bytes = b"", size_bytes: int = KEY_BYTES
) -> bytes:
    """HKDF-SHA-256 of `key` for one purpose named in the label table."""
    return _hkdf(label, salt, size_bytes).derive(key)


def derive_buffer(
    key: bytes | bytearray, label: Label, *, salt: bytes = b"", size_bytes: int = KEY_BYTES
) -> bytearray:
    """The same in a buffer that the caller clears.

    HKDF (RFC 5869) put together here from HMAC: the library's leaves each block behind in bytes
    of its own, also when it is asked to derive into a buffer.
    """
    pseudorandom = take(hmac.digest(salt or bytes(KEY_BYTES), key, hashlib.sha256))
    out, block, info = bytearray(size_bytes), bytearray(), label.encode("ascii")
    for at in range(0, size_bytes, KEY_BYTES):
        asked = bytearray(len(block) + len(info) + 1)
        asked[: len(block)], asked[len(block) : -1] = block, info
        asked[-1] = at // KEY_BYTES + 1
        wipe(block)
        block = take(hmac.digest(pseudorandom, asked, hashlib.sha256))
        wipe(asked)
        with memoryview(out) as room, memoryview(block) as made:  # slices would be copies
            room[at : at + KEY_BYTES] = made[: size_bytes - at]
    wipe(pseudorandom, block)
    return out


def _hkdf(label: Label | Age, salt: bytes, size_bytes: int) -> HKDF:
    return HKDF(
        algorithm=hashes.SHA256(), length=size_bytes, salt=salt or None, info=label.encode("ascii")
    )
