# SPDX-License-Identifier: EUPL-1.2
"""A PDF from outside, one page at a time, from memory; or its text, for who reads with the ears."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.services.facts.untrusted.plain_text import visible
from workbench.ui.document.text_pane import Letters
from workbench.ui.kit.cards import column
from workbench.ui.kit.still_pages import StillPages
from workbench.words import _

LEAST, MOST = 0.25, 6.0


class PdfPane(QWidget):
    """A `reader.Pane`. Nothing is written anywhere; links in the document lead nowhere."""

    has_pages = True

    def __init__(self) -> None:
        super().__init__()
        self._bytes, self._buffer = QByteArray(), QBuffer(self)
        self._document = QPdfDocument(self)
        self._marks = QPdfSearchModel(self)
        self._view = StillPages(self)
        self._view.setObjectName("pages")
        self._view.setPageMode(QPdfView.PageMode.SinglePage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setDocument(self._document)
        self._view.setSearchModel(self._marks)
        self._marks.setDocument(self._document)
        self._letters = Letters()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._letters)
        self.setLayout(column(self._stack))
        self._at, self._name = 1, ""

    def show_content(self, content: bytes, name: str) -> None:
        """The first page."""
        self._bytes, self._name = QByteArray(content), name
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.go(1)

    def count(self) -> int:
        return max(self._document.pageCount(), 0)

    def at(self) -> int:
        return self._at

    def go(self, at: int) -> None:
        """To a page; one that is not there is the nearest that is."""
        self._at = min(max(at, 1), max(self.count(), 1))
        if self.count():
            self._view.pageNavigator().jump(self._at - 1, QPointF(), 0)
        said = _("{title}, page {at} of {n}").format(title=self._name, at=self._at, n=self.count())
        self._view.setAccessibleName(said)
        self._letters.setAccessibleName(said)
        self._letters.setPlainText(self._told(self._at))

    def holds(self, at: int, text: str) -> bool:
        """Whether a page has these words."""
        return text.casefold() in self._raw(at).casefold()

    def mark(self, text: str) -> None:
        """Show where they stand on the pages."""
        self._marks.setSearchString(text)
        self._letters.mark(text)

    def zoom(self, by: float) -> None:
        now = self._view.zoomFactor()
        if self._view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
            now = 1.0
        self._view.setZoomFactor(min(max(now * by, LEAST), MOST))
        self._letters.zoom(by)

    def show_text(self, *, is_text: bool) -> None:
        """The text of the page instead of its picture."""
        self._stack.setCurrentWidget(self._letters if is_text else self._view)

    def reading(self) -> QWidget:
        """Where the keys of reading go."""
        return self._letters if self._stack.currentIndex() else self._view

    def empty(self) -> None:
        """Nothing of it stays: closed, and its bytes overwritten."""
        self._marks.setSearchString("")
        self._letters.clear()
        self._document.close()
        self._buffer.close()
        self._bytes.fill(0)
        self._at = 1

    def _raw(self, at: int) -> str:
        return self._document.getAllText(at - 1).text().replace("\r", "")

    def _told(self, at: int) -> str:
        nothing = _("This page has no text: it is a picture.")
        return visible(self._raw(at)).strip() or nothing if self.count() else ""
