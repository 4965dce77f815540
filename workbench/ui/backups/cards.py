# SPDX-License-Identifier: EUPL-1.2
"""What the backups page consists of."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget

from workbench.ui.backups.vms import AsideVm, FactVm, MediumVm, OverviewVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column, row
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.labels import Label
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.result.lines import empty
from workbench.words import _

_LOOK_MS = 200
_THOUSAND = 1000


class OverviewCard(Card):
    """How it stands, and the ways on."""

    def __init__(self) -> None:
        super().__init__(_("How it stands"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * UNIT)
        self._grid.setVerticalSpacing(UNIT)
        self._grid.setColumnStretch(1, 1)
        self.make_button = Button(_("Back up now…"), "primary", icon="check", name="back-up")
        self.look_button = Button(_("Look at a medium…"), "secondary", name="look-at-medium")
        line = WrapLayout(gap=UNIT)
        line.addWidget(self.make_button)
        line.addWidget(self.look_button)
        self.add_layout(self._grid).add_layout(line)
        self.make_button.hide()

    def show_overview(self, vm: OverviewVm) -> None:
        empty(self._grid)
        for at, fact in enumerate(vm.facts):
            label = Label(fact.label, "soft", wraps=False)
            self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_value(fact), at, 1)
        self.make_button.setVisible(vm.may_make)


class MediumCard(Card):
    """The copies on one medium, one of which is chosen.

    Signals:
        checked, rehearsed, restored: the chosen copy's generation.
    """

    checked = Signal(str)
    rehearsed = Signal(str)
    restored = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("On the medium"))
        self._holder = QVBoxLayout()
        self._choices: Choices | None = None
        named = Label(_("Write the name on the medium, so that it is known again."), "soft")
        self._unreadable = Label()
        self.check_button = Button(_("Open what I can"), "secondary", name="check-copy")
        self.rehearse_button = Button(_("Rehearse putting back"), "secondary", name="rehearse")
        self.restore_button = Button(_("Put back…"), "danger", name="restore")
        line = WrapLayout(gap=UNIT)
        for button in (self.check_button, self.rehearse_button, self.restore_button):
            line.addWidget(button)
        self.add(named).add_layout(self._holder).add(self._unreadable).add_layout(line)
        self.check_button.clicked.connect(lambda: self._say(self.checked))
        self.rehearse_button.clicked.connect(lambda: self._say(self.rehearsed))
        self.restore_button.clicked.connect(lambda: self._say(self.restored))
        self.hide()

    def show_medium(self, vm: MediumVm, *, may_restore: bool) -> None:
        self.heading.setText(_("On the medium {name}").format(name=vm.name))
        empty(self._holder)
        rows = [ChoiceVm(c.generation, f"{c.since} · {c.caption}") for c in vm.copies]
        self._choices = Choices(rows, _("Backups on the medium"))
        self._holder.addWidget(self._choices)
        if vm.copies:
            self._choices.show_chosen(vm.copies[0].generation)
        self._unreadable.setText(vm.unreadable)
        self._unreadable.setVisible(bool(vm.unreadable))
        for button in (self.check_button, self.rehearse_button):
            button.setEnabled(bool(vm.copies))
        self.restore_button.setVisible(may_restore and bool(vm.copies))
        self.show()

    def _say(self, signal: object) -> None:
        chosen = self._choices.code() if self._choices is not None else ""
        if chosen:
            signal.emit(chosen)  # type: ignore[attr-defined]


class LeftAsideCard(Card):
    """What restorations left beside the vault, each until it is removed.

    Signals:
        removed: what is to go, by its name.
    """

    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            _("Left aside"),
            _(
                "It stays as a way back until you remove it. What was disposed of since may lie in "
                "it."
            ),
        )
        self._holder = column(gap=2 * UNIT)
        self.add_layout(self._holder)
        self.hide()

    def show_left(self, left: Sequence[AsideVm]) -> None:
        empty(self._holder)
        for at, each in enumerate(left):
            self._holder.addWidget(self._one(each, f"remove-aside-{at}"))
        self.setVisible(bool(left))

    def _one(self, each: AsideVm, name: str) -> QWidget:
        button = Button(_("Remove…"), "secondary", name=name)
        button.setAccessibleName(f"{_('Remove…')} {each.said}")
        button.clicked.connect(lambda: self.removed.emit(each.name))
        box = column(Label(each.said), gap=UNIT)
        box.addLayout(row(button))
        one = QWidget()
        one.setLayout(box)
        return one


class WorkingCard(Card):
    """How far it is, as the disk tells it."""

    def __init__(self, progress: Callable[[], tuple[int, int]]) -> None:
        super().__init__()
        self._progress = progress
        self._said = Label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.add(self._said, self._bar)
        self.hide()

    def begin(self, said: str) -> None:
        self._said.setText(said)
        self._bar.setAccessibleName(said)
        self._bar.setRange(0, 0)
        self._timer.start()
        self.show()
        self._bar.setFocus()

    def end(self) -> None:
        self._timer.stop()
        self.hide()

    def _look(self) -> None:
        done, of = self._progress()
        if of:
            self._bar.setRange(0, _THOUSAND)
            self._bar.setValue(min(_THOUSAND, done * _THOUSAND // of))


class NotInItCard(Card):
    """What no backup holds."""

    def __init__(self) -> None:
        super().__init__(_("What is not in a backup"))
        sentences = (
            _("What is written after it was made."),
            _("The organisation's keys for sealed bundles. On a new computer a new contact card"
              " is needed."),
            _("Sealed bundles that have arrived and were not accepted."),
            _("Papers and bundles that have left."),
        )  # fmt: skip
        for sentence in sentences:
            self.add(Label(f"•  {sentence}"))


def _value(fact: FactVm) -> QWidget:
    """What holds, and under it what is left to do."""
    value = QWidget()
    box = column(Label(fact.value, "strong"), gap=UNIT // 2)
    if fact.due:
        box.addLayout(row(Pill(fact.due, "amber")))
    value.setLayout(box)
    return value
