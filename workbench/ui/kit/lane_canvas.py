# SPDX-License-Identifier: EUPL-1.2
"""The drawn half of the time line: one painted picture, and which of its marks is current."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.lane_picture import AXIS, LANE, Picture
from workbench.ui.kit.marks import LaneVm, MarkVm, Sight
from workbench.words import _


class LaneCanvas(QWidget):
    """Marks placed by day, one of them current.

    Signals:
        opened: key of a mark. walked: the name of the mark that is now current.
    """

    opened = Signal(str)
    walked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sight = Sight()
        self.marks: tuple[MarkVm, ...] = ()
        self.at = -1
        self.picture = Picture(self.sight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(
            _("Arrows go from mark to mark, Enter opens, plus and minus zoom.")
        )
        self._say()

    def show_lanes(
        self, lanes: Sequence[LaneVm], *, today: date, silences: Sequence[MarkVm] = ()
    ) -> None:
        """These lanes, all of their time in sight; the newest mark is current."""
        self.picture.hold(lanes, silences, today)
        self.marks = self.picture.marks
        self.sight.hold(self.marks, today)
        self.at = len(self.marks) - 1
        self.setMinimumHeight(AXIS + LANE * max(len(lanes), 1))
        self._say()
        self.place()

    def zoom(self, factor: float) -> None:
        """Nearer (> 1) or farther, around the mark that is current where it is in sight."""
        around = self.width() / 2
        if 0 <= self.at < len(self.marks):
            x = self.sight.x(self.marks[self.at].day)
            around = x if 0 <= x <= self.width() else around
        self.sight.zoom(factor, around)
        self.place()

    def show_all(self) -> None:
        """All of it in sight."""
        self.sight.first, self.sight.days = self.sight.all_first, self.sight.all_days
        self.place()

    def pan(self, part: float) -> None:
        """Later, or earlier, by a part of what is in sight."""
        self.sight.pan(part)
        self.place()

    def walk_to(self, at: int) -> None:
        """Make a mark the current one, bring it into sight and say it."""
        if not self.marks:
            return
        self.at = min(max(at, 0), len(self.marks) - 1)
        self.sight.reveal(self.marks[self.at].day)
        self._say()
        self.place()
        self.walked.emit(self.marks[self.at].name())

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sight.width = self.width()
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        current = self.at if self.hasFocus() else -1
        self.picture.paint(painter, self.rect(), self.devicePixelRatioF(), current)

    def open_current(self) -> None:
        """Open the mark that is current; a silence leads nowhere."""
        if 0 <= self.at < len(self.marks) and self.marks[self.at].key:
            self.opened.emit(self.marks[self.at].key)

    def _say(self) -> None:
        """What a screen reader reads: the mark that is current, and how many there are."""
        if not self.marks:
            self.setAccessibleName(_("Time line"))
            return
        told = _("Time line, {at} of {all}: {what}")
        name = self.marks[self.at].name()
        self.setAccessibleName(told.format(at=self.at + 1, all=len(self.marks), what=name))

    def place(self) -> None:
        """Reckon anew and paint."""
        self.picture.place()
        self.update()
