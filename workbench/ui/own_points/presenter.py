# SPDX-License-Identifier: EUPL-1.2
"""Which points the list has here, and how one of them is worded. Everything is entered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from workbench.domain.ids import RecordId
from workbench.domain.plans import LocalPoint, strictest
from workbench.services.akter.session import Session
from workbench.services.changes import Changes
from workbench.services.jobs import Jobs
from workbench.services.loop import own_points
from workbench.services.loop.plan_library import OWN, Library, LibraryPoint, LibrarySection
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.own_points.wording import SPEC, describe, start_of
from workbench.ui.places import Go, Place
from workbench.ui.plan_items.modules import shipped_library
from workbench.ui.writing import vocabulary
from workbench.ui.writing.history import VersionVm, versions_of
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PointVm:
    """One row. `record`: how it was worded here, or is being; None where only the list does."""

    point: str
    section: str
    text: str
    mark: str
    by: str
    record: RecordId | None = None
    versions: tuple[VersionVm, ...] = ()

    @property
    def told(self) -> str:
        """What a search looks in."""
        return f"{self.point} {self.section} {self.text} {self.mark} {self.by}".casefold()


class OwnPointsView(Protocol):
    """What the page must be able to show."""

    @property
    def point(self) -> WritingView: ...

    def show_points(self, points: tuple[PointVm, ...]) -> None: ...

    def show_panel(self, vm: PointVm | None, *, shown: bool) -> None:
        """The panel for this point; None: for a new one of the organisation's own."""
        ...

    def show_entered(self) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class OpenHouse(OpenCase):
    """The organisation akt, reached as an akt is: it lies open as long as the vault does."""

    def run(
        self,
        work: Callable[[Akt], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.jobs.run(lambda: work(self.session.desk.house), done=done, failed=failed)


class OwnPointsPresenter:
    """Decides what the page of the organisation's own points shows."""

    def __init__(
        self,
        view: OwnPointsView,
        jobs: Jobs,
        session: Session,
        asks: Asks,
        go: Go,
        _outside: Outside,
    ) -> None:
        self._view, self._session, self._go = view, session, go
        self._house = OpenHouse(jobs, session, session.desk.house.case)
        self._library = shipped_library()
        self._shown: dict[str, PointVm] = {}
        self.point: Writing[LocalPoint] = Writing(
            self._house,
            SPEC,
            view.point,
            asks,
            entered=self._entered,
            discarded=self._close,
        )

    def open(self) -> None:
        """Every point; and the one that was left unentered, if one was."""
        self.refresh()
        self._house.run(_left, done=self._resume, failed=self._view.show_problem)

    def refresh(self) -> None:
        self._house.run(self._look, done=self._show, failed=self._view.show_problem)

    def add(self) -> None:
        """Begin a point that only this organisation has."""
        self.point.begin(start=start_of(self._library, ""), resume=False)
        self._view.show_panel(None, shown=True)

    def word(self, point: str) -> None:
        """Word a point of the list, or change how it was worded."""
        vm = self._shown[point]
        start = start_of(self._library, point) if vm.record is None else {}
        self.point.begin(vm.record, start=start, resume=False)
        self._view.show_panel(vm, shown=True)

    def leave(self) -> None:
        self._go(Place("organisation"))

    def _look(self, house: Akt) -> tuple[PointVm, ...]:
        names = names_of(self._session.desk)
        worded = {each.value.point: each for each in own_points.own_points(self._session.desk)}
        rows = []
        for each in worded.values():
            versions = versions_of(house, LocalPoint, each.record, names, describe)
            rows.append(_own(self._library, each, versions))
        begun = {point: record for record, point in _left(house)}
        rows += [
            _listed(section, point, begun.get(point.id))
            for section in self._library.sections
            for point in section.points
            if point.id not in worded
        ]
        return tuple(rows)

    def _show(self, points: tuple[PointVm, ...]) -> None:
        self._shown = {each.point: each for each in points}
        self._view.show_points(points)

    def _resume(self, left: tuple[tuple[RecordId, str], ...]) -> None:
        for record, point in left[:1]:
            self.point.begin(record)
            self._view.show_panel(self._shown.get(point), shown=True)

    def _entered(self, _changes: Changes) -> None:
        self._close()
        self._view.show_entered()

    def _close(self) -> None:
        self._view.show_panel(None, shown=False)
        self.refresh()


def _left(house: Akt) -> tuple[tuple[RecordId, str], ...]:
    """What was begun and never entered, newest first, and which point of the list it is."""
    kind = bodies.name_of(LocalPoint)
    return tuple(
        (record, str(working.fields_of(house, kind, record).get("point", OWN)))
        for record in left_unentered(house, LocalPoint)
    )


def _listed(section: LibrarySection, point: LibraryPoint, begun: RecordId | None) -> PointVm:
    mark = vocabulary.carries()[point.carry]
    return PointVm(point.id, section.title, point.text, mark, _("The list"), begun)


def _own(library: Library, each: Recorded[LocalPoint], versions: tuple[VersionVm, ...]) -> PointVm:
    value, shipped = each.value, library.point(each.value.point)
    sections = {found.id: found.title for found in library.sections}
    carry = strictest(value.carry, shipped.carry) if shipped is not None else value.carry
    return PointVm(
        point=value.point,
        section=sections.get(value.section, ""),
        text=value.text or (shipped.text if shipped is not None else ""),
        mark=vocabulary.carries()[carry],
        by=_("Our own") if value.is_offered else _("Ours, not shown"),
        record=each.record,
        versions=versions,
    )
