# SPDX-License-Identifier: EUPL-1.2
"""One large choice: its key cap, its words, and a tick when it is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from workbench.ui.kit import icons, theme
from workbench.ui.kit.theme import RADIUS, UNIT

_CAP = 34
_MARGIN = 12
_CHECK = 20


@dataclass(frozen=True, slots=True)
class ChoiceVm:
    """`key` is what the button shows and what picks it: "J", "0", "-", "F6". "" = no key."""

    code: str
    label: str
    key: str = ""
    is_quiet: bool = False


class ChoiceButton(QRadioButton):
    """One choice: key cap, label, and a check when chosen. Space or its key picks it."""

    def __init__(self, choice: ChoiceVm) -> None:
        super().__init__(choice.label.replace("&", "&&"))
        self.choice = choice
        self.setObjectName(f"choice-{choice.code}")
        self.setAccessibleName(choice.label)
        if choice.key:
            self.setAccessibleDescription(choice.key)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(not choice.is_quiet)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return not self.choice.is_quiet

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        room = QRect(0, 0, max(width - self._text_left() - _MARGIN - _CHECK - UNIT, 40), 10_000)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        needed = self.fontMetrics().boundingRect(room, flags, self.choice.label).height()
        return max(needed + 2 * _MARGIN, self._least())

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.choice.label)
        width = text + self._text_left() + _MARGIN + _CHECK + 2 * UNIT
        return QSize(width, self._least())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self.choice.is_quiet else QSize(20 * UNIT, self._least())

    def hitButton(self, pos: object) -> bool:  # noqa: N802  Qt's name; all of it is the button
        return True

    def show_checked(self, *, is_checked: bool) -> None:
        """Also back to nothing chosen, which Qt refuses."""
        self.setAutoExclusive(False)
        self.setChecked(is_checked)
        self.setAutoExclusive(True)

    def nextCheckState(self) -> None:  # noqa: N802  Qt's name; pressed twice is still chosen
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → walk between the choices, ↑ and ↓ belong to the page: no arrow chooses."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        elif event.key() in steps:
            self._walk(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who comes back by Tab comes to what is chosen; Qt comes to what had the focus last."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            stop_at_chosen(self._group())

    def _walk(self, step: int) -> None:
        group = self._group()
        group[(group.index(self) + step) % len(group)].setFocus(Qt.FocusReason.TabFocusReason)

    def _group(self) -> list["ChoiceButton"]:
        parent = self.parentWidget()
        return parent.findChildren(ChoiceButton) if parent is not None else [self]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens()
        self._paint_ground(painter, colours)
        if self.choice.key:
            self._paint_cap(painter, colours)
        left = self._text_left()
        room = self.rect().adjusted(left, 0, -_MARGIN - _CHECK - UNIT, 0)
        can_be_read = self.isEnabled() or self.isChecked()
        painter.setPen(QColor(colours.ink if can_be_read else colours.line_strong))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self.choice.label)
        if self.isChecked():
            top = (self.height() - _CHECK) / 2
            where = QRectF(self.width() - _MARGIN - _CHECK, top, _CHECK, _CHECK)
            icons.paint(painter, "check", where, colours.accent)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _least(self) -> int:
        return 40 if self.choice.is_quiet else 56

    def _cap_width(self) -> int:
        advance = self.fontMetrics().horizontalAdvance(self.choice.key)
        return max(advance + 2 * UNIT, 26 if self.choice.is_quiet else _CAP)

    def _text_left(self) -> int:
        return _MARGIN + (self._cap_width() + _MARGIN if self.choice.key else 0)

    def _paint_ground(self, painter: QPainter, colours: theme.Tokens) -> None:
        edge, width = colours.line_strong, 1.0
        ground = colours.accent_soft if self.isChecked() else colours.surface
        if self.isChecked():
            edge, width = colours.accent, 2.0
        if self.underMouse() and not self.isChecked() and self.isEnabled():
            ground = colours.sunken
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(self._box(width), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ink), 2))
            painter.drawRoundedRect(self._box(2.0), RADIUS, RADIUS)

    def _box(self, pen: float) -> QRectF:
        return QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)

    def _paint_cap(self, painter: QPainter, colours: theme.Tokens) -> None:
        height = 26 if self.choice.is_quiet else _CAP
        top = (self.height() - height) / 2
        cap = QRectF(_MARGIN, top, self._cap_width(), height)
        chosen = self.isChecked()
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.line_strong), 1))
        painter.setBrush(QColor(colours.accent if chosen else colours.sunken))
        painter.drawRoundedRect(cap, 5, 5)
        plain = painter.font()
        painter.setFont(_cap_font(plain, is_quiet=self.choice.is_quiet))
        painter.setPen(QColor(colours.on_accent if chosen else colours.ink))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self.choice.key)
        painter.setFont(plain)


def _cap_font(font: QFont, *, is_quiet: bool) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    made.setPointSizeF(9.5 if is_quiet else 12)
    return made


def stop_at_chosen(group: Sequence[ChoiceButton]) -> None:
    """Tab stops once in a group: where the focus is, else at what is chosen, else at the first."""
    stop = next((b for b in group if b.hasFocus()), None)
    stop = stop or next((b for b in group if b.isChecked()), group[0] if group else None)
    policies = Qt.FocusPolicy
    for button in group:
        button.setFocusPolicy(policies.StrongFocus if button is stop else policies.ClickFocus)
