# SPDX-License-Identifier: EUPL-1.2
"""Notes under each other, a stretch at a time; a long one is folded until it is asked for."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from workbench.ui.journal.telling import AT_A_TIME, JournalVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.ui.writing.fold import Fold
from workbench.ui.writing.record_list import RecordBlock
from workbench.ui.writing.records import RecordVm
from workbench.words import _

_LONG = 3000
_SHOWN_LINES = 24


class NoteList(QWidget):
    """Only the notes of one stretch are built.

    Signals:
        correcting: the record that the person wants to change.
        withdrawing: the record that its author wants to take back.
        turned: from which note on to show, counted from the newest.
    """

    correcting = Signal(str)
    withdrawing = Signal(str)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[str, QWidget] = {}
        self._first = 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(UNIT + 4)
        self._count = Label(kind="soft", wraps=False)
        self._count.setObjectName("stretch")
        self._newer = Button(_("Newer notes"), "secondary", name="newer")
        self._older = Button(_("Older notes"), "secondary", name="older")
        self._newer.clicked.connect(lambda: self.turned.emit(self._first - AT_A_TIME))
        self._older.clicked.connect(lambda: self.turned.emit(self._first + AT_A_TIME))
        line = WrapLayout(gap=UNIT)
        for widget in (self._newer, self._older, self._count):
            line.addWidget(widget)
        self._turning = holding(line)

    def show_notes(self, vm: JournalVm, nothing: QWidget) -> None:
        """These instead of the ones shown; `nothing` when the journal is empty."""
        self._clear()
        self._first = vm.first
        self._show_notes(vm.notes, can_change=not vm.is_only_read)
        if not vm.total:
            self._put("", nothing)
        self._box.addWidget(self._turning)
        last = vm.first + len(vm.notes)
        said = _("{first}–{last} of {total}, the newest first")
        self._count.setText(said.format(first=vm.first + 1, last=last, total=vm.total))
        self._newer.setVisible(vm.first > 0)
        self._older.setVisible(last < vm.total)
        self._turning.setVisible(vm.total > AT_A_TIME)

    def card_of(self, record: str) -> QWidget | None:
        """The note on screen, for who is led to it."""
        return self._cards.get(record)

    def _show_notes(self, notes: Sequence[RecordVm], *, can_change: bool) -> None:
        for vm in notes:
            is_long = len(vm.text) > _LONG
            shown = replace(vm, text=_beginning(vm.text)) if is_long else vm
            block = RecordBlock(shown, change=_("Correct") if can_change else "")
            block.correcting.connect(self.correcting)
            block.withdrawing.connect(self.withdrawing)
            card = self._put(vm.record, block)
            if is_long:
                card.add(_whole(vm))

    def _put(self, record: str, widget: QWidget) -> Card:
        card = Card().add(widget)
        self._cards[record] = card
        self._box.addWidget(card)
        return card

    def _clear(self) -> None:
        for old in self._cards.values():
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards.clear()
        self._box.removeWidget(self._turning)


def _beginning(text: str) -> str:
    return f"{text[:_LONG].rstrip()}…"


def _whole(vm: RecordVm) -> Fold:
    """All of a long note, in a field of its own that scrolls."""
    text = QPlainTextEdit()
    text.setObjectName(f"whole-{vm.record}")
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName(_("The whole note: {which}").format(which=vm.heading))
    text.setFixedHeight(_SHOWN_LINES * text.fontMetrics().lineSpacing())
    fold = Fold(_("Fold the note"), _("Read the whole note"), text, name=f"read-{vm.record}")
    fold.button.unfolded.connect(lambda: text.setPlainText(vm.text))
    return fold
