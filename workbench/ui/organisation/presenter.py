# SPDX-License-Identifier: EUPL-1.2
"""Which pages about the house a user is shown the way to, and what each is for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from workbench.services.akter.session import Session
from workbench.services.house import settings
from workbench.services.jobs import Jobs
from workbench.ui.places import Go, PageName, Place
from workbench.words import _


@dataclass(frozen=True, slots=True)
class WayVm:
    """A row: the page that it opens, what it is called and what it is for."""

    page: PageName
    title: str
    caption: str
    icon: str


class OrganisationView(Protocol):
    """What the page must be able to show."""

    def show_ways(self, ways: tuple[WayVm, ...]) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class OrganisationPresenter:
    """`there`: the pages that exist."""

    def __init__(
        self,
        view: OrganisationView,
        jobs: Jobs,
        session: Session,
        go: Go,
        there: Iterable[PageName],
    ) -> None:
        self._view, self._jobs, self._session, self._go = view, jobs, session, go
        self._there = frozenset(there)

    def open(self) -> None:
        self._jobs.run(
            lambda: settings.roles_of(self._session.desk),
            done=lambda roles: self._view.show_ways(ways_for(roles, self._there)),
            failed=self._view.show_problem,
        )

    def go(self, page: PageName) -> None:
        self._go(Place(page))


def ways_for(roles: Iterable[str], there: frozenset[PageName]) -> tuple[WayVm, ...]:
    """In the order of use: what everyone may see, and what these roles make sensible."""
    held = frozenset(roles)
    listed = (way for way, needed in _ways() if not needed or not held.isdisjoint(needed))
    return tuple(way for way in listed if way.page in there)


def _ways() -> tuple[tuple[WayVm, frozenset[str]], ...]:
    everyone = frozenset[str]()
    administrator, exchange = frozenset({"administrator"}), frozenset({"exchange"})
    return (
        (WayVm("users", _("Users"), _("Who works in the program, and in which roles"), "person"),
         everyone),
        (WayVm("log", _("Review of the log"),
               _("Who opened, printed and handed over what; read through regularly"), "journal"),
         everyone),
        (WayVm("house-dates", _("The organisation's dates"),
               _("Reports that must be in by a day, and dates of your own"), "today"), everyone),
        (WayVm("periods", _("Periods"),
               _("Within which time things are to be done, by law and by your own decision"),
               "clock"), everyone),
        (WayVm("own-points", _("Own plan points"),
               _("Your own points in the list that plans are built from"), "note"), everyone),
        (WayVm("night-sheet", _("Night sheet"),
               _("The questions of an arrival, to print before it is needed"), "print"), everyone),
        (WayVm("backups", _("Backups"), _("Copies on another disk, and putting one back"),
               "folder"), everyone),
        (WayVm("recovery", _("Recovery code"), _("A new code, and practising with it"), "file"),
         administrator),
        (WayVm("erasing", _("Disposal"), _("Dispose of case files, two people together"), "stop"),
         everyone),
        (WayVm("security", _("The computer's safety"),
               _("Disk, memory, clock and copies, tested now"), "protection"), everyone),
        (WayVm("contacts", _("Contact cards"),
               _("Whom sealed bundles can be sent to, and digits to compare"), "send"), exchange),
    )  # fmt: skip
