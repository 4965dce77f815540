# SPDX-License-Identifier: EUPL-1.2
"""The last step: the organisation's contact card, saved now or later."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.domain.errors import WorkbenchError
from workbench.services.jobs import Jobs
from workbench.ui.kit.asking import Asks
from workbench.words import ErrorText, _, error_text


class CardView(Protocol):
    """What the page must be able to show."""

    def show_digits(self, digits: str) -> None: ...

    def show_written(self, path: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


@dataclass(frozen=True, slots=True)
class CardWays:
    """`digits` and `save` run on the vault's thread; `done` begins the work."""

    digits: Callable[[], str]
    save: Callable[[Path], Path]
    done: Callable[[], None]


class CardPresenter:
    """Nothing here is needed before work begins."""

    def __init__(self, view: CardView, jobs: Jobs, asks: Asks, ways: CardWays) -> None:
        self._view, self._jobs, self._asks, self._ways = view, jobs, asks, ways

    def open(self) -> None:
        self._jobs.run(
            self._ways.digits, done=self._view.show_digits, failed=self._view.show_problem
        )

    def save(self) -> None:
        self._asks.choose_folder(_("Where is our card put?"), got=self._save_to)

    def finish(self) -> None:
        self._ways.done()

    def _save_to(self, folder: Path) -> None:
        self._jobs.run(
            lambda: self._ways.save(folder),
            done=lambda path: self._view.show_written(str(path)),
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)
