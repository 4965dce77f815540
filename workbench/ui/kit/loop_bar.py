# SPDX-License-Identifier: EUPL-1.2
"""The loop of a case: six steps, the state of each, what is left to do. Order is free."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
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
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from workbench.ui.kit import icons, theme
from workbench.ui.kit.buttons import is_enter
from workbench.ui.kit.theme import RADIUS, UNIT
from workbench.words import _

StepState = Literal["done", "begun", "open", "waiting"]
"""done · begun: work has started · open: a duty to do now (amber) · waiting: nothing yet."""
_DISC = 36
_ABOVE = UNIT + 2 + _DISC + 6
_NOTE = 20
_NARROW = 760


@dataclass(frozen=True, slots=True)
class StepVm:
    """`note` says what is left ("2 kvar att göra") or when it was done."""

    key: str
    label: str
    icon: str
    state: StepState = "waiting"
    note: str = ""
    is_here: bool = False


class StepButton(QPushButton):
    """One step: icon in a disc, label, note. Opens the place where it is done."""

    def __init__(self, step: StepVm) -> None:
        super().__init__()
        self.step = step
        self.setProperty("kind", "step")
        self.setObjectName(f"step-{step.key}")
        said = (step.label, _state_word(step.state), step.note)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setToolTip("\n".join(part for part in said if part))
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        room = QRect(0, 0, width - 8, 200)
        metrics = QFontMetrics(self._label_font())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        return _ABOVE + metrics.boundingRect(room, flags, self.step.label).height() + _NOTE + UNIT

    def sizeHint(self) -> QSize:
        return QSize(13 * UNIT, self.heightForWidth(13 * UNIT))

    def minimumSizeHint(self) -> QSize:
        return QSize(10 * UNIT, _ABOVE + _NOTE)

    def _label_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(10)
        here = QFont.Weight.DemiBold if self.step.is_here else QFont.Weight.Medium
        font.setWeight(here)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        self._paint_ground(painter, colours)
        self._paint_disc(painter, colours)
        self._paint_text(painter, colours)

    def _paint_ground(self, painter: QPainter, colours: theme.Tokens) -> None:
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.step.is_here:
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        elif self.underMouse():
            painter.setBrush(QColor(colours.sunken))
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(inside, RADIUS, RADIUS)

    def _paint_disc(self, painter: QPainter, colours: theme.Tokens) -> None:
        disc = QRectF((self.width() - _DISC) / 2, UNIT + 2, _DISC, _DISC)
        edge, ground, ink = {
            "done": (colours.accent, colours.accent, colours.on_accent),
            "begun": (colours.accent, colours.surface, colours.accent),
            "open": (colours.amber_line, colours.amber_soft, colours.amber),
            "waiting": (colours.line_strong, colours.surface, colours.ink_soft),
        }[self.step.state]
        painter.setPen(QPen(QColor(edge), 1 if self.step.state == "waiting" else 2))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(disc)
        shown = "check" if self.step.state == "done" else self.step.icon
        icons.paint(painter, shown, disc.adjusted(8, 8, -8, -8), ink)

    def _paint_text(self, painter: QPainter, colours: theme.Tokens) -> None:
        font = self._label_font()
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        wrap = int(Qt.TextFlag.TextWordWrap)
        room = QRectF(4, _ABOVE, self.width() - 8, 200)
        used = painter.boundingRect(room, flags | wrap, self.step.label)
        painter.drawText(room, flags | wrap, self.step.label)
        font.setPointSizeF(9)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        ink = colours.amber if self.step.state == "open" else colours.ink_soft
        painter.setPen(QColor(ink))
        below = QRectF(4, used.bottom() + 2, self.width() - 8, _NOTE)
        note = self.step.note or _state_word(self.step.state)
        painter.drawText(below, flags, painter.fontMetrics().elidedText(
            note, Qt.TextElideMode.ElideRight, int(below.width())
        ))  # fmt: skip


class LoopBar(QWidget):
    """The six steps in a row, in two rows when it is narrow.

    Signals:
        chosen: the key of the step that was opened.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("The loop of this case file"))
        self._buttons: list[StepButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(UNIT // 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_steps(self, steps: Sequence[StepVm]) -> None:
        """These steps, first to last."""
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [StepButton(step) for step in steps]
        for button in self._buttons:
            button.clicked.connect(self._clicked)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line that joins the discs of a row."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.tokens().line_strong), 1))
        for one, other in zip(self._buttons, self._buttons[1:], strict=False):
            if one.y() == other.y():
                y = one.y() + UNIT + 2 + _DISC // 2
                left = one.geometry().center().x() + _DISC // 2 + 6
                painter.drawLine(left, y, other.geometry().center().x() - _DISC // 2 - 6, y)

    def _arrange(self) -> None:
        across = max(len(self._buttons), 1) if self.width() >= _NARROW else 3
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, at // across, at % across)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.chosen.emit(button.step.key)


def _state_word(state: StepState) -> str:
    return {
        "done": _("done"),
        "begun": _("begun"),
        "open": _("left to do"),
        "waiting": _("not begun"),
    }[state]
