# SPDX-License-Identifier: EUPL-1.2
"""Decides what is kept and what is changed. Nothing is settled without a person's reason."""

from typing import Protocol

from workbench.ui.kit.asking import Asks
from workbench.ui.outdated.keeping import Keeping
from workbench.ui.outdated.telling import OutdatedListVm, OutdatedVm, tell_outdated
from workbench.ui.places import Go, Place
from workbench.ui.writing.open_case import OpenCase


class OutdatedView(Protocol):
    """What the page must be able to show."""

    def show_outdated(self, vm: OutdatedListVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class OutdatedPresenter:
    """What is outdated in an akt, one by one."""

    def __init__(self, view: OutdatedView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self._shown: dict[str, OutdatedVm] = {}
        self._keeping = Keeping(case, asks, kept=self.refresh, failed=view.show_problem)

    def open(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: tell_outdated(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def keep(self, key: str) -> None:
        """It still holds against what is on screen: asked why."""
        self._keeping.ask(self._shown[key])

    def change(self, key: str) -> None:
        """To the page on which it is changed."""
        self._go(self._shown[key].place)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _show(self, vm: OutdatedListVm) -> None:
        self._shown = {each.key: each for each in vm.records}
        self._view.show_outdated(vm)
