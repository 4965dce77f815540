# SPDX-License-Identifier: EUPL-1.2
"""A call, by keyboard: looked through first, then what became of it; the agreed contact is had."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.support.case_pages import calls_page, follow_up_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.support.known_before import write_known
from tests.ui.walk import nameless, reached_by_tab
from workbench.domain.calls import Call
from workbench.domain.interpreters import InterpreterNeed
from workbench.domain.no_contact import NoContact
from workbench.domain.plans import StayPlan
from workbench.domain.subject import SafeContact
from workbench.services.handing_over.outward import LOOKED_THROUGH
from workbench.services.loop.plan_gaps import plan_gaps
from workbench.services.records.akt import Draft

pytestmark = pytest.mark.ui
KEY = Qt.Key


def _texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_call_is_looked_through_made_and_recorded_by_keyboard(qtbot) -> None:
    bench = Bench()
    case = bench.begin("Karin Exempel")
    akt = bench.akt(case)
    write_known(akt)
    akt.enter(Draft(StayPlan("stays", "2026-11-20")))
    page = calls_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    for known in ("Mottagningen, via Exempelby", "Blåbär", "SFI Exempelby", "Refused: Tolk 4711"):
        assert known in _texts(page)
    assert "Karin" not in _texts(page)  # the code word stands there
    hands.tab_to("field-note")
    hands.enter_in_journal()
    assert "Choose what became of it." in _texts(page)
    hands.press(KEY.Key_Space)  # reached
    hands.enter_in_journal()
    assert hands.here is page.look.ticks[LOOKED_THROUGH]
    assert akt.all(Call) == ()
    hands.press(KEY.Key_Space)
    hands.push("enter")
    (call,) = akt.all(Call)
    assert (call.value.reached, call.value.checked) == ("reached", (LOOKED_THROUGH,))
    assert plan_gaps(akt, akt.today()) == ()
    assert not page.look.ticks[LOOKED_THROUGH].isChecked()  # the next call asks again
    assert nameless(page) == []
    assert page.look.known in reached_by_tab(page)


def test_the_code_word_stands_first_on_the_page_until_the_person_could_talk(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    akt.enter(Draft(Call("subject", "2026-11-21", "reached", code_word="given")))
    page = calls_page(bench, case)
    qtbot.addWidget(page)
    page.show()
    assert "The code word was given in the last call" in _texts(page)
    akt.enter(Draft(Call("subject", "2026-11-22", "reached", code_word="not-given")))
    page.refresh()
    assert "The code word was given in the last call" not in _texts(page)


def test_somebody_else_is_named_by_function_and_a_correction_keeps_what_was_ticked(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    page = calls_page(bench, case)
    qtbot.addWidget(page)
    page.show()
    page.call.form.field("to").typed.emit("other")
    assert not page.call.form.field("code_word").isVisible()
    page.call.form.field("reached").typed.emit("reached")
    page.look.ticks[LOOKED_THROUGH].click()
    page.call.enter_pressed.emit()
    assert "Write who was called." in _texts(page)
    page.call.typed.emit("whom", "Barnets mentor")
    page.call.enter_pressed.emit()
    (call,) = akt.all(Call)
    assert (call.value.whom, call.value.code_word) == ("Barnets mentor", "")
    page._calls.correcting.emit(call.record)
    page.call.typed.emit("note", "Ringer tillbaka.")
    page.call.typed.emit("reason", "Glömdes.")
    page.call.enter_pressed.emit()
    (again,) = akt.all(Call)
    assert (again.value.note, again.value.checked) == ("Ringer tillbaka.", (LOOKED_THROUGH,))


@pytest.mark.parametrize(
    "changed",
    [
        NoContact("Skolan", "office", "Gav ut schemat.", "2026-11-20"),
        SafeContact("Bara via mentorn"),
        InterpreterNeed("dari"),
    ],
)
def test_a_tick_holds_only_for_what_was_shown_when_it_was_ticked(qtbot, changed) -> None:
    bench = Bench()
    case = bench.begin()
    page = calls_page(bench, case)
    qtbot.addWidget(page)
    tick = page.look.ticks[LOOKED_THROUGH]
    tick.click()
    page.refresh()
    assert tick.isChecked()
    bench.akt(case).enter(Draft(changed))
    page.refresh()
    assert not tick.isChecked()
    assert page._presenter.looking.checked == ()


def test_the_page_of_dates_leads_to_a_call(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page = follow_up_page(bench, case)
    qtbot.addWidget(page)
    Keyboard(page).push("to-calls")
    assert bench.went[-1].page == "calls"
