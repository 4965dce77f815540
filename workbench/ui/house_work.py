# SPDX-License-Identifier: EUPL-1.2
"""What every page about the house is given, and how it does work on the vault's thread."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from workbench.domain.errors import WorkbenchError
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go
from workbench.words import ErrorText, error_text

T = TypeVar("T")


class RefusedView(Protocol):
    """A page that can say that something was refused, or went wrong."""

    def show_refused(self, text: ErrorText) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ToldView(RefusedView, Protocol):
    """A page that can also say that something was done, or lacks."""

    def show_done(self, said: str) -> None: ...

    def show_missing(self, said: str) -> None: ...


V_co = TypeVar("V_co", bound=RefusedView, covariant=True)


class HouseWork(Generic[V_co]):
    """Its presenters are made from this. A refusal with a code is told in its words."""

    def __init__(
        self, view: V_co, jobs: Jobs, session: Session, asks: Asks, go: Go, out: Outside
    ) -> None:
        self.view, self.jobs, self.session = view, jobs, session
        self.asks, self.go, self.outside = asks, go, out

    @property
    def desk(self) -> Desk:
        return self.session.desk

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do it there, and bring the outcome back to the page."""
        self.jobs.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self.view.show_refused(error_text(error))
        else:
            self.view.show_problem(error)
