# SPDX-License-Identifier: EUPL-1.2
"""The night sheet on paper: what is asked when somebody comes, with room to write."""

from typing import BinaryIO

from workbench.reports.blocks import field, heading, notice, title
from workbench.reports.boxes import ask_beside, ticks, write_line
from workbench.reports.in_house import write_for_staff
from workbench.reports.sheet import Sheet
from workbench.reports.theme import TEXT_WIDTH
from workbench.reports.voice import Voice
from workbench.services.documents import NightField, NightSheet
from workbench.words import Language


def write_night_sheet(document: NightSheet, *, language: Language, out: BinaryIO) -> None:
    """Write the PDF. Same sheet in, same bytes out."""
    sheet = night_sheet_strips(document, language)
    write_for_staff(
        sheet,
        sheet.say("Night sheet"),
        out,
        program=document.program,
        prepared_at=document.prepared_at,
    )


def night_sheet_strips(document: NightSheet, language: Language) -> Sheet:
    """All that the paper asks, not yet on pages."""
    sheet = Sheet(Voice(language))
    _ = sheet.say
    title(sheet, _("Night sheet"))
    told = _("Only the time must be known. Nothing ticked: not asked. Keyed in later on the page "
             "of the arrival.")  # fmt: skip
    notice(sheet, _("In acute danger: call 112"), told)
    _ask_hand(sheet)
    _ask_all(sheet, document.adult)
    for number in range(1, document.children + 1):
        with sheet.together():  # a page for each child: it goes into a file of its own
            heading(sheet, _("Child {number}").format(number=number))
            ask_beside(sheet, _("Name, if it is known"), _("Came (date, time)"))
            _ask_all(sheet, document.child)
    return sheet


def _ask_hand(sheet: Sheet) -> None:
    _ = sheet.say
    ask_beside(sheet, _("Date (YYYY-MM-DD)"), _("Time"))
    ask_beside(sheet, _("Who writes: name and function"), _("Name, if it is known"))


def _ask_all(sheet: Sheet, fields: tuple[NightField, ...]) -> None:
    """Short ones two beside each other; what is ticked on a line of its own."""
    waiting = ""
    for each in fields:
        if not each.boxes and each.lines == 1:
            if waiting:
                ask_beside(sheet, waiting, each.label)
            waiting = "" if waiting else each.label
            continue
        if waiting:
            ask_beside(sheet, waiting)
            waiting = ""
        _ask_one(sheet, each)
    if waiting:
        ask_beside(sheet, waiting)


def _ask_one(sheet: Sheet, asked: NightField) -> None:
    if asked.boxes:
        sheet.air(6)
        field(sheet, asked.label, ticks(asked.boxes))
        return
    ask_beside(sheet, asked.label)
    for _line in range(asked.lines - 1):
        write_line(sheet, (0.0, TEXT_WIDTH))
