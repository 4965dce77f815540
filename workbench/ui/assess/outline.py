# SPDX-License-Identifier: EUPL-1.2
"""Every question with its state: an icon and a word. Arrows walk, and walking goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from workbench.ui.assess.vms import OutlineVm, SlotKey
from workbench.ui.kit import icons, theme
from workbench.ui.kit.theme import RADIUS, UNIT
from workbench.words import _

_ICON = 18
_LEFT = UNIT + _ICON + UNIT
_STATE = Qt.ItemDataRole.UserRole
_PICTURE = Qt.ItemDataRole.UserRole + 1
_WRAP = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex


class _Lines(QStyledItemDelegate):
    """Label over state, as tall as the label needs: nothing is cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._width() - _LEFT - UNIT
        label = QFontMetrics(option.font).boundingRect(
            QRect(0, 0, max(width, 40), 10_000), _WRAP, str(index.data())
        )
        return QSize(width, label.height() + self._small(option).lineSpacing() + UNIT + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, where = theme.tokens(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, colours, option)
        picture = str(index.data(_PICTURE))
        top = where.top() + (where.height() - _ICON) / 2
        square = QRectF(where.left() + UNIT, top, _ICON, _ICON)
        if picture:
            tone = colours.accent if picture == "check" else colours.ink_soft
            icons.paint(painter, picture, square, tone)
        else:
            painter.setPen(QPen(QColor(colours.line_strong), 1.5))
            painter.drawEllipse(square.adjusted(4, 4, -4, -4))
        room = where.adjusted(_LEFT, UNIT // 2, -UNIT, -UNIT // 2)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.ink))
        painter.drawText(room, _WRAP, str(index.data()))
        small = QFont(option.font)
        small.setPointSizeF(max(small.pointSizeF() - 1.5, 8))
        painter.setFont(small)
        painter.setPen(QColor(colours.ink_soft))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom), str(index.data(_STATE)))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, colours: theme.Tokens, option: QStyleOptionViewItem
    ) -> None:
        state = option.state
        if not state & QStyle.StateFlag.State_Selected:
            return
        inside = QRectF(option.rect).adjusted(2, 1, -2, -1)
        view = self.parent()
        is_focused = isinstance(view, QListWidget) and view.hasFocus()
        painter.setPen(QPen(QColor(colours.accent), 2) if is_focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(inside, RADIUS, RADIUS)

    def _width(self) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListWidget) else 30 * UNIT

    def _small(self, option: QStyleOptionViewItem) -> QFontMetrics:
        small = QFont(option.font)
        small.setPointSizeF(max(small.pointSizeF() - 1.5, 8))
        return QFontMetrics(small)


class Outline(QListWidget):
    """The outline.

    Signals:
        walked: the number of the line that a person went to.
    """

    walked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.setAccessibleName(_("All questions"))
        self.setItemDelegate(_Lines(self))
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._keys: tuple[SlotKey, ...] = ()
        self.currentRowChanged.connect(self._walked)

    def show_lines(self, lines: Sequence[OutlineVm], current: SlotKey) -> None:
        """These lines; the current one is marked and in sight. Nothing is told for it."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        keys = tuple(line.key for line in lines)
        if keys != self._keys:
            self.clear()
            self.addItems([""] * len(lines))
            self._keys = keys
        for number, line in enumerate(lines):
            _fill(self.item(number), line)
        self.setCurrentRow(keys.index(current) if current in keys else -1)
        self.blockSignals(False)  # noqa: FBT003
        self.scrollToItem(self.currentItem())

    def key_at(self, number: int) -> SlotKey:
        return self._keys[number]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _walked(self, number: int) -> None:
        if number >= 0:
            self.walked.emit(number)


def _fill(item: QListWidgetItem, line: OutlineVm) -> None:
    item.setText(line.label)
    item.setData(_STATE, line.state)
    item.setData(_PICTURE, line.icon)
    said = _("{label}: {state}").format(label=line.label, state=line.state)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
