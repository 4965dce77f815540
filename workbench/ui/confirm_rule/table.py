# SPDX-License-Identifier: EUPL-1.2
"""The rows to compare, each with a tick. Space ticks; there is no way to tick all at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from workbench.ui.assess.vms import TICKED
from workbench.ui.confirm_rule.parts import PartVm
from workbench.ui.kit import icons, theme
from workbench.ui.kit.theme import UNIT
from workbench.words import _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TICK = Qt.ItemDataRole.CheckStateRole
_SHARES = (46, 27, 27)
_BOX_LEFT = 18 + 2 * UNIT
_WRAP = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class PartsModel(QAbstractTableModel):
    """Rows of a rule.

    Signals:
        ticked: key of the row, and "yes" or "".
    """

    ticked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.parts: tuple[PartVm, ...] = ()
        self.ticks: dict[str, str] = {}

    def show_parts(self, parts: Sequence[PartVm]) -> None:
        self.beginResetModel()
        self.parts = tuple(parts)
        self.endResetModel()

    def show_ticks(self, values: Mapping[str, str]) -> None:
        self.beginResetModel()
        self.ticks = {part.key: values.get(part.key, "") for part in self.parts}
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.parts)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.CheckState | None:
        if not index.isValid():
            return None
        part = self.parts[index.row()]
        texts = (part.part, part.content, part.mark)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == _TICK and index.column() == 0:
            states = Qt.CheckState
            is_ticked = self.ticks.get(part.key) == TICKED
            return states.Checked if is_ticked else states.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{part}: {content}. {mark}").format(
                part=part.part, content=part.content, mark=part.mark
            )
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _TICK or not index.isValid():
            return False
        said = TICKED if Qt.CheckState(value) == Qt.CheckState.Checked else ""
        part = self.parts[index.row()]
        self.ticks[part.key] = said
        self.dataChanged.emit(index, index)
        self.ticked.emit(part.key, said)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | Qt.AlignmentFlag | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        titles = (_("Part of the rule"), _("The program"), _("How well known"))
        return titles[section] if role == Qt.ItemDataRole.DisplayRole else None


class _Rows(QStyledItemDelegate):
    """Words that wrap, and a box that is seen when it is empty."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 0
        left = _BOX_LEFT if index.column() == 0 else UNIT
        room = QRect(0, 0, max(width - left - UNIT, 40), 10_000)
        words = QFontMetrics(option.font).boundingRect(room, _WRAP, str(index.data()))
        return QSize(width, words.height() + 2 * UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, colours = QRect(option.rect), theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        left = UNIT
        if index.column() == 0:
            self._paint_box(painter, colours, rect, index)
            left = _BOX_LEFT
        painter.setPen(QColor(colours.ink))
        painter.drawText(rect.adjusted(left, 0, -UNIT, 0), _WRAP, str(index.data()))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click anywhere on the first cell ticks, and so does Space."""
        is_click = event.type() == QEvent.Type.MouseButtonRelease
        is_space = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        )
        if index.column() != 0 or not (is_click or is_space):
            return False
        states = Qt.CheckState
        is_on = index.data(_TICK) == states.Checked
        return model.setData(index, states.Unchecked if is_on else states.Checked, _TICK)

    def _paint_box(
        self, painter: QPainter, colours: theme.Tokens, rect: QRect, index: Index
    ) -> None:
        is_on = index.data(_TICK) == Qt.CheckState.Checked
        box = QRectF(rect.left() + UNIT, rect.center().y() - 9, 18, 18)
        painter.setPen(QPen(QColor(colours.accent if is_on else colours.line_strong), 1.5))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(box, 4, 4)
        if is_on:
            icons.paint(painter, "check", box, colours.accent)


class PartsTable(QTableView):
    """As tall as its rows; the page scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("parts")
        self.setAccessibleName(_("The rule, row by row"))
        self.rows = PartsModel()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Rows(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)

    def show_parts(self, parts: Sequence[PartVm]) -> None:
        self.rows.show_parts(parts)
        self.setCurrentIndex(self.rows.index(0, 0))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns share the width, rows are as tall as their words, nothing is cut."""
        width = self.viewport().width()
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, width * share // 100)
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rows.rowCount()))
        around = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(rows + around)
