# SPDX-License-Identifier: EUPL-1.2
"""A document that lies in an akt already, without a stick."""

from workbench.domain.documents import TEXT, Document
from workbench.domain.ids import RecordId
from workbench.services.facts import documents_in
from workbench.services.facts.untrusted.reading import look_at
from workbench.services.records.akt import Akt, Draft, attachment_id
from workbench.ui.documents.pdf_pages import pages_of_pdf


def read_in(akt: Akt, content: bytes, title: str, note: str = "", who: str = "Polisen") -> RecordId:
    """It came by post; its record."""
    looked = look_at(content, pages_of_pdf)
    taken = documents_in.Taken(content, looked, attachment_id(content), title)
    said = Document(0, title, TEXT, "", 0, 0, "2026-11-20", who, "post", note)
    value, attached = documents_in.complete(akt, said, taken)
    return akt.enter(Draft(value), attachments=attached).records[0]
