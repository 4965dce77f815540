# SPDX-License-Identifier: EUPL-1.2
"""The page about the person: which akt it is, the way back, and what its sections are handed."""

from dataclasses import dataclass
from typing import Protocol

from workbench.services.akter import cases
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing.open_case import OpenCase


@dataclass(frozen=True, slots=True)
class Around:
    """What the presenter of every section is made with."""

    case: OpenCase
    asks: Asks
    go: Go


class AboutPersonView(Protocol):
    """What the page must be able to show."""

    def show_number(self, number: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class AboutPersonPresenter:
    """What belongs to no section. The sections have presenters of their own."""

    def __init__(self, view: AboutPersonView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view = view
        self.around = Around(case, asks, go)

    def open(self) -> None:
        desk, at = self.around.case.session.desk, self.around.case.case
        self.around.case.run(
            lambda _akt: cases.number_of(desk, at),
            done=self._view.show_number,
            failed=self._view.show_problem,
        )

    def leave(self) -> None:
        self.around.go(Place("case", self.around.case.case))
