# SPDX-License-Identifier: EUPL-1.2
"""How sure it is who an akt is about: doubts worth showing, reserve numbers, and joining them.

A doubt stops nothing. Other akter are looked at as far as this user may open them; the rest are
not read, so that no answer, and no time that it takes, can tell of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, UserId
from workbench.domain.journal import Entry
from workbench.domain.names import is_same_name
from workbench.domain.personal_number import Doubt as NumberDoubt
from workbench.domain.personal_number import digits_of, doubt_about, is_same
from workbench.domain.reserve_numbers import is_reserve_number, reserve_number
from workbench.domain.subject import Subject
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.person.whom import set_subject, subject_of
from workbench.services.ports import RegisterRow
from workbench.services.records import bodies
from workbench.services.records.akt import Akt

DoubtKind = Literal[
    "number",
    "reserve-as-number",
    "number-elsewhere",
    "joined-before",
    "name-missing",
    "name-figures",
    "name-elsewhere",
    "confirmed-by-nothing",
]
_TAIL = 10


class NumberKnownError(WorkbenchError):
    """A reserve number was asked for where a personal number, or a reserve number, stands."""

    code: ClassVar[str] = "PERSON-009"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt. `number`: what is wrong with a number; `where`: case numbers, or a number."""

    kind: DoubtKind
    number: NumberDoubt = ""
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """A reserve number was joined to a personal number, by whom and why."""

    personal_number: str
    recorded_at: str
    author: UserId
    reason: str


def doubts_of(desk: Desk, akt: Akt, subject: Subject | None = None) -> tuple[Doubt, ...]:
    """What speaks against whom the akt is about, or against a version that is being written."""
    about = subject if subject is not None else subject_of(akt)
    return (
        *_of_number(desk, akt, about.personal_number),
        *_of_name(desk, akt, about),
        *_of_ground(about),
    )


def give_reserve_number(akt: Akt) -> Changes:
    """Enter the akt's reserve number.

    Raises:
        NumberKnownError: there is a number already.
    """
    about = subject_of(akt)
    if about.number:
        raise NumberKnownError
    return set_subject(akt, replace(about, reserve_number=reserve_number(akt.case), reason=""))


def with_reserve(case: CaseId, subject: Subject) -> Subject:
    """A person who stays unknown gets a reserve number; everybody else is as they were."""
    if subject.identity != "unknown" or subject.number:
        return subject
    return replace(subject, reserve_number=reserve_number(case))


def joins(akt: Akt) -> tuple[Joined, ...]:
    """Each time a person with a reserve number got a personal number, or another one."""
    found: list[Joined] = []
    for each in akt.all(Subject)[:1]:
        before = ""
        for entry in akt.history(Subject, each.record):
            value = _read(entry)
            if value is None:
                continue
            if _joins(value, before):
                header = entry.header
                joined = Joined(
                    value.personal_number, header.recorded_at, header.author, value.reason
                )
                found.append(joined)
            before = value.personal_number or before
    return tuple(found)


def needs_reason(reserve: str, before: str, now: str) -> bool:
    """Whether this joins a reserve number to a personal number, or to another one."""
    return bool(reserve and now.strip()) and now.strip() != before.strip()


def others_with_number(desk: Desk, case: CaseId, number: str) -> tuple[RegisterRow, ...]:
    """Own akter, beside this one, that stand under the same personal number."""
    digits = digits_of(number)
    if len(digits) < _TAIL:
        return ()
    found = {
        row.case: row for each in (digits, digits[-_TAIL:]) for row in desk.vault.own.find(each)
    }
    return tuple(
        row
        for row in found.values()
        if row.case != case and any(is_same(number, n) for n in row.summary.personal_numbers)
    )


def _read(entry: Entry) -> Subject | None:
    try:
        return bodies.read(entry, Subject)
    except bodies.UnreadableError:  # disposed of, withdrawn, or of a later version
        return None


def _joins(value: Subject, before: str) -> bool:
    number = value.personal_number
    return bool(value.reserve_number and number) and not is_same(number, before)


def _of_number(desk: Desk, akt: Akt, number: str) -> Iterator[Doubt]:
    if not number.strip():
        return
    if is_reserve_number(number):
        yield Doubt("reserve-as-number")
        return
    wrong = doubt_about(number, desk.clock.today())
    if wrong:
        yield Doubt("number", wrong)
    elsewhere = others_with_number(desk, akt.case, number)
    if elsewhere:
        yield Doubt("number-elsewhere", where=_numbers(elsewhere))
    before = [each.personal_number for each in joins(akt)]
    others = tuple(each for each in before if not is_same(each, number))
    if others:
        yield Doubt("joined-before", where=others)


def _of_name(desk: Desk, akt: Akt, about: Subject) -> Iterator[Doubt]:
    name = about.name.strip()
    if not name:
        if about.identity in ("confirmed", "stated"):
            yield Doubt("name-missing")
        return
    if any(letter.isdigit() for letter in name) or not any(letter.isalpha() for letter in name):
        yield Doubt("name-figures")
    longest = max(name.split(), key=len)  # however the spaces were typed
    same = [row for row in desk.vault.own.find(longest) if _is_namesake(akt.case, about, row)]
    if same:
        yield Doubt("name-elsewhere", where=_numbers(tuple(same)))


def _is_namesake(case: CaseId, about: Subject, row: RegisterRow) -> bool:
    """The same name, and no number that tells the two apart."""
    if row.case == case or not any(is_same_name(about.name, name) for name in row.summary.names):
        return False
    theirs = row.summary.personal_numbers
    return not (about.personal_number and theirs)


def _of_ground(about: Subject) -> Iterator[Doubt]:
    if about.identity == "confirmed" and about.established in ("", "own-word"):
        yield Doubt("confirmed-by-nothing")


def _numbers(rows: tuple[RegisterRow, ...]) -> tuple[str, ...]:
    return tuple(sorted(row.number for row in rows))
