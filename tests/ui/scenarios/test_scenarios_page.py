# SPDX-License-Identifier: EUPL-1.2
"""Scenarios and measures by keyboard alone."""

from PySide6.QtCore import QPoint

from tests.support.case_pages import scenarios_page
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless, reached_by_tab
from workbench.domain.measures import Measure
from workbench.domain.scenarios import Scenario


def test_a_scenario_and_the_measure_that_answers_it_by_keyboard(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page = scenarios_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("add-scenario")
    assert hands.here.objectName() == "field-what"
    hands.write("field-what", "Han väntar vid förskolan")
    hands.write("field-who", "Han")
    hands.write("field-against_whom", "Kim")
    hands.enter_in_journal()
    (scenario,) = bench.akt(case).all(Scenario)
    hands.push(f"add-measure-{scenario.record}")
    hands.write("field-what", "Annan hämtning")
    hands.write("field-who", "Alex")
    hands.write("field-due", "2026-11-24")
    hands.enter_in_journal()
    (measure,) = bench.akt(case).all(Measure)
    assert measure.value == Measure("Annan hämtning", "Alex", "2026-11-24", scenario.record)
    assert not page.measure.isVisible()


def test_the_measure_is_written_right_under_its_scenario_and_tab_goes_there(qtbot) -> None:
    bench = Bench()
    page = scenarios_page(bench, filled_case(bench))
    qtbot.addWidget(page)
    page.resize(1166, 2000)
    page.show()
    first = next(w for w in reached_by_tab(page) if w.objectName().startswith("add-measure-"))
    first.click()
    stops = reached_by_tab(page)
    names = [stop.objectName() for stop in stops]
    assert names[names.index(first.objectName()) + 1] == "field-what"
    assert nameless(page) == []
    second = next(n for n in names if n.startswith("add-measure-") and n != first.objectName())
    assert names.index("field-what") < names.index(second)


def test_the_measure_comes_into_sight_when_it_is_begun(qtbot) -> None:
    bench = Bench()
    page = scenarios_page(bench, filled_case(bench))
    qtbot.addWidget(page)
    page.resize(560, 360)
    page.show()
    last = [w for w in reached_by_tab(page) if w.objectName().startswith("add-measure-")][-1]
    last.click()
    qtbot.waitUntil(lambda: 0 <= page.measure.heading.mapTo(page, QPoint(0, 0)).y() < 360)


def test_a_measure_being_written_survives_a_refresh_of_the_page(qtbot) -> None:
    bench = Bench()
    page = scenarios_page(bench, filled_case(bench))
    qtbot.addWidget(page)
    hands = Keyboard(page)
    first = next(w for w in reached_by_tab(page) if w.objectName().startswith("add-measure-"))
    hands.push(first.objectName())
    hands.write("field-what", "Larm")
    page.refresh()
    assert page.measure.isVisible()
    assert hands.here.objectName() == "field-what"
    hands.write("field-what", " nu")
    hands.enter_in_journal()
    assert "Larm nu" in [m.value.what for m in bench.akt(page._presenter._case.case).all(Measure)]
