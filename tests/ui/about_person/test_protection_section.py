# SPDX-License-Identifier: EUPL-1.2
"""Protected personal details on the page about the person: by keyboard alone."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.support.case_pages import about_person_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless, reached_by_tab
from workbench.domain.arrivals import ArrivedTogether
from workbench.domain.ids import RecordId, UserId
from workbench.domain.protected_identity import HiddenDetail, ProtectedIdentity
from workbench.domain.subject import Subject
from workbench.services.person import protection_view
from workbench.services.records.akt import Draft
from workbench.ui.about_person.page import AboutPersonPage
from workbench.ui.places import Place

pytestmark = pytest.mark.ui


def _texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _opened(qtbot, bench: Bench, case) -> tuple[AboutPersonPage, Keyboard]:
    page = about_person_page(bench, case, "Hon har flyttat.")
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("turn-protection")
    return page, hands


def test_that_nobody_has_asked_is_told_as_no_answer(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page, hands = _opened(qtbot, bench, case)
    assert "Nothing is noted about protected personal details." in _texts(page)
    page.sections["protection"].level.form.field("protected_as").typed.emit("none")
    hands.write("field-since", "2026-11-01")
    hands.enter_in_journal()
    assert "Nothing is noted about" not in _texts(page)


def test_a_level_and_a_hidden_detail_are_written_and_told_without_the_words(qtbot) -> None:
    bench = Bench()
    case = bench.begin("Vera Exempel")
    akt = bench.akt(case)
    page, hands = _opened(qtbot, bench, case)
    section = page.sections["protection"]
    hands.write("field-since", "2026-11-01")
    hands.enter_in_journal()
    assert "Choose the level." in _texts(page)
    section.level.form.field("protected_as").typed.emit("secrecy_marking")
    hands.write("field-review_on", "2027-10-01")
    hands.enter_in_journal()
    (known,) = akt.all(ProtectedIdentity)
    assert (known.value.protected_as, known.value.review_on) == ("secrecy_marking", "2027-10-01")
    hands.push("add-hidden")
    section.row.form.field("kind").typed.emit("school")
    hands.write("field-place", "Tallkottsskolan")
    hands.enter_in_journal()
    (detail,) = akt.all(HiddenDetail)
    assert (detail.value.kind, detail.value.place) == ("school", "Tallkottsskolan")
    assert "Secrecy marking · 1 hidden detail" in _texts(page)
    assert "Tallkottsskolan" not in _texts(page)
    hands.push("hidden-details")
    assert "Tallkottsskolan" in _texts(page)
    hands.push("turn-protection")
    assert "Tallkottsskolan" not in _texts(page)
    hands.push("turn-protection")
    hands.push(f"end-{detail.record}")
    assert akt.all(HiddenDetail) == ()
    assert protection_view.protection(akt).known == ()


def test_an_assumed_identity_is_refused_where_a_tie_stands(qtbot) -> None:
    bench = Bench()
    child = bench.begin("Ett Barn", "2026-0009")
    case = bench.begin("Vera Exempel")
    bench.akt(case).enter(Draft(ArrivedTogether(child)))
    page, hands = _opened(qtbot, bench, case)
    page.sections["protection"].level.form.field("protected_as").typed.emit("assumed_identity")
    hands.write("field-decided_by", "Polismyndigheten")
    hands.enter_in_journal()
    assert "PROTECT-003" in page.banner.detail.text()
    assert bench.akt(case).all(ProtectedIdentity) == ()


def test_each_child_is_prompted_in_an_akt_of_its_own_and_gets_nothing_copied(qtbot) -> None:
    bench = Bench()
    child = bench.begin("Ett Barn", "2026-0009")
    case = bench.begin("Vera Exempel")
    bench.akt(case).enter(Draft(ArrivedTogether(child)))
    _page, hands = _opened(qtbot, bench, case)
    hands.push("child-2026-0009")
    assert bench.went == [Place("about-person", child, RecordId("protection"))]
    assert protection_view.level_of(bench.akt(child)) == "none"


def test_who_has_access_and_is_not_named_is_told(qtbot) -> None:
    bench = Bench()
    case = bench.begin("Vera Exempel")
    named = ProtectedIdentity("secrecy_marking", who_may_see=(UserId("f" * 64),))
    bench.akt(case).enter(Draft(named))
    page, hands = _opened(qtbot, bench, case)
    assert "Has access without being named: Alex Nattpass." in _texts(page)
    hands.push("to-access")
    assert bench.went == [Place("case-access", case)]
    assert nameless(page) == []
    assert {"add-hidden", "to-access", "field-since"} <= {
        each.objectName() for each in reached_by_tab(page)
    }


def test_a_protected_identity_without_a_level_says_how_strictly_it_is_kept(qtbot) -> None:
    bench = Bench()
    case = bench.begin("Vera Exempel")
    akt = bench.akt(case)
    found = akt.all(Subject)[0]
    akt.enter(Draft(Subject("Vera Exempel", identity="protected"), found.record))
    page, _hands = _opened(qtbot, bench, case)
    assert "Level not stated" in _texts(page)
    assert "as strictly as protected population registration" in _texts(page)
