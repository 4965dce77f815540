# SPDX-License-Identifier: EUPL-1.2
"""Decides what happens to users."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from workbench.crypto.kdf import Cost
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import UserId
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.house import access, settings
from workbench.services.house.access import NewColleague
from workbench.services.jobs import Jobs
from workbench.ui.places import Go, Place
from workbench.ui.users import vms
from workbench.ui.users.drawing import Drawing, DrawingView, ForWhom
from workbench.ui.users.vms import LeavingVm, PersonVm, UsersVm
from workbench.words import ErrorText, _, error_text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who is to be let in."""

    name: str
    function: str
    place: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Means:
    """What comes from beyond the vault; both are used on its thread.

    `cost`: what a new passphrase is to cost on this machine. `check`: sees that a passphrase is
    the one of who sits here.
    """

    cost: Callable[[], Cost]
    check: Callable[[str], None]


class UsersView(Protocol):
    """What the page must be able to show. What is shown takes the place of what was."""

    @property
    def phrases(self) -> DrawingView: ...

    def show_users(self, vm: UsersVm) -> None: ...

    def show_person(self, person: PersonVm, *, may_change: bool, may_exchange: bool) -> None: ...

    def ask_newcomer(self, place: int, *, may_exchange: bool) -> None: ...

    def ask_old(self, person: PersonVm) -> None:
        """The passphrase of today, typed by its user."""
        ...

    def ask_leaving(self, vm: LeavingVm) -> None: ...

    def show_working(self, said: str) -> None: ...

    def show_done(self, title: str, detail: str = "") -> None: ...

    def show_refused(self, text: ErrorText) -> None:
        """What was in front before the work began is in front again."""
        ...

    def show_missing(self, said: str) -> None:
        """Something must be said first."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class UsersPresenter:
    """Lets somebody in, gives roles and passphrases, takes places away."""

    def __init__(self, view: UsersView, jobs: Jobs, session: Session, go: Go, means: Means) -> None:
        self._view, self._jobs, self._session, self._go = view, jobs, session, go
        self._means = means
        self.drawing = Drawing(view.phrases, jobs, session)
        self._vm: UsersVm | None = None

    def open(self) -> None:
        """Everybody, as it stands."""
        self.drawing.forget()
        self._run(lambda: users_vm(self._session.desk), self._show)

    def leave(self) -> None:
        self._go(Place("organisation"))

    def choose(self, user: str) -> None:
        """One of the list."""
        vm, person = self._vm, self._find(user)
        if vm is not None and person is not None:
            self._view.show_person(person, may_change=vm.may_change, may_exchange=vm.may_exchange)

    def begin_adding(self) -> None:
        may_exchange = self._vm is not None and self._vm.may_exchange
        self._run(
            lambda: access.free_place(self._session.desk),
            lambda place: self._view.ask_newcomer(place, may_exchange=may_exchange),
        )

    def add(self, new: Newcomer) -> None:
        """Name and roles are said: their passphrase is drawn."""
        if not new.name.strip():
            self._view.show_missing(_("A name is needed: it stands under what they enter."))
        elif not new.roles:
            self._view.show_missing(_("Choose at least one role."))
        elif not access.FIRST_PLACE <= new.place <= access.LAST_PLACE:
            self._view.show_missing(_("A user number has one or two digits, from 1 to 99."))
        elif self._vm is not None and new.place in {each.place for each in self._vm.people}:
            self._view.show_missing(_("That user number is taken."))
        else:
            whose = ForWhom(new.place, new.roles, lambda drawn: self._let_in(new, drawn))
            self.drawing.draw(whose)

    def change_roles(self, user: str, roles: tuple[str, ...]) -> None:
        if not roles:
            self._view.show_missing(_("Choose at least one role."))
            return
        desk = self._session.desk
        self._run(
            lambda: access.change_roles(desk, UserId(user), roles),
            lambda _none: self._done(_("The roles are changed.")),
        )

    def begin_passphrase(self, user: str) -> None:
        person = self._find(user)
        if person is not None:
            self._view.ask_old(person)

    def take_old(self, user: str, old: str) -> None:
        """The passphrase of today was typed: when it is right, a new one is drawn."""
        person, desk = self._find(user), self._session.desk
        if person is None:
            return
        place, is_me, check = person.place, person.is_me, self._means.check
        whose = ForWhom(place, person.roles, lambda new: self._change(place, old, new))

        def look() -> None:
            if is_me:
                check(old)
                return
            with desk.vault.second.ask(place, old):
                pass  # it opens their place: no more is wanted

        self._view.show_working(_("The passphrase is being tried …"))
        self._run(look, lambda _none: self.drawing.draw(whose))

    def begin_removing(self, user: str) -> None:
        person, desk = self._find(user), self._session.desk
        if person is None:
            return

        def look() -> LeavingVm:
            found = access.leaving(desk, UserId(user))
            said = (vms.could_copy(found.could_copy, is_over=False), vms.keys_known(person.roles))
            told = " ".join(text for text in said if text)
            return LeavingVm(person, told, vms.alone(found.alone))

        self._run(look, self._view.ask_leaving)

    def remove(self, user: str, reason: str, *, to_recovery: bool) -> None:
        """The place is taken away; what may have been copied is said once more."""
        desk, pulse = self._session.desk, self._jobs.pulse
        if not reason.strip():
            self._view.show_missing(_("Say why: it stands in the log."))
            return

        def work() -> int:
            found = access.leaving(desk, UserId(user))
            access.remove_colleague(desk, UserId(user), reason, pulse, to_recovery=to_recovery)
            return found.could_copy

        self._view.show_working(_("The user is removed, and keys are changed …"))
        self._run(work, self._removed)

    def _removed(self, count: int) -> None:
        self._done(_("The user is removed."), vms.could_copy(count, is_over=True))

    def _let_in(self, new: Newcomer, passphrase: str) -> None:
        desk, cost = self._session.desk, self._means.cost

        def work() -> UserId:
            made = NewColleague(new.name, new.function, new.place, passphrase, new.roles, cost())
            return access.add_colleague(desk, made)

        self._view.show_working(
            _("The user is added and the passphrase tried. It takes a few seconds …")
        )
        said = _("{name} has user number {number}.").format(
            name=new.name.strip(), number=f"{new.place:02d}"
        )
        detail = _(
            "They see no case file yet. Whoever can open one gives access to it, in the case file."
        )
        self._run(work, lambda _user: self._done(said, detail))

    def _change(self, place: int, old: str, new: str) -> None:
        desk, cost = self._session.desk, self._means.cost
        self._view.show_working(_("The new passphrase is tried. It takes a few seconds …"))
        self._run(
            lambda: access.change_passphrase(desk, place, old, new, cost=cost()),
            lambda _none: self._done(
                _("The new passphrase holds."),
                _("A copy of the vault from before still opens with the old one."),
            ),
        )

    def _done(self, title: str, detail: str = "") -> None:
        self.drawing.forget()
        self._run(lambda: users_vm(self._session.desk), self._show)
        self._view.show_done(title, detail)

    def _show(self, vm: UsersVm) -> None:
        self._vm = vm
        self._view.show_users(vm)

    def _find(self, user: str) -> PersonVm | None:
        people = self._vm.people if self._vm is not None else ()
        return next((each for each in people if each.user == user), None)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._jobs.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)


def users_vm(desk: Desk) -> UsersVm:
    """Everybody with a place, and what is to be said about all of them."""
    me, held = desk.vault.signer.user, settings.roles_of(desk)
    return UsersVm(
        people=tuple(vms.person(one, me) for one in access.staff(desk)),
        may_change=access.may_administrate(desk),
        may_exchange="exchange" in held,
        is_alone=access.is_alone(desk),
        waiting=vms.waiting(len(desk.vault.access.rekey_due())),
    )
