# SPDX-License-Identifier: EUPL-1.2
"""The certificate of a removal on paper: one page that an archive can keep."""

from typing import BinaryIO

from workbench.reports.blocks import Column, field, heading, note, notice, remarks, table, title
from workbench.reports.pages import write_pages
from workbench.reports.parties import add_origin, furniture, label, staff
from workbench.reports.sheet import Sheet
from workbench.reports.strips import Part
from workbench.reports.theme import BODY, CELL_STRONG
from workbench.reports.voice import Voice
from workbench.services.documents import CertificateDocument
from workbench.words import Language


def write_certificate(document: CertificateDocument, *, language: Language, out: BinaryIO) -> None:
    """Write the PDF. Same document in, same bytes out: no clock, vault or process language."""
    sheet = certificate_sheet(document, language)
    _ = sheet.say
    head = f"{_('Certificate of disposal')} · {document.case_number}"
    pages = furniture(sheet, document.provenance, head=head)
    write_pages(sheet.strips, pages, label(sheet, document.provenance), sheet.setter, out)


def certificate_sheet(document: CertificateDocument, language: Language) -> Sheet:
    """All that the paper says, not yet on pages."""
    sheet = Sheet(Voice(language))
    _add_opening(sheet, document)
    _add_people(sheet, document)
    _add_ground(sheet, document)
    _add_copies(sheet, document)
    add_origin(sheet, document.provenance)
    return sheet


def _add_opening(sheet: Sheet, document: CertificateDocument) -> None:
    _ = sheet.say
    title(sheet, _("Certificate of disposal"))
    notice(sheet, document.reached, document.not_reached)
    field(sheet, _("Case number"), document.case_number, strong=True)
    field(sheet, _("Organisation"), document.unit)
    field(sheet, _("Level"), document.level, strong=True)
    field(sheet, _("Disposed of"), sheet.voice.time(document.removed_at))


def _add_people(sheet: Sheet, document: CertificateDocument) -> None:
    _ = sheet.say
    heading(sheet, _("Who stood for it"))
    named = tuple(Part(staff(person), BODY) for person in document.people)
    field(sheet, _("By"), named)
    field(sheet, _("How it was approved"), document.approval)


def _add_ground(sheet: Sheet, document: CertificateDocument) -> None:
    _ = sheet.say
    heading(sheet, _("Ground"))
    field(sheet, _("Ground"), document.ground)
    field(sheet, _("Text of the ground"), document.law)
    if document.checked:
        remarks(sheet, _("Answered with no"), document.checked)


def _add_copies(sheet: Sheet, document: CertificateDocument) -> None:
    _ = sheet.say
    heading(sheet, _("Copies that are known to remain"))
    if document.copies:
        columns = (Column(_("What"), 30), Column(_("Where"), 48), Column(_("Since"), 22))
        rows = (((Part(c.what, CELL_STRONG),), c.where, c.since) for c in document.copies)
        table(sheet, columns, rows)
    else:
        note(sheet, _("None is known."))
    note(sheet, _("Copies that nobody told the program of are not listed here."))
