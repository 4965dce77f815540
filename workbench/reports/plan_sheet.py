# SPDX-License-Identifier: EUPL-1.2
"""The small sheet that a person may carry: own words, then short lines. No head, foot or heading.

For a child it is set larger, with one line above that any child can be given.
"""

from datetime import UTC, datetime
from typing import BinaryIO

from workbench.reports.pages import Label, write_pages
from workbench.reports.sheet import Sheet
from workbench.reports.strips import Cell, Mark, Part, RowLook
from workbench.reports.theme import A5, A6, HAIRLINE, MUTED, REGULAR, Face, Format
from workbench.reports.voice import Voice
from workbench.services.documents import PlanSheetDocument
from workbench.words import Language

_FORMATS: dict[str, Format] = {"A6": A6, "A5": A5}
_SIZES: dict[str, float] = {"": 10.5, "young": 17.0, "school": 14.0, "teen": 11.5}
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The file says no day: when it was made is in the journal, not in the hand of who carries it."""


def write_plan_sheet(document: PlanSheetDocument, *, language: Language, out: BinaryIO) -> None:
    """Write the PDF. Same document in, same bytes out: the file knows no day and no maker."""
    sheet = plan_sheet(document, language)
    spoken = "sv-SE" if language == "sv" else "en-GB"
    label = Label(" ", spoken, _NO_DAY, _FORMATS[document.size])
    write_pages(sheet.strips, None, label, sheet.setter, out)


def plan_sheet(document: PlanSheetDocument, language: Language) -> Sheet:
    """All that the sheet says, not yet on pages."""
    sheet = Sheet(Voice(language))
    size = _SIZES[document.reader]
    face, soft = Face(REGULAR, size, size * 1.4), Face(REGULAR, size * 0.8, size * 1.2, MUTED)
    width = _FORMATS[document.size].text_width
    lead = _lead(sheet, document.reader)
    if lead:
        sheet.row((Cell(0.0, width, (Part(lead, soft),)),), RowLook(below=size * 0.6))
    if document.words:
        sheet.row((Cell(0.0, width, (Part(document.words, face),)),), RowLook())
        sheet.air(size)
    fine = Mark(0.0, width, HAIRLINE, 0.5, at_foot=True)
    for line in document.lines:
        sheet.row((Cell(0.0, width, (Part(line, face),)),), RowLook(4, 5, foot=fine))
    return sheet


def _lead(sheet: Sheet, reader: str) -> str:
    _ = sheet.say
    if reader == "young":
        return _("It is good to tell a grown-up.")
    if reader == "school":
        return _("You can always tell a grown-up whom you trust.")
    return ""
