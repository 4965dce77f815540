# SPDX-License-Identifier: EUPL-1.2
"""Users on screen."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.banners import Banner
from workbench.ui.kit.page import Page
from workbench.ui.kit.problem import Problem
from workbench.ui.recovery.cards import WorkingCard
from workbench.ui.users.cards import LeavingCard, NewcomerCard, PeopleCard, PersonCard
from workbench.ui.users.phrases import OldCard, Phrases
from workbench.ui.users.presenter import UsersPresenter, UsersView
from workbench.ui.users.vms import LeavingVm, PersonVm, UsersVm
from workbench.words import ErrorText, _

_LAID_OUT_MS = 30


class UsersPage(Page):
    """A `UsersView`. No passphrase outlives the page, nor the lock.

    Signals:
        counted: how many have a place now.
    """

    counted = Signal(int)

    def __init__(self, make: Callable[[UsersView], UsersPresenter]) -> None:
        super().__init__(
            _("Users"),
            _("Who works in the program. A role says what somebody may do; it opens no case file."),
            back=_("Organisation"),
        )
        self.people, self.newcomer, self.person = PeopleCard(), NewcomerCard(), PersonCard()
        self.leaving, self.old = LeavingCard(), OldCard()
        self.phrases, self.working = Phrases(self._front_anew, self.show_problem), WorkingCard()
        self.phrase, self.back = self.phrases.phrase, self.phrases.back
        self._cards = (self.people, self.newcomer, self.person, self.leaving, self.old,
                       self.phrase, self.back, self.working)  # fmt: skip
        self._before: QWidget = self.people
        self._begun_at: QWidget | None = None
        self.missing = Banner(closes=False)
        self.add_below(self.missing)
        self.add(*self._cards)
        self._front(self.people)
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def refresh(self) -> None:
        if self.people.isVisibleTo(self):
            self._presenter.open()

    def flush(self) -> None:
        """At lock and when the page is left: nothing that was drawn or typed stays."""
        self._presenter.drawing.forget()
        self.newcomer.wipe()
        self._front(self.people)
        super().flush()

    def show_users(self, vm: UsersVm) -> None:
        self.people.show_users(vm)
        self.order_tab()
        self.counted.emit(len(vm.people))
        if self.working.isVisibleTo(self):
            self._front(self.people)

    def show_person(self, person: PersonVm, *, may_change: bool, may_exchange: bool) -> None:
        self.banner.hide()
        self.person.show_person(person, may_change=may_change, may_exchange=may_exchange)
        self._front(self.person, self.person.ticks.first() if may_change else None)

    def ask_newcomer(self, place: int, *, may_exchange: bool) -> None:
        self.banner.hide()
        self.newcomer.ask(place, may_exchange=may_exchange)
        self._front(self.newcomer, self.newcomer.name)

    def ask_old(self, person: PersonVm) -> None:
        self.banner.hide()
        self.old.ask(person)
        self._front(self.old, self.old.typed)

    def ask_leaving(self, vm: LeavingVm) -> None:
        self.banner.hide()
        self.leaving.ask(vm)
        self._front(self.leaving, self.leaving.reason)

    def show_working(self, said: str) -> None:
        self.banner.hide()
        self._before = next(card for card in self._cards if not card.isHidden())
        self._begun_at = self.focusWidget()
        self.working.say(said)
        self._front(self.working, self.working.bar)

    def show_done(self, title: str, detail: str = "") -> None:
        self._front(self.people)
        self.banner.say(title, detail)
        self.take_focus(None)  # the way back stands above what is told, and both are in sight
        self.reveal(self.banner)

    def show_missing(self, said: str) -> None:
        """At the foot of the page, in sight wherever the field is that takes the focus."""
        self.missing.say(said, tone="amber")
        self.show_below(is_shown=True)
        fields = (self.newcomer.first_missing(), self.person.ticks.first(), self.leaving.reason)
        at = next((each for each in fields if each.isVisibleTo(self)), None)
        self.take_focus(at)

    def show_refused(self, text: ErrorText) -> None:
        self._go_back()
        detail = f"{text.remedy} ({text.code})".strip()
        if self.old.isVisibleTo(self):
            self.old.show_refused(text.what, detail)
            QTimer.singleShot(_LAID_OUT_MS, self.old, lambda: self.reveal(self.old))
            return
        self.banner.say(text.what, detail, tone="amber")
        self.reveal(self.banner)

    def show_told(self, problem: Problem | None) -> None:
        self._go_back()
        super().show_told(problem)

    def _go_back(self) -> None:
        if self.working.isVisibleTo(self):
            self._front(self._before)

    def _front_anew(self, card: QWidget, begin: QWidget) -> None:
        """What was told before belongs to another card."""
        self.banner.hide()
        self._front(card, begin)

    def _front(self, card: QWidget, begin: QWidget | None = None) -> None:
        """One card at a time; a secret stays in a field only while it is being tried."""
        for secret in (self.old, self.phrase, self.back):
            if card not in (secret, self.working):
                secret.wipe()
        waited = self.working.bar.hasFocus()
        self.show_below(is_shown=False)
        for each in self._cards:
            each.setVisible(each is card)
        if begin is not None:
            begin.setFocus()
            self.reveal(begin)
        elif waited:
            self.take_focus(self._begun_at)

    def _connect(self) -> None:
        presenter = self._presenter
        self.header.back.connect(presenter.leave)
        self.people.rows.opened.connect(presenter.choose)
        self.people.add_button.clicked.connect(presenter.begin_adding)
        self.newcomer.go_button.clicked.connect(lambda: presenter.add(self.newcomer.newcomer()))
        self._connect_person()
        self._connect_phrases()
        for card in (self.newcomer, self.person, self.leaving, self.old, self.phrase, self.back):
            card.no_button.clicked.connect(self._not_now)

    def _connect_person(self) -> None:
        presenter, person, leaving = self._presenter, self.person, self.leaving
        person.roles_button.clicked.connect(
            lambda: presenter.change_roles(person.user, person.ticks.chosen())
        )
        person.phrase_button.clicked.connect(lambda: presenter.begin_passphrase(person.user))
        person.remove_button.clicked.connect(lambda: presenter.begin_removing(person.user))
        leaving.go_button.clicked.connect(
            lambda: presenter.remove(
                leaving.user, leaving.reason.text(), to_recovery=leaving.leave_tick.isChecked()
            )
        )

    def _connect_phrases(self) -> None:
        presenter = self._presenter
        self.old.go_button.clicked.connect(
            lambda: presenter.take_old(self.old.user, self.old.typed.text())
        )
        self.phrases.connect(presenter.drawing)

    def _not_now(self) -> None:
        self._front(self.people, self.people.add_button)
        self._presenter.open()
