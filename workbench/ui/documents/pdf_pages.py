# SPDX-License-Identifier: EUPL-1.2
"""How many pages a PDF from outside has: opened from memory and closed again."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from workbench.services.facts.untrusted.errors import BrokenDocumentError, NeedsPasswordError

_LOCKED = (QPdfDocument.Error.IncorrectPassword, QPdfDocument.Error.UnsupportedSecurityScheme)


def pages_of_pdf(untrusted: bytes) -> int:
    """Satisfies `services.facts.untrusted.reading.PagesOfPdf`. On any thread.

    Raises:
        NeedsPasswordError, BrokenDocumentError.
    """
    held, buffer, document = QByteArray(untrusted), QBuffer(), QPdfDocument()
    buffer.setBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    try:
        document.load(buffer)
        if document.error() in _LOCKED:
            raise NeedsPasswordError
        if document.status() != QPdfDocument.Status.Ready:
            raise BrokenDocumentError
        return document.pageCount()
    finally:
        document.close()
        buffer.close()
