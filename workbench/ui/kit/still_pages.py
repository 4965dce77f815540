# SPDX-License-Identifier: EUPL-1.2
"""Pages of a PDF that lead nowhere."""

from PySide6.QtGui import QMouseEvent
from PySide6.QtPdfWidgets import QPdfView


class StillPages(QPdfView):
    """Links of the document lead nowhere, not to another page either: what is cited is in sight."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
