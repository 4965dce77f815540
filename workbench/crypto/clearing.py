# SPDX-License-Identifier: EUPL-1.2
"""Secrets leave memory: buffers are overwritten, and so are the bytes that a library gave us.

Python's `bytes` cannot be changed, and freeing them leaves what was in them where it was, until
something else happens to be put there. Where a library gives a key as `bytes` (HPKE, HKDF, the
system's random numbers), `take` moves it into a buffer that can be cleared, and writes zeros over
the bytes themselves. Why, and what else was tried: docs/adr/0021-clearing-secrets.md.
"""

import ctypes
import sys

_OBJECT_AHEAD = bytes.__basicsize__ - 1  # of CPython's bytes object, before the first byte
_HELD_BY_US_ALONE = 2  # the argument of `take`, and that of getrefcount
_SHARED_BYTES = 1  # Python keeps one object for each of these lengths' values, for everybody


def wipe(*buffers: bytearray) -> None:
    """Overwrite secrets."""
    for buffer in buffers:
        buffer[:] = bytes(len(buffer))


def take(secret: bytes) -> bytearray:
    """A buffer with what stands in `secret`, whose own bytes are zeros afterwards.

    To be called on the expression that makes the bytes, `take(library.decrypt(sealed))`: bytes
    that anyone else holds, be it a variable or a constant, are left as they are, and so are those
    of another Python than CPython.
    """
    buffer = bytearray(secret)
    is_ours = sys.implementation.name == "cpython" and type(secret) is bytes
    if is_ours and len(secret) > _SHARED_BYTES and sys.getrefcount(secret) <= _HELD_BY_US_ALONE:
        ctypes.memset(id(secret) + _OBJECT_AHEAD, 0, len(secret))
    return buffer
