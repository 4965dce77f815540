# SPDX-License-Identifier: EUPL-1.2
"""What is said once of a worksheet: its head, what its columns cover, whom it is about."""

from collections.abc import Mapping
from datetime import date

from workbench.domain.ids import RecordId
from workbench.domain.worksheets import ColumnHead, SheetPerson, WorksheetHead
from workbench.instruments.calendar_days import read_date
from workbench.services.akt import Akt, Recorded
from workbench.services.sheets import Sheet


def head_of(akt: Akt, assessment: RecordId) -> Recorded[WorksheetHead] | None:
    """The entered head of a worksheet."""
    found = [each for each in akt.all(WorksheetHead) if each.value.assessment == assessment]
    return found[-1] if found else None


def people_of(akt: Akt, assessment: RecordId) -> tuple[Recorded[SheetPerson], ...]:
    """The people that a worksheet is about, in the order in which they were entered."""
    return tuple(each for each in akt.all(SheetPerson) if each.value.assessment == assessment)


def column_heads(akt: Akt, assessment: RecordId) -> Mapping[str, ColumnHead]:
    """What the assessor said of each time column."""
    head = head_of(akt, assessment)
    return {each.column: each for each in head.value.columns} if head is not None else {}


def reference_day(sheet: Sheet, heads: Mapping[str, ColumnHead], column: str) -> date:
    """The day that a column's window is counted back from: what was said, else the first day."""
    said = read_date(heads[column].reference_on) if column in heads else None
    if said is not None:
        return said.last
    return date.fromisoformat(sheet.context.begun_on)
