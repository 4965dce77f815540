# SPDX-License-Identifier: EUPL-1.2
"""What the organisation akt says of a removal, with whoever's word a test wants."""

from collections.abc import Sequence

from tests.vault.making import Workplace, Writer
from workbench.domain import warrants
from workbench.domain.canonical import Json
from workbench.domain.ids import CaseId, EntryId
from workbench.domain.journal import Entry
from workbench.domain.purges import confirmation
from workbench.vault.unlocked import UnlockedVault

PROPOSAL = "f" * 64


def confirmed(
    place: Workplace, vault: UnlockedVault, case: CaseId, entries: Sequence[EntryId] = ()
) -> dict[str, Json]:
    """By the only user, with the recovery code: everybody believes it."""
    asked = confirmation(vault.vault, case, PROPOSAL, entries)
    return {
        "approval": "one-person",
        "proposal": PROPOSAL,
        "confirmed": vault.erasing.confirm([place.code], asked),
        "warrant": warrant(vault, case, entries),
    }


def warrant(
    vault: UnlockedVault, case: CaseId, entries: Sequence[EntryId] = (), second=None
) -> dict[str, Json]:
    """Signed by who sits there, and by a second person if there is one."""
    me = vault.signer
    said = warrants.statement(vault.vault, case, me.user, entries)
    made = {"by": me.user, "signature": me.sign_warrant(said), "second": "", "cosignature": ""}
    if second is not None:
        made |= {"second": second.user, "cosignature": second.sign_warrant(said)}
    return made


def enter(place: Workplace, vault: UnlockedVault, kind: str, body: dict[str, Json]) -> Entry:
    """An entry of the organisation akt by who sits there."""
    house = Writer(vault, vault.house(), place.around)
    entry = house.version(body, kind=kind)
    house.file.append([entry])
    return entry


def say_erased(place: Workplace, vault: UnlockedVault, case: CaseId, **body: Json) -> Entry:
    """That an akt was erased; confirmed unless `body` says otherwise."""
    said = {"case": case, "case_number": "2026-0001", "level": "E1"}
    word = body if "approval" in body else confirmed(place, vault, case) | body
    return enter(place, vault, "erased/1", said | word)


def say_urgent(place: Workplace, vault: UnlockedVault, case: CaseId) -> Entry:
    """That one erased it alone, because life is at risk."""
    enter(place, vault, "urgent/1", {"act": "erased", "case": case, "reason": "fara"})
    alone = {"approval": "urgent", "warrant": warrant(vault, case)}
    return say_erased(place, vault, case, **alone)


def say_purged(
    place: Workplace, vault: UnlockedVault, case: CaseId, entries: Sequence[EntryId], **body: Json
) -> Entry:
    """That texts were taken away; confirmed unless `body` says otherwise."""
    said = {"case": case, "case_number": "", "purge": "0" * 64, "entries": list(entries)}
    word = body if "approval" in body else confirmed(place, vault, case, entries) | body
    return enter(place, vault, "purged/1", said | {"why": "legal-ground"} | word)


def take(place: Workplace, vault: UnlockedVault, case: CaseId, entries: Sequence[EntryId]) -> None:
    """The same, and it is on the list."""
    say_purged(place, vault, case, entries)
    vault.erasing.note_purged(case)
