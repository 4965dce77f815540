# SPDX-License-Identifier: EUPL-1.2
"""Where one question is answered: what is written, what is picked, and the ways of no answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.assess.entries import Entry
from workbench.ui.assess.entry_lists import entry_for
from workbench.ui.assess.vms import ItemVm, OptionVm, SlotKey
from workbench.ui.kit.cards import column
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.reading_order import tab_as_laid_out
from workbench.ui.kit.theme import UNIT


class Answering(QWidget):
    """The controls of the question in front. They stay as long as the question does.

    Signals:
        picked: the code of a choice or state.
        written: item id and the whole of an answer that is written.
        renewed: the choices are other ones, and listen to no keys yet.
    """

    picked = Signal(str)
    written = Signal(str, str)
    renewed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box = column(gap=2 * UNIT)
        self.setLayout(self._box)
        self.entry: Entry | None = None
        self._entry_of: tuple[SlotKey, str] = (("", ""), "")
        self._choices = Choices((), "")
        self._options: tuple[OptionVm, ...] = ()
        self._is_covered = False

    def show_item(self, vm: ItemVm) -> None:
        before = (self.entry, self._choices)
        self._show_entry(vm)
        self._show_options(vm)
        if before != (self.entry, self._choices):
            self._order_tabs()

    def _order_tabs(self) -> None:
        """What was made anew stands where it is seen, also for Tab."""
        around = self.parentWidget()
        if around is not None:
            tab_as_laid_out(around)

    def listen_on(self, window: QWidget, *, single_keys: bool) -> None:
        """Keys pick anywhere in `window`, except while text is typed there."""
        self._choices.listen_on(window, single_keys=single_keys)

    def stop_listening(self) -> None:
        """No key picks any more: something else is in front."""
        self._choices.stop_listening()

    def cover(self, *, covered: bool) -> None:
        """Whether names and own words are hidden from who may see the screen."""
        self._is_covered = covered
        if self.entry is not None:
            self.entry.cover(covered=covered)

    def flush(self) -> None:
        """What is half written is handed out."""
        if self.entry is not None:
            self.entry.flush()

    def focus_first(self) -> None:
        """To where one answers."""
        if self.entry is not None:
            self.entry.focus_first()
        else:
            self._choices.focus_first()

    def _show_entry(self, vm: ItemVm) -> None:
        wanted = (vm.key, vm.entry.type if vm.entry else "")
        if wanted != self._entry_of:
            self._entry_of = wanted
            self._take_away()
            if vm.entry is not None:
                self._put(entry_for(vm.entry, vm.text), vm.key[0])
        elif self.entry is not None and vm.entry is not None:
            self.entry.show_value(vm.entry.value)

    def _take_away(self) -> None:
        if self.entry is not None:
            self._box.removeWidget(self.entry)
            self.entry.hide()
            self.entry.deleteLater()
            self.entry = None

    def _put(self, entry: Entry, item: str) -> None:
        self.entry = entry
        entry.grew.connect(self._order_tabs)
        entry.said.connect(lambda text: self.written.emit(item, text))
        self._box.insertWidget(0, entry)
        entry.show()  # only what is shown can take the focus
        entry.cover(covered=self._is_covered)

    def _show_options(self, vm: ItemVm) -> None:
        if vm.options != self._options:
            self._options = vm.options
            self._choices.stop_listening()
            self._box.removeWidget(self._choices)
            self._choices.hide()
            self._choices.deleteLater()
            shown = [ChoiceVm(o.code, o.label, o.key, is_quiet=o.is_state) for o in vm.options]
            self._choices = Choices(shown, vm.text)
            self._choices.chosen.connect(self.picked)
            self._box.addWidget(self._choices)
            self._choices.show()
            self.renewed.emit()
        self._choices.setAccessibleName(vm.text)
        self._choices.show_chosen(vm.chosen)
