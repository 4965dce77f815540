# SPDX-License-Identifier: EUPL-1.2
"""What both plan pages do alike: one plan, its points, the library."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from workbench.domain.ids import RecordId
from workbench.domain.plans import PlanItem, PlanOwner
from workbench.services import bodies, cases, planning, working
from workbench.services.akt import Akt
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.plan_items.library import LibrarySection, read_library
from workbench.ui.plan_items.points import (
    SuggestionsVm,
    points,
    spec_for,
    start_of,
    suggestions,
)
from workbench.ui.writing.history import Lines, VersionVm, versions_of
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, teller
from workbench.ui.writing.spec import Spec, Values, WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import language

T = TypeVar("T")
OWNER = "owner"
"""The working field that tells the points of the two plans apart before they are entered."""


@dataclass(frozen=True, slots=True)
class PlanVm:
    """A plan's history and points, and what the library offers."""

    number: str
    versions: tuple[VersionVm, ...]
    points: tuple[RecordVm, ...]
    library: tuple[SuggestionsVm, ...]


@dataclass(frozen=True, slots=True)
class PlanKind(Generic[T]):
    """Which plan: whose, how its record is written and told."""

    owner: PlanOwner
    spec: Spec[T]
    describe: Callable[[T], Lines]


class PlanView(Protocol):
    """What a plan page must be able to show."""

    @property
    def plan(self) -> WritingView: ...

    @property
    def point(self) -> WritingView: ...

    def show_plan(self, vm: PlanVm) -> None: ...

    def show_point_panel(self, *, shown: bool) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class PlanPresenter(Generic[T]):
    """Decides what a plan page shows."""

    def __init__(
        self, view: PlanView, case: OpenCase, asks: Asks, go: Go, kind: PlanKind[T]
    ) -> None:
        self._view, self._case, self._go, self._kind = view, case, go, kind
        self._library: tuple[LibrarySection, ...] = read_library(language())
        self.plan = Writing(
            case, kind.spec, view.plan, asks, entered=self._entered, discarded=self._begin_plan
        )
        self.point = Writing(
            case,
            spec_for(kind.owner),
            view.point,
            asks,
            entered=self._point_entered,
            discarded=self._close_point,
        )

    def open(self) -> None:
        """Show the plan, and the point that was left unentered, if one was."""
        self._begin_plan()
        self.refresh()
        owner = self._kind.owner
        self._case.run(
            lambda akt: _left_point(akt, owner),
            done=self._resume,
            failed=self._view.show_problem,
        )

    def refresh(self) -> None:
        desk, kind, library = self._case.session.desk, self._kind, self._library
        self._case.run(
            lambda akt: _plan(akt, desk, kind, library),
            done=self._view.show_plan,
            failed=self._view.show_problem,
        )

    def add_point(self) -> None:
        """Begin a point in own words."""
        self._open_point(None)

    def take_up(self, item_id: str) -> None:
        """Begin a point with the library's words, to be put in one's own."""
        self._open_point(None, start_of(self._library, item_id))

    def change_point(self, record: RecordId) -> None:
        self._open_point(record)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _resume(self, left: RecordId | None) -> None:
        if left is not None:
            self._open_point(left)

    def _open_point(self, record: RecordId | None, start: Values | None = None) -> None:
        first = {OWNER: self._kind.owner, **(start or {})}
        self.point.begin(record, start=first, resume=False)
        self._view.show_point_panel(shown=True)

    def _close_point(self) -> None:
        self._view.show_point_panel(shown=False)
        self.refresh()

    def _begin_plan(self) -> None:
        self.plan.begin()

    def _entered(self, _changes: Changes) -> None:
        self._begin_plan()
        self.refresh()

    def _point_entered(self, _changes: Changes) -> None:
        self._close_point()


def _left_point(akt: Akt, owner: PlanOwner) -> RecordId | None:
    """A point of this plan that was begun and never entered."""
    kind = bodies.name_of(PlanItem)
    left = left_unentered(akt, PlanItem)
    mine = (r for r in left if working.fields_of(akt, kind, r).get(OWNER) == owner)
    return next(mine, None)


def _plan(akt: Akt, desk: Desk, kind: PlanKind[T], library: tuple[LibrarySection, ...]) -> PlanVm:
    tell = teller(akt, names_of(desk))
    standing = akt.all(kind.spec.of)
    versions = (
        versions_of(akt, kind.spec.of, standing[0].record, tell.names, kind.describe)
        if standing
        else ()
    )
    return PlanVm(
        number=cases.number_of(desk, akt.case),
        versions=versions,
        points=points(tell, kind.owner),
        library=suggestions(library, kind.owner, planning.items_of(akt, kind.owner)),
    )
