# SPDX-License-Identifier: EUPL-1.2
"""Fields for answers that are written: a number, a day, own words. Lists are in `entry_lists`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.assess.vms import EntryVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column
from workbench.ui.kit.fields import LineField, TextArea
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.words import _

_SHORT = 30 * UNIT


class Entry(QWidget):
    """One control for one question.

    Signals:
        said: the whole answer as it would be kept; never for `show_value`.
        grew: there is another field in it.
    """

    said = Signal(str)
    grew = Signal()

    def __init__(self, vm: EntryVm, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._value = vm.value
        self.box = column(gap=UNIT // 2)
        self.setLayout(self.box)

    def show_value(self, value: str) -> None:
        """Another answer from outside. What the person is just typing is left alone."""
        if value != self._value:
            self._value = value
            self.put(value)

    def say(self, value: str) -> None:
        """Hand it out."""
        self._value = value
        self.said.emit(value)

    def put(self, value: str) -> None:
        """Show it."""
        raise NotImplementedError

    def flush(self) -> None:
        """Hand out what is half typed."""

    def focus_first(self) -> None:
        """To where one writes."""
        raise NotImplementedError

    def cover(self, *, covered: bool) -> None:
        """Hide names and own words while an interpreter may see the screen."""


class LineEntry(Entry):
    """A number or a day on one line."""

    def __init__(self, vm: EntryVm, name: str) -> None:
        super().__init__(vm, name)
        self.field = LineField(name="entry")
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(vm.hint)
        self.field.setMaximumWidth(_SHORT)
        self.field.show_text(vm.value)
        self.field.typed.connect(self.say)
        self.box.addWidget(self.field)
        self.box.addWidget(Label(vm.hint, "soft"))

    def put(self, value: str) -> None:
        self.field.show_text(value)

    def flush(self) -> None:
        self.field.flush()

    def focus_first(self) -> None:
        self.field.setFocus(Qt.FocusReason.TabFocusReason)


class TextEntry(Entry):
    """Own words, as many as they need."""

    def __init__(self, vm: EntryVm, name: str) -> None:
        super().__init__(vm, name)
        self.field = TextArea(lines=5, name="entry")
        self.field.setAccessibleName(name)
        self.field.show_text(vm.value)
        self.field.typed.connect(self.say)
        self._uncover = Button(_("Show what is written"), "quiet", name="entry-show")
        self._uncover.hide()
        self._uncover.clicked.connect(lambda: self._covered(is_covered=False))
        self.box.addWidget(self._uncover)
        self.box.addWidget(self.field)
        self.box.addWidget(Label(vm.hint, "soft"))

    def put(self, value: str) -> None:
        self.field.show_text(value)

    def flush(self) -> None:
        self.field.flush()

    def focus_first(self) -> None:
        first = self._uncover if self.field.isHidden() else self.field
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def cover(self, *, covered: bool) -> None:
        self._covered(is_covered=covered and bool(self.field.text()))

    def _covered(self, *, is_covered: bool) -> None:
        self.field.setVisible(not is_covered)
        self._uncover.setVisible(is_covered)
        if not is_covered and self._uncover.hasFocus():
            self.field.setFocus()
