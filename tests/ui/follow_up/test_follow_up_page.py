# SPDX-License-Identifier: EUPL-1.2
"""The dates of an akt by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.support.case_pages import follow_up_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.support.protected_case import protected_case
from tests.ui.walk import nameless
from workbench.domain.deadlines import Deadline, ReviewDate
from workbench.domain.triggers import ReassessmentTrigger
from workbench.services.law import deadline_rules, law_files
from workbench.services.loop import deadlines
from workbench.ui.follow_up.page import FollowUpPage
from workbench.ui.places import Place


def _open(qtbot, bench: Bench, case) -> FollowUpPage:
    page = follow_up_page(bench, case)
    qtbot.addWidget(page)
    return page


def _seen(page: QWidget) -> str:
    labels = [each for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    return "\n".join(each.text() for each in labels)


def _key(bench: Bench, case, what: str) -> str:
    found = [d for d in deadlines.open_deadlines(bench.akt(case)) if d.what == what]
    return found[0].record or found[0].key


def test_a_call_before_an_order_ends_is_marked_done_by_keyboard(qtbot) -> None:
    bench = Bench()
    case, _order = protected_case(bench)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push(f"change-{_key(bench, case, 'order-contact')}")
    assert "The restraining order ends soon" in page.panels["settle"].heading.text()
    hands.push("choice-done")
    hands.write("field-words", "Hon vill att vi ringer igen")
    hands.enter_in_journal()
    told = bench.akt(case).all(Deadline)[-1].value
    assert (told.rule, told.done_on, told.outcome) == (
        "order-contact@2025-09-01", "2026-11-22", "Hon vill att vi ringer igen",
    )  # fmt: skip
    assert told.answers.startswith("order-contact:")
    whats = [each.what for each in deadlines.open_deadlines(bench.akt(case))]
    assert whats.count("order-contact") == 1, "the one of the shared home still waits"


def test_a_date_is_moved_with_a_reason_and_not_without(qtbot) -> None:
    bench = Bench()
    case, _order = protected_case(bench)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push(f"change-{_key(bench, case, 'implementation-plan')}")
    hands.tab_to("choice-done")
    hands.press(Qt.Key.Key_2)
    hands.tab_to("field-day")
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.write("field-day", "2026-12-10")
    hands.enter_in_journal()
    assert "Write why." in _seen(page)
    hands.write("field-words", "Vantar pa tolk")
    hands.enter_in_journal()
    (moved,) = [e for e in bench.akt(case).all(Deadline) if e.value.due == "2026-12-10"]
    assert (moved.value.moved_because, moved.versions) == ("Vantar pa tolk", 3)


def test_what_a_measure_says_is_settled_where_the_measure_is(qtbot) -> None:
    bench = Bench()
    case, _order = protected_case(bench)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push(f"change-{_key(bench, case, 'measure')}")
    assert bench.went == [Place("scenarios", case)]


def test_an_own_date_and_a_reason_for_a_new_assessment(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push("add-date")
    hands.write("field-day", "2026-12-24")
    hands.write("field-what", "Ring mormor")
    hands.enter_in_journal()
    hands.push("add-trigger")
    hands.tab_to("field-kind")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.write("field-day", "2026-11-21")
    hands.enter_in_journal()
    akt = bench.akt(case)
    assert [each.value for each in akt.all(ReviewDate)] == [ReviewDate("2026-12-24", "Ring mormor")]
    assert akt.all(ReassessmentTrigger)[0].value.day == "2026-11-21"
    days = [(each.what, each.day) for each in deadlines.open_deadlines(akt)]
    assert days == [("assessment-after-trigger", "2026-11-24"), ("review-date", "2026-12-24")]
    assert "Ring mormor" in _seen(page)


def test_late_is_said_in_a_word_and_texts_say_their_age(qtbot) -> None:
    bench = Bench()
    case, _order = protected_case(bench)
    deadlines.start(bench.akt(case), deadline_rules.rules()["preliminary-assessment"], "2026-11-01")
    page = _open(qtbot, bench, case)
    page.show()
    seen = _seen(page)
    assert "Late" in seen
    assert "As of 2025-09-01, to be checked · 14 months old" in seen
    assert "The texts of law here are more than a year old." in seen


def test_without_texts_the_page_says_so_and_keeps_every_date(qtbot, tmp_path, monkeypatch) -> None:
    bench = Bench()
    case, _order = protected_case(bench)
    before = len(deadlines.open_deadlines(bench.akt(case)))
    monkeypatch.setattr(law_files, "resource", lambda *_parts: tmp_path)
    page = _open(qtbot, bench, case)
    page.show()
    assert "Text is missing" in _seen(page)
    assert len(deadlines.open_deadlines(bench.akt(case))) == before


def test_what_was_half_said_of_a_date_stands_open_again(qtbot) -> None:
    bench = Bench()
    case, _order = protected_case(bench)
    page = _open(qtbot, bench, case)
    hands = Keyboard(page)
    hands.push(f"change-{_key(bench, case, 'order-contact')}")
    hands.write("field-words", "Hon svarade inte")
    page.flush()
    again = _open(qtbot, bench, case)
    Keyboard(again)
    assert again.panels["settle"].isVisible()
    assert again.panels["settle"].form.field("words").text() == "Hon svarade inte"
    assert nameless(again) == []
