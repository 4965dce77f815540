# SPDX-License-Identifier: EUPL-1.2
"""How hands move in the drawn time line: by keys, by the wheel, by dragging."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from workbench.ui.kit.lane_canvas import LaneCanvas
from workbench.ui.kit.lane_picture import AXIS, LANE
from workbench.ui.kit.marks import LaneVm, MarkVm

__all__ = ["AXIS", "LANE", "NEARER", "LaneVm", "Lanes", "MarkVm"]
NEARER = 1.6
_WHEEL = 120.0
_DRAG_PX = 6
_PANS = {Qt.Key.Key_PageDown: 0.5, Qt.Key.Key_PageUp: -0.5}
_ZOOMS = {Qt.Key.Key_Plus: NEARER, Qt.Key.Key_Minus: 1 / NEARER}


class Lanes(LaneCanvas):
    """← → walk, Home and End too; Enter opens, + − zoom, 0 shows all, Page up and down go in time.

    With the mouse: Ctrl and the wheel zoom, Shift and the wheel or dragging go in time.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dragged: QPointF | None = None
        self._is_dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        walks = {
            Qt.Key.Key_Right: self.at + 1,
            Qt.Key.Key_Left: self.at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.marks) - 1,
        }
        if key in walks:
            self.walk_to(walks[key])
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        elif key in _PANS:
            self.pan(_PANS[key])
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms, with Shift or sideways it goes in time; else the page scrolls."""
        turned = event.angleDelta()
        held = event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            self.sight.zoom(NEARER ** (turned.y() / _WHEEL), event.position().x())
        elif held & Qt.KeyboardModifier.ShiftModifier or turned.x():
            self.sight.pan(-0.2 * (turned.x() or turned.y()) / _WHEEL)
        else:
            event.ignore()
            return
        event.accept()
        self.place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged, self._is_dragging = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None:
            return
        way = self._dragged.x() - event.position().x()
        if self._is_dragging or abs(way) > _DRAG_PX:
            self._is_dragging, self._dragged = True, event.position()
            self.pan(way / max(self.width(), 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.picture.at(event.position())
        if not self._is_dragging and at is not None:
            self.walk_to(at)
            self.open_current()
        self._dragged = None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self.picture.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if at is None else self.marks[at].name())
            return True
        return super().event(event)
