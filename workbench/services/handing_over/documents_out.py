# SPDX-License-Identifier: EUPL-1.2
"""Documents that go along in a bundle: each chosen by a person, none by itself.

The receiver gets each under its number and hash, as it came: nothing of it is taken out.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from workbench.domain.documents import Document
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.services.facts import documents_in
from workbench.services.handing_over.exchange import SealedDocument
from workbench.services.person import protection_view
from workbench.services.records.akt import Akt, Recorded

MOST_DOCUMENTS = 200
MOST_BYTES = 200 * 1024 * 1024
_MB = 1024 * 1024


class ChosenDocumentGoneError(WorkbenchError):
    """A document that was chosen to go along does not hold any more. Nothing was sealed."""

    code: ClassVar[str] = "DOC-016"


class TooMuchToSealError(WorkbenchError):
    """More documents, or larger ones, than a bundle takes (`most`, `most_mb`)."""

    code: ClassVar[str] = "DOC-017"


def chosen(akt: Akt, records: Iterable[RecordId]) -> tuple[Recorded[Document], ...]:
    """The documents that go along, by number, without the note that is for this akt alone.

    Raises:
        ChosenDocumentGoneError, TooMuchToSealError; NoAttachmentError: the person is protected.
    """
    wanted = frozenset(records)
    if wanted:
        protection_view.require_no_attachment(akt)
    found = [each for each in documents_in.documents(akt) if each.record in wanted]
    if {each.record for each in found} != wanted:
        raise ChosenDocumentGoneError
    size = sum(each.value.size_bytes for each in found)
    if len(found) > MOST_DOCUMENTS or size > MOST_BYTES:
        raise TooMuchToSealError(most=MOST_DOCUMENTS, most_mb=MOST_BYTES // _MB)
    return tuple(replace(each, value=replace(each.value, note="")) for each in found)


def to_seal(akt: Akt, records: Iterable[RecordId]) -> tuple[SealedDocument, ...]:
    """Their bytes, read one at a time when they are sealed, compared with their hashes."""
    return tuple(
        SealedDocument(each.value.number, each.value.media, partial(_content, akt, each.record))
        for each in chosen(akt, records)
    )


def _content(akt: Akt, record: RecordId) -> bytes:
    return documents_in.content_of(akt, record)[1]
