# SPDX-License-Identifier: EUPL-1.2
"""HMAC-SHA-256, compared in constant time."""

import hashlib
import hmac

MAC_BYTES = 32


def mac(key: bytes | bytearray, message: bytes) -> bytes:
    """32 bytes over the whole of `message`."""
    return hmac.digest(key, message, hashlib.sha256)


def is_mac(key: bytes, message: bytes, claimed: bytes) -> bool:
    """Whether `claimed` is the MAC of `message`."""
    return hmac.compare_digest(mac(key, message), claimed)
