# SPDX-License-Identifier: EUPL-1.2
"""The night sheet in the language that is asked for, and where it is saved."""

from pathlib import Path
from typing import Protocol

from workbench.services.akter.session import Session
from workbench.services.jobs import Jobs
from workbench.services.papers.assessment import neutral_name
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.words import Language, _, language

_LETTER = "n"


class NightSheetView(Protocol):
    """What the page must be able to show."""

    def show_sheet(self, pdf: bytes, chosen: Language) -> None: ...

    def show_kept(self, path: str) -> None: ...

    def show_busy(self, *, busy: bool) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class NightSheetPresenter:
    """Nothing of anybody stands on the paper, so nothing is noted of it."""

    def __init__(
        self,
        view: NightSheetView,
        jobs: Jobs,
        session: Session,
        asks: Asks,
        go: Go,
        outside: Outside,
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go, self._outside = asks, go, outside
        self._pdf = b""

    def open(self, chosen: Language | None = None) -> None:
        """Make the sheet, in the language of the screen when none was chosen."""
        wanted = chosen or language()
        make, desk = self._outside.night_sheet, self._session.desk
        self._view.show_busy(busy=True)

        def shown(pdf: bytes) -> None:
            self._pdf = pdf
            self._view.show_busy(busy=False)
            self._view.show_sheet(pdf, wanted)

        self._jobs.run(lambda: make(desk, wanted), done=shown, failed=self._failed)

    def save(self) -> None:
        """To a folder that the person chooses."""
        self._asks.choose_folder(_("Where is the sheet saved?"), got=self._save_in)

    def leave(self) -> None:
        self._go(Place("organisation"))

    def _save_in(self, folder: Path) -> None:
        pdf, files, now = self._pdf, self._outside.files, self._session.desk.house.now
        stamp = now().replace("-", "").replace(":", "").rstrip("Z")
        self._jobs.run(
            lambda: files.write_new(folder, neutral_name(_LETTER, stamp), pdf),
            done=lambda path: self._view.show_kept(str(path)),
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(error)
