# SPDX-License-Identifier: EUPL-1.2
"""Scenarios and measures, decided without a window."""

import pytest

from tests.support.desk import Answers, Bench
from tests.support.writing_views import KeptWriting
from workbench.domain.incidents import Incident
from workbench.domain.measures import DOMAINS, MEASURE_STATUSES, Measure
from workbench.domain.scenarios import Scenario
from workbench.services.loop.planning import MeasureChangedError
from workbench.services.records.akt import Draft
from workbench.ui.places import Place
from workbench.ui.scenarios.presenter import ScenariosPresenter
from workbench.ui.scenarios.telling import LOOSE, ScenariosVm
from workbench.ui.writing import vocabulary


class Kept:
    def __init__(self) -> None:
        self.scenario, self.measure = KeptWriting(), KeptWriting()
        self.vm: ScenariosVm | None = None
        self.scenario_shown = False
        self.measure_under: str | None = None

    def show_scenarios(self, vm: ScenariosVm) -> None:
        self.vm = vm

    def show_scenario_panel(self, *, shown: bool, correcting: bool = False) -> None:
        self.scenario_shown = shown

    def show_measure_panel(self, under) -> None:
        self.measure_under = under

    def show_problem(self, error: Exception) -> None:
        raise error


class Opened:
    def __init__(self, *answers: str) -> None:
        self.bench, self.asks = Bench(), Answers(*answers)
        self.case = self.bench.begin()
        self.sit_down()

    def sit_down(self) -> None:
        self.view = Kept()
        self.presenter = ScenariosPresenter(
            self.view, self.bench.open_case(self.case), self.asks, self.bench.go
        )
        self.presenter.open()

    @property
    def akt(self):
        return self.bench.akt(self.case)

    def scenario(self, what: str = "Han väntar vid förskolan"):
        self.presenter.add_scenario()
        self.presenter.scenario.typed("what", what)
        self.presenter.scenario.enter()
        return next(s.record for s in self.akt.all(Scenario) if s.value.what == what)


@pytest.fixture
def opened() -> Opened:
    return Opened()


def test_a_measure_stands_under_the_scenario_that_it_answers(opened: Opened) -> None:
    record = opened.scenario()
    opened.presenter.add_measure(record)
    assert opened.view.measure_under == record
    for name, text in (("what", "Larm"), ("who", "Alex"), ("due", "20261124")):
        opened.presenter.measure.typed(name, text)
    opened.presenter.measure.enter()
    assert opened.view.measure_under is None
    value = opened.akt.all(Measure)[0].value
    assert value == Measure("Larm", "Alex", "2026-11-24", record, "other", "proposed")
    assert [m.heading for m in opened.view.vm.scenarios[0].measures] == ["Larm"]


def test_what_is_left_to_do_is_said_and_nothing_is_blocked(opened: Opened) -> None:
    record = opened.scenario()
    words = vocabulary.gap_words()
    assert opened.view.vm.gaps == (words["scenario-without-measure"],)
    opened.presenter.add_measure(record)
    opened.presenter.measure.typed("what", "Larm")
    opened.presenter.measure.enter()
    assert opened.view.vm.gaps == (words["measure-without-who"], words["measure-without-when"])
    assert [s.tone for s in opened.view.vm.scenarios[0].measures[0].states] == ["amber", "calm"]


def test_a_measure_past_its_day_is_late_until_it_is_done(opened: Opened) -> None:
    opened.akt.enter(Draft(Measure("Larm", "Alex", "2026-11-21")))
    opened.presenter.refresh()
    loose = opened.view.vm.scenarios[-1]
    assert loose.record == LOOSE
    assert [s.tone for s in loose.measures[0].states] == ["amber", "calm"]
    opened.presenter.change_measure(loose.measures[0].record)
    opened.presenter.measure.typed("status", "done")
    opened.presenter.measure.typed("reason", "levererat")
    opened.presenter.measure.enter()
    assert [s.tone for s in opened.view.vm.scenarios[-1].measures[0].states] == ["done"]


def test_an_unentered_measure_comes_back_under_its_scenario_after_a_lock(opened: Opened) -> None:
    first, second = opened.scenario("ett"), opened.scenario("två")
    opened.presenter.add_measure(second)
    opened.presenter.measure.typed("what", "Larm")
    opened.bench.reopen()
    opened.sit_down()
    assert first != second
    assert opened.view.measure_under == second
    assert opened.view.measure.values["what"] == "Larm"
    opened.presenter.measure.enter()
    assert opened.akt.all(Measure)[0].value.scenario == second


def test_an_unentered_scenario_comes_back_after_a_lock(opened: Opened) -> None:
    opened.presenter.add_scenario()
    opened.presenter.scenario.typed("what", "halv")
    opened.bench.reopen()
    opened.sit_down()
    assert opened.view.scenario_shown
    assert opened.view.scenario.values["what"] == "halv"
    assert opened.view.vm.begun


def test_a_corrected_scenario_keeps_its_measures_and_its_history(opened: Opened) -> None:
    record = opened.scenario()
    opened.akt.enter(Draft(Measure("Larm", "Alex", "2026-11-24", record)))
    opened.presenter.change_scenario(record)
    opened.presenter.scenario.typed("who", "Hans bror")
    opened.presenter.scenario.typed("reason", "Ny uppgift")
    opened.presenter.scenario.enter()
    shown = opened.view.vm.scenarios[0]
    assert len(shown.measures) == 1
    assert len(shown.scenario.versions) == 2


def test_closing_an_empty_panel_asks_nothing(opened: Opened) -> None:
    opened.presenter.add_scenario()
    opened.presenter.scenario.discard()
    assert not opened.view.scenario_shown
    assert opened.akt.all(Scenario) == ()


def test_every_status_and_sort_of_the_domain_has_words() -> None:
    assert tuple(vocabulary.measure_statuses()) == MEASURE_STATUSES
    assert tuple(vocabulary.measure_domains()) == DOMAINS


def test_a_scenario_is_left_without_a_measure_for_a_reason_that_can_be_changed() -> None:
    opened = Opened("Han sitter häktad", "Häktad till den 30")
    record = opened.scenario()
    for because in ("Han sitter häktad", "Häktad till den 30"):
        opened.presenter.leave_without(record)
        assert opened.view.vm.scenarios[0].no_measure.text == because
        assert opened.view.vm.gaps == ()
    assert len(opened.view.vm.scenarios[0].no_measure.versions) == 2


def test_a_decision_is_told_with_its_measure(opened: Opened) -> None:
    opened.akt.enter(Draft(Measure("Larm", "Alex", "2026-11-24", decision="Bistånd",
                                   decided_by="Nämnden", decided_on="2026-11-20")))  # fmt: skip
    opened.presenter.refresh()
    (measure,) = opened.view.vm.scenarios[-1].measures
    assert "Bistånd · Nämnden · 2026-11-20" in measure.lines[-1]
    opened.presenter.change_measure(measure.record)
    assert opened.view.measure.values["decided_by"] == "Nämnden"


def test_what_changed_under_a_scenario_is_told_where_it_stands(opened: Opened) -> None:
    hit = Incident("2026-08-12", "physical", 4, "Knuffad")
    (incident,) = opened.akt.enter(Draft(hit)).records
    opened.akt.enter(Draft(Scenario("a", "b", "c", incidents=(incident,))))
    opened.presenter.refresh()
    assert not opened.view.vm.has_outdated
    opened.akt.enter(Draft(hit, incident))
    opened.presenter.refresh()
    assert opened.view.vm.has_outdated
    shown = opened.view.vm.scenarios[0].scenario
    assert "amber" in [state.tone for state in shown.states]
    assert "2026-08-12" in shown.lines[-1]
    opened.presenter.settle_outdated()
    assert opened.bench.went[-1] == Place("outdated", opened.case)


def test_a_measure_changed_by_somebody_else_is_not_overwritten_and_the_text_is_kept(
    opened: Opened,
) -> None:
    (record,) = opened.akt.enter(Draft(Measure("Larm", "Alex", "2026-11-24"))).records
    opened.presenter.refresh()
    opened.presenter.change_measure(record)
    opened.presenter.measure.typed("who", "Bo")
    opened.presenter.measure.typed("reason", "byte")
    opened.akt.enter(Draft(Measure("Larm och lås", "Alex", "2026-11-24"), record))
    opened.presenter.measure.enter()
    assert isinstance(opened.view.measure.problems[-1], MeasureChangedError)
    opened.sit_down()
    opened.presenter.change_measure(record)
    assert opened.view.measure.values["what"] == "Larm och lås"
    assert opened.view.measure.values["who"] == "Bo"
    opened.presenter.measure.enter()
    (measure,) = opened.akt.all(Measure)
    assert (measure.value.what, measure.value.who, measure.versions) == ("Larm och lås", "Bo", 3)
