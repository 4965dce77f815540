# SPDX-License-Identifier: EUPL-1.2
"""Copies under fire: making one, putting one back, putting one akt back. See `operations`."""

from collections.abc import Iterator
from pathlib import Path

from tests.vault.backing_up import copied, medium_of, prepared, said_in
from tests.vault.damage import flip
from tests.vault.making import Workplace, Writer
from tests.vault.operations import Operation, Said, Say, open_vault, sound_vault, spoken
from workbench.domain.ids import CaseId
from workbench.services.copies_ports import Watch
from workbench.vault.errors import DamagedFileError
from workbench.vault.unlocked import UnlockedVault

BEFORE, SINCE = ("ett", "två"), "efter kopian"
_MOST_COPIES = 4


def _fill(place: Workplace, vault: UnlockedVault, *texts: str, number: str = "2026-0001") -> CaseId:
    akt = Writer(vault, vault.new_case(number), place.around)
    akt.enter(*texts)
    akt.file.close()
    return akt.file.case


def _checked(place: Workplace, vault: UnlockedVault) -> Iterator[str]:
    """Every copy that counts as one is whole, and opens."""
    for copy in vault.copies.look(medium_of(place)).copies:
        told = vault.copies.check(medium_of(place), Watch(place.pulse), copy.generation)
        if told.damaged or told.opened != copy.opened:
            yield f"copy {copy.generation} opens {told.opened} of {copy.opened}"


# --- a copy is made ------------------------------------------------------------------------------


def _copied_once(place: Workplace) -> None:
    vault = place.create()
    _fill(place, vault, *BEFORE)
    copied(place, vault)
    vault.close()


def _copy(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        seen = vault.copies.look(medium_of(place))
        if len(seen.copies) > _MOST_COPIES:  # as after ninety days, so that no disk fills up
            place.clock.step(days=91 * len(seen.copies))
        place.clock.step(minutes=len(seen.copies))
        case = _fill(place, vault, *BEFORE)
        say("filled", case)
        made = copied(place, vault)
        say("copied", made.copy.generation, made.copy.opened)
        for gone in made.rotated_out:
            say("gone", gone)


def _broken_copying(place: Workplace, said: Said) -> Iterator[str]:
    with sound_vault(place) as vault:
        listed = {row.case for row in vault.cases()}
        yield from (f"{case} is lost" for (case,) in spoken(said, "filled") if case not in listed)
        seen = vault.copies.look(medium_of(place))
        there = {copy.generation: copy.opened for copy in seen.copies} if seen is not None else {}
        if not there:
            yield "the copy of before is gone"
            return
        yield from (f"copy {generation} is unreadable" for generation in seen.unreadable)
        newest = max(there)
        for generation, opened in spoken(said, "copied"):
            # Older ones may be rotated out by a visit that was cut off before it could say so.
            if generation >= newest and there.get(generation) != int(opened):
                yield f"copy {generation} is lost"
        yield from _checked(place, vault)


# --- a vault is put back -------------------------------------------------------------------------


def _worked_on_since(place: Workplace) -> None:
    vault = place.create()
    case = _fill(place, vault, *BEFORE)
    copied(place, vault)
    akt = Writer(vault, vault.open_case(case), place.around)
    akt.enter(SINCE)
    akt.file.close()
    vault.close()


def _restore(place: Workplace, say: Say) -> None:
    with prepared(place) as ready:
        say("prepared")
        ready.take_over()
    say("restored", ready.told.left_aside)


def _broken_restoring(place: Workplace, said: Said) -> Iterator[str]:
    with sound_vault(place) as vault:
        (row,) = vault.cases()
        texts = said_in(vault, row.case)
        yield from _checked(place, vault)
    beside = sorted(place.root.glob("vault.replaced-*"))
    if texts not in (BEFORE, (*BEFORE, SINCE)):
        yield f"the akt says {texts}"
    if texts == BEFORE and not any((path / "vault.slots").exists() for path in beside):
        yield "what was written since the copy is nowhere"
    for (left_aside,) in spoken(said, "restored"):
        if texts != BEFORE or not (place.root / left_aside).is_dir():
            yield "it was put back, and is not"


# --- one akt is put back -------------------------------------------------------------------------


def _damaged_since(place: Workplace) -> None:
    _copied_once(place)
    flip(_database(place), 5000)


def _database(place: Workplace) -> Path:
    return next((place.folder / "cases").glob("*.db"))


def _put_back(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        (row,) = vault.cases()
        say("begun", row.case)
        vault.copies.put_back(medium_of(place), row.case, Watch(place.pulse))
        say("back", row.case)


def _broken_putting_back(place: Workplace, said: Said) -> Iterator[str]:
    vault = place.unlock()
    try:
        (row,) = vault.cases()
        try:
            texts = said_in(vault, row.case)
        except DamagedFileError:
            if spoken(said, "back"):
                yield "it was put back, and is damaged"
            vault.copies.put_back(medium_of(place), row.case, Watch(place.pulse))
            texts = said_in(vault, row.case)
        if texts != BEFORE:
            yield f"the akt says {texts}"
        if not list(_database(place).parent.glob("*.db.damaged-*")):
            yield "the damaged file is gone"
        yield from (f"verify: {report.why}" for report in vault.verify() if report.why)
    finally:
        vault.close()


OPERATIONS: dict[str, Operation] = {
    "copy": Operation(_copy, _broken_copying, prepare=_copied_once),
    "restore": Operation(_restore, _broken_restoring, prepare=_worked_on_since, is_once=True),
    "put back": Operation(_put_back, _broken_putting_back, prepare=_damaged_since, is_once=True),
}
