# SPDX-License-Identifier: EUPL-1.2
"""Scenarios and what is done about each. What is left to do is said, never blocked."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.domain.measures import Measure
from workbench.domain.scenarios import Scenario
from workbench.services.changes import Changes
from workbench.services.loop import planning
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, Place
from workbench.ui.scenarios.specs import MEASURE, SCENARIO, SCENARIO_OF
from workbench.ui.scenarios.telling import LOOSE, ScenariosVm, tell_scenarios
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class _Left:
    """What its author left unentered: a scenario, or a measure and where it belongs."""

    scenario: RecordId | None
    measure: RecordId | None
    under: RecordId


class ScenariosView(Protocol):
    """What the page must be able to show."""

    @property
    def scenario(self) -> WritingView: ...

    @property
    def measure(self) -> WritingView: ...

    def show_scenarios(self, vm: ScenariosVm) -> None: ...

    def show_scenario_panel(self, *, shown: bool, correcting: bool = False) -> None: ...

    def show_measure_panel(self, under: RecordId | None) -> None:
        """Under a scenario (or under `LOOSE`); None hides it."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class ScenariosPresenter:
    """Decides what the page of scenarios and measures shows."""

    def __init__(self, view: ScenariosView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._under: dict[RecordId, RecordId] = {}
        self.scenario = Writing(
            case,
            SCENARIO,
            view.scenario,
            asks,
            entered=self._scenario_entered,
            discarded=self._close_scenario,
        )
        self.measure = Writing(
            case,
            MEASURE,
            view.measure,
            asks,
            entered=self._measure_entered,
            discarded=self._close_measure,
        )

    def open(self) -> None:
        """Show everything, and go on with what was left unentered."""
        self.refresh()
        self._case.run(_left, done=self._resume, failed=self._view.show_problem)

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: tell_scenarios(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def add_scenario(self) -> None:
        """Begin a new scenario, or go on with the one that was left unentered."""
        self.scenario.begin()
        self._view.show_scenario_panel(shown=True)

    def change_scenario(self, record: RecordId) -> None:
        self.scenario.begin(record)
        self._view.show_scenario_panel(shown=True, correcting=True)

    def add_measure(self, under: RecordId) -> None:
        """Begin a new measure that answers a scenario (`LOOSE`: none)."""
        start = {SCENARIO_OF: under} if under != LOOSE else {}
        self.measure.begin(start=start, resume=False)
        self._view.show_measure_panel(under)

    def change_measure(self, record: RecordId) -> None:
        self.measure.begin(record)
        self._view.show_measure_panel(self._under.get(record, LOOSE))

    def leave_without(self, scenario: RecordId) -> None:
        """A scenario is left without a measure on purpose: asked why."""
        question = Question(
            _("No measure: why?"),
            _("It stands as your answer until a measure is added."),
            yes=_("Enter in the journal"),
            no=_("Cancel"),
        )
        self._asks.ask_text(question, got=lambda because: self._without(scenario, because))

    def settle_outdated(self) -> None:
        """To what stands on something that has changed."""
        self._go(Place("outdated", self._case.case))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _without(self, scenario: RecordId, because: str) -> None:
        self._case.run(
            lambda akt: planning.enter_no_measure(akt, scenario, because),
            done=lambda _changes: self.refresh(),
            failed=self._view.show_problem,
        )

    def _resume(self, left: _Left) -> None:
        if left.scenario is not None:
            self.add_scenario()
        if left.measure is not None:
            self.measure.begin(left.measure)
            self._view.show_measure_panel(left.under)

    def _show(self, vm: ScenariosVm) -> None:
        self._under = {m.record: s.record for s in vm.scenarios for m in s.measures}
        self._view.show_scenarios(vm)

    def _scenario_entered(self, _changes: Changes) -> None:
        self._close_scenario()

    def _close_scenario(self) -> None:
        self._view.show_scenario_panel(shown=False)
        self.refresh()

    def _measure_entered(self, _changes: Changes) -> None:
        self._close_measure()

    def _close_measure(self) -> None:
        self._view.show_measure_panel(None)
        self.refresh()


def _left(akt: Akt) -> _Left:
    scenarios, measures = left_unentered(akt, Scenario), left_unentered(akt, Measure)
    measure = measures[0] if measures else None
    under = LOOSE
    if measure is not None:
        fields = working.fields_of(akt, bodies.name_of(Measure), measure)
        under = RecordId(str(fields.get(SCENARIO_OF, "")))
    return _Left(scenarios[0] if scenarios else None, measure, under)
