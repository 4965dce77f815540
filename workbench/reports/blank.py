# SPDX-License-Identifier: EUPL-1.2
"""An empty form on paper: boxes to tick, lines to write on, the mark that keying in asks for."""

from collections.abc import Iterable
from typing import BinaryIO

from workbench.reports.blank_worksheet import add_worksheet
from workbench.reports.blocks import Column, field, heading, note, notice, remarks, title
from workbench.reports.boxes import FormTable, ask_beside, keys, ticks, write_line
from workbench.reports.pages import Furniture, Label, write_pages
from workbench.reports.sheet import Sheet
from workbench.reports.strips import Part
from workbench.reports.theme import BODY, BODY_STRONG, CELL_MUTED, LABEL, TEXT_WIDTH
from workbench.reports.voice import Voice
from workbench.services.documents import BlankForm, BlankItem, BlankSection, Box
from workbench.words import Language

_LINES = {"choice": 1, "number": 1, "date": 1, "events": 4, "text": 3, "ratings": 4}
_EMPTY_LINES = 14


def write_blank(form: BlankForm, *, language: Language, out: BinaryIO) -> None:
    """Write the PDF. Same form in, same bytes out: no clock, vault or process language."""
    sheet = blank_sheet(form, language)
    _ = sheet.say
    page = _("Page {page} of {pages}")
    pages = Furniture(
        head_left=form.title,
        head_right=_key(form.states),
        foot_left=f"{form.mark} · {form.version}",
        page_of=lambda number, count: page.format(page=number, pages=count),
    )
    spoken = "sv-SE" if language == "sv" else "en-GB"
    label = Label(_("Document"), spoken, form.prepared_at)
    write_pages(sheet.strips, pages, label, sheet.setter, out)


def blank_sheet(form: BlankForm, language: Language) -> Sheet:
    """All that the paper says, not yet on pages."""
    sheet = Sheet(Voice(language))
    _ = sheet.say
    title(sheet, form.title)
    _add_opening(sheet, form)
    _add_hand(sheet)
    _add_key(sheet, form.states)
    if form.worksheet is not None:
        add_worksheet(sheet, form.worksheet)
    for section in form.sections:
        _add_section(sheet, section)
    if form.worksheet is None and not form.sections:
        _add_nothing(sheet)
    sheet.air(16)
    remarks(sheet, _("To keep in mind"), form.caveats)
    return sheet


def _add_opening(sheet: Sheet, form: BlankForm) -> None:
    _ = sheet.say
    field(sheet, _("Mark of the form"), (Part(form.mark, BODY_STRONG), Part(form.version, LABEL)))
    field(sheet, _("What it is for"), "\n".join(form.about))
    field(sheet, _("Wording of the form"), form.wording)
    field(sheet, _("Time that is meant"), "\n".join(form.windows))
    field(sheet, _("Case number"), form.number, strong=True)
    field(sheet, _("Name"), form.person, strong=True)


def _add_hand(sheet: Sheet) -> None:
    """Who wrote it, and when: what keying in asks for first."""
    _ = sheet.say
    sheet.air(8)
    ask_beside(sheet, _("Date (YYYY-MM-DD)"), _("Time"))
    ask_beside(sheet, _("Who writes: name and function"), _("Booking number, with an interpreter"))
    sheet.air(8)


def _add_key(sheet: Sheet, states: tuple[Box, ...]) -> None:
    """What the short signs mean. No tick at all is an answer state too."""
    _ = sheet.say
    if states:
        told = _("No answer is something to know. Nothing ticked: not yet asked.")
        postponed = _("Postponed: write why, and when it is asked again, on the line below.")
        notice(sheet, _key(states), f"{told} {postponed}")


def _key(states: Iterable[Box]) -> str:
    return " · ".join(f"{box.key}\u00a0{box.label}" for box in states)


def _add_section(sheet: Sheet, section: BlankSection) -> None:
    _ = sheet.say
    heading(sheet, section.title)
    if section.key:
        told = (f"{box.key} {box.label}" for box in section.key if box.label)
        field(sheet, _("Answers"), "\n".join(told))
    table = FormTable(
        sheet,
        (
            Column(_("No."), 6),
            Column(_("Question, with a line for notes"), 42),
            Column(_("Answer"), 33),
            Column(_("No answer"), 19),
        ),
    )
    for item in section.items:
        asked = (Part(item.label, BODY), Part(item.only_if, CELL_MUTED))
        number = (Part(item.number, BODY_STRONG),)
        table.row((number, asked, _answer(item), keys(item.states)), lines=_LINES[item.kind])


def _answer(item: BlankItem) -> tuple[Part, ...]:
    said = keys(item.boxes) if item.key_above else ticks(item.boxes)
    return (Part(item.hint, CELL_MUTED), *said) if item.hint else said


def _add_nothing(sheet: Sheet) -> None:
    _ = sheet.say
    heading(sheet, _("Notes"))
    note(sheet, _("No question of this form is established here. Write what was asked and said."))
    for _line in range(_EMPTY_LINES):
        write_line(sheet, (0.0, TEXT_WIDTH))
