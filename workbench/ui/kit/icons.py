# SPDX-License-Identifier: EUPL-1.2
"""Line icons, drawn for the project, tinted when they are painted.

Names are the files of `resources/icons`. An icon never stands alone for a meaning: text does.
"""

from functools import lru_cache

from PySide6 import QtGui
from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.assets import resource
from workbench.ui.kit import theme

_DRAWN = "#8b857a"
"""The stroke in the files, replaced by the tone asked for."""


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def paint(painter: QPainter, name: str, where: QRectF, colour: str) -> None:
    """Draw an icon into a square."""
    tinted = _drawing(name).replace(_DRAWN, colour)
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, where)


def icon(name: str, colour: str, size: int = 20, *, air: int = 0) -> "QtGui.QIcon":
    """An icon for a button, sharp at 100 % and at 200 %, with `air` between it and the text."""
    made = QtGui.QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap((size + air) * ratio, size * ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        paint(painter, name, QRectF(0, 0, size * ratio, size * ratio), colour)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made


class IconView(QWidget):
    """An icon beside text; assistive technology passes it by."""

    def __init__(self, name: str, tone: str = "ink_soft", size: int = 20) -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str) -> None:
        """Another icon; `tone` is the name of a theme token."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = getattr(theme.tokens(), self._tone)
        paint(painter, self._name, QRectF(0, 0, self._size, self._size), colour)
