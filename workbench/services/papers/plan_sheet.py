# SPDX-License-Identifier: EUPL-1.2
"""The sheet of the person's own plan: only what was worded for paper, and nothing that tells.

The same holds for an adult and for a child. What passes is the plan's words for paper, and the
words for paper of points that may stand there; the points' texts, who, marks M and P, the
organisation's plan, the safe contact and the rest of the akt are never read into it.
"""

import re
from collections.abc import Iterator
from typing import ClassVar

from workbench.domain.errors import WorkbenchError
from workbench.domain.people import Organisation, StaffMember
from workbench.domain.plans import Carry, PlanItem, SafetyPlan, strictest
from workbench.domain.subject import SafeContact
from workbench.services.documents import PlanSheetDocument
from workbench.services.loop import planning
from workbench.services.loop.own_points import library_of
from workbench.services.loop.plan_library import Library, read_library, telling_in
from workbench.services.papers import shared
from workbench.services.papers.shared import Writing
from workbench.services.person.whom import subject_of

_SHORTEST = 3
_NUMBER = re.compile(r"\d{6,8}[-+ ]?\d{4}")


class NoSheetError(WorkbenchError):
    """A sheet that nobody asked for."""

    code: ClassVar[str] = "PLAN-006"


class TellingSheetError(WorkbenchError):
    """A sheet that would tell what it is, or whose (`words`)."""

    code: ClassVar[str] = "PLAN-007"


class EmptySheetError(WorkbenchError):
    """A sheet with nothing on it."""

    code: ClassVar[str] = "PLAN-008"


def plan_sheet_document(writing: Writing) -> PlanSheetDocument:
    """The sheet as it would be printed now.

    Raises:
        NoSheetError: no plan, or the person has not asked for paper;
        EmptySheetError: nothing was worded for paper;
        TellingSheetError: a name, number or word that tells.
    """
    found = writing.akt.all(SafetyPlan)
    if not found or found[-1].value.paper != "asked-for":
        raise NoSheetError
    plan = found[-1].value
    library = library_of(writing.desk, writing.language)
    items = [each.value for each in planning.items_of(writing.akt, "person")]
    made = PlanSheetDocument(
        words=plan.on_paper.strip(),
        lines=tuple(item.paper.strip() for item in items if may_stand(library, item)),
        size=plan.size,
        reader=plan.reader,
    )
    if not (made.words or made.lines):
        raise EmptySheetError
    _require_neutral(writing, made)
    return made


def may_stand(library: Library, item: PlanItem) -> bool:
    """Whether a point stands on the sheet: the person's, marked U everywhere, worded for it."""
    return item.owner == "person" and mark_of(library, item) == "U" and bool(item.paper.strip())


def mark_of(library: Library, item: PlanItem) -> Carry:
    """A point's own mark, or P where the library (also as it ships) keeps it with us."""
    known = (library.point(item.section), read_library("sv").point(item.section))
    kept = [point.carry for point in known if point is not None and point.carry == "P"]
    return strictest(item.carry, *kept)


def _require_neutral(writing: Writing, made: PlanSheetDocument) -> None:
    text = " \n".join((made.words, *made.lines))
    told = [*_numbers(text), *telling_in(text), *_names(writing, text)]
    if told:
        raise TellingSheetError(words=", ".join(dict.fromkeys(told)))


def _numbers(text: str) -> list[str]:
    """Anything that looks like a personal number: eight or six digits and four."""
    return [found for found in _NUMBER.findall(text) if _is_date_like(found)]


def _is_date_like(found: str) -> bool:
    digits = re.sub(r"\D", "", found)[-10:]
    month, day = int(digits[2:4]), int(digits[4:6])
    return 1 <= month <= 12 and 1 <= day <= 91  # noqa: PLR2004  a samordningsnummer adds 60


def _names(writing: Writing, text: str) -> Iterator[str]:
    folded = text.casefold()
    for name in _known(writing):
        whole = name.casefold().strip()
        if len(whole) >= _SHORTEST and re.search(rf"(?<!\w){re.escape(whole)}(?!\w)", folded):
            yield name


def _known(writing: Writing) -> Iterator[str]:
    """Names and numbers that no such sheet carries: the house's, this akt's, every own akt's."""
    desk = writing.desk
    for house in desk.house.all(Organisation):
        yield from (house.value.name, house.value.unit)
    for member in desk.house.all(StaffMember):
        yield member.value.name
    subject = subject_of(writing.akt)
    yield from (subject.name, subject.personal_number, subject.reserve_number)
    yield shared.case_number(writing)
    for contact in writing.akt.all(SafeContact):
        yield contact.value.code_word
    for row in desk.vault.own.rows():
        yield from (name for name in row.summary.names if " " in name.strip())
        yield from (*row.summary.personal_numbers, row.number)
