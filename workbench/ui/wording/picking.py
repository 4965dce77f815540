# SPDX-License-Identifier: EUPL-1.2
"""The form's text on the left, the questions on the right; Enter takes what is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from workbench.ui.kit.buttons import Button, is_enter
from workbench.ui.kit.cards import Card, FormRow
from workbench.ui.kit.fields import TextArea
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.paper.pdf_view import PdfPreview
from workbench.ui.wording.vms import SlotVm
from workbench.words import _

_HIGH, _AROUND = 40 * UNIT, 2 * UNIT
_WRAP = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex


class _Lines(QStyledItemDelegate):
    """A line is as tall as its words are where they wrap, with the room at their sides counted."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size, view = super().sizeHint(option, index), self.parent()
        if not isinstance(view, QListWidget):
            return size
        room = QRect(0, 0, max(view.viewport().width() - 4 * UNIT, UNIT), 10_000)
        words = QFontMetrics(option.font).boundingRect(room, _WRAP, str(index.data()))
        return QSize(size.width(), max(size.height(), words.height() + _AROUND))


class _List(QListWidget):
    """Lines that wrap; Tab leaves it.

    Signals:
        taken: Enter was pressed, or a line was pressed twice.
        moved: Ctrl with an arrow: up is -1, down is 1.
    """

    taken = Signal()
    moved = Signal(int)

    def __init__(self, name: str, said: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setWordWrap(True)
        self.setItemDelegate(_Lines(self))
        self.setTabKeyNavigation(False)
        self.setSpacing(2)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMinimumHeight(_HIGH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda _item: self.taken.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        if is_enter(event):
            self.taken.emit()
        elif step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class SourceCard(Card):
    """The form: opened as a PDF or pasted, then in pieces to pick from.

    Signals:
        pasted: text from the form.
        taken: rows of the pieces that were chosen.
        moved: to another question.
    """

    pasted = Signal(str)
    taken = Signal(list)
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__(
            _("Your form"),
            _("Open it or paste its text. It stays on this computer, and is not kept."),
        )
        self.open_button = Button(_("Open a PDF…"), name="open-form")
        self.number_button = Button(_("Fill by number"), "quiet", name="fill-by-number")
        self.turn_button = Button(_("Show the pages"), "quiet", name="turn-form")
        ways = WrapLayout(gap=UNIT)
        for button in (self.open_button, self.number_button, self.turn_button):
            ways.addWidget(button)
        self.paste = TextArea(_("Paste the form's text here"), lines=3, name="paste-form")
        self.pieces = _List("pieces", _("The form's text, piece by piece"))
        self.pieces.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.pdf = PdfPreview()
        self.pdf.setMinimumHeight(_HIGH)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pieces)
        self._stack.addWidget(self.pdf)
        how = _("Choose with the arrows, more with Shift. Enter takes it and goes on.")
        self.take_button = Button(_("Take it"), "secondary", name="take-piece")
        self._how = Label(how, "soft")
        below = WrapLayout(gap=UNIT)
        below.addWidget(self.take_button)
        self.add_layout(ways).add(self.paste, self._stack, self._how).add_layout(below)
        self.body.addStretch(1)
        self._connect()
        self.show_pieces(())
        self.turn_button.hide()

    def show_pieces(self, pieces: Sequence[str]) -> None:
        self.pieces.clear()
        self.pieces.addItems(list(pieces))
        has_any = bool(pieces)
        for widget in (self._stack, self._how, self.take_button, self.number_button):
            widget.setVisible(has_any)
        self.paste.setVisible(not has_any)
        if has_any:
            self.paste.show_text("")
            self.pieces.setCurrentRow(0)
            self.pieces.setFocus()

    def show_pdf(self, pdf: bytes, name: str) -> str:
        """The pages are shown beside, their text is given."""
        self.pdf.show_pdf(pdf, name)
        document = self.pdf.document
        self.turn_button.setVisible(document.pageCount() > 0)
        pages = range(document.pageCount())
        return "\n\n".join(document.getAllText(page).text() for page in pages)

    def _take(self) -> None:
        rows = sorted(index.row() for index in self.pieces.selectedIndexes())
        if rows:
            self.taken.emit(rows)
            self.pieces.setCurrentRow(min(rows[-1] + 1, self.pieces.count() - 1))

    def _turn(self) -> None:
        is_text = self._stack.currentWidget() is self.pieces
        self._stack.setCurrentWidget(self.pdf if is_text else self.pieces)
        self.turn_button.say(_("Show the text") if is_text else _("Show the pages"))

    def _connect(self) -> None:
        self.paste.typed.connect(self.pasted)
        self.pieces.taken.connect(self._take)
        self.pieces.moved.connect(self.moved)
        self.take_button.clicked.connect(self._take)
        self.turn_button.clicked.connect(self._turn)


class SlotsCard(Card):
    """Every question with its words under what the program calls it.

    Signals:
        chosen: a question's place in the list.
        typed: the item, and its words as corrected by hand.
    """

    chosen = Signal(int)
    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(
            _("The questions"), _("The program's short label first, the form's words under it.")
        )
        self.slots = _List("slots", _("The questions and their words"))
        self.slots.currentRowChanged.connect(self._chosen)
        self.words = TextArea(lines=3, name="slot-words")
        self.words.typed.connect(self._typed)
        self._row = FormRow(_("The words of this question"), self.words)
        self._count = Label("", "soft")
        self.add(self._count, self.slots, self._row)
        self._shown: tuple[SlotVm, ...] = ()
        self._at = 0

    def show_slots(self, slots: tuple[SlotVm, ...], at: int) -> None:
        self.slots.blockSignals(True)  # noqa: FBT003  Qt's own signature
        if len(slots) != self.slots.count():
            self.slots.clear()
            self.slots.addItems(["" for _slot in slots])
        for row, slot in enumerate(slots):
            line: QListWidgetItem = self.slots.item(row)
            line.setText(f"{slot.label}\n{slot.words or '–'}")
        self.slots.setCurrentRow(at)
        self.slots.blockSignals(False)  # noqa: FBT003
        self._shown, self._at = slots, at
        done = sum(bool(slot.words.strip()) for slot in slots)
        self._count.setText(_("{count} of {all} have their words").format(
            count=done, all=len(slots)))  # fmt: skip
        if slots and not self.words.hasFocus():
            self.words.show_text(slots[at].words)
            self.words.moveCursor(QTextCursor.MoveOperation.End)  # one goes on behind what is there
            self._row.label.setText(_("The words of {question}").format(question=slots[at].label))

    def step(self, by: int) -> None:
        self.chosen.emit(self._at + by)

    def _chosen(self, row: int) -> None:
        self.words.flush()
        if row >= 0:
            self.words.clearFocus()
            self.chosen.emit(row)

    def _typed(self, text: str) -> None:
        if self._shown:
            self.typed.emit(self._shown[self._at].item, text)
