# SPDX-License-Identifier: EUPL-1.2
"""The Arksida on paper: every factor with boxes in each time column and two lines for notes."""

from workbench.reports.blocks import Column, field, heading
from workbench.reports.boxes import FormTable, ask_beside, keys, ticks
from workbench.reports.sheet import Sheet
from workbench.reports.strips import Part
from workbench.services.documents import BlankColumn, BlankWorksheet, Box

_NUMBER, _CODES, _MARKS, _WHOLE = 5, 22, 14, 100
_SOURCES, _LINES = 6, 2


def add_worksheet(sheet: Sheet, worksheet: BlankWorksheet) -> None:
    """In the order in which it is worked with on screen: assignment, sources, people, factors."""
    _ = sheet.say
    _add_frame(sheet, worksheet)
    codes = next((c.boxes for c in worksheet.columns if c.covers), ())
    heading(sheet, _("Factors"))
    field(sheet, _("Codes"), "\n".join(f"{box.key} {box.label}" for box in codes))
    for column in worksheet.columns:
        field(sheet, column.label, column.covers)
    for group in worksheet.groups:
        sheet.air(14)
        table = FormTable(sheet, _columns(sheet, worksheet, group.title))
        for number, label in group.factors:
            boxes = (_boxes(column) for column in worksheet.columns)
            table.row((number, label, *boxes), lines=_LINES)


def _add_frame(sheet: Sheet, worksheet: BlankWorksheet) -> None:
    _ = sheet.say
    if worksheet.head or worksheet.procedure:
        heading(sheet, _("Assignment"))
    for name in worksheet.head:
        ask_beside(sheet, name)
    field(sheet, _("Procedure"), ticks(Box("", name) for name in worksheet.procedure))
    heading(sheet, _("Sources"))
    for number in range(1, _SOURCES, 2):
        told = _("{number}. What, its date, from whom, what it covers")
        ask_beside(sheet, told.format(number=number), told.format(number=number + 1))
    if worksheet.people:
        heading(sheet, _("People"))
    for part in worksheet.people:
        ask_beside(sheet, part, _("Relation"))


def _boxes(column: BlankColumn) -> tuple[Part, ...]:
    """Of a time column the codes alone; their meaning stands above."""
    return keys(column.boxes) if column.covers else ticks(column.boxes, stacked=True)


def _columns(sheet: Sheet, worksheet: BlankWorksheet, title: str) -> tuple[Column, ...]:
    _ = sheet.say
    shares = [_CODES if column.covers else _MARKS for column in worksheet.columns]
    pairs = zip(worksheet.columns, shares, strict=True)
    rest = _WHOLE - _NUMBER - sum(shares)
    boxes = (Column(column.label, share) for column, share in pairs)
    return (Column(_("No."), _NUMBER), Column(title, rest), *boxes)
