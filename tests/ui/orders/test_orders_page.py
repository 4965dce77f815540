# SPDX-License-Identifier: EUPL-1.2
"""Orders and alarms by keyboard alone, and as they are read aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.case_pages import orders_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.support.protected_case import AREAS, protected_case
from tests.ui.walk import controls, nameless, reached_by_tab
from workbench.domain.orders import Alarm, OrderBreach, OrderExtension, RestrainingOrder
from workbench.services.records import working
from workbench.services.records.akt import Draft
from workbench.ui.orders.page import OrdersPage
from workbench.ui.orders.telling import tell_orders
from workbench.ui.places import Place


def _open(qtbot, bench: Bench, case) -> OrdersPage:
    page = orders_page(bench, case)
    qtbot.addWidget(page)
    return page


def _seen(page) -> str:
    labels = [each for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    return "\n".join(each.text() for each in labels)


def test_an_order_is_written_by_keyboard_and_its_text_of_law_stands_beside_it(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push("add-order")
    assert hands.here.objectName() == "field-kind"
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert "As of 2025-09-01, to be checked" in _seen(page)
    hands.write("field-against", "Sam")
    hands.push("choice-granted")
    hands.write("field-begins", "2026-11-01")
    hands.write("field-ends", "2027-11-02")
    page.flush()
    assert "Longer than the text says" in _seen(page)
    hands.enter_in_journal()
    (order,) = bench.akt(case).all(RestrainingOrder)
    assert (order.value.kind, order.value.against, order.value.ends) == (
        "no_contact", "Sam", "2027-11-02",
    )  # fmt: skip
    assert order.value.law == "no_contact@2025-09-01"
    assert hands.here.objectName() == "add-order"


def test_a_shared_home_is_not_extended_too_far_and_what_was_typed_stays(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    order = RestrainingOrder(
        "shared_home", "Sam", decision="granted", begins="2026-10-20", ends="2026-12-20"
    )
    record = akt.enter(Draft(order)).records[0]
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push(f"add-extension-{record}")
    hands.write("field-ends", "2027-01-04")
    hands.enter_in_journal()
    assert akt.all(OrderExtension) == ()
    assert "2027-01-03" in _seen(page)
    assert page.panels["extension"].isVisible()
    hands.tab_to("field-ends")
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.write("field-ends", "2027-01-03")
    hands.enter_in_journal()
    (made,) = akt.all(OrderExtension)
    assert (made.value.order, made.value.ends) == (record, "2027-01-03")


def test_areas_are_out_of_sight_until_asked_for(qtbot) -> None:
    bench = Bench()
    case, order = protected_case(bench)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    assert AREAS not in _seen(page)
    card = page._cards[order]
    fold = next(b for b in controls(card) if b.accessibleName().startswith("Show the areas"))
    fold.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert AREAS in _seen(page)
    page.refresh()
    assert AREAS not in _seen(page)


def test_an_alarm_number_is_said_to_have_no_position(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push("add-alarm")
    for _step in range(2):
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert "does not tell the police where she is" in _seen(page)
    hands.enter_in_journal()
    (alarm,) = bench.akt(case).all(Alarm)
    assert alarm.value.kind == "alarm_number"
    assert "does not tell the police where she is" in _seen(page)


@pytest.mark.parametrize(("until", "warns"), [("", 1), ("2026-11-23", 1), ("2026-11-22", 0)])
def test_an_alarm_number_warns_until_the_day_it_is_handed_back(until: str, warns: int) -> None:
    bench = Bench()
    akt = bench.akt(bench.begin())
    akt.enter(Draft(Alarm("alarm_number", "2026-06-01", until=until)))
    (told,) = tell_orders(akt, bench.session.desk).alarms
    assert len(told.lines) == warns


def test_a_breach_is_one_key_from_an_incident(qtbot) -> None:
    bench = Bench()
    case, order = protected_case(bench)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push(f"add-breach-{order}")
    hands.write("field-day", "2026-11-21")
    hands.write("field-what", "Ringde 14 ganger")
    hands.enter_in_journal()
    breach = bench.akt(case).all(OrderBreach)[-1]
    assert (breach.value.order, breach.value.reported) == (order, "unknown")
    hands.push(f"incident-of-{breach.record}")
    assert bench.went == [Place("incidents", case)]
    (begun,) = [each for each in working.unentered(bench.akt(case)) if each.kind == "incident"]
    assert working.fields_of(bench.akt(case), "incident", begun.record)["day"] == "2026-11-21"


def test_what_was_half_typed_stands_open_again(qtbot) -> None:
    bench = Bench()
    case, order = protected_case(bench)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push(f"add-breach-{order}")
    hands.write("field-what", "Han kom")
    page.flush()
    again = _open(qtbot, bench, case)
    Keyboard(again)
    assert again.panels["breach"].isVisible()
    assert again.panels["breach"].form.field("what").text() == "Han kom"


def test_every_control_has_a_name_and_is_reached_also_while_writing(qtbot) -> None:
    bench = Bench()
    case, order = protected_case(bench)
    page = _open(qtbot, bench, case)
    page.show()
    for part in ("order", "extension", "breach", "alarm", "police"):
        page._presenter.add(part, order if part in ("extension", "breach") else "")
        assert nameless(page) == []
        stops = reached_by_tab(page)
        assert [c.objectName() for c in controls(page) if c.isVisible() and c not in stops
                and c.focusPolicy() & Qt.FocusPolicy.TabFocus and c.focusProxy() is None] == []  # fmt: skip
