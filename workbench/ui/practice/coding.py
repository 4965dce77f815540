# SPDX-License-Identifier: EUPL-1.2
"""Where one place is coded, and what holds two panes side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.assess.vms import OptionVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column, row
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.practice.vms import QuestionVm
from workbench.ui.result.lines import empty
from workbench.ui.writing.beside import holding
from workbench.ui.writing.fields import OptionVm as ListOptionVm
from workbench.ui.writing.form import ListField
from workbench.words import _

_ONWARDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})
_SEPARATOR = "/"


class Panes(QWidget):
    """Side by side.

    Signals:
        widened: there is another width to lay them out in.
    """

    widened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(2 * UNIT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.line.activate()
            self.widened.emit()


class CodingPane(Card):
    """One place at a time. A key is the code it shows and never moves on; Enter and ↓ do.

    Signals:
        chosen: a code; "" takes it back.
        next_pressed, previous_pressed: on and back.
        walked: the key of a place that was picked in the list.
    """

    chosen = Signal(str)
    next_pressed = Signal()
    previous_pressed = Signal()
    walked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.where, self.text = Label(kind="soft"), Label(kind="heading")
        self.column = Label(kind="soft")
        self._choices = Choices((), "")
        self._options: tuple[OptionVm, ...] = ()
        self._holder = column(self._choices)
        self._keys_from: QWidget | None = None
        self.back_button = Button(_("Previous"), "secondary", icon="up", name="previous")
        self.next_button = Button(_("Next"), "secondary", icon="down", name="next")
        self.undo_button = Button(_("Take the answer back"), "quiet", name="take-back")
        self.list = ListField(())
        self.list.setObjectName("places")
        self.list.setMinimumContentsLength(12)
        self.list.setSizeAdjustPolicy(
            ListField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        ways = WrapLayout(gap=UNIT)
        for button in (self.back_button, self.next_button, self.undo_button):
            ways.addWidget(button)
        self.list.setAccessibleName(_("Go to"))
        head = QWidget()
        box = column(self.text, self.column, gap=UNIT)
        box.insertLayout(0, self._top())
        head.setLayout(box)
        self.add(head).add_layout(self._holder)
        self.add(holding(ways))
        self.body.addStretch(1)
        self._connect()

    def show_question(self, vm: QuestionVm, *, is_new: bool) -> None:
        self.where.setText(vm.where)
        self.text.setText(vm.text)
        self.column.setText(vm.column)
        self.column.setVisible(bool(vm.column))
        self._offer(vm)
        self._choices.show_chosen(vm.chosen)
        self.undo_button.setEnabled(bool(vm.chosen))
        self.back_button.setEnabled(not vm.is_first)
        self._list(vm)
        if is_new:
            self.focus()

    def focus(self) -> None:
        """To where one codes."""
        self._choices.focus_first()

    def listen_on(self, page: QWidget | None) -> None:
        """Keys pick anywhere in `page`; nowhere while something else is in front (None)."""
        if page is self._keys_from:
            return
        self._keys_from = page
        self._choices.stop_listening()
        if page is not None:
            self._choices.listen_on(page)

    def needed(self, width: int) -> int:
        """How high it has to be at this width for nothing to be cut."""
        self.body.activate()
        return self.body.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _ONWARDS:
            self.next_pressed.emit()
        elif key == Qt.Key.Key_Up:
            self.previous_pressed.emit()
        elif key == Qt.Key.Key_Delete:
            self.chosen.emit("")
        else:
            super().keyPressEvent(event)

    def _top(self) -> QHBoxLayout:
        """How far one has come, and the way to any place."""
        line = row(self.where, ends=False)
        line.addWidget(self.list, 1)
        self.where.setWordWrap(False)
        return line

    def _offer(self, vm: QuestionVm) -> None:
        if vm.options != self._options:
            self._options = vm.options
            self._choices.stop_listening()
            empty(self._holder)
            shown = [ChoiceVm(o.code, o.label, o.key, is_quiet=o.is_state) for o in vm.options]
            self._choices = Choices(shown, vm.text)
            self._choices.chosen.connect(self.chosen)
            if self._keys_from is not None:
                self._choices.listen_on(self._keys_from)
            self._holder.addWidget(self._choices)
            self._choices.show()  # only what is shown can take the focus
        self._choices.setAccessibleName(vm.text)

    def _list(self, vm: QuestionVm) -> None:
        """Every place, with what was said there."""
        lines = [ListOptionVm(_SEPARATOR.join(p.key), p.label) for p in vm.places]
        if self.list.count() != len(lines) + 1:
            self.list.clear()
            self.list.addItem(_("Choose…"), "")
            for line in lines:
                self.list.addItem(line.label, line.code)
        for at, line in enumerate(lines, start=1):
            self.list.setItemText(at, line.label)
            self.list.setItemData(at, line.code)
        self.list.show_text(_SEPARATOR.join(vm.key))

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.previous_pressed)
        self.next_button.clicked.connect(self.next_pressed)
        self.undo_button.clicked.connect(lambda: self.chosen.emit(""))
        self.list.typed.connect(self._walked)

    def _walked(self, text: str) -> None:
        item, _sign, place = text.partition(_SEPARATOR)
        if text:
            self.walked.emit((item, place))
