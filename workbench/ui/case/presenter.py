# SPDX-License-Identifier: EUPL-1.2
"""Decides what the akt's page shows and where its rows lead."""

from collections.abc import Callable
from typing import Protocol

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.services.akter import cases
from workbench.services.removing import erasing
from workbench.ui.case.overview import CaseVm, overview, safe_contact
from workbench.ui.case.subject import fields
from workbench.ui.case.subject_writing import SubjectWriting
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import SAFE_CONTACT, Go, PageName, Place
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import WritingView
from workbench.words import _, error_text

OLDER_COPY = "VAULT-005"
DAMAGED = ("VAULT-006", "VAULT-008")


class CaseView(Protocol):
    """What the page must be able to show."""

    @property
    def subject(self) -> WritingView: ...

    def show_case(self, vm: CaseVm) -> None: ...

    def show_contact(self, lines: tuple[str, ...]) -> None:
        """The safe contact, for a short while; no name may be on screen beside it."""
        ...

    def hide_contact(self) -> None: ...

    def show_subject_panel(self, *, shown: bool) -> None: ...

    def show_older(self, what: str, remedy: str) -> None:
        """It is an older copy and was not opened; it can be asked for to be read."""
        ...

    def show_damaged(self, what: str, remedy: str, number: str) -> None:
        """It does not open: two ways on, to what can be read of it and to a backup."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class CasePresenter:
    """The akt, step by step; order is free and nothing is blocked."""

    def __init__(self, view: CaseView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self.subject = SubjectWriting(case, view.subject, asks, fields(), done=self._close_subject)

    def open(self) -> None:
        self._view.hide_contact()
        self._view.show_subject_panel(shown=False)
        self._look(then=lambda: self.subject.begin(then=self._resume))

    def refresh(self) -> None:
        self._look(then=lambda: None)

    def salvage(self, way: str) -> None:
        """On from a damaged akt: what can be read of it, or at once to a backup."""
        self._go(Place("salvage", self._case.case, RecordId(way) if way else None))

    def show_again(self) -> None:
        """A hidden akt is listed again, for a reason that stands in it."""
        question = Question(
            _("Show the case file again?"),
            _("It is listed again for everybody who has access to it. Say why."),
            yes=_("Show it again"),
            no=_("Cancel"),
        )
        self._asks.ask_text(question, got=self._unhide)

    def _unhide(self, reason: str) -> None:
        self._case.run(
            lambda akt: erasing.unhide(akt, reason),
            done=lambda _changes: self.refresh(),
            failed=self._view.show_problem,
        )

    def only_read(self) -> None:
        """Read an older copy, without changing anything."""
        self._case.only_read(done=lambda _opened: self.open(), failed=self._view.show_problem)

    def ask_contact(self) -> None:
        """Show the safe contact."""
        self._case.run(safe_contact, done=self._view.show_contact, failed=self._view.show_problem)

    def put_contact_away(self) -> None:
        self._view.hide_contact()

    def change_subject(self) -> None:
        self.subject.begin()
        self._view.show_subject_panel(shown=True)

    def go(self, place: Place) -> None:
        """Where a step, a row or a mark leads."""
        self._go(place)

    def go_to(self, page: PageName) -> None:
        """A page of this akt."""
        self._go(Place(page, self._case.case))

    def agree_on_contact(self) -> None:
        self._go(Place("protection", self._case.case, SAFE_CONTACT))

    def leave(self) -> None:
        self._go(Place("register"))

    def _look(self, *, then: Callable[[], None]) -> None:
        """An akt that does not open is told of once, by what asked for it first."""
        desk = self._case.session.desk

        def shown(vm: CaseVm) -> None:
            self._view.show_case(vm)
            then()

        self._case.run(lambda akt: overview(akt, desk), done=shown, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        code = error.code if isinstance(error, WorkbenchError) else ""
        is_damaged = code in DAMAGED
        if isinstance(error, WorkbenchError) and code in (OLDER_COPY, *DAMAGED):
            text = error_text(error)
            remedy = f"{text.remedy} ({text.code})"
            if is_damaged:
                self._say_damaged(text.what, remedy)
            else:
                self._view.show_older(text.what, remedy)
        else:
            self._view.show_problem(error)

    def _say_damaged(self, what: str, remedy: str) -> None:
        desk, case = self._case.session.desk, self._case.case
        self._case.jobs.run(
            lambda: cases.number_of(desk, case),
            done=lambda number: self._view.show_damaged(what, remedy, number),
            failed=self._view.show_problem,
        )

    def _resume(self) -> None:
        if self.subject.is_begun:
            self._view.show_subject_panel(shown=True)

    def _close_subject(self) -> None:
        self._view.show_subject_panel(shown=False)
        self.refresh()
