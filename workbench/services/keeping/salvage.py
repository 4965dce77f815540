# SPDX-License-Identifier: EUPL-1.2
"""A damaged akt: read what verifies, find the copy in which it is whole, put it back."""

from dataclasses import dataclass
from pathlib import Path

from workbench.domain.backups import Restored
from workbench.domain.canonical import Json
from workbench.domain.erasing import Exported
from workbench.domain.ids import CaseId
from workbench.domain.journal import Entry
from workbench.services.akter.session import Session
from workbench.services.copies_ports import PutBack, Salvaged, Watch, WholeCopy
from workbench.services.desk import Desk
from workbench.services.documents import JournalDocument
from workbench.services.keeping.salvaged_file import SalvagedFile
from workbench.services.papers.journal import journal_document
from workbench.services.papers.shared import Writing
from workbench.services.records.akt import Akt, Draft
from workbench.words import Language

DAMAGE = ("VAULT-006", "VAULT-008")
"""With these an akt does not open; what is left of it can be read."""
FORMAT = "varn.salvage/1"


@dataclass(frozen=True, slots=True)
class DamagedAkt:
    """A damaged akt as far as it can be read, and what the register knows of it."""

    number: str
    entries_known: int
    salvaged: Salvaged


def read(desk: Desk, case: CaseId, watch: Watch) -> DamagedAkt:
    """What can still be read. No file is changed.

    Raises VAULT-006 (its keys or the whole file are gone), VAULT-007.
    """
    row = next((row for row in desk.vault.cases() if row.case == case), None)
    salvaged = desk.vault.copies.salvage(case, watch)
    return DamagedAkt(row.number if row else "", row.count if row else 0, salvaged)


def in_words(desk: Desk, damaged: DamagedAkt, language: Language) -> JournalDocument:
    """What verifies, as the akt's own paper would say it."""
    file = SalvagedFile(damaged.salvaged)
    akt = Akt(file, desk.vault, desk.clock, desk.ids)
    return journal_document(Writing(akt, desk, language))


def find_whole(desk: Desk, folder: Path, case: CaseId) -> WholeCopy | None:
    """The newest copy on a medium in which the akt is whole."""
    return desk.vault.copies.find_whole(folder, case)


def put_back(
    session: Session, folder: Path, case: CaseId, watch: Watch, *, accepts_shorter: bool = False
) -> PutBack:
    """Put the akt back from there, and enter that it was done and what it lacks since.

    Raises VAULT-025, VAULT-028; VAULT-030: the copy ends earlier, and nobody accepted that.
    """
    session.put_away()
    desk = session.desk
    whole = desk.vault.copies.find_whole(folder, case)
    told = desk.vault.copies.put_back(folder, case, watch, accepts_shorter=accepts_shorter)
    entered = Restored(
        medium=whole.medium if whole is not None else "",
        generation=told.generation,
        left_aside=told.left_aside,
        case=case,
        made=whole.made if whole is not None else "",
        missing=told.missing,
    )
    desk.house.enter(Draft(entered))
    return told


def note_written_out(desk: Desk, case: CaseId, reason: str) -> None:
    """Before what was salvaged leaves the vault in plain."""
    desk.house.enter(Draft(Exported((case,), reason, 1)))


def as_json(damaged: DamagedAkt) -> dict[str, Json]:
    """What verifies, what does not, and what is missing: in plain."""
    found = damaged.salvaged
    return {
        "fmt": FORMAT,
        "case": found.case,
        "number": damaged.number,
        "entries_known": damaged.entries_known,
        "entries": [_entry(entry) for entry in found.entries],
        "gaps": [
            {"first": gap.first, "last": gap.last, "last_id": gap.entry} for gap in found.gaps
        ],
        "bad": [{"position": bad.position, "id": bad.entry, "why": bad.why} for bad in found.bad],
        "pages": found.pages,
        "damaged_pages": list(found.damaged_pages),
    }


def _entry(entry: Entry) -> dict[str, Json]:
    header = entry.header
    return {
        "id": entry.id,
        "kind": header.kind,
        "record": header.record,
        "author": header.author,
        "recorded_at": header.recorded_at,
        "supersedes": list(header.supersedes),
        "body": entry.content() if entry.body is not None else None,
    }
