# SPDX-License-Identifier: EUPL-1.2
"""A picture from outside: read as the kind that it is by content, within a limit of memory."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from workbench.domain.documents import PNG
from workbench.services.facts.untrusted.errors import BrokenDocumentError
from workbench.ui.kit.cards import column
from workbench.words import _

MOST_MB = 256
LEAST, MOST = 0.1, 8.0


class PicturePane(QWidget):
    """A `reader.Pane` of one page."""

    has_pages = True

    def __init__(self) -> None:
        super().__init__()
        self._whole = QPixmap()
        self._zoom = 0.0
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("pages")
        self._scroll.setWidget(self._picture)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(self._scroll))

    def show_content(self, content: bytes, media: str, name: str) -> None:
        """Raises BrokenDocumentError: it does not open as what its first bytes say."""
        QImageReader.setAllocationLimit(MOST_MB)
        held, buffer = QByteArray(content), QBuffer()
        buffer.setBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, b"png" if media == PNG else b"jpeg")
        reader.setDecideFormatFromContent(False)
        reader.setAutoDetectImageFormat(False)
        reader.setAutoTransform(True)
        read = reader.read()
        buffer.close()
        held.fill(0)
        if read.isNull():
            raise BrokenDocumentError
        self._whole = QPixmap.fromImage(read)
        said = _("{title}, a picture of {w} by {h} points").format(
            title=name, w=self._whole.width(), h=self._whole.height()
        )
        self._scroll.setAccessibleName(said)
        self._picture.setAccessibleName(said)
        self._show()

    def count(self) -> int:
        return 0 if self._whole.isNull() else 1

    def at(self) -> int:
        return 1

    def go(self, _at: int) -> None:
        """There is one page."""

    def holds(self, _at: int, _text: str) -> bool:
        """A picture has no text."""
        return False

    def mark(self, _text: str) -> None:
        """Nothing can be marked in a picture."""

    def zoom(self, by: float) -> None:
        self._zoom = min(max((self._zoom or self._fitting()) * by, LEAST), MOST)
        self._show()

    def show_text(self, *, is_text: bool) -> None:
        """There is no text."""

    def reading(self) -> QWidget:
        return self._scroll

    def empty(self) -> None:
        """Nothing of it stays."""
        self._whole = QPixmap()
        self._picture.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._zoom:
            self._show()

    def _fitting(self) -> float:
        room, size = self._scroll.viewport().size(), self._whole.size()
        if self._whole.isNull():
            return 1.0
        return min(1.0, room.width() / size.width(), room.height() / size.height())

    def _show(self) -> None:
        if self._whole.isNull():
            return
        wanted = self._whole.size() * max(self._zoom or self._fitting(), LEAST / 10)
        self._picture.setPixmap(
            self._whole.scaled(
                wanted,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        self._picture.adjustSize()
