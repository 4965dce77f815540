# SPDX-License-Identifier: EUPL-1.2
"""Scenarios and measures by keyboard alone."""

from PySide6.QtCore import QPoint, Qt

from tests.support.case_pages import scenarios_page
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from tests.support.honour_case import HonourCase
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless, reached_by_tab
from workbench.domain.measures import Measure
from workbench.domain.scenarios import Scenario
from workbench.domain.worksheets import FactorRef


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


def test_what_a_scenario_rests_on_is_chosen_from_lists_and_taken_away_by_keys(qtbot) -> None:
    case = HonourCase()
    page = scenarios_page(case.bench, case.case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("add-scenario")
    hands.write("field-what", "Hon hotas på skolgården")
    hands.write("field-likelihood", "70 %")
    hands.enter_in_journal()
    assert hands.here.objectName() == "field-likelihood"  # told where, nothing entered
    assert len(case.akt.all(Scenario)) == 1
    hands.here.selectAll()
    hands.write("field-likelihood", "medel")
    for name, downs in (("factors", 3), ("incidents", 1), ("factors", 1)):
        hands.tab_to(f"field-{name}-list")
        hands.press(Qt.Key.Key_Down)  # opens it: nothing is chosen on the way
        view = page.scenario.form.field(name).list.view()
        for _down in range(downs):
            qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Return)
    drops = [w.objectName() for w in reached_by_tab(page) if w.objectName().startswith("drop-")]
    assert drops == [f"drop-{case.record}/{item}" for item in ("t3", "t1")] + [
        f"drop-{case.incident}"
    ]
    hands.push(drops[1])
    hands.enter_in_journal()
    new = case.akt.all(Scenario)[-1].value
    assert (new.likelihood, new.factors) == ("medel", (FactorRef(case.record, "t3"),))
    assert new.incidents == (case.incident,)
    assert nameless(page) == []
