# SPDX-License-Identifier: EUPL-1.2
"""Small key files: one line of canonical JSON, and where the whole is signed a second line.

Strict both ways: unknown fields, another order, another spelling of the same value or anything
after the last line is refused. What is accepted here is exactly what is written here.
"""

import errno
import re
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec

from workbench.crypto import ed25519
from workbench.crypto.labels import Signed
from workbench.crypto.seeds import Wrapped
from workbench.domain.canonical import canonical_bytes

Hex = Annotated[str, msgspec.Meta(pattern=r"\A([0-9a-f]{2})*\Z", max_length=8192)]
SignatureHex = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{128}\Z")]
Hash = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Moment = Annotated[str, msgspec.Meta(pattern=r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")]
HexOrNot = Annotated[str, msgspec.Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
MomentOrNot = Annotated[str, msgspec.Meta(pattern=r"\A(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?\Z")]
Count = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]
Id = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")]

LARGEST_BYTES = 8 * 1024 * 1024
LARGEST_LIST_BYTES = 32 * 1024 * 1024
"""A list with a line for each akt: about 100 000 of them. Reading one takes some 200 MiB."""
_SIGNATURE_LINE = re.compile(rb"[0-9a-f]{128}")
_FORMAT = re.compile(r"(varn\.[a-z]+)/([1-9][0-9]{0,3})")

T = TypeVar("T")


class NotOursError(ValueError):
    """Bytes that no writer of ours makes. Readers give it their code."""


class TooLargeError(ValueError):
    """What would be written could not be read again. Writers give it their code."""


class NewerError(ValueError):
    """A format of ours with a later number. Readers give it their code."""


class WrapFields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wrapped key as it stands in a file."""

    enc: Hex
    sealed: Hex

    @classmethod
    def of(cls, wrapped: Wrapped) -> "WrapFields":
        return cls(wrapped.enc.hex(), wrapped.sealed.hex())

    def wrapped(self) -> Wrapped:
        return Wrapped(bytes.fromhex(self.enc), bytes.fromhex(self.sealed))


def body_bytes(body: msgspec.Struct) -> bytes:
    """The one spelling of a body."""
    return canonical_bytes(msgspec.to_builtins(body))


def plain_file(body: msgspec.Struct) -> bytes:
    """One line.

    Raises:
        TooLargeError.
    """
    return _readable(body_bytes(body) + b"\n", LARGEST_BYTES)


def signed_file(
    body: msgspec.Struct,
    seed: bytes | bytearray,
    kind: Signed,
    *,
    largest: int = LARGEST_BYTES,
) -> bytes:
    """Two lines: the body, and the signature over it in hex.

    Raises:
        TooLargeError.
    """
    payload = body_bytes(body)
    signature = ed25519.sign(seed, ed25519.pae(kind, payload))
    return _readable(payload + b"\n" + signature.hex().encode("ascii") + b"\n", largest)


def _readable(content: bytes, largest: int) -> bytes:
    if len(content) > largest:
        raise TooLargeError(len(content))
    return content


def read_file(path: Path, *, largest: int = LARGEST_BYTES) -> bytes:
    """A small file from a place that others can write to: never more than one of ours may have.

    Raises:
        OSError: not there, or no plain file: reading a pipe would never end.
    """
    if not path.is_file():
        raise FileNotFoundError(errno.ENOENT, "no plain file")
    with path.open("rb") as file:
        return file.read(largest)


def read_plain(untrusted: bytes, of: type[T]) -> T:
    """Parse a file of one line.

    Raises:
        NotOursError: not exactly what we write.
        NewerError: what a later version of us writes.
    """
    payload, end, rest = untrusted.partition(b"\n")
    refuse_newer(payload, of)
    if not end or rest:
        raise NotOursError("not one line")
    return _read(payload, of)


def read_signed(untrusted: bytes, of: type[T]) -> tuple[T, bytes, bytes]:
    """Parse a file of two lines: (body, signed bytes, signature). The caller checks it.

    Raises:
        NotOursError: not exactly what we write.
        NewerError: what a later version of us writes.
    """
    payload, _end, rest = untrusted.partition(b"\n")
    refuse_newer(payload, of)
    if rest[-1:] != b"\n" or not _SIGNATURE_LINE.fullmatch(rest[:-1]):
        raise NotOursError("no signature line")
    return _read(payload, of), payload, bytes.fromhex(rest[:-1].decode("ascii"))


def is_signed_by(public: bytes, kind: Signed, payload: bytes, signature: bytes) -> bool:
    """Whether a signature of ours stands under these bytes."""
    return ed25519.verifies(public, signature, ed25519.pae(kind, payload))


def refuse_newer(payload: bytes, of: type[Any]) -> None:
    """Look at the format name alone, before anything else is believed.

    Raises:
        NewerError: the format that `of` reads, with a later number.
    """
    try:
        head = msgspec.json.decode(payload, type=_Head)
    except ValueError:  # not JSON, or not UTF-8
        raise NotOursError("not JSON with a format") from None
    known, found = _FORMAT.fullmatch(format_of(of)), _FORMAT.fullmatch(head.fmt)
    if known is None or found is None or known[1] != found[1]:
        raise NotOursError("another format")
    if int(found[2]) > int(known[2]):
        raise NewerError(head.fmt)


def format_of(of: type[Any]) -> str:
    """The format name that a body type carries in its field `fmt`."""
    default: str = msgspec.structs.fields(of)[0].default
    return default


class _Head(msgspec.Struct, frozen=True):
    fmt: str


def _read(payload: bytes, of: type[T]) -> T:
    try:
        body = msgspec.json.decode(payload, type=of, strict=True)
    except ValueError:  # other fields, or not UTF-8
        raise NotOursError("not the fields of the format") from None
    if canonical_bytes(msgspec.to_builtins(body)) != payload:
        raise NotOursError("not canonical")
    return body
