# SPDX-License-Identifier: EUPL-1.2
"""Scenarios and measures, decided without a window."""

import pytest

from tests.support.desk import Answers, Bench
from tests.support.writing_views import KeptWriting
from workbench.domain.measures import DOMAINS, MEASURE_STATUSES, Measure
from workbench.domain.scenarios import Scenario
from workbench.services.akt import Draft
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
    def __init__(self) -> None:
        self.bench = Bench()
        self.case = self.bench.begin()
        self.sit_down()

    def sit_down(self) -> None:
        self.view = Kept()
        self.presenter = ScenariosPresenter(
            self.view, self.bench.open_case(self.case), Answers(), self.bench.go
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
