# SPDX-License-Identifier: EUPL-1.2
"""How the cells of the worksheet look and how notes are typed. All codes look alike on purpose."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workbench.ui.assess.vms import OptionVm, WorksheetVm
from workbench.ui.assess.worksheet_model import WorksheetModel
from workbench.ui.kit import theme
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.theme import RADIUS, UNIT
from workbench.words import _

CHIP_WIDTH, CHIP_HEIGHT, CHIP_GAP = 34, 28, 4
_LEAST, _HEADING = 40, 34
_LEAST_CODES, _LEAST_ANSWER = 10 * UNIT, 38 * UNIT
_DASH = "-"
Index = QModelIndex | QPersistentModelIndex
_WRAPS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class CellTable(QTableView):
    """A table whose cells hand their text out themselves."""

    def commitData(self, editor: QWidget) -> None:  # noqa: N802  Qt's name
        """The line that the cell stood on may have moved, and the cell be gone, by then."""
        if isinstance(editor, LineField):
            editor.flush()


class Cells(QStyledItemDelegate):
    """Paints factors, codes and notes.

    Signals:
        picked: row, column and code of a code that was clicked.
        text_typed: row, column and the whole text of a note or source.
    """

    picked = Signal(int, int, str)
    text_typed = Signal(int, int, str)

    def __init__(self, model: WorksheetModel) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        rect: QRect = option.rect
        font: QFont = option.font
        if self._model.factor(index.row()).is_heading:
            return QSize(rect.width(), _HEADING)
        room = QRect(0, 0, max(rect.width() - 2 * UNIT, 60), 10_000)
        text = QFontMetrics(font).boundingRect(room, _WRAPS, str(index.data() or ""))
        return QSize(rect.width(), max(text.height() + UNIT + 4, _LEAST))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        colours = theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._model.factor(index.row()).is_heading:
            self._paint_heading(painter, colours, rect, index)
        elif self._model.place(index) is not None:
            self._paint_codes(painter, colours, rect, index)
        else:
            is_empty = index.column() == 0 and not index.data(Qt.ItemDataRole.EditRole)
            painter.setPen(QColor(colours.ink_soft if is_empty else colours.ink))
            painter.drawText(rect.adjusted(UNIT, 2, -UNIT, -2), _WRAPS, str(index.data() or ""))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -3, -3), RADIUS, RADIUS)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and self._model.place(index) is not None
        ):
            rect: QRect = option.rect
            options = self._model.options(index)
            for code, chip in zip(options, chips(rect, options), strict=True):
                if chip.contains(event.position()):
                    self.picked.emit(index.row(), index.column(), code.code)
                    return True
        return False

    def createEditor(  # noqa: N802  Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        row, column = index.row(), index.column()
        heading = str(self._model.headerData(column, Qt.Orientation.Horizontal) or "")
        field = LineField(name="cell-editor")
        field.setParent(parent)
        label = self._model.factor(row).label or _("Added factor")
        field.setAccessibleName(f"{heading}: {label}")
        field.show_text(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        field.typed.connect(lambda text: self.text_typed.emit(row, column, text))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802  Qt's name
        """Nothing: the editor was filled when it was made, and what is typed there is newer."""

    def setModelData(  # noqa: N802  Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        if isinstance(editor, LineField):
            editor.flush()

    def _paint_heading(
        self, painter: QPainter, colours: theme.Tokens, rect: QRect, index: Index
    ) -> None:
        painter.fillRect(rect, QColor(colours.sunken))
        if index.column() == 0:
            font = QFont(painter.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(colours.ink))
            painter.drawText(rect.adjusted(UNIT, 0, 0, 0), _WRAPS, str(index.data()))

    def _paint_written(
        self, painter: QPainter, colours: theme.Tokens, rect: QRect, index: Index
    ) -> list[str]:
        """What was written, beside the ways of no answer; the chosen one of these."""
        options, text = self._model.options(index), str(index.data() or "")
        if text in [option.code for option in options]:
            return [text]
        left = UNIT + len(options) * (CHIP_WIDTH + CHIP_GAP) + UNIT
        painter.setPen(QColor(colours.ink if text else colours.ink_soft))
        painter.drawText(rect.adjusted(left, 2, -UNIT, -2), _WRAPS, text or _("Write…"))
        return []

    def _paint_codes(
        self, painter: QPainter, colours: theme.Tokens, rect: QRect, index: Index
    ) -> None:
        """A chosen code is filled. One of last time has a broken edge: nobody has reviewed it."""
        options, chosen = self._model.options(index), str(index.data() or "").split()
        earlier = self._model.earlier(index)
        if self._model.factor(index.row()).is_written:
            chosen = self._paint_written(painter, colours, rect, index)
        plain = QFont(painter.font())
        strong = QFont(plain)
        strong.setWeight(QFont.Weight.Bold)
        for option, chip in zip(options, chips(rect, options), strict=True):
            is_chosen, was = option.code in chosen, option.code == earlier
            edge = colours.accent if is_chosen else colours.line_strong if was else colours.line
            broken = Qt.PenStyle.DashLine if was else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(edge), 2 if was else 1, broken))
            painter.setBrush(QColor(colours.accent if is_chosen else colours.surface))
            painter.drawRoundedRect(chip, 5, 5)
            painter.setFont(strong if is_chosen else plain)
            painter.setPen(QColor(colours.on_accent if is_chosen else colours.ink_soft))
            painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), sign(option))


def sign(option: OptionVm) -> str:
    """What a chip shows: a code as it is, a word by the key that picks it."""
    is_code = option.key in (option.code.upper(), _DASH)
    return option.code if is_code else option.key


def chips(rect: QRect, options: Sequence[OptionVm]) -> list[QRectF]:
    """Where the codes stand in a cell."""
    top = rect.top() + (rect.height() - CHIP_HEIGHT) / 2
    step, left = CHIP_WIDTH + CHIP_GAP, rect.left() + UNIT
    return [QRectF(left + at * step, top, CHIP_WIDTH, CHIP_HEIGHT) for at in range(len(options))]


def chips_width(vm: WorksheetVm, at: int) -> int:
    """How wide a column of codes must be; where words are written there is room for them."""
    said = [factor.options for factor in vm.factors] if vm.is_answers else [vm.columns[at].options]
    wide = max((len(options) for options in said), default=0) * (CHIP_WIDTH + CHIP_GAP) + 2 * UNIT
    return max(wide, _LEAST_ANSWER if vm.is_answers else _LEAST_CODES)
