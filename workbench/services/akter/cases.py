# SPDX-License-Identifier: EUPL-1.2
"""Open, create and find akter; keep the register's mirror of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.disclosures import Opened
from workbench.domain.erasing import Erased, Hidden
from workbench.domain.ids import CaseId
from workbench.domain.subject import Subject
from workbench.services.akter import waits
from workbench.services.desk import Desk
from workbench.services.law.deadline_rules import Rules, rules
from workbench.services.loop import deadlines, first_day, gap_flags
from workbench.services.person import link_marks, protection_view
from workbench.services.person.whom import subject_of
from workbench.services.ports import CaseFile, CaseSummary, RegisterRow
from workbench.services.purge.purging import settle
from workbench.services.records.akt import Akt, Draft, Mirror

MIRRORED = (
    frozenset({"subject", "hidden"})
    | waits.KINDS_OF_RECORDS
    | deadlines.KINDS_OF_RECORDS
    | gap_flags.KINDS_OF_RECORDS
    | first_day.KINDS_OF_RECORDS
    | link_marks.KINDS_OF_RECORDS
    | protection_view.KINDS_OF_RECORDS
)
HIDDEN = "hidden"
_NUMBER_DIGITS = 4


@dataclass(frozen=True, slots=True)
class NewCase:
    """What is known when an akt is begun. Nothing but the number must be."""

    subject: Subject
    number: str = ""


def open_cases(desk: Desk) -> tuple[RegisterRow, ...]:
    """The user's own cases, newest first; those that were hidden are listed elsewhere."""
    return _shown(desk.vault.cases())


def find_cases(desk: Desk, sought: str) -> tuple[RegisterRow, ...]:
    """Own cases by the beginning of a name, by personal number or by case number; no other key.

    The law allows these keys only across cases; text inside an akt is never searched here.
    """
    return _shown(desk.vault.own.find(sought))


def hidden_cases(desk: Desk) -> tuple[RegisterRow, ...]:
    """The own cases that were hidden, newest first. Nothing of them was taken away."""
    return tuple(row for row in desk.vault.own.rows() if HIDDEN in row.summary.flags)


def next_number(desk: Desk) -> str:
    """A case number that no akt has, and none had that was erased: year and a running number."""
    year = f"{desk.clock.today().year}-"
    numbers = [row.number for row in desk.vault.cases()]
    numbers += [erased.value.case_number for erased in desk.house.all(Erased)]
    taken = [number[len(year) :] for number in numbers if number.startswith(year)]
    highest = max((int(rest) for rest in taken if rest.isdigit()), default=0)
    return f"{year}{highest + 1:0{_NUMBER_DIGITS}d}"


def create_case(desk: Desk, new: NewCase) -> Akt:
    """Begin an akt, note that it lies open, and enter whom it is about."""
    akt = _noted(desk, _akt(desk, desk.vault.new_case(new.number or next_number(desk))))
    akt.enter(Draft(new.subject))
    return akt


def open_case(desk: Desk, case: CaseId, *, read_only: bool = False) -> Akt:
    """Open one of the own akter and note in the organisation akt that it was opened.

    `read_only`: also an older copy, of which nothing is derived and into which nothing is written.
    """
    akt = _noted(desk, _akt(desk, desk.vault.open_case(case, read_only=read_only)))
    row = desk.vault.own.row(case)
    if row is not None and row.is_stale and not akt.is_older_copy:
        with akt.whole():
            desk.vault.mirror(case, summary_of(akt, rules(desk.house)))
    if not akt.is_older_copy:
        settle(desk, akt)
    return akt


def number_of(desk: Desk, case: CaseId) -> str:
    """The case number of one of the own cases; "" when it is not among them."""
    row = desk.vault.own.row(case)
    return row.number if row is not None else ""


def summary_of(akt: Akt, known: Rules | None = None) -> CaseSummary:
    """What the register mirrors: names, numbers and the dates that Idag lists.

    `known`: the rules of deadlines with the house's own periods; the texts' alone otherwise.
    """
    subject = subject_of(akt)
    return CaseSummary(
        names=(subject.name,) if subject.name else (),
        personal_numbers=(subject.personal_number,) if subject.personal_number else (),
        dates=tuple(sorted(deadlines.dates_to_mirror(akt, known), key=lambda pair: pair[1])),
        flags=tuple(_flags(akt)),
    )


def _noted(desk: Desk, akt: Akt) -> Akt:
    """Nobody reads in an akt that the log says nothing of."""
    try:
        desk.house.enter(Draft(Opened(akt.case)))
    except BaseException:
        akt.close()
        raise
    return akt


def _akt(desk: Desk, file: CaseFile) -> Akt:
    def write(akt: Akt) -> None:
        desk.vault.mirror(akt.case, summary_of(akt, rules(desk.house)))

    return Akt(file, desk.vault, desk.clock, desk.ids, Mirror(MIRRORED, write))


def _shown(rows: tuple[RegisterRow, ...]) -> tuple[RegisterRow, ...]:
    return tuple(row for row in rows if HIDDEN not in row.summary.flags)


def _flags(akt: Akt) -> Iterator[str]:
    yield from protection_view.flags_of(akt)
    if any(each.value.is_hidden for each in akt.all(Hidden)):
        yield HIDDEN
    yield from (wait.flag for wait in waits.waits_of(akt))
    yield from gap_flags.flags_of(akt)
    yield from first_day.flags_of(akt)
    yield from link_marks.flags_of(akt)
