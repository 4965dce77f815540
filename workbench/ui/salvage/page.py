# SPDX-License-Identifier: EUPL-1.2
"""A damaged akt on screen: for reading only."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column, row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.problem import Problem
from workbench.ui.kit.theme import UNIT
from workbench.ui.result.lines import empty
from workbench.ui.salvage.presenter import LineVm, SalvagePresenter, SalvageView, SalvageVm
from workbench.words import ErrorText, _, ngettext

_MOST_LINES = 400
"""More than anybody reads on a screen; the command line writes all of it out."""


class SalvagePage(Page):
    """A `SalvageView`."""

    def __init__(self, make: Callable[[SalvageView], SalvagePresenter]) -> None:
        super().__init__(_("The case file is damaged"), back=_("Case files"))
        self._summary = Label(kind="strong")
        self.put_back_button = Button(_("Put back from a backup…"), "primary", name="put-back-case")
        self._advice = Label()
        self._list = column(gap=0)
        holder = QWidget()
        holder.setLayout(self._list)
        top = Card(_("For reading only"))
        top.add(self._summary, self._advice).add_layout(row(self.put_back_button))
        self._readable = Card(_("What can be read")).add(holder)
        self._readable.hide()
        self.add(top, self._readable)
        self._presenter = make(self)
        self.header.back.connect(self._presenter.leave)
        self.put_back_button.clicked.connect(self._presenter.put_back)
        self._presenter.open()

    def go(self, place: str) -> None:
        """Whoever asked for a backup is asked where it is at once."""
        if place == "put-back":
            self._presenter.put_back()

    def show_salvaged(self, vm: SalvageVm) -> None:
        self._rest()
        self.header.say(_("The case file {number} is damaged").format(number=vm.number))
        self._summary.setText(vm.summary)
        self._advice.setText(vm.advice)
        self._readable.setVisible(bool(vm.lines))
        empty(self._list)
        for at, line in enumerate(vm.lines[:_MOST_LINES]):
            if at:
                self._list.addWidget(_rule())
            self._list.addWidget(_row(line))
        left = len(vm.lines) - _MOST_LINES
        if left > 0:
            more = ngettext("and {count} more", "and {count} more", left).format(count=left)
            self._list.addWidget(Label(more, "soft"))

    def show_working(self, said: str) -> None:
        self.banner.say(said)
        self.put_back_button.setDisabled(True)

    def show_not_found(self, said: str) -> None:
        self._rest()
        if said:
            self.banner.say(said, tone="amber")
            self.reveal(self.banner)

    def show_refused(self, text: ErrorText) -> None:
        self._rest()
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")
        self.reveal(self.banner)

    def show_told(self, problem: Problem | None) -> None:
        self._rest()
        super().show_told(problem)

    def _rest(self) -> None:
        self.banner.hide()
        self.put_back_button.setDisabled(False)


def _row(line: LineVm) -> QWidget:
    shown = QFrame()
    shown.setAccessibleName(line.heading)
    box = column(gap=UNIT // 2)
    box.setContentsMargins(0, UNIT, 0, UNIT)
    if line.is_gap:
        box.addLayout(row(Pill(line.heading, "amber")))
    else:
        box.addWidget(Label(line.heading, "strong"))
        box.addWidget(Label(line.byline, "soft"))
        for text in line.texts:
            box.addWidget(Label(text))
    shown.setLayout(box)
    return shown


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rule")
    return line
