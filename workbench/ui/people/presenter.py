# SPDX-License-Identifier: EUPL-1.2
"""People and network: who they are, how they belong together, what each of them says."""

from collections.abc import Mapping
from typing import Any, Literal, Protocol

from workbench.domain.ids import RecordId
from workbench.services.changes import Changes
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks
from workbench.ui.people.specs import DISAGREEMENT, LINK, PERSON, STATEMENT
from workbench.ui.people.telling import PeopleVm, tell_people
from workbench.ui.places import Go, Place
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Spec, WritingView
from workbench.ui.writing.writing import Writing

Part = Literal["person", "link", "statement", "disagreement"]
SPECS: Mapping[Part, Spec[Any]] = {
    "person": PERSON,
    "link": LINK,
    "statement": STATEMENT,
    "disagreement": DISAGREEMENT,
}


class PeopleView(Protocol):
    """What the page must be able to show."""

    def panel(self, part: Part) -> WritingView: ...

    def show_people(self, vm: PeopleVm) -> None: ...

    def show_panel(self, part: Part | None) -> None:
        """One panel at a time; None hides them all."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class PeoplePresenter:
    """Decides what the page shows."""

    def __init__(self, view: PeopleView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self.writings: Mapping[Part, Writing[Any]] = {
            part: Writing(
                case, spec, view.panel(part), asks, entered=self._entered, discarded=self._close
            )
            for part, spec in SPECS.items()
        }

    def open(self) -> None:
        """Show everybody, and go on with what was left unentered."""
        self.refresh()
        self._case.run(_left, done=self._resume, failed=self._view.show_problem)

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: tell_people(akt, desk),
            done=self._view.show_people,
            failed=self._view.show_problem,
        )

    def add(self, part: Part) -> None:
        """Begin a new record."""
        self.writings[part].begin()
        self._view.show_panel(part)

    def change(self, part: Part, record: RecordId) -> None:
        """Correct a record."""
        self.writings[part].begin(record)
        self._view.show_panel(part)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _resume(self, left: tuple[Part, RecordId] | None) -> None:
        if left is not None:
            self.change(*left)

    def _entered(self, _changes: Changes) -> None:
        self._close()

    def _close(self) -> None:
        self._view.show_panel(None)
        self.refresh()


def _left(akt: Akt) -> tuple[Part, RecordId] | None:
    """What its author left unentered."""
    for part, spec in SPECS.items():
        for record in left_unentered(akt, spec.of):
            return part, record
    return None
