# SPDX-License-Identifier: EUPL-1.2
"""The inner file of a bundle: prefix, manifest, signature block, objects, zeros.

Written and read as a stream. Nothing of it is believed before `open.py` has checked the
signature, except how long the parts are. Format: docs/formats/bundle.md, section 3.
"""

import hashlib
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from workbench.bundles.errors import (
    ChangedObjectError,
    HiddenContentError,
    LengthError,
    NewerFormatError,
    NotOurFormatError,
    SignatureBlockError,
)
from workbench.bundles.manifest import MOST_MANIFEST_BYTES
from workbench.bundles.manifest_fields import ManifestObject
from workbench.crypto import ed25519

MAGIC = b"SB1\r\n\x1a\n\0"
SMALLEST_BYTES = 256 * 1024
CHUNK_BYTES = 64 * 1024

_PREFIX = struct.Struct(">8sIH2s")
_SMALLEST_MANIFEST = 2
_BLOCK = struct.Struct(">BH")
_ED25519 = 1
_SMALLEST_SIGBLOCK = _BLOCK.size + ed25519.SIGNATURE_BYTES
_LARGEST_SIGBLOCK = 8192
_VERSION_AT = 2
_ZEROS = bytes(CHUNK_BYTES)

Sink = Callable[[bytes], object]


class Source(Protocol):
    """What is read from: fewer bytes than asked for only at the end."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the objects, as it stands there."""

    manifest: bytes
    signatures: bytes

    @property
    def size(self) -> int:
        return _PREFIX.size + len(self.manifest) + len(self.signatures)


def padme(size: int) -> int:
    """`size` rounded up so that it tells only a few of its leading bits.

    At most 12 % is added; the length leaks O(log log size) bits (Padmé, PURBs, 2019).
    """
    exponent = size.bit_length() - 1
    kept = exponent.bit_length()
    mask = (1 << max(exponent - kept, 0)) - 1
    return (size + mask) & ~mask


def padded_size(end_of_objects: int) -> int:
    """How long the inner file is: all payloads below the floor look the same."""
    return max(SMALLEST_BYTES, padme(end_of_objects))


def signature_block(signature: bytes) -> bytes:
    """One Ed25519 signature, as the inner file carries it."""
    return _BLOCK.pack(_ED25519, len(signature)) + signature


def write_front(sink: Sink, front: Front) -> None:
    """Prefix, manifest and signature block."""
    sink(_PREFIX.pack(MAGIC, len(front.manifest), len(front.signatures), bytes(2)))
    sink(front.manifest)
    sink(front.signatures)


def copy_object(source: Source, sink: Sink, listed: ManifestObject) -> None:
    """Copy one object and hold it against the manifest.

    Raises:
        BundleError: SB-25 (too short), SB-26 (another hash): throw away what `sink` was given.
    """
    digest = hashlib.sha256()
    left = listed.size
    while left:
        chunk = source.read(min(left, CHUNK_BYTES))
        if not chunk:
            raise LengthError
        digest.update(chunk)
        sink(chunk)
        left -= len(chunk)
    if digest.hexdigest() != listed.sha256:
        raise ChangedObjectError


def write_padding(sink: Sink, end_of_objects: int) -> None:
    """Zeros up to `padded_size`."""
    left = padded_size(end_of_objects) - end_of_objects
    while left:
        size = min(left, CHUNK_BYTES)
        sink(_ZEROS[:size])
        left -= size


def read_front(source: Source) -> Front:
    """Prefix, manifest and signature block, by their lengths alone.

    Raises:
        BundleError: SB-20, or SB-28 for a later version of the magic.
    """
    prefix = source.read(_PREFIX.size)
    if len(prefix) < _PREFIX.size:
        raise NotOurFormatError
    magic, manifest_bytes, sigblock_bytes, zero = _PREFIX.unpack(prefix)
    if magic != MAGIC:
        raise NewerFormatError if _is_newer(magic) else NotOurFormatError
    lengths_hold = (
        _SMALLEST_MANIFEST <= manifest_bytes <= MOST_MANIFEST_BYTES
        and _SMALLEST_SIGBLOCK <= sigblock_bytes <= _LARGEST_SIGBLOCK
    )
    if not lengths_hold or any(zero):
        raise NotOurFormatError
    front = Front(source.read(manifest_bytes), source.read(sigblock_bytes))
    if front.size < _PREFIX.size + manifest_bytes + sigblock_bytes:
        raise NotOurFormatError
    return front


def read_signature(untrusted_block: bytes) -> bytes:
    """The one Ed25519 signature in a signature block.

    Raises:
        SignatureBlockError: SB-31, another algorithm, another length, none or several.
    """
    expected = _BLOCK.pack(_ED25519, ed25519.SIGNATURE_BYTES)
    if len(untrusted_block) != _SMALLEST_SIGBLOCK or not untrusted_block.startswith(expected):
        raise SignatureBlockError
    return untrusted_block[_BLOCK.size :]


def read_padding(source: Source, end_of_objects: int) -> None:
    """Zeros to the end, and the end where it must be.

    Raises:
        BundleError: SB-25 (too short or too long), SB-27 (not zero).
    """
    left = padded_size(end_of_objects) - end_of_objects
    while left:
        chunk = source.read(min(left, CHUNK_BYTES))
        if not chunk:
            raise LengthError
        if chunk.count(0) != len(chunk):
            raise HiddenContentError
        left -= len(chunk)
    if source.read(1):
        raise LengthError


def _is_newer(magic: bytes) -> bool:
    frame = magic[:_VERSION_AT] + MAGIC[_VERSION_AT : _VERSION_AT + 1] + magic[_VERSION_AT + 1 :]
    return frame == MAGIC and magic[_VERSION_AT] in b"23456789"
