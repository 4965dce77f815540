# SPDX-License-Identifier: EUPL-1.2
"""A whole akt on paper, entry by entry: the readable half of an open copy."""

from typing import BinaryIO

from workbench.reports.blocks import field, heading, note, notice, subheading, title
from workbench.reports.pages import write_pages
from workbench.reports.parties import add_origin, add_persons, furniture, label
from workbench.reports.sheet import Sheet
from workbench.reports.voice import Voice
from workbench.services.documents import JournalDocument, JournalEntryPart
from workbench.services.jobs import Pulse, no_pulse
from workbench.words import Language


def write_journal(
    document: JournalDocument, *, language: Language, out: BinaryIO, pulse: Pulse = no_pulse
) -> None:
    """Write the PDF. Same document in, same bytes out: no clock, vault or process language."""
    sheet = journal_sheet(document, language, pulse)
    _ = sheet.say
    head = f"{_('Open copy')} · {document.case_number}"
    pages = furniture(sheet, document.provenance, head=head)
    write_pages(
        sheet.strips, pages, label(sheet, document.provenance), sheet.setter, out, pulse=pulse
    )


def journal_sheet(document: JournalDocument, language: Language, pulse: Pulse = no_pulse) -> Sheet:
    """All that the paper says, not yet on pages."""
    sheet = Sheet(Voice(language))
    _ = sheet.say
    title(sheet, _("The whole case file"))
    notice(
        sheet,
        _("This is a copy of everything that was entered, unprotected."),
        _("Whoever has it can read it. Keep it as the case file itself is kept."),
    )
    field(sheet, _("Case number"), document.case_number, strong=True)
    field(sheet, _("Organisation"), document.unit)
    add_persons(sheet, document.persons)
    heading(sheet, _("Entries in the order in which they were made"))
    for entry in document.entries:
        pulse()
        _add_entry(sheet, entry)
    if document.unentered:
        heading(sheet, _("Typed and not entered"))
        note(sheet, _("Working material of the one who made this copy. It is no record."))
        for line in document.unentered:
            field(sheet, line.label, line.text)
    add_origin(sheet, document.provenance)
    return sheet


def _add_entry(sheet: Sheet, entry: JournalEntryPart) -> None:
    with sheet.together():
        _add_lines(sheet, entry)


def _add_lines(sheet: Sheet, entry: JournalEntryPart) -> None:
    subheading(sheet, f"{entry.number}  {entry.heading}")
    note(sheet, entry.byline)
    if entry.state:
        note(sheet, entry.state)
    for line in entry.lines:
        field(sheet, line.label, line.text)
