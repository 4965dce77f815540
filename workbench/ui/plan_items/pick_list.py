# SPDX-License-Identifier: EUPL-1.2
"""The library as a calm list to pick from: searched, each point with its mark.

On a point U, M and P take it up with that mark; Space and Enter with the mark it has.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import FormRow, column, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.theme import UNIT
from workbench.ui.plan_items.offering import SuggestionsVm, SuggestionVm
from workbench.words import _

_MARKS = {Qt.Key.Key_U: "U", Qt.Key.Key_M: "M", Qt.Key.Key_P: "P"}


class PickList(QWidget):
    """Sections with their points, and a field that narrows them.

    Signals:
        chosen: a point's id, and the mark that was pressed for it ("" = its own).
    """

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.search = LineField(name="search-library")
        self.search.typed.connect(self._narrow)
        self.called_for = Button(
            _("Show only what the scenarios point to"), "quiet", name="called-for"
        )
        self.called_for.setCheckable(True)
        self.called_for.clicked.connect(self._turn)
        self._nothing = Label(_("No point of the list fits. Write an own point."), "soft")
        self._nothing.hide()
        self._parts: list[_Section] = []
        self._sections = column(gap=3 * UNIT)
        hint = _("On a point, U, M or P takes it up with that mark.")
        box = column(FormRow(_("Search the list"), self.search, hint), gap=2 * UNIT)
        box.addLayout(row(self.called_for))
        box.addWidget(self._nothing)
        box.addLayout(self._sections)
        self.setLayout(box)

    def show_library(self, library: Sequence[SuggestionsVm]) -> None:
        """These sections instead of the ones shown; the search stays."""
        for old in self._parts:
            self._sections.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts = [_Section(vm) for vm in library]
        for part in self._parts:
            for suggestion in part.suggestions:
                suggestion.chosen.connect(self.chosen)
            self._sections.addWidget(part)
        self.called_for.setVisible(any(part.is_called_for() for part in self._parts))
        self._narrow(self.search.text())

    def _turn(self) -> None:
        only = self.called_for.isChecked()
        words = _("Show the whole list") if only else _("Show only what the scenarios point to")
        self.called_for.setText(words)
        self.called_for.setAccessibleName(words)
        self._narrow(self.search.text())

    def _narrow(self, text: str) -> None:
        only = self.called_for.isChecked()
        shown = [part.narrow(text.casefold().split(), only=only) for part in self._parts]
        self._nothing.setHidden(any(shown))


class _Section(QWidget):
    """One section: its title, what is read first, its points."""

    def __init__(self, vm: SuggestionsVm) -> None:
        super().__init__()
        self._title = vm.title
        self.suggestions = [_Suggestion(item) for item in vm.items]
        box = column(Label(vm.title, "heading"), gap=UNIT)
        for notice in vm.notices:
            box.addWidget(Label(notice, "soft"))
        for suggestion in self.suggestions:
            box.addWidget(suggestion)
        self.setLayout(box)

    def is_called_for(self) -> bool:
        return any(each.is_called_for for each in self.suggestions)

    def narrow(self, words: Sequence[str], *, only: bool) -> bool:
        """Show the points that hold every word; whether there is one."""
        for each in self.suggestions:
            told = f"{self._title} {each.told}".casefold()
            fits = all(word in told for word in words)
            each.setVisible(fits and (each.is_called_for or not only))
        is_shown = any(not each.isHidden() for each in self.suggestions)
        self.setVisible(is_shown)
        return is_shown


class _Suggestion(QWidget):
    """One point of the library, with the way to take it up.

    Signals:
        chosen: its id, and the mark that was pressed.
    """

    chosen = Signal(str, str)

    def __init__(self, vm: SuggestionVm) -> None:
        super().__init__()
        self._id = vm.id
        self.told = f"{vm.id} {vm.text} {vm.carry}"
        self.is_called_for = bool(vm.answers)
        texts = column(Label(vm.text), gap=0)
        if vm.answers:
            texts.addWidget(Label(vm.answers, "soft"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(UNIT)
        line.addLayout(texts, 1)
        if vm.is_chosen:
            line.addWidget(Pill(_("In the plan"), "done"))
        line.addWidget(Pill(vm.carry, icon=vm.icon))
        take = _Take(_("Take up"), "quiet", name=f"take-{vm.id}")
        said = _("{do}: {which}, {mark}")
        take.setAccessibleName(said.format(do=take.text(), which=vm.text, mark=vm.carry))
        take.clicked.connect(lambda: self.chosen.emit(self._id, ""))
        take.marked.connect(lambda mark: self.chosen.emit(self._id, mark))
        line.addWidget(take)


class _Take(Button):
    """A button that a mark presses too.

    Signals:
        marked: U, M or P was pressed on it.
    """

    marked = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark = _MARKS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, _SHIFT)
        if mark is not None and plain and not event.isAutoRepeat():
            self.marked.emit(mark)
        else:
            super().keyPressEvent(event)


_SHIFT = Qt.KeyboardModifier.ShiftModifier
