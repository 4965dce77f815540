# SPDX-License-Identifier: EUPL-1.2
"""Scenarios and what is done about each. What is left to do is said, never blocked."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.domain.measures import CLOSED, Measure
from workbench.domain.scenarios import Scenario
from workbench.services import bodies, cases, planning, working
from workbench.services.akt import Akt, Recorded
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.scenarios.specs import (
    MEASURE,
    SCENARIO,
    SCENARIO_OF,
    describe_measure,
    describe_scenario,
    scenario_lines,
)
from workbench.ui.writing import vocabulary
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _, ngettext

LOOSE = RecordId("")
"""Where measures stand that answer no scenario."""
_STEPS = frozenset({"scenarios", "measures"})


@dataclass(frozen=True, slots=True)
class ScenarioVm:
    """One scenario and its measures. For `LOOSE` there is no scenario to show."""

    scenario: RecordVm | None
    record: RecordId
    measures: tuple[RecordVm, ...]


@dataclass(frozen=True, slots=True)
class ScenariosVm:
    """All of it. `gaps` are open duties in plain words; `begun` what was left unentered."""

    number: str
    scenarios: tuple[ScenarioVm, ...]
    gaps: tuple[str, ...]
    begun: str = ""


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
        self._view, self._case, self._go = view, case, go
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
            lambda akt: _scenarios(akt, desk), done=self._show, failed=self._view.show_problem
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

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

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


def _scenarios(akt: Akt, desk: Desk) -> ScenariosVm:
    tell = teller(akt, names_of(desk))
    today = desk.clock.today().isoformat()
    measures = akt.all(Measure)
    scenarios = akt.all(Scenario)
    shown = [
        ScenarioVm(
            _scenario(tell, at, each), each.record, _answering(tell, measures, each.record, today)
        )
        for at, each in enumerate(scenarios, 1)
    ]
    known = {each.record for each in scenarios}
    loose = [each for each in measures if each.value.scenario not in known]
    if loose:
        told = tuple(_measure(tell, each, today) for each in loose)
        shown.append(ScenarioVm(None, LOOSE, told))
    words = vocabulary.gap_words()
    steps = [step for step in planning.loop_of(akt, today) if step.step in _STEPS]
    gaps = tuple(words[gap] for step in steps for gap in step.gaps)
    return ScenariosVm(cases.number_of(desk, akt.case), tuple(shown), gaps, _begun(akt))


def _begun(akt: Akt) -> str:
    count = len(left_unentered(akt, Scenario)) + len(left_unentered(akt, Measure))
    if not count:
        return ""
    return ngettext("{n} not entered yet", "{n} not entered yet", count).format(n=count)


def _answering(
    tell: Teller, measures: tuple[Recorded[Measure], ...], scenario: RecordId, today: str
) -> tuple[RecordVm, ...]:
    return tuple(_measure(tell, m, today) for m in measures if m.value.scenario == scenario)


def _scenario(tell: Teller, at: int, each: Recorded[Scenario]) -> RecordVm:
    lines = [
        _("{label}: {text}").format(label=label, text=text)
        for label, text in scenario_lines(each.value)
        if text
    ]
    return RecordVm(
        record=each.record,
        heading=_("Scenario {number}").format(number=at),
        text=each.value.what,
        facts=standing_facts(each),
        lines=tuple(lines),
        versions=tell.versions(Scenario, each, describe_scenario),
        has_working=tell.has_working(Scenario, each.record),
    )


def _measure(tell: Teller, each: Recorded[Measure], today: str) -> RecordVm:
    value = each.value
    who = value.who or _("Nobody yet")
    due = value.due or _("no date yet")
    facts = [who, due]
    if value.outcome:
        facts.append(value.outcome)
    return RecordVm(
        record=each.record,
        heading=value.what,
        text="",
        facts=(*facts, *standing_facts(each)),
        states=(*_open_duties(value, today), _status(value)),
        versions=tell.versions(Measure, each, describe_measure),
        has_working=tell.has_working(Measure, each.record),
    )


def _status(measure: Measure) -> StateVm:
    words = vocabulary.measure_statuses()[measure.status]
    return StateVm(words, "done" if measure.status == "done" else "calm")


def _open_duties(measure: Measure, today: str) -> tuple[StateVm, ...]:
    if measure.due and measure.due < today and measure.status not in CLOSED:
        return (StateVm(_("late"), "amber"),)
    if not measure.who or not measure.due:
        return (StateVm(_("left to do"), "amber"),)
    return ()
