# SPDX-License-Identifier: EUPL-1.2
"""An akt and the index of an open copy as JSON. The format is docs/formats/open-export.md."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.disclosures import Received
from workbench.domain.documents import JPEG, PNG, WORD, Document
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, UserId
from workbench.domain.journal import Entry
from workbench.domain.people import Organisation, StaffMember
from workbench.services.desk import Desk
from workbench.services.jobs import Pulse, no_pulse
from workbench.services.papers.journal import Reading
from workbench.services.papers.shared import Writing
from workbench.services.person.protection_view import is_protected
from workbench.services.records.akt import Akt
from workbench.words import Language

CASE_FORMAT, INDEX_FORMAT = "varn.open-case/1", "varn.open/1"
_ENDINGS = {
    "application/pdf": ".pdf",
    "application/json": ".json",
    "text/plain": ".txt",
    PNG: ".png",
    JPEG: ".jpg",
    WORD: ".docx",
}


@dataclass(frozen=True, slots=True)
class CopiedCase:
    """An akt that was written out: how many entries, how many attachments."""

    case: CaseId
    number: str
    folder: str
    entries: int
    attachments: int


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the copy, by its path in it."""

    path: str
    size: int
    sha256: str


@dataclass(slots=True)
class OpenCopy:
    """What came of it. `skipped`: akter that do not open or do not hold, and why.

    `units`: what each akt's papers may call the house.
    """

    copied: list[CopiedCase] = field(default_factory=list)
    files: list[WrittenFile] = field(default_factory=list)
    skipped: list[tuple[CaseId, WorkbenchError]] = field(default_factory=list)
    units: list[str] = field(default_factory=list)


def case_json(
    writing: Writing, number: str, media: Mapping[str, str], pulse: Pulse = no_pulse
) -> bytes:
    """Everything that an akt holds, in one file; a pulse for each entry."""
    akt, reading = writing.akt, Reading.of(writing)
    names = _names(writing.desk)
    entries = akt.file.entries()
    return _file(
        {
            "fmt": CASE_FORMAT,
            "vault": writing.desk.vault.vault,
            "case": akt.case,
            "number": number,
            "people": list(_people(writing.desk, names)),
            "entries": list(_entries(reading, entries, names, pulse)),
            "working": list(_working(akt, reading)),
            "attachments": [
                {"sha256": sha256, "file": f"attachments/{sha256}{media.get(sha256, '')}"}
                for sha256 in attachments_of(akt)
            ],
        },
        pulse,
    )


def index_json(desk: Desk, made: OpenCopy, language: Language) -> bytes:
    """What the copy holds. Every file of it but this one is listed with its hash."""
    names = _names(desk)
    return _file(
        {
            "fmt": INDEX_FORMAT,
            "vault": desk.vault.vault,
            "program": desk.program,
            "language": language,
            "made_at": desk.house.now(),
            "made_by": names.get(desk.vault.signer.user, desk.vault.signer.user),
            "organisation": _house(desk, made),
            "cases": [
                {
                    "case": each.case,
                    "number": each.number,
                    "folder": each.folder,
                    "entries": each.entries,
                    "attachments": each.attachments,
                }
                for each in made.copied
            ],
            "skipped": [{"case": case, "code": error.code} for case, error in made.skipped],
            "files": [
                {"path": file.path, "size": file.size, "sha256": file.sha256} for file in made.files
            ],
        }
    )


def _house(desk: Desk, made: OpenCopy) -> str:
    """Its name; "" where that tells where a protected person of the copy is."""
    found = desk.house.all(Organisation)
    name = found[-1].value.name if found else ""
    return name if all(name in unit for unit in made.units) else ""


def media_of(akt: Akt) -> Mapping[str, str]:
    """The usual ending of an attachment's file name, by its hash, where the kind is known."""
    objects = (each for received in akt.all(Received) for each in received.value.objects)
    known = {each.sha256: _ENDINGS.get(each.media, "") for each in objects}
    read_in = (each.value for each in akt.all(Document))
    return known | {each.sha256: _ENDINGS.get(each.media, "") for each in read_in}


def attachments_of(akt: Akt) -> Sequence[str]:
    """The documents that an open copy has: none of a protected akt, since none can be searched."""
    return () if is_protected(akt) else akt.file.attachments()


def _entries(
    reading: Reading, entries: Sequence[Entry], names: Mapping[UserId, str], pulse: Pulse
) -> Iterator[dict[str, Any]]:
    for entry in entries:
        pulse()
        yield _entry(reading, reading.shown(entry), names)


def _entry(reading: Reading, entry: Entry, names: Mapping[UserId, str]) -> dict[str, Any]:
    return {
        "id": entry.id,
        "header": json.loads(entry.header_bytes),
        "author_name": names.get(entry.header.author, ""),
        "state": reading.state(entry),
        "salt": entry.salt.hex() if entry.salt is not None else None,
        "body": json.loads(entry.body) if entry.body is not None else None,
        "signature": entry.signature.hex(),
        "cosignatures": [each.hex() for each in entry.cosignatures],
    }


def _working(akt: Akt, reading: Reading) -> Iterator[dict[str, Any]]:
    for row in akt.file.working_rows(akt.user):
        value = reading.typed(row.key.kind, row.key.field, json.loads(row.value))
        if value is None:
            continue
        yield {
            "entered": False,
            "author": row.key.author,
            "kind": row.key.kind,
            "record": row.key.record,
            "field": row.key.field,
            "column": row.key.column,
            "value": value,
            "updated_at": row.updated_at,
        }


def _people(desk: Desk, names: Mapping[UserId, str]) -> Iterator[dict[str, str]]:
    for member in desk.vault.members():
        name = names.get(member.user, "")
        yield {"user": member.user, "name": name, "public_key": member.public.hex()}


def _names(desk: Desk) -> Mapping[UserId, str]:
    return {each.value.user: each.value.name for each in desk.house.all(StaffMember)}


def _file(content: Mapping[str, Any], pulse: Pulse = no_pulse) -> bytes:
    made: list[str] = []
    for part in json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(content):
        pulse()
        made.append(part)
    return "".join(made).encode("utf-8") + b"\n"
