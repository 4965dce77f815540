# SPDX-License-Identifier: EUPL-1.2
"""Answers that are lists: dated events, and numbers that each stand for one person or place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLayout, QWidget

from workbench.ui.assess.entries import Entry, LineEntry, TextEntry
from workbench.ui.assess.vms import EntryVm
from workbench.ui.assess.written import (
    NO_EVENTS,
    event_lines,
    event_text,
    rating_rows,
    rating_text,
    with_event,
    without_event,
)
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import FormRow, column, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.words import _

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_DAY, _NUMBER = 22 * UNIT, 12 * UNIT


class EventsEntry(Entry):
    """Events one by one: a day, a kind where there are kinds, Enter adds."""

    def __init__(self, vm: EntryVm, name: str) -> None:
        super().__init__(vm, name)
        self._vm = vm
        self._rows = column(gap=UNIT // 2)
        self.day = LineField(name="entry")
        self.day.setMaximumWidth(_DAY)
        self.kind = QComboBox()
        self.kind.setObjectName("entry-kind")
        self.kind.setAccessibleName(_("Kind"))
        for kind in vm.kinds:
            self.kind.addItem(kind.label, kind.code)
        self.kind.setVisible(bool(vm.kinds))
        self._doubt = Label(kind="strong")
        add = Button(_("Add the event"), "secondary", name="entry-add")
        none = Button(_("There were none"), "quiet", name="entry-none")
        add.clicked.connect(self._add)
        none.clicked.connect(lambda: self._keep(NO_EVENTS))
        self.box.addLayout(self._rows)
        self.box.addWidget(FormRow(_("Day"), self.day, vm.hint))
        if vm.kinds:
            self.box.addLayout(row(self.kind))
        self.box.addWidget(self._doubt)
        self.box.addLayout(row(add, none))
        self.put(vm.value)

    def put(self, value: str) -> None:
        _empty(self._rows)
        self._doubt.hide()
        if value == NO_EVENTS:
            none = Label(_("No events"), "strong")
            self._rows.addWidget(none)
            none.show()
        for event, said in event_lines(value, self._vm.kinds):
            away = Button(_("Take away {what}").format(what=said), "quiet", name="entry-away")
            away.setText(_("Take away"))
            away.clicked.connect(lambda _on=False, event=event: self._take_away(event))
            line = QWidget()
            line.setLayout(row(Label(said, "strong", wraps=False), away))
            self._rows.addWidget(line)
            line.show()  # at once, so that Tab comes to it

    def focus_first(self) -> None:
        self.day.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds what is typed; with nothing typed it goes on, as everywhere."""
        if Qt.Key(event.key()) in _ENTER and self.day.text().strip():
            self._add()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        kind = str(self.kind.currentData() or "")
        event = event_text(self.day.text(), kind)
        if event is None:
            self._doubt.setText(_("That is no day: {text}").format(text=self.day.text()))
            self._doubt.show()
            return
        self.day.show_text("")
        self._keep(with_event(self._value, event))
        self.day.setFocus()

    def _take_away(self, event: str) -> None:
        self._keep(without_event(self._value, event))
        self.day.setFocus()

    def _keep(self, value: str) -> None:
        self.put(value)
        self.say(value)


class RatingsEntry(Entry):
    """A name and a number a row; there is always an empty row below. Nothing adds them up."""

    def __init__(self, vm: EntryVm, name: str) -> None:
        super().__init__(vm, name)
        self._vm = vm
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setColumnStretch(0, 1)
        self._fields: list[tuple[LineField, LineField]] = []
        self._is_covered = False
        self.box.addWidget(self._holder)
        self.box.addWidget(Label(" ".join(t for t in (vm.hint, vm.ends) if t), "soft"))
        self.put(vm.value)

    def put(self, value: str) -> None:
        _empty(self._grid)
        self._fields.clear()
        self._grid.addWidget(Label(self._vm.row_name, "strong"), 0, 0)
        self._grid.addWidget(Label(_("Figure"), "strong"), 0, 1)
        for name, number in (*rating_rows(value), ("", "")):
            self._add_row(name, number)

    def flush(self) -> None:
        for pair in tuple(self._fields):
            for field in pair:
                field.flush()

    def focus_first(self) -> None:
        self._fields[0][0].setFocus(Qt.FocusReason.TabFocusReason)

    def cover(self, *, covered: bool) -> None:
        self._is_covered = covered
        mode = LineField.EchoMode
        for name, _number in self._fields:
            name.setEchoMode(mode.Password if covered else mode.Normal)

    def _add_row(self, name: str, number: str) -> None:
        at = len(self._fields) + 1
        place = LineField(name=f"entry-name-{at}")
        figure = LineField(name=f"entry-number-{at}")
        place.setAccessibleName(f"{self._vm.row_name} {at}")
        figure.setAccessibleName(_("Number {n}").format(n=at))
        figure.setAccessibleDescription(self._vm.hint)
        figure.setMaximumWidth(_NUMBER)
        for field, text in ((place, name), (figure, number)):
            field.show_text(text)
            field.typed.connect(self._typed)
            field.textEdited.connect(self._make_room)
            self._grid.addWidget(field, at, 0 if field is place else 1)
            field.show()  # at once, so that Tab comes to it
        self._fields.append((place, figure))
        self.cover(covered=self._is_covered)

    def _make_room(self) -> None:
        """The next row is there before this one is left."""
        if all(field.text().strip() for field in self._fields[-1]):
            self._add_row("", "")
            self.grew.emit()

    def _typed(self, _text: str) -> None:
        self.say(rating_text((a.text(), b.text()) for a, b in self._fields))


def entry_for(vm: EntryVm, name: str) -> Entry:
    """The control for this sort of answer."""
    made: dict[str, type[Entry]] = {
        "text": TextEntry,
        "events": EventsEntry,
        "ratings": RatingsEntry,
    }
    return made.get(vm.type, LineEntry)(vm, name)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
