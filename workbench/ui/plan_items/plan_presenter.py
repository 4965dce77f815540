# SPDX-License-Identifier: EUPL-1.2
"""What both plan pages do alike: one plan, its points, the modules, the library."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from workbench.domain.ids import RecordId
from workbench.domain.plans import PlanItem, PlanModules, PlanOwner
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import SubjectRole
from workbench.services.akter import cases
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.loop import plan_offers
from workbench.services.loop.own_points import library_of
from workbench.services.loop.plan_library import Library
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks
from workbench.ui.outdated.keeping import Keeping
from workbench.ui.places import Go, PageName, Place
from workbench.ui.plan_items.modules import ModuleVm, modules_spec, modules_told, shipped_library
from workbench.ui.plan_items.offering import SuggestionsVm, suggestions
from workbench.ui.plan_items.outdated_points import Outdated, marked_points, outdated_points
from workbench.ui.plan_items.points import PointsVm, points, spec_for, start_of
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.history import Lines, VersionVm, versions_of
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import teller
from workbench.ui.writing.spec import Spec, Values, WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _, language

T = TypeVar("T")
OWNER = "owner"
"""The working field that tells the points of the two plans apart before they are entered."""


@dataclass(frozen=True, slots=True)
class PlanVm:
    """A plan's history and points, what concerns the person, and what the library offers.

    `scenarios` are those that a point can be tied to; `outdated` are the points that stand on
    what has changed.
    """

    number: str
    role: SubjectRole
    versions: tuple[VersionVm, ...]
    points: tuple[PointsVm, ...]
    modules: tuple[ModuleVm, ...]
    library: tuple[SuggestionsVm, ...]
    scenarios: tuple[OptionVm, ...]
    outdated: Outdated = field(default_factory=dict)


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

    @property
    def modules(self) -> WritingView: ...

    def show_plan(self, vm: PlanVm) -> None: ...

    def show_point_panel(self, *, shown: bool) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class PlanPresenter(Generic[T]):
    """Decides what a plan page shows."""

    def __init__(
        self, view: PlanView, case: OpenCase, asks: Asks, go: Go, kind: PlanKind[T]
    ) -> None:
        self._view, self._case, self._go, self._kind = view, case, go, kind
        self._library = shipped_library()
        self._outdated: Outdated = {}
        self._keeping = Keeping(case, asks, kept=self.refresh, failed=view.show_problem)
        self.plan = Writing(
            case, kind.spec, view.plan, asks, entered=self._entered, discarded=self._begin_plan
        )
        self.point = Writing(
            case,
            spec_for(kind.owner, lambda: case.session.desk.house),
            view.point,
            asks,
            entered=self._point_entered,
            discarded=self._close_point,
        )
        self.modules: Writing[PlanModules] = Writing(
            case,
            modules_spec(each.id for each in self._library.modules),
            view.modules,
            asks,
            entered=self._chosen,
            discarded=self._begin_modules,
        )

    def open(self) -> None:
        """Show the plan, and the point that was left unentered, if one was."""
        self._begin_plan()
        self._begin_modules()
        self.refresh()
        owner = self._kind.owner
        self._case.run(
            lambda akt: _left_point(akt, owner),
            done=self._resume,
            failed=self._view.show_problem,
        )

    def refresh(self) -> None:
        desk, kind, shipped = self._case.session.desk, self._kind, self._library

        def work(akt: Akt) -> tuple[Library, PlanVm]:
            library = library_of(desk, language()) if shipped.sections else shipped
            return library, _Told(akt, desk).plan(kind, library)

        self._case.run(work, done=self._show, failed=self._view.show_problem)

    def add_point(self) -> None:
        """Begin a point in own words."""
        self._open_point(None)

    def take_up(self, item_id: str, carry: str = "") -> None:
        """Begin a point with the library's words, to be put in one's own."""
        self._open_point(None, start_of(self._library, item_id, carry))

    def change_point(self, record: RecordId) -> None:
        self._open_point(record)

    def keep_point(self, record: RecordId) -> None:
        """It still holds against the changes that are on screen: asked why."""
        self._keeping.ask(self._outdated[record])

    def go_to(self, page: PageName) -> None:
        self._go(Place(page, self._case.case))

    def leave(self) -> None:
        self.go_to("case")

    def _show(self, told: tuple[Library, PlanVm]) -> None:
        self._library, vm = told
        self._outdated = vm.outdated
        self._view.show_plan(vm)

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

    def _begin_modules(self) -> None:
        self.modules.begin()

    def _entered(self, _changes: Changes) -> None:
        self._begin_plan()
        self.refresh()

    def _chosen(self, _changes: Changes) -> None:
        self._begin_modules()
        self.refresh()

    def _point_entered(self, _changes: Changes) -> None:
        self._close_point()


def _left_point(akt: Akt, owner: PlanOwner) -> RecordId | None:
    """A point of this plan that was begun and never entered."""
    kind = bodies.name_of(PlanItem)
    left = left_unentered(akt, PlanItem)
    mine = (r for r in left if working.fields_of(akt, kind, r).get(OWNER) == owner)
    return next(mine, None)


class _Told:
    """One look at an akt and its plan, on the vault's thread."""

    def __init__(self, akt: Akt, desk: Desk) -> None:
        self._akt, self._desk = akt, desk
        self._tell = teller(akt, names_of(desk))

    def plan(self, kind: PlanKind[T], library: Library) -> PlanVm:
        akt, owner = self._akt, kind.owner
        scenarios = akt.all(Scenario)
        numbers = {each.record: at for at, each in enumerate(scenarios, start=1)}
        said = _("Scenario {number}: {what}")
        old = outdated_points(akt, self._desk, owner)
        return PlanVm(
            number=cases.number_of(self._desk, akt.case),
            role=plan_offers.role_of(akt),
            versions=self._versions(kind),
            points=marked_points(points(self._tell, owner, library, numbers), old),
            modules=modules_told(akt, library),
            library=suggestions(akt, library, owner, numbers),
            scenarios=tuple(
                OptionVm(e.record, said.format(number=numbers[e.record], what=e.value.what))
                for e in scenarios
            ),
            outdated=old,
        )

    def _versions(self, kind: PlanKind[T]) -> tuple[VersionVm, ...]:
        standing = self._akt.all(kind.spec.of)
        if not standing:
            return ()
        names = self._tell.names
        return versions_of(self._akt, kind.spec.of, standing[0].record, names, kind.describe)
