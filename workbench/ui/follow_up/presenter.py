# SPDX-License-Identifier: EUPL-1.2
"""Every date of an akt: what became of each is said here; nothing goes away by being late."""

from collections.abc import Mapping
from typing import Any, Literal, Protocol

from workbench.domain.ids import RecordId
from workbench.services.changes import Changes
from workbench.services.loop import deadlines
from workbench.services.loop.deadlines import DueDate
from workbench.services.records.akt import Akt
from workbench.ui.follow_up.specs import OWN_DATE, SETTLE, TRIGGER, values_of
from workbench.ui.follow_up.telling import FollowUpVm, tell_dates
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, PageName, Place
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Spec, WritingView
from workbench.ui.writing.writing import Writing

Part = Literal["settle", "date", "trigger", "deadline"]
"""`deadline`: one that a person begins, where the akt has such."""
Specs = Mapping[Part, Spec[Any]]
SPECS: Specs = {"settle": SETTLE, "date": OWN_DATE, "trigger": TRIGGER}
_PAGE_OF: Mapping[str, PageName] = {
    "judgement": "choose-instrument",
    "measure": "scenarios",
    "protection_plan": "protection-plan",
    "stay_plan": "stay-plan",
}


class FollowUpView(Protocol):
    """What the page must be able to show."""

    def panel(self, part: Part) -> WritingView: ...

    def show_dates(self, vm: FollowUpVm) -> None: ...

    def show_panel(self, part: Part | None, *, about: str = "", correcting: bool = False) -> None:
        """One panel at a time; `about`: the key of the date that is settled. None hides them."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class FollowUpPresenter:
    """Decides what the page of dates shows."""

    def __init__(
        self, view: FollowUpView, case: OpenCase, asks: Asks, go: Go, specs: Specs = SPECS
    ) -> None:
        self._view, self._case, self._go, self._specs = view, case, go, specs
        self._dates: Mapping[str, DueDate] = {}
        self._today = ""
        self.writings: Mapping[Part, Writing[Any]] = {
            part: Writing(
                case, spec, view.panel(part), asks, entered=self._entered, discarded=self._close
            )
            for part, spec in specs.items()
        }

    def open(self) -> None:
        """Show everything, and go on with what was left unentered."""
        self.refresh()
        self._case.run(self.left, done=self._resume, failed=self._view.show_problem)

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: tell_dates(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def add(self, part: Part) -> None:
        """Begin an own date, a reason for a new assessment, or a deadline."""
        self.writings[part].begin()
        self._view.show_panel(part)

    def settle(self, key: str) -> None:
        """Say what became of a date, or go where that is said."""
        due = self._dates.get(key)
        if due is None:
            return
        if due.settles_at:
            self._go(Place(_PAGE_OF.get(due.settles_at, "case"), self._case.case))
            return
        start = dict(values_of(deadlines.answering(due))) | {"day": self._today}
        if due.record is not None:
            self.writings["settle"].begin(due.record, start={"day": self._today})
        else:
            self.writings["settle"].begin(start=start, resume=False)
        self._view.show_panel("settle", about=key)

    def correct_trigger(self, record: str) -> None:
        self.writings["trigger"].begin(RecordId(record))
        self._view.show_panel("trigger", correcting=True)

    def call(self) -> None:
        """Where what must be known before a call is looked through."""
        self._go(Place("calls", self._case.case))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def left(self, akt: Akt) -> tuple[Part, RecordId] | None:
        """What its author left unentered."""
        for part, spec in self._specs.items():
            for record in left_unentered(akt, spec.of):
                return part, record
        return None

    def _show(self, vm: FollowUpVm) -> None:
        self._dates, self._today = vm.by_key, vm.today
        self._view.show_dates(vm)

    def _resume(self, left: tuple[Part, RecordId] | None) -> None:
        if left is not None:
            part, record = left
            self.writings[part].begin(record)
            self._view.show_panel(part)

    def _entered(self, _changes: Changes) -> None:
        self._close()

    def _close(self) -> None:
        self._view.show_panel(None)
        self.refresh()
