# SPDX-License-Identifier: EUPL-1.2
"""Records under each other, each with its states, its history and the way to change it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.reading_order import tab_as_laid_out
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.ui.writing.records import RecordVm
from workbench.ui.writing.versions import versions_fold
from workbench.words import _, ngettext

AT_A_TIME = 40
"""So many are built; the others are counted, and built when they are asked for."""


class RecordBlock(QWidget):
    """One record.

    Signals:
        correcting: the record that the person wants to change.
        withdrawing: the record that its author wants to take back.
        keeping: the record that still holds although its ground has changed.
    """

    correcting = Signal(str)
    withdrawing = Signal(str)
    keeping = Signal(str)

    def __init__(
        self, vm: RecordVm, *, change: str = "", keep: str = "", is_narrow: bool = False
    ) -> None:
        """`change` is the verb on its button; "" leaves it out. `is_narrow`: in half a page.

        `keep` is the verb under what is outdated; "" leaves it out.
        """
        super().__init__()
        self.record = vm.record
        box = column(gap=UNIT)
        states = _states(vm)
        box.addLayout(self._top(vm, change, [] if is_narrow else states))
        if is_narrow and states:
            box.addWidget(_wrapped(states))
        if vm.text:
            box.addWidget(Label(vm.text))
        if vm.facts:
            box.addWidget(Label(" · ".join(vm.facts), "soft"))
        if vm.lines:
            box.addWidget(Label("\n".join(vm.lines), "soft"))
        if keep and vm.is_outdated:
            box.addWidget(self._keep_button(vm, keep), alignment=Qt.AlignmentFlag.AlignLeft)
        if vm.versions:
            box.addWidget(versions_fold(vm.versions))
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _top(self, vm: RecordVm, change: str, states: Sequence[Pill]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(UNIT)
        line.addWidget(Label(vm.heading, "strong"), 1)
        for state in states:
            line.addWidget(state)
        if vm.can_withdraw and change:
            line.addWidget(self._withdraw_button(vm))
        if change and not vm.is_trace:
            line.addWidget(self._button(vm, _("Go on") if vm.has_working else change))
        return line

    def _withdraw_button(self, vm: RecordVm) -> Button:
        button = Button(_("Take it back…"), "quiet", name=f"withdraw-{vm.record}")
        button.setAccessibleName(_("{do}: {which}").format(do=button.text(), which=vm.heading))
        button.clicked.connect(lambda: self.withdrawing.emit(self.record))
        return button

    def _keep_button(self, vm: RecordVm, words: str) -> Button:
        button = Button(words, "secondary", name=f"keep-{vm.record}")
        button.setAccessibleName(_("{do}: {which}").format(do=words, which=vm.heading))
        button.clicked.connect(lambda: self.keeping.emit(self.record))
        return button

    def _button(self, vm: RecordVm, words: str) -> Button:
        button = Button(words, "quiet", name=f"change-{vm.record}")
        button.setAccessibleName(_("{do}: {which}").format(do=words, which=vm.heading))
        button.clicked.connect(self._press)
        return button

    def _press(self) -> None:
        self.correcting.emit(self.record)


class RecordList(QWidget):
    """Blocks, each on a card of its own. Hundreds of them would make every key slow.

    Signals:
        correcting: the record that the person wants to change.
        withdrawing: the record that its author wants to take back.
    """

    correcting = Signal(str)
    withdrawing = Signal(str)

    def __init__(self, *, change: str = "", is_narrow: bool = False) -> None:
        """`change` is the verb on their buttons. `is_narrow`: in half a page."""
        super().__init__()
        self._change, self._is_narrow = change, is_narrow
        self._shown: list[QWidget] = []
        self._records: tuple[RecordVm, ...] = ()
        self._most = AT_A_TIME
        self._can_change = True
        self._more = Button("", "secondary", name="more-records")
        self._more.clicked.connect(self._show_more)
        self._more.hide()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(UNIT + 4)
        self._box.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_records(
        self,
        records: Sequence[RecordVm],
        nothing: QWidget | None = None,
        *,
        can_change: bool = True,
    ) -> None:
        """These records instead of the ones shown; `nothing` when there are none."""
        while self._shown:
            old = self._shown.pop()
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._records, self._can_change = tuple(records), can_change
        self._build()
        if not records and nothing is not None:
            self._put(_on_card(nothing))

    def _show_more(self) -> None:
        """The next ones, and on to the first of them."""
        first = len(self._shown)
        self._most += AT_A_TIME
        self._build()
        way_on = self._shown[first].findChild(Button)
        if way_on is not None:
            way_on.setFocus()

    def _build(self) -> None:
        """Those that are not built yet, as many as are asked for."""
        for vm in self._records[len(self._shown) : self._most]:
            change = self._change if self._can_change else ""
            block = RecordBlock(vm, change=change, is_narrow=self._is_narrow)
            block.correcting.connect(self.correcting)
            block.withdrawing.connect(self.withdrawing)
            self._put(_on_card(block))
        left = len(self._records) - len(self._shown)
        self._more.setVisible(left > 0)
        self._more.say(
            ngettext("Show more ({n} left)", "Show more ({n} left)", left).format(n=left)
        )
        tab_as_laid_out(self)

    def _put(self, card: QWidget) -> None:
        self._box.insertWidget(len(self._shown), card)
        self._shown.append(card)


def _states(vm: RecordVm) -> list[Pill]:
    states = [Pill(state.text, state.tone, state.icon) for state in vm.states]
    if vm.has_working:
        states.append(Pill(_("Change not entered"), icon="note"))
    return states


def _wrapped(states: Sequence[Pill]) -> QWidget:
    line = WrapLayout(gap=UNIT)
    for state in states:
        line.addWidget(state)
    return holding(line)


def _on_card(widget: QWidget) -> Card:
    return Card().add(widget)
