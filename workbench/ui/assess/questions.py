# SPDX-License-Identifier: EUPL-1.2
"""One question at a time: all questions to the left, the choices large, source and note beside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from workbench.ui.assess.answering import Answering
from workbench.ui.assess.earlier_part import STILL_SO_KEY, EarlierPart
from workbench.ui.assess.outline import Outline
from workbench.ui.assess.talk import TalkBar
from workbench.ui.assess.ticks import Tick
from workbench.ui.assess.vms import ItemVm, OutlineVm, SlotKey
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column, row
from workbench.ui.kit.fields import LineField, TextArea
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.words import _

NARROW = 100 * UNIT
_OUTLINE, _BESIDE = 34 * UNIT, 30 * UNIT
_ONWARDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})


class QuestionsPane(QWidget):
    """Shows one question and tells what was said to it.

    Signals:
        chosen: the code of a choice or state; "" takes the answer back.
        noted, sourced: item id and the whole text.
        next_pressed, previous_pressed: on and back.
        walked: the number of a line of the outline.
        calendar_pressed: the violence calendar is wanted.
        written: item id and the whole of an answer that is written.
    """

    chosen = Signal(str)
    noted = Signal(str, str)
    sourced = Signal(str, str)
    next_pressed = Signal()
    previous_pressed = Signal()
    walked = Signal(int)
    calendar_pressed = Signal()
    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.outline = Outline()
        self._unfold = Button(_("Show all questions"), "quiet", icon="down", name="unfold")
        self.where = Label(kind="soft")
        self.text = Label(kind="title")
        self.column = Label(kind="soft")
        self._calendar = Button(
            _("First: the violence calendar"), "secondary", icon="today", name="calendar"
        )
        self.doubt = Label(kind="strong")
        self.doubt.setObjectName("doubt")
        self.answering = Answering()
        self.earlier = EarlierPart()
        self.talk = TalkBar()
        self.talk.hide()
        self._is_talk = self._is_locked = False
        self.single_keys = Tick(_("Single keys pick an answer"), name="single-keys")
        self.single_keys.setChecked(True)
        self.source = LineField(name="field-source")
        self.note = TextArea(lines=4, name="field-note")
        self._note_row = FormRow(_("Note"), self.note)
        self._item = ""
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._connect()

    def show_lines(self, lines: Sequence[OutlineVm], current: SlotKey) -> None:
        self.outline.show_lines(lines, current)

    def show_item(self, vm: ItemVm, *, is_new: bool) -> None:
        self._item = vm.key[0]
        self.where.setText(vm.where)
        self.text.setText(vm.spoken if self._is_talk else vm.text)
        self.column.setText(vm.column)
        self.column.setVisible(bool(vm.column))
        self.doubt.setText(vm.doubt)
        self.doubt.setVisible(bool(vm.doubt))
        self._calendar.setVisible(vm.asks_calendar and not self._is_talk)
        self.answering.show_item(vm)
        self.earlier.show_earlier(vm.earlier)
        self._show_texts(vm, is_new=is_new)
        if is_new:
            self.focus_first()
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self, f"{vm.where}. {vm.text}")
            )

    def focus_first(self) -> None:
        """Where one answers; of what is locked, where one goes on."""
        if self._is_locked:
            self._on.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.answering.focus_first()

    def fit(self, room: int) -> None:
        """Fill `room` when the parts stand side by side; under each other they take their own."""
        self.setMinimumHeight(0 if self.width() < NARROW else room)
        self.outline.setMaximumHeight(max(room, 30 * UNIT))

    def hand_out(self) -> None:
        """Half-typed text belongs to the question that is shown now."""
        self.source.flush()
        self.note.flush()
        self.answering.flush()

    def show_talk(self, *, is_talk: bool) -> None:
        """Only the question and its answers; or everything around them again."""
        self._is_talk = is_talk
        self.talk.setVisible(is_talk)
        for around in (self.where, self._beside, self._undo, self._keys):
            around.setVisible(not is_talk)
        self._arrange()
        self._cover()

    def show_locked(self, *, is_locked: bool) -> None:
        """What is locked is read question by question."""
        self.answering.setEnabled(not is_locked)
        self.earlier.setEnabled(not is_locked)
        for text in (self.source, self.note):
            text.setReadOnly(is_locked)
        for asking in (self._undo, self.single_keys):
            asking.setHidden(asking.isHidden() or is_locked)
        self._is_locked = is_locked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _ONWARDS:
            self._move(forward=True)
        elif key == Qt.Key.Key_Up:
            self._move(forward=False)
        elif key == Qt.Key.Key_Delete:
            self.chosen.emit("")
        elif key == STILL_SO_KEY:
            self.earlier.button.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = self.width() < NARROW
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._left.setVisible(not self._is_talk)
        self._unfold.setVisible(is_narrow)
        self.outline.setVisible(not is_narrow)
        most = 16_777_215
        self.outline.setMaximumWidth(most if is_narrow else _OUTLINE)
        self._beside.setMaximumWidth(most if is_narrow else _BESIDE)

    def _cover(self) -> None:
        is_covered = self._is_talk and self.talk.interpreter.isChecked()
        self.answering.cover(covered=is_covered)

    def _show_texts(self, vm: ItemVm, *, is_new: bool) -> None:
        self._note_row.label.setText(vm.note_label)
        self.note.setAccessibleName(vm.note_label)
        if is_new or not self.note.hasFocus():
            self.note.show_text(vm.note)
        if is_new or not self.source.hasFocus():
            self.source.show_text(vm.source)

    def _move(self, *, forward: bool) -> None:
        self.hand_out()
        (self.next_pressed if forward else self.previous_pressed).emit()

    def _chose(self, code: str) -> None:
        self.hand_out()
        self.chosen.emit(code)

    def _walk(self, number: int) -> None:
        self.hand_out()
        self.walked.emit(number)

    def setHidden(self, hidden: bool) -> None:  # noqa: FBT001, N802  Qt's own signature
        """While something else is in front, its letters are not choices of a question here."""
        super().setHidden(hidden)
        if hidden:
            self.answering.stop_listening()

    def _listen(self) -> None:
        at = self.parentWidget() or self
        self.answering.listen_on(at, single_keys=self.single_keys.isChecked())

    def _connect(self) -> None:
        self.outline.walked.connect(self._walk)
        self._unfold.clicked.connect(lambda: self.outline.setVisible(self.outline.isHidden()))
        self._calendar.clicked.connect(self.calendar_pressed)
        self.talk.interpreted.connect(self._cover)
        self.answering.picked.connect(self._chose)
        self.answering.written.connect(self.written)
        self.answering.renewed.connect(self._listen)
        self.single_keys.toggled.connect(self._listen)
        self.note.typed.connect(lambda text: self.noted.emit(self._item, text))
        self.source.typed.connect(lambda text: self.sourced.emit(self._item, text))

    def _lay_out(self) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * UNIT)
        left = self._left = QWidget()
        under = column(gap=0)
        under.addLayout(row(self._unfold))
        under.addWidget(self.outline, 1)
        under.addStretch(0)  # what is over goes under it, so that it begins where the rest begins
        left.setLayout(under)
        self._box.addWidget(left)
        self._box.addWidget(self._middle(), 1)
        self._beside = Card(_("Source and note"))
        self._beside.add(self.earlier)
        self._beside.add(FormRow(_("Source"), self.source, _("For instance: the person, police")))
        self._beside.add(self._note_row)
        self._beside.body.addStretch(1)
        self._box.addWidget(self._beside)

    def _middle(self) -> QWidget:
        back = Button(_("Previous"), "secondary", icon="up", name="previous")
        on = self._on = Button(_("Next"), "primary", icon="down", name="next")
        undo = self._undo = Button(_("Take the answer back"), "quiet", name="take-back")
        back.clicked.connect(lambda: self._move(forward=False))
        on.clicked.connect(lambda: self._move(forward=True))
        undo.clicked.connect(lambda: self._chose(""))
        ways = WrapLayout(gap=UNIT)
        for button in (back, on, undo):
            ways.addWidget(button)
        card = Card()
        card.add(self.talk)
        card.add_layout(column(self.where, self.text, self.column, gap=UNIT // 2))
        card.add(self._calendar, self.answering)
        keys = Label(_("Enter or ↓ next · ↑ previous · Delete takes the answer back"), "soft")
        card.add(self.doubt).add_layout(ways)
        self._keys = QWidget()
        self._keys.setLayout(column(self.single_keys, keys, gap=UNIT // 2))
        card.add(self._keys)
        card.body.addStretch(1)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return card
