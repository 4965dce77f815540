# SPDX-License-Identifier: EUPL-1.2
"""Decides who is shown as having access to an akt, and gives and ends it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import UserId
from workbench.services.desk import Desk
from workbench.services.house import access
from workbench.services.house.access import Colleague
from workbench.services.house.log_entries import opened_by
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.log.telling import LineVm, Telling
from workbench.ui.places import Go, Place
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.voices import names_of
from workbench.words import ErrorText, _, error_text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReaderVm:
    """Somebody who can open the akt, or could be let in."""

    user: str
    name: str
    caption: str
    is_me: bool = False


@dataclass(frozen=True, slots=True)
class AccessVm:
    """The whole page. `lines`: what the log tells of the akt, the newest first."""

    number: str
    readers: tuple[ReaderVm, ...]
    others: tuple[ReaderVm, ...]
    lines: tuple[LineVm, ...]


class AccessView(Protocol):
    """What the page must be able to show."""

    def show_access(self, vm: AccessVm) -> None: ...

    def show_done(self, title: str, detail: str = "") -> None:
        """What was written for it is emptied."""
        ...

    def show_missing(self, said: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class CaseAccessPresenter:
    """Only who can open an akt sees this page of it, and lets others in."""

    def __init__(self, view: AccessView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._vm: AccessVm | None = None

    def open(self) -> None:
        desk = self._case.session.desk
        self._run(lambda akt: access_vm(akt, desk), self._show)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def grant(self, user: str, reason: str) -> None:
        """Let a colleague in. From then on they see all of the akt."""
        name = self._name(user)
        if not name:
            self._view.show_missing(_("Choose whom to let in."))
        elif not reason.strip():
            self._view.show_missing(_("Say why: it stands in the log."))
        else:
            desk, case = self._case.session.desk, self._case.case
            self._run(
                lambda _akt: access.grant(desk, case, UserId(user), reason),
                lambda _none: self._done(_("{name} can open the case file now.").format(name=name)),
            )

    def end(self, user: str) -> None:
        """Ask why, and end somebody's access."""
        name = self._name(user)
        if not name:
            return
        is_me = self._case.session.desk.vault.signer.user == user
        text = _("The case file gets a new key. What they copied of it until now they still have.")
        if is_me:
            text = _("You do not see the case file any more. A colleague who opens it next changes "
                     "its key.")  # fmt: skip
        asked = _("End the access of {name}? Say why: it stands in the log.").format(name=name)
        question = Question(asked, text, _("End the access"), _("Not now"), is_grave=True)
        self._asks.ask_text(question, got=lambda reason: self._end(user, name, reason))

    def _end(self, user: str, name: str, reason: str) -> None:
        desk, case = self._case.session.desk, self._case.case
        pulse = self._case.jobs.pulse
        is_me = desk.vault.signer.user == user

        def done(_none: None) -> None:
            if is_me:
                self._go(Place("register"))
            else:
                self._done(_("{name} cannot open the case file any more.").format(name=name))

        self._run(lambda _akt: access.revoke(desk, case, UserId(user), reason, pulse), done)

    def _done(self, title: str) -> None:
        self._view.show_done(title)
        self.open()

    def _show(self, vm: AccessVm) -> None:
        self._vm = vm
        self._view.show_access(vm)

    def _name(self, user: str) -> str:
        vm = self._vm
        known = (*vm.readers, *vm.others) if vm is not None else ()
        return next((each.name for each in known if each.user == user), "")

    def _run(self, work: Callable[[Akt], T], done: Callable[[T], None]) -> None:
        self._case.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)


def access_vm(akt: Akt, desk: Desk) -> AccessVm:
    """Who can open the akt, who could be let in, and what the log tells."""
    me, reading = desk.vault.signer.user, access.readers(desk, akt.case)
    inside = {one.user for one in reading}
    numbers = desk.vault.own.numbers()
    telling = Telling(names_of(desk), numbers)
    return AccessVm(
        number=numbers.get(akt.case, ""),
        readers=tuple(_reader(one, me) for one in reading),
        others=tuple(_reader(one, me) for one in access.staff(desk) if one.user not in inside),
        lines=tuple(telling.line(line) for line in opened_by(desk, akt.case)),
    )


def _reader(one: Colleague, me: str) -> ReaderVm:
    said = (f"{one.place:02d}", one.function, _("this is you") if one.user == me else "")
    name = one.name or _("user {key}").format(key=one.user[:8])
    return ReaderVm(one.user, name, " · ".join(text for text in said if text), one.user == me)
