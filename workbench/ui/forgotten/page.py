# SPDX-License-Identifier: EUPL-1.2
"""Forgotten the passphrase, on screen. It stands before the unlock page; nothing is unlocked."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.ui.forgotten.presenter import Accepted, ForgottenPresenter, ForgottenView, SeatVm
from workbench.ui.forgotten.steps import (
    BackStep,
    ClosedStep,
    CodesStep,
    PassphraseStep,
    WhoStep,
)
from workbench.ui.kit.page import Page
from workbench.ui.kit.problem import Problem
from workbench.ui.recovery.cards import WorkingCard
from workbench.words import ErrorText, _


class ForgottenPage(Page):
    """A `ForgottenView`. Nothing typed or shown outlives the page, nor the lock."""

    def __init__(
        self, make: Callable[[ForgottenView], ForgottenPresenter[Any]], title: str = ""
    ) -> None:
        super().__init__(title or _("Forgotten the passphrase"), back=_("Back"))
        self.codes = CodesStep(is_of_copy=bool(title))
        self.who, self.passphrase = WhoStep(), PassphraseStep()
        self.back, self.closed, self.working = BackStep(), ClosedStep(), WorkingCard()
        self._steps = (self.codes, self.who, self.passphrase, self.back, self.closed)
        self._before: QWidget = self.codes
        self._begun_at: QWidget | None = None
        self.add(*self._steps, self.working)
        self._front(self.codes)
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def flush(self) -> None:
        """At lock, and when the page is left: everything is closed, and one begins anew."""
        self._presenter.put_away()
        self._wipe()
        self._front(self.codes)
        super().flush()

    def ask_codes(self, how_many: int, vault: str) -> None:
        self.codes.show_vault(vault)
        self.codes.ask(how_many)
        self._front(self.codes, self.codes.rows[0].line)

    def ask_who(self, seats: tuple[SeatVm, ...]) -> None:
        self.codes.wipe()
        self.who.show_seats(seats)
        self._front(self.who)
        self.who.rows.focus_first()

    def show_passphrase(self, place: int, words: tuple[str, ...]) -> None:
        self.back.wipe()
        self.passphrase.show_passphrase(place, words)
        self._front(self.passphrase, self.passphrase.shown)

    def ask_back(self) -> None:
        self.passphrase.wipe()
        self._front(self.back, self.back.typed)

    def show_mismatch(self) -> None:
        self.back.show_mismatch()

    def show_closed(self, numbers: tuple[str, ...], told: tuple[str, ...]) -> None:
        self._wipe()
        self.header.hide()  # there is no way back any more, only on
        self.closed.show_closed(numbers, told)
        self._front(self.closed, self.closed.go_button)

    def show_working(self, said: str) -> None:
        self._before = next(step for step in self._steps if not step.isHidden())
        self._begun_at = self.focusWidget()
        self.working.say(said)
        self._front(self.working, self.working.bar)

    def show_refused(self, text: ErrorText) -> None:
        self._go_back()
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")

    def ask_why(self, accepted: Accepted) -> None:
        rest = _("Why the rest is put back without what is damaged")
        self.codes.ask_why(rest if accepted == "damaged" else "")

    def show_told(self, problem: Problem | None) -> None:
        self._go_back()
        super().show_told(problem)

    def _go_back(self) -> None:
        if not self.working.isHidden():
            self._front(self._before)

    def _front(self, card: QWidget, begin: QWidget | None = None) -> None:
        self.banner.hide()
        waited = self.working.bar.hasFocus()
        for each in (*self._steps, self.working):
            each.setVisible(each is card)
        if begin is not None:
            begin.setFocus()
            self.reveal(begin)
        elif waited:
            self.take_focus(self._begun_at)

    def _wipe(self) -> None:
        for step in self._steps:
            step.wipe()

    def _connect(self) -> None:
        presenter = self._presenter
        self.header.back.connect(presenter.leave)
        self.codes.go_button.clicked.connect(
            lambda: presenter.submit(self.codes.typed(), self.codes.why.text())
        )
        self.who.chosen.connect(presenter.choose)
        self.passphrase.go_button.clicked.connect(presenter.hide)
        self.passphrase.another_button.clicked.connect(presenter.draw_again)
        self.back.go_button.clicked.connect(lambda: presenter.type_back(self.back.typed.text()))
        self.back.again_button.clicked.connect(presenter.show_again)
        self.closed.go_button.clicked.connect(presenter.go_in)
