# SPDX-License-Identifier: EUPL-1.2
"""What both papers share: the people in it, the measures, who signs, what made it."""

from collections.abc import Iterable

from workbench.reports.blocks import Column, Content, field, heading, table
from workbench.reports.pages import Furniture, Label
from workbench.reports.sheet import Sheet
from workbench.reports.strips import Part
from workbench.reports.theme import BODY, CELL, CELL_MUTED
from workbench.services.documents import (
    MeasureRow,
    PersonRow,
    Provenance,
    SignaturePart,
    StaffRow,
)


def staff(person: StaffRow) -> str:
    """A name and in what function."""
    return f"{person.name}, {person.function}" if person.function else person.name


def add_persons(sheet: Sheet, persons: Iterable[PersonRow]) -> None:
    """Whom the paper is about, each under the role it has in the case."""
    for person in persons:
        named = ", ".join(one for one in (person.name, person.number) if one)
        field(sheet, person.role, named)


def add_measures(sheet: Sheet, measures: Iterable[MeasureRow], *, answers: bool) -> None:
    """Who does what by when; `answers` adds the scenarios that each measure answers."""
    _ = sheet.say
    columns = [
        Column(_("Measure"), 38),
        Column(_("Who"), 22),
        Column(_("When"), 17),
        Column(_("Status"), 13),
    ]
    if answers:
        columns.insert(3, Column(_("Answers scenario"), 10))
    table(sheet, tuple(columns), (_measure(sheet, one, answers=answers) for one in measures))


def _measure(sheet: Sheet, measure: MeasureRow, *, answers: bool) -> tuple[Content, ...]:
    _ = sheet.say
    follow_up = sheet.voice.day(measure.follow_up)
    followed = _("Followed up {day}").format(day=follow_up) if follow_up else ""
    what = (Part(measure.what, CELL), Part(followed, CELL_MUTED))
    when: tuple[Part, ...] = (Part(_("Not stated"), CELL_MUTED),)
    if measure.due is not None or measure.when:
        when = (Part(sheet.voice.day(measure.due), CELL), Part(measure.when, CELL))
    scenarios = (", ".join(measure.scenarios),) if answers else ()
    return (what, measure.who, when, *scenarios, measure.status)


def add_signature(sheet: Sheet, part: SignaturePart) -> None:
    """Who stands for it, and who read it before it left."""
    _ = sheet.say
    time = sheet.voice.time
    heading(sheet, _("Signature"))
    with sheet.together():
        field(sheet, _("Signed by"), staff(part.signer))
        field(sheet, _("Entered in the journal"), time(part.entered_at))
        field(sheet, _("Signed on"), time(part.signed_at) or _("Not signed"), strong=True)
        _add_review(sheet, part)


def _add_review(sheet: Sheet, part: SignaturePart) -> None:
    _ = sheet.say
    if part.reviewer is not None:
        field(sheet, _("Reviewed by"), staff(part.reviewer))
        field(sheet, _("Reviewed on"), sheet.voice.time(part.reviewed_at) or _("Not reviewed yet"))
    elif part.named_reviewer:
        named = _("Named by the assessor: {name}. No review is approved in the case file.")
        field(sheet, _("Reviewed by"), named.format(name=part.named_reviewer))
    elif part.review_skipped:
        skipped = _("The review was skipped: {reason}").format(reason=part.review_skipped)
        field(sheet, _("Review"), skipped)
    else:
        field(sheet, _("Review"), _("No review has been made."))


def add_origin(sheet: Sheet, origin: Provenance) -> None:
    """What made this paper, so that someone else can check it."""
    _ = sheet.say
    heading(sheet, _("How this paper was made"))
    with sheet.together():
        field(sheet, _("Program"), origin.program)
        pins = tuple(Part(pin, BODY) for pin in origin.pins)
        field(sheet, _("Instruments used"), pins)
        field(sheet, _("Printed on"), sheet.voice.time(origin.prepared_at))


def furniture(sheet: Sheet, origin: Provenance, *, head: str, warning: str = "") -> Furniture:
    """Head and foot of the pages: what paper it is, what made it, which page of how many."""
    _ = sheet.say
    printed = _("printed {time}").format(time=sheet.voice.time(origin.prepared_at))
    page = _("Page {page} of {pages}")
    return Furniture(
        head_left=head,
        head_right=warning,
        foot_left=f"{origin.program} · {printed}",
        page_of=lambda number, count: page.format(page=number, pages=count),
    )


def label(sheet: Sheet, origin: Provenance) -> Label:
    """A title that says nothing about what the paper is."""
    _ = sheet.say
    language = "sv-SE" if sheet.voice.language == "sv" else "en-GB"
    return Label(_("Document"), language, origin.prepared_at)
