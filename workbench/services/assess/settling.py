# SPDX-License-Identifier: EUPL-1.2
"""When a structured judgement may be signed, and what is pointed out before it is.

Nothing here weighs a code: what stands in the way is what nobody has said yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal

from workbench.domain.assessments import Judgement
from workbench.domain.errors import WorkbenchError
from workbench.domain.measures import CLOSED, Measure
from workbench.domain.worksheets import Citation
from workbench.instruments.answers import ItemCoding
from workbench.instruments.calendar_days import months_from, read_date
from workbench.instruments.definition import Column
from workbench.instruments.forms import open_slots
from workbench.services.assess import linking, locks
from workbench.services.assess.judging import JudgementIncompleteError
from workbench.services.assess.sheets import Sheet, entered_sheet
from workbench.services.desk import Desk
from workbench.services.facts import happening
from workbench.services.records.akt import Akt
from workbench.words import language

Doubt = Literal[
    "plan-even-low", "scenario-without-measure", "critical-without-presence", "outside-window"
]


class FactorOpenError(WorkbenchError):
    """A worksheet under a judgement has a factor that nobody has coded."""

    code: ClassVar[str] = "LOOP-007"


class ConclusionOpenError(WorkbenchError):
    """A conclusion that the worksheet asks for, or the reasons of a level, are not written."""

    code: ClassVar[str] = "LOOP-008"


@dataclass(frozen=True, slots=True)
class Doubted:
    """Something to point out before a signature; it never stands in its way."""

    what: Doubt
    item: str = ""
    column: str = ""


def require_settled(akt: Akt, desk: Desk, judgement: Judgement) -> None:
    """Refuse a signature over worksheets that nobody has finished.

    Raises:
        FactorOpenError: a factor is not coded, and its worksheet was not ended incomplete.
        ConclusionOpenError: a required conclusion or the reasons of a level are missing.
        JudgementIncompleteError: a level or conclusion is of a worksheet that is not under it.
    """
    lang = language()
    if rests_on_too_little(akt, desk, judgement):
        raise JudgementIncompleteError(parts="assessments")
    for sheet in worksheets_under(akt, desk, judgement):
        waiting = open_slots(sheet.definition, sheet.given)
        lock = locks.lock_of(akt, sheet.assessment)
        if waiting and (lock is None or not lock.value.incomplete_because):
            item = waiting[0].item
            column = next((c for c in sheet.definition.columns if c.id == waiting[0].column), None)
            raise FactorOpenError(
                factor=f"{item.number}. {item.labels[lang]}",
                column=column.labels[lang] if column is not None else "",
            )
        for open_field in open_conclusions(sheet, judgement):
            raise ConclusionOpenError(field=sheet.definition.labels[lang].conclusions[open_field])


def left_to_say(akt: Akt, desk: Desk, judgement: Judgement) -> tuple[str, ...]:
    """What stands in the way of a signature, by the worksheets' own labels."""
    lang, found = language(), []
    for sheet in worksheets_under(akt, desk, judgement):
        lock = locks.lock_of(akt, sheet.assessment)
        if lock is None or not lock.value.incomplete_because:
            slots = open_slots(sheet.definition, sheet.given)
            waiting = {slot.item.id: slot.item for slot in slots}.values()
            found += [f"{item.number}. {item.labels[lang]}" for item in waiting]
        labels = sheet.definition.labels[lang].conclusions
        found += [labels[name] for name in open_conclusions(sheet, judgement)]
    return tuple(found)


def rests_on_too_little(akt: Akt, desk: Desk, judgement: Judgement) -> bool:
    """Whether it says a level or conclusion that no worksheet under it asks for.

    Nobody would ask for the reasons of such a level, and its scale is another's.
    """
    under = worksheets_under(akt, desk, judgement)
    asked = {each.id for sheet in under for each in sheet.definition.table.conclusions}
    said = {level.field for level in judgement.levels if level.level}
    said |= {each.field for each in judgement.conclusions if each.said.strip()}
    return not said <= asked


def open_conclusions(sheet: Sheet, judgement: Judgement) -> tuple[str, ...]:
    """Conclusions of one worksheet that are asked for and not written, and levels without why."""
    levels = {level.field: level for level in judgement.levels}
    said = {each.field for each in judgement.conclusions if each.said.strip()}
    said |= {field for field, level in levels.items() if level.level and level.because.strip()}
    return tuple(
        each.id
        for each in sheet.definition.table.conclusions
        if each.id not in said and (each.required or each.id in levels)
    )


def doubts(akt: Akt, desk: Desk, judgement: Judgement) -> tuple[Doubted, ...]:
    """What is worth pointing out before a signature."""
    found: list[Doubted] = []
    for sheet in worksheets_under(akt, desk, judgement):
        found += doubts_on(sheet)
    if any(level.level for level in judgement.levels) and not has_plan(akt):
        found.append(Doubted("plan-even-low"))
    found += [Doubted("scenario-without-measure", e.record) for e in linking.unanswered(akt, desk)]
    return tuple(found)


def has_plan(akt: Akt) -> bool:
    """Whether anything is still planned: what is done or refused protects nobody from now on."""
    return any(each.value.status not in CLOSED for each in akt.all(Measure))


def doubts_on(sheet: Sheet) -> tuple[Doubted, ...]:
    """What is worth pointing out on one worksheet; no code is ever moved for it."""
    return (*_critical(sheet), *_outside(sheet))


def is_outside(column: Column, reference: date, happened: date) -> bool:
    """Whether a day lies before the window of a time column, where its length is stated."""
    if column.within_days is not None:
        return reference - happened >= timedelta(days=column.within_days)
    if column.within_months is not None:
        return happened < months_from(reference, -column.within_months)
    return False


def lies_outside(sheet: Sheet, column: Column, cited: Citation) -> bool:
    """Whether what is cited happened before the window of a time column; no code is moved."""
    incident = sheet.incidents.get(cited.incident)
    span = read_date(cited.happened_on) if incident is None else happening.reach_of(incident)
    return span is not None and is_outside(column, reference_day(sheet, column.id), span.last)


def reference_day(sheet: Sheet, column: str) -> date:
    """The day that a column's window is counted back from: what was said, else the first day."""
    said = read_date(sheet.heads[column].reference_on) if column in sheet.heads else None
    return said.last if said is not None else date.fromisoformat(sheet.context.begun_on)


def worksheets_under(akt: Akt, desk: Desk, judgement: Judgement) -> tuple[Sheet, ...]:
    """The entered worksheets that a judgement rests on."""
    found = (entered_sheet(akt, desk, each) for each in judgement.assessments)
    return tuple(sheet for sheet in found if sheet.definition.kind == "spj")


def _critical(sheet: Sheet) -> Iterator[Doubted]:
    presence = sheet.definition.table.codes
    if presence is None:
        return
    for item, mark in sheet.beside.marks.items():
        given = sheet.given.get(item) or sheet.extras.get(item)
        codes = given.codes.values() if isinstance(given, ItemCoding) else ()
        is_present = {code.text for code in codes} & {presence.present, presence.partial}
        if mark.critical and not is_present:
            yield Doubted("critical-without-presence", item)


def _outside(sheet: Sheet) -> Iterator[Doubted]:
    columns = {column.id: column for column in sheet.definition.columns}
    for cited in sheet.beside.citations:
        column = columns.get(cited.value.column)
        if column is not None and lies_outside(sheet, column, cited.value):
            yield Doubted("outside-window", cited.value.item, column.id)
