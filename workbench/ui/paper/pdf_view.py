# SPDX-License-Identifier: EUPL-1.2
"""Pages of a PDF from memory, and the same as text for who reads with the ears."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.still_pages import StillPages
from workbench.ui.kit.theme import UNIT
from workbench.words import _

_LEAST, _MOST, _STEP = 0.5, 4.0, 1.25


class PdfPreview(QWidget):
    """Nothing is written anywhere: the document is read from a buffer and goes with the page."""

    def __init__(self) -> None:
        super().__init__()
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.pages = StillPages(self)
        self.pages.setObjectName("pdf-pages")
        self.pages.setPageMode(QPdfView.PageMode.MultiPage)
        self.pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.pages.setDocument(self.document)
        self.text = QPlainTextEdit()
        self.text.setObjectName("pdf-text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("The paper as text"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self.text)
        self.as_text = Button(_("Read as text"), "quiet", icon="file", name="as-text")
        self._larger = Button(_("Larger"), "quiet", icon="add", name="larger")
        self._smaller = Button(_("Smaller"), "quiet", icon="dash", name="smaller")
        self.count = Label(kind="soft", wraps=False)
        self.as_text.clicked.connect(self._turn)
        self._larger.clicked.connect(lambda: self._zoom(_STEP))
        self._smaller.clicked.connect(lambda: self._zoom(1 / _STEP))
        box = column(gap=UNIT)
        box.addLayout(row(self.as_text, self._larger, self._smaller, self.count))
        box.addWidget(self._stack, 1)
        self.setLayout(box)

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """These pages instead of the ones shown."""
        self.document.close()
        self._buffer.close()
        self._bytes = QByteArray(pdf)
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        number = self.document.pageCount()
        self.count.setText(_("Pages: {n}").format(n=number))
        self.pages.setAccessibleName(
            _("{title}, {pages}").format(title=name, pages=self.count.text())
        )
        self.text.setPlainText("\n\n".join(self._page_text(page) for page in range(number)))

    def is_text_shown(self) -> bool:
        return self._stack.currentWidget() is self.text

    def _page_text(self, page: int) -> str:
        raw = self.document.getAllText(page).text()
        told = _("Page {n}").format(n=page + 1)
        return f"{told}\n{raw.replace(chr(13), '')}".strip()

    def _turn(self) -> None:
        shown = self.pages if self.is_text_shown() else self.text
        self._stack.setCurrentWidget(shown)
        self.as_text.say(_("Read as text") if shown is self.pages else _("Show the pages"))
        shown.setFocus()

    def _zoom(self, by: float) -> None:
        now = self.pages.zoomFactor()
        if self.pages.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            self.pages.setZoomMode(QPdfView.ZoomMode.Custom)
            now = 1.0
        self.pages.setZoomFactor(min(max(now * by, _LEAST), _MOST))
