# SPDX-License-Identifier: EUPL-1.2
"""The training cases and the way into one."""

from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.services.akter.session import Session
from workbench.services.assess import practising
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.practice.telling import offered
from workbench.ui.practice.vms import OfferedVm


class PracticeListView(Protocol):
    """What the page must be able to show."""

    def show_offered(self, offered: tuple[OfferedVm, ...]) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class PracticeListPresenter:
    """It reads the library and nothing of the vault."""

    def __init__(
        self,
        view: PracticeListView,
        jobs: Jobs,
        session: Session,
        _asks: Asks,
        go: Go,
        _out: Outside,
    ) -> None:
        self._view, self._jobs, self._session, self._go = view, jobs, session, go

    def open(self) -> None:
        desk = self._session.desk
        self._jobs.run(
            lambda: tuple(vm for case in practising.cases(desk) for vm in offered(case)),
            done=self._view.show_offered,
            failed=self._view.show_problem,
        )

    def choose(self, key: str) -> None:
        self._go(Place("practice-case", record=RecordId(key)))

    def leave(self) -> None:
        self._go(Place("instruments"))
