# SPDX-License-Identifier: EUPL-1.2
"""The user's own akter. The law allows four keys across akter; text is never searched."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.ids import CaseId
from workbench.domain.subject import Subject
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.jobs import Jobs
from workbench.services.person import protection_view
from workbench.services.ports import RegisterRow
from workbench.ui.places import Go, Place
from workbench.ui.writing import vocabulary
from workbench.ui.writing.vocabulary import Words
from workbench.words import _


@dataclass(frozen=True, slots=True)
class CaseVm:
    """One own akt. `next_date` is the nearest day that something is due, in words."""

    case: CaseId
    number: str
    name: str
    next_date: str
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class RegisterVm:
    """What the list shows. `sought` is what was looked for, "" for all own akter."""

    cases: tuple[CaseVm, ...]
    sought: str
    is_first: bool


class RegisterView(Protocol):
    """What the page must be able to show."""

    def show_cases(self, vm: RegisterVm) -> None: ...

    def show_new(self, number: str) -> None:
        """Ask for the number of a new akt, this one proposed; "" puts the question away."""
        ...

    def show_missing(self, text: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class RegisterPresenter:
    """Decides what Akter shows."""

    def __init__(self, view: RegisterView, jobs: Jobs, session: Session, go: Go) -> None:
        self._view, self._jobs, self._session, self._go = view, jobs, session, go
        self._sought = ""

    def open(self) -> None:
        self._view.show_new("")
        self.refresh()

    def refresh(self) -> None:
        sought = self._sought
        self._jobs.run(
            lambda: self._look(sought),
            done=self._view.show_cases,
            failed=self._view.show_problem,
        )

    def seek(self, sought: str) -> None:
        """Look among the own akter; an empty text shows all of them."""
        self._sought = sought
        self.refresh()

    def open_case(self, case: CaseId) -> None:
        self._go(Place("case", case))

    def ask_new(self) -> None:
        """Propose a number for a new akt."""
        self._jobs.run(
            lambda: cases.next_number(self._session.desk),
            done=self._view.show_new,
            failed=self._view.show_problem,
        )

    def never_mind(self) -> None:
        self._view.show_new("")

    def begin(self, number: str) -> None:
        """Begin an akt: the number is enough, whom it is about is written in it."""
        wanted = number.strip()
        if not wanted:
            self._view.show_missing(_("Write a number first."))
            return
        self._jobs.run(
            lambda: self._begin(wanted), done=self._begun, failed=self._view.show_problem
        )

    def _begin(self, number: str) -> CaseId | None:
        taken = {row.number.casefold() for row in cases.open_cases(self._session.desk)}
        if number.casefold() in taken:
            return None
        new = cases.NewCase(Subject(name="", identity="unknown"), number)
        return self._session.begin(new).case

    def _begun(self, case: CaseId | None) -> None:
        if case is None:
            self._view.show_missing(_("One of your case files has that number already."))
            return
        self._view.show_new("")
        self._go(Place("case", case))

    def _look(self, sought: str) -> RegisterVm:
        desk = self._session.desk
        rows = cases.find_cases(desk, sought) if sought.strip() else cases.open_cases(desk)
        words = vocabulary.due_words()  # once: there may be thousands of rows
        return RegisterVm(tuple(_case(row, words) for row in rows), sought.strip(), not rows)


def _case(row: RegisterRow, words: Words) -> CaseVm:
    return CaseVm(
        case=row.case,
        number=row.number,
        name=name_in_list(row),
        next_date=_next_date(row, words),
        is_stale=row.is_stale,
    )


def name_in_list(row: RegisterRow) -> str:
    """Who it is about, as a row of any list says it; a mark instead for who is protected."""
    if protection_view.PROTECTED in row.summary.flags:
        return _("Protected personal details")
    return ", ".join(protection_view.names_in_a_list(row.summary)) or _("Name not known")


def _next_date(row: RegisterRow, words: Words) -> str:
    if not row.summary.dates:
        return ""
    kind, day = min(row.summary.dates, key=lambda pair: pair[1])
    return _("{day} · {what}").format(day=day, what=words.get(kind, kind))
