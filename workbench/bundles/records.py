# SPDX-License-Identifier: EUPL-1.2
"""`sb1.record/1`: what a transfer says, as the receiver view left it.

The record is authoritative; a PDF beside it is the sender's own rendering. What was withheld is
absent, so nothing here lists it. Kinds are not judged: a receiver shows one that it does not
know as received text and never adopts it.
"""

from collections.abc import Callable
from typing import Annotated, Any, Final, Literal

import msgspec

from workbench.bundles.errors import RecordError
from workbench.bundles.manifest_fields import LONGEST_NAME, Hex64, NameOrNone, Purpose, Stamp, Wire
from workbench.bundles.strict_json import (
    AmbiguousJsonError,
    MalformedJsonError,
    as_plain,
    is_plain,
    leaves,
    parse,
)
from workbench.domain.canonical import NotCanonicalError, canonical_bytes
from workbench.domain.clock import moment
from workbench.domain.ids import is_uuid4

SCHEMA: Final = "sb1.record/1"

_BODY_DEPTH = 3  # parts, place, "body"

KindName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z_]*/[1-9][0-9]*\Z", max_length=64)]
Token = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9._@-]*\Z", max_length=100)]
Rendered = Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{64})?\Z")]

KnowsInstrument = Callable[[str, str, str], bool]
"""Whether an instrument id, version and SHA-256 of its definition are installed here."""


class About(Wire, frozen=True):
    """Whom the record is about: how the receiver knows them, and a label of the sender's."""

    relation: NameOrNone
    label: NameOrNone


class Author(Wire, frozen=True):
    """Who wrote a part: a role, or a name where the law needs one."""

    name_or_role: NameOrNone
    unit: NameOrNone


class Part(Wire, frozen=True):
    """One version of one record. `id` is random and used in this bundle only."""

    kind: KindName
    id: str
    body: dict[str, Any]
    author: Author
    recorded_at: Stamp
    source: NameOrNone


class InstrumentUsed(Wire, frozen=True):
    """An instrument that some part stands on, by the hash of its definition."""

    id: Token
    version: Token
    sha256: Hex64


class Record(Wire, frozen=True):
    """The whole record. `rendered` is the SHA-256 of the PDF, or empty without one."""

    schema: Literal["sb1.record/1"]
    purpose: Purpose
    about: About
    parts: Annotated[tuple[Part, ...], msgspec.Meta(max_length=100_000)]
    instruments: Annotated[tuple[InstrumentUsed, ...], msgspec.Meta(max_length=1000)]
    rendered: Rendered


def encode_record(record: Record) -> bytes:
    """The one spelling of a record, which `read_record` takes.

    Bodies go as they are; names and labels around them are made plain.

    Raises:
        RecordError: SB-50, a record that no reader would take.
    """
    try:
        encoded = canonical_bytes(msgspec.to_builtins(_with_plain_names(record)))
    except NotCanonicalError:
        raise RecordError from None
    read_record(encoded)
    return encoded


def read_record(untrusted_bytes: bytes) -> Record:
    """Check and type a record.

    Raises:
        RecordError: SB-50, another schema or one that it breaks.
    """
    try:
        value = parse(untrusted_bytes)
        record = msgspec.convert(value, Record)
        is_canonical = canonical_bytes(value) == untrusted_bytes
    except (MalformedJsonError, AmbiguousJsonError, NotCanonicalError, msgspec.ValidationError):
        raise RecordError from None
    if not (is_canonical and _names_are_plain(value) and _parts_hold(record)):
        raise RecordError
    return record


def unknown_instruments(record: Record, knows: KnowsInstrument) -> tuple[InstrumentUsed, ...]:
    """The instruments that a receiver can read about but not compute with."""
    return tuple(x for x in record.instruments if not knows(x.id, x.version, x.sha256))


def _with_plain_names(record: Record) -> Record:
    about = About(relation=_plain(record.about.relation), label=_plain(record.about.label))
    parts = tuple(_with_plain_author(part) for part in record.parts)
    return msgspec.structs.replace(record, about=about, parts=parts)


def _with_plain_author(part: Part) -> Part:
    author = Author(name_or_role=_plain(part.author.name_or_role), unit=_plain(part.author.unit))
    return msgspec.structs.replace(part, author=author, source=_plain(part.source))


def _plain(text: str) -> str:
    return as_plain(text, most=LONGEST_NAME)


def _names_are_plain(value: object) -> bool:
    """Bodies are kept as typed and shown as plain text; everything around them is checked."""
    return all(
        is_plain(leaf, most=LONGEST_NAME)
        for path, leaf in leaves(value)
        if isinstance(leaf, str) and not _is_in_body(path)
    )


def _is_in_body(path: tuple[str | int, ...]) -> bool:
    return len(path) >= _BODY_DEPTH and path[0] == "parts" and path[2] == "body"


def _parts_hold(record: Record) -> bool:
    try:
        for part in record.parts:
            moment(part.recorded_at)
    except ValueError:
        return False
    ids = [part.id for part in record.parts]
    return all(map(is_uuid4, ids)) and len(set(ids)) == len(ids)
