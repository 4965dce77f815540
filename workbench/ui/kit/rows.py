# SPDX-License-Identifier: EUPL-1.2
"""A list of things to open: each row is one button, read out as one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit import icons, theme
from workbench.ui.kit.buttons import is_enter
from workbench.ui.kit.pills import ICON_OF_TONE, INK_OF_TONE, Tone
from workbench.ui.kit.theme import RADIUS, UNIT

_HIGH, _LOW = 60, 44
_ICON = 20
_AIR = 9
_WRAPS = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class RowVm:
    """One row. `state` is a word with its tone, at the right end; `icon` a name of kit.icons."""

    key: str
    title: str
    caption: str = ""
    icon: str = ""
    state: str = ""
    tone: Tone = "calm"


class RowButton(QPushButton):
    """A row that opens what it shows."""

    def __init__(self, vm: RowVm) -> None:
        super().__init__()
        self.vm = vm
        self.setProperty("kind", "row")
        self.setObjectName(f"row-{vm.key}")
        said = ", ".join(part for part in (vm.title, vm.caption, vm.state) if part)
        self.setAccessibleName(said)
        self.setToolTip(vm.title if not vm.caption else f"{vm.title}\n{vm.caption}")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(40 * UNIT, _HIGH if self.vm.caption else _LOW)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * UNIT, _HIGH if self.vm.caption else _LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the text takes more lines: nothing of it is cut."""
        super().resizeEvent(event)
        title, caption = self._heights(self._room(self.width()))
        needed = title + caption + 2 * _AIR if caption else title + 2 * UNIT
        self.setMinimumHeight(max(needed, self.sizeHint().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the list around it; Qt would walk the whole window with them."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        elif is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        self._paint_ground(painter, colours)
        left = UNIT + 4
        if self.vm.icon:
            top = (self.height() - _ICON) / 2
            icons.paint(painter, self.vm.icon, QRectF(left, top, _ICON, _ICON), colours.ink_soft)
            left += _ICON + UNIT + 4
        right = self._paint_state(painter, colours)
        self._paint_text(painter, colours, QRectF(left, 0, right - left, self.height()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _paint_ground(self, painter: QPainter, colours: theme.Tokens) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setBrush(QColor(colours.sunken))
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(inside, RADIUS, RADIUS)

    def _paint_state(self, painter: QPainter, colours: theme.Tokens) -> float:
        """Chevron, state and its icon from the right; returns where they begin."""
        middle = self.height() / 2
        right = self.width() - UNIT - 4.0
        icons.paint(painter, "next", QRectF(right - 16, middle - 8, 16, 16), colours.line_strong)
        right -= 16 + UNIT
        if not self.vm.state:
            return right
        painter.setFont(_smaller(self.font()))
        ink = getattr(colours, INK_OF_TONE[self.vm.tone])
        width = painter.fontMetrics().horizontalAdvance(self.vm.state)
        painter.setPen(QColor(ink))
        where = QRectF(right - width, 0, width, self.height())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), self.vm.state)
        left = right - width - 16 - UNIT / 2
        icons.paint(painter, ICON_OF_TONE[self.vm.tone], QRectF(left, middle - 8, 16, 16), ink)
        return left - 2 * UNIT

    def _paint_text(self, painter: QPainter, colours: theme.Tokens, room: QRectF) -> None:
        """Title and caption under each other, as high as they are, in the middle."""
        title, caption = self._heights(int(room.width()))
        top = (self.height() - title - caption) / 2
        painter.setFont(self.font())
        painter.setPen(QColor(colours.ink))
        painter.drawText(QRectF(room.x(), top, room.width(), title), _WRAPS, _plain(self.vm.title))
        if caption:
            painter.setFont(_smaller(self.font()))
            painter.setPen(QColor(colours.ink_soft))
            lower = QRectF(room.x(), top + title, room.width(), caption)
            painter.drawText(lower, _WRAPS, _plain(self.vm.caption))

    def _room(self, width: int) -> int:
        """How wide the text may be in a row of this width."""
        left = UNIT + 4 + (_ICON + UNIT + 4 if self.vm.icon else 0)
        right = UNIT + 4 + 16 + UNIT
        if self.vm.state:
            state = QFontMetrics(_smaller(self.font())).horizontalAdvance(self.vm.state)
            right += int(state + 16 + UNIT / 2 + 2 * UNIT)
        return max(width - left - right, 1)

    def _heights(self, width: int) -> tuple[int, int]:
        """Of title and caption in that room."""
        fonts = ((self.font(), self.vm.title), (_smaller(self.font()), self.vm.caption))
        space = QRect(0, 0, width, 10_000)
        title, caption = (
            QFontMetrics(font).boundingRect(space, _WRAPS, _plain(text)).height() if text else 0
            for font, text in fonts
        )
        return title, caption


class Rows(QWidget):
    """Rows under each other; ↑ and ↓ walk, Enter opens.

    Signals:
        opened: the key of the row that was opened.
    """

    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: list[RowButton] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)

    def show_rows(self, rows: Sequence[RowVm]) -> None:
        """These rows instead of the ones shown; focus stays on the same key if it is there."""
        kept = next((b.vm.key for b in self._buttons if b.hasFocus()), None)
        while self._buttons:
            button = self._buttons.pop()
            self._box.removeWidget(button)
            button.hide()
            button.deleteLater()
        for vm in rows:
            button = RowButton(vm)
            button.clicked.connect(self._clicked)
            self._box.addWidget(button)
            self._buttons.append(button)
            button.show()
            if vm.key == kept:
                button.setFocus()

    def focus_first(self) -> None:
        """To the first row, if there is one."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        at = next((i for i, b in enumerate(self._buttons) if b.hasFocus()), -1)
        if step and 0 <= at + step < len(self._buttons):
            self._buttons[at + step].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RowButton):
            self.opened.emit(button.vm.key)


def _smaller(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(max(font.pointSizeF() - 1, 8))
    return made


def _plain(text: str) -> str:
    """In one piece: it breaks where the row ends."""
    return text.replace("\n", " ")
