# SPDX-License-Identifier: EUPL-1.2
"""Asks for a review, shows the reviewer what is to be read, and takes the answer."""

from collections.abc import Callable
from typing import Protocol

from workbench.domain.ids import RecordId, UserId
from workbench.services.assess import reviewing
from workbench.services.records import working
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.review.standing import CHOSEN, REVIEW, keep, review_vm
from workbench.ui.review.vms import ReviewVm
from workbench.ui.writing.moments import time_of_day
from workbench.ui.writing.open_case import OpenCase
from workbench.words import _


class ReviewView(Protocol):
    """What the page must be able to show."""

    def show_review(self, vm: ReviewVm) -> None: ...

    def show_missing(self, said: str) -> None: ...

    def show_saved(self, at: str) -> None:
        """`at` is a time of day; "" = being saved."""
        ...

    def show_not_saved(self, error: Exception) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ReviewPresenter:
    """`record` is a judgement; None takes the one that waits for this user, else the newest."""

    def __init__(
        self,
        view: ReviewView,
        case: OpenCase,
        asks: Asks,
        go: Go,
        record: RecordId | None = None,
    ) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._record = record
        self._chosen = ""

    def refresh(self) -> None:
        """Read it, for the first time or again."""
        desk, record = self._case.session.desk, self._record
        self._case.run(
            lambda akt: review_vm(akt, desk, record),
            done=self._show,
            failed=self._view.show_problem,
        )

    def typed(self, text: str) -> None:
        """Kept as it is written: working material of the one who writes."""
        record = self._record
        if record is None:
            return
        self._view.show_saved("")
        self._case.run(
            lambda akt: keep(akt, record, text),
            done=lambda at: self._view.show_saved(time_of_day(at)),
            failed=self._view.show_not_saved,
        )

    def chose(self, codes: str) -> None:
        """Documents that the reviewer has read: kept like what is typed."""
        record = self._record
        if record is None:
            return
        self._chosen = codes
        self._case.run(
            lambda akt: keep(akt, record, codes, CHOSEN),
            done=lambda at: self._view.show_saved(time_of_day(at)),
            failed=self._view.show_not_saved,
        )

    def ask(self, reviewer: str, question: str) -> None:
        """Ask somebody to read it."""
        if not reviewer:
            self._view.show_missing(_("Choose who is to review it."))
            return
        desk, to = self._case.session.desk, UserId(reviewer)
        self._answer(lambda akt, on: reviewing.ask(akt, desk, on, to, question))

    def send_back(self, remarks: str) -> None:
        """The reviewer's remarks; without any there is nothing to send."""
        if not remarks.strip():
            self._view.show_missing(_("Write what should be looked at again."))
            return
        read = self._chosen.split()
        self._answer(lambda akt, on: reviewing.send_back(akt, on, remarks, read))

    def approve(self, remarks: str) -> None:
        read = self._chosen.split()
        self._answer(lambda akt, on: reviewing.approve(akt, on, remarks, read))

    def take_back(self) -> None:
        self._answer(reviewing.take_back)

    def open_assessment(self, record: RecordId) -> None:
        self._go(Place("result", self._case.case, record))

    def open_judgement(self) -> None:
        """Where it is written and signed."""
        self._go(Place("judgement", self._case.case, self._record))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _show(self, vm: ReviewVm) -> None:
        self._record, self._chosen = vm.record, vm.chosen
        self._view.show_review(vm)

    def _answer(self, work: Callable[[Akt, RecordId], object]) -> None:
        """One step; what was typed for it is put away with it."""
        record = self._record
        if record is None:
            return

        def act(akt: Akt) -> None:
            work(akt, record)
            working.discard(akt, REVIEW, record)

        self._case.run(act, done=lambda _none: self.refresh(), failed=self._view.show_problem)
