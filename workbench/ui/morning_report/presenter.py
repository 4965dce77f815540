# SPDX-License-Identifier: EUPL-1.2
"""Which arrivals the report is over, what it says, and where it is saved."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.domain.ids import CaseId
from workbench.services.akter.session import Session
from workbench.services.arrival import morning_report
from workbench.services.documents import MorningDocument, RoomPart
from workbench.services.jobs import Jobs
from workbench.services.papers.assessment import neutral_name
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing import moments
from workbench.words import _, language

_LETTER = "m"


@dataclass(frozen=True, slots=True)
class OfferedVm:
    """An akt that the report can be over: its number, and when the person came."""

    case: CaseId
    number: str
    came: str


class MorningView(Protocol):
    """What the page must be able to show."""

    def show_offered(self, offered: tuple[OfferedVm, ...]) -> None: ...

    def show_report(self, rooms: tuple[RoomPart, ...]) -> None: ...

    def show_kept(self, path: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class MorningPresenter:
    """All that came in the last 24 hours are chosen to begin with; opening each is noted."""

    def __init__(
        self, view: MorningView, jobs: Jobs, session: Session, asks: Asks, go: Go, outside: Outside
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go, self._outside = asks, go, outside
        self._document: MorningDocument | None = None

    def open(self) -> None:
        """List who came; nothing is opened before somebody says of whom."""
        desk = self._session.desk
        self._jobs.run(
            lambda: tuple(
                OfferedVm(each.case, each.number, moments.day_and_time(each.at))
                for each in morning_report.lately(desk)
            ),
            done=self._view.show_offered,
            failed=self._view.show_problem,
        )

    def make(self, chosen: tuple[CaseId, ...]) -> None:
        """Make the report over these akter, in memory."""
        session, speaks = self._session, language()
        self._jobs.run(
            lambda: morning_report.report(session, chosen, speaks),
            done=self._show,
            failed=self._view.show_problem,
        )

    def save(self) -> None:
        """To a folder that the person chooses."""
        self._asks.choose_folder(_("Where is the report saved?"), got=self._save_in)

    def leave(self) -> None:
        self._go(Place("today"))

    def _show(self, document: MorningDocument) -> None:
        self._document = document
        self._view.show_report(document.rooms)

    def _save_in(self, folder: Path) -> None:
        document, outside, desk = self._document, self._outside, self._session.desk
        if document is None:
            return

        def work() -> Path:
            stamp = desk.house.now().replace("-", "").replace(":", "").rstrip("Z")
            pdf = outside.morning(document)
            return outside.files.write_new(folder, neutral_name(_LETTER, stamp), pdf)

        self._jobs.run(
            work,
            done=lambda path: self._view.show_kept(str(path)),
            failed=self._view.show_problem,
        )
