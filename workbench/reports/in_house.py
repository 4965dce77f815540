# SPDX-License-Identifier: EUPL-1.2
"""A paper for those who work here: its name at the top, the program below, nobody named."""

from datetime import datetime
from typing import BinaryIO

from workbench.reports.pages import Furniture, Label, write_pages
from workbench.reports.sheet import Sheet


def write_for_staff(
    sheet: Sheet, head: str, out: BinaryIO, *, program: str, prepared_at: datetime
) -> None:
    """Write the PDF of what is on the sheet. Same sheet in, same bytes out."""
    _ = sheet.say
    page = _("Page {page} of {pages}")
    pages = Furniture(
        head_left=head,
        head_right="",
        foot_left=program,
        page_of=lambda number, count: page.format(page=number, pages=count),
    )
    spoken = "sv-SE" if sheet.voice.language == "sv" else "en-GB"
    label = Label(_("Document"), spoken, prepared_at)
    write_pages(sheet.strips, pages, label, sheet.setter, out)
