# SPDX-License-Identifier: EUPL-1.2
"""Something told by mouth: the safe contact first, a talk sheet, then what was said."""

from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.handing_over import telling
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks
from workbench.ui.outward.looked import at_first
from workbench.ui.outward.presenter import LookingThrough, LookView
from workbench.ui.places import Go, Place
from workbench.ui.told.spec import SPEC
from workbench.ui.told.telling import GroundVm, ToldVm, tell_ground, tell_page
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.writing import Writing


class ToldView(Protocol):
    """What the page must be able to show."""

    @property
    def told(self) -> WritingView: ...

    @property
    def look(self) -> LookView: ...

    def show_page(self, vm: ToldVm) -> None: ...

    def show_ground(self, vm: GroundVm) -> None: ...

    def show_correction(self) -> None: ...

    def show_new(self) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ToldPresenter:
    """Decides what the page shows."""

    def __init__(self, view: ToldView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self._own_name = ""
        self.looking = LookingThrough(case, view.look, go, view.show_problem)
        spec = at_first(SPEC, self.looking)
        self.told = Writing(
            case, spec, view.told, asks, entered=self._entered, discarded=self._begin
        )

    def open(self) -> None:
        """The safe contact is in sight before anything can be said to anybody."""
        self.refresh()
        self.looking.ask_contact()
        self._begin()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self.looking.refresh()
        self._case.run(
            lambda akt: _told(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def choose_ground(self, code: str) -> None:
        """The text of a ground, with its date."""
        self._view.show_ground(tell_ground(code, self._case.session.desk.clock.today()))

    def correct(self, record: RecordId) -> None:
        self._view.show_correction()
        self.told.begin(record)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _begin(self) -> None:
        self._view.show_new()
        self.told.begin(start={"told_by": self._own_name})

    def _entered(self, _changes: Changes) -> None:
        self.looking.done()
        self.refresh()
        self._begin()

    def _show(self, vm: ToldVm) -> None:
        self._own_name = vm.own_name
        self._view.show_page(vm)


def _told(akt: Akt, desk: Desk) -> ToldVm:
    telling.note_in_log(desk, akt)
    return tell_page(akt, desk)
