# SPDX-License-Identifier: EUPL-1.2
"""A backup put back, on screen. It stands before the unlock page; nothing is unlocked."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.ui.backups.cards import WorkingCard
from workbench.ui.kit.page import Page
from workbench.ui.kit.problem import Problem
from workbench.ui.restoring.cards import DoneCard, WhichCard, WhoCard
from workbench.ui.restoring.presenter import RestoringPresenter, RestoringView
from workbench.ui.restoring.vms import CopyVm, DoneVm
from workbench.words import ErrorText, _


class RestoringPage(Page):
    """A `RestoringView`. What is typed outlives neither the page nor the lock."""

    def __init__(self, target: str, make: Callable[[RestoringView], RestoringPresenter]) -> None:
        super().__init__(_("Restore from a backup"), back=_("Back"))
        self.which, self.who, self.done = WhichCard(target), WhoCard(), DoneCard()
        self._presenter = make(self)
        self.working = WorkingCard(self._presenter.progress)
        self.add(self.which, self.who, self.working, self.done)
        self.who.hide()
        self.done.hide()
        self._connect()

    def flush(self) -> None:
        """At lock, and when the page is left: what was typed is gone, and the work ends."""
        self._presenter.put_away()
        self.who.wipe()
        super().flush()

    def take_focus(self, wanted: QWidget | None) -> None:
        super().take_focus(wanted if wanted is not None else self.which.other)

    def show_copies(self, folder: str, copies: tuple[CopyVm, ...]) -> None:
        self.banner.hide()
        self.who.refused.hide()
        self.which.show_copies(folder, copies)
        self.who.why.put_away()
        self.who.show()
        self.which.focus_choices()

    def show_nothing_there(self, folder: str) -> None:
        self.who.hide()
        self.which.show_nothing(folder)

    def show_working(self, said: str) -> None:
        self.banner.hide()
        self.who.refused.hide()
        self.who.wipe()
        for card in (self.which, self.who):
            card.setDisabled(True)
        self.working.begin(said)
        self.reveal(self.working)

    def show_refused(self, text: ErrorText) -> None:
        self._rest()
        detail = f"{text.remedy} ({text.code})".strip() if text.code else ""
        if self.who.isHidden():
            self.banner.say(text.what, detail, tone="amber")
            self.reveal(self.banner)
        else:
            self.who.refuse(text.what, detail)
            self.who.passphrase.setFocus()
            self.reveal(self.who.passphrase)

    def ask_why(self) -> None:
        self.who.why.ask()
        self.who.wipe()
        self.reveal(self.who.why)

    def show_done(self, vm: DoneVm) -> None:
        self._rest()
        self.header.hide()
        for card in (self.which, self.who):
            card.hide()
        self.done.show_done(vm)
        self.done.show()
        self.done.go_button.setFocus()

    def show_told(self, problem: Problem | None) -> None:
        self._rest()
        super().show_told(problem)

    def _rest(self) -> None:
        self.working.end()
        for card in (self.which, self.who):
            card.setDisabled(False)

    def _connect(self) -> None:
        presenter = self._presenter
        self.header.back.connect(presenter.leave)
        self.which.other.clicked.connect(presenter.choose_medium)
        self.who.submitted.connect(lambda: presenter.submit(self.which.chosen, self.who.typed()))
        self.who.code_button.clicked.connect(lambda: presenter.by_code(self.which.chosen))
        self.done.go_button.clicked.connect(presenter.go_on)
