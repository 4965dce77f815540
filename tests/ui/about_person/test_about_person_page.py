# SPDX-License-Identifier: EUPL-1.2
"""The page about the person by keyboard: who it is, which akter belong together, who knows whom."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.support.case_pages import about_person_page, case_page, told_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.unit.services.test_file_links import Seen
from workbench.domain.access import Setting
from workbench.domain.acquaintance import Acquaintance
from workbench.domain.file_links import FileLink
from workbench.domain.reserve_numbers import reserve_number
from workbench.domain.subject import Subject
from workbench.services.akter import file_links
from workbench.services.handing_over import outward
from workbench.services.house.settings import ASK_ACQUAINTANCE
from workbench.services.person.whom import set_subject, subject_of
from workbench.services.records.akt import Draft
from workbench.ui.places import Place

pytestmark = pytest.mark.ui
NUMBER = "19900101-0009"


def _told(page: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _seated(qtbot, *answers, name: str = ""):
    bench = Bench()
    case = bench.begin(name)
    page = about_person_page(bench, case, *answers)
    qtbot.addWidget(page)
    return bench, case, page, Keyboard(page)


def test_an_unknown_person_gets_a_reserve_number_and_a_number_later_by_keyboard(qtbot) -> None:
    bench, case, page, hands = _seated(qtbot)
    hands.push("turn-identity")
    hands.push("reserve-number")
    reserve = reserve_number(case)
    assert reserve in _told(page)
    assert not page.sections["identity"].reserve.isVisible()
    hands.push("change-identity")
    hands.write("field-personal_number", NUMBER)
    hands.enter_in_journal()
    assert "Write why the reserve number" in _told(page)
    hands.write("field-reason", "pass visat")
    hands.enter_in_journal()
    assert subject_of(bench.akt(case)).personal_number == NUMBER
    assert f"{reserve} was joined to {NUMBER}" in _told(page)
    assert "pass visat" in _told(page)


def test_a_doubt_stands_under_its_field_while_it_is_written_and_stops_nothing(qtbot) -> None:
    bench, case, page, hands = _seated(qtbot)
    other = bench.begin()
    set_subject(bench.akt(other), Subject("Kim Påhittad", NUMBER))
    number = bench.vault.own.row(other).number
    hands.push("turn-identity")
    hands.push("change-identity")
    hands.write("field-name", "Kim Påhittad")
    hands.write("field-personal_number", NUMBER)
    page.flush()
    assert f"The same number stands in case file {number}" in _told(page)
    hands.enter_in_journal()
    assert subject_of(bench.akt(case)).personal_number == NUMBER
    overview = case_page(bench, case)
    qtbot.addWidget(overview)
    (looked,) = [each for each in overview._vm.left if each.title == "Look at the identity"]
    assert f"The same number stands in case file {number}" in looked.caption
    assert looked.place == Place("about-person", case, "identity")


def test_a_number_in_somebody_elses_akt_looks_as_one_in_nobodys(qtbot) -> None:
    shown = []
    for is_there in (True, False):
        bench, case, page, hands = _seated(qtbot)
        other = bench.begin()
        if is_there:
            set_subject(bench.akt(other), Subject("Kim Påhittad", NUMBER))
        bench.vault.own = seen = Seen(bench.vault.own)
        seen.closed.add(other)
        hands.push("turn-identity")
        hands.push("change-identity")
        hands.write("field-personal_number", NUMBER)
        page.flush()
        shown.append(_told(page).replace(case, ""))
    assert shown[0] == shown[1]


def test_akter_are_linked_hidden_and_shown_again_by_keyboard(qtbot) -> None:
    bench, case, page, hands = _seated(qtbot, "en begäran om insyn", "klart")
    other = bench.begin("Lo Låtsas")
    number = bench.vault.own.row(other).number
    page.refresh()
    hands.push("turn-links")
    hands.write("link-number", number)
    page.sections["links"].relation.setCurrentIndex(2)
    hands.push("link")
    assert f"Child: case file {number}" in _told(page)
    assert len(bench.akt(other).all(FileLink)) == 1
    hands.push("turn-link-0")
    assert f"case file {number}" not in _told(page)
    hands.push("hidden-links")
    assert f"Child: case file {number}" in _told(page)
    hands.push("turn-link-0")
    hands.push("open-link-0")
    assert bench.went == [Place("case", other)]
    reasons = [each.value.reason for each in bench.akt(case).all(FileLink)]
    assert reasons == ["klart"]


def test_what_cannot_be_linked_is_told_calmly(qtbot) -> None:
    bench, case, page, hands = _seated(qtbot)
    hands.push("turn-links")
    hands.push("link")
    assert "Write the number of the other case file." in _told(page)
    page.sections["links"].relation.setCurrentIndex(1)
    for number, code in ((bench.vault.own.row(case).number, "PERSON-005"), ("9", "PERSON-006")):
        page.sections["links"].number.show_text(number)
        hands.push("link")
        assert code in _told(page)


def test_a_link_to_an_akt_that_may_not_be_opened_leaves_the_page_as_it_was(qtbot) -> None:
    bench, case, page, hands = _seated(qtbot)
    other = bench.begin("Lo Låtsas")
    hands.push("turn-links")
    before = _told(page)
    file_links.link(bench.session.desk, bench.akt(case), other, "child")
    bench.vault.own = seen = Seen(bench.vault.own)
    seen.closed.add(other)
    page.refresh()
    assert _told(page) == before


def test_in_a_small_place_one_is_asked_once_and_answers_by_keyboard(qtbot) -> None:
    bench, case, page, hands = _seated(qtbot)
    bench.session.desk.house.enter(Draft(Setting(ASK_ACQUAINTANCE.name, "yes")))
    overview = case_page(bench, case)
    qtbot.addWidget(overview)
    at_hand = Keyboard(overview)
    assert overview._vm.left[0].title == "Do you know anybody in this case file?"
    at_hand.push("row-left-0")
    assert bench.went == [Place("about-person", case, "conflict")]
    hands = Keyboard(page)
    page.go("conflict")
    assert hands.here.objectName() == "turn-conflict"
    hands.push("answer-conflict")
    page.sections["conflict"].panel.form.field("knows").focus_first()
    page.sections["conflict"].panel.typed.emit("knows", "no")
    hands.enter_in_journal()
    assert [each.value.knows for each in bench.akt(case).all(Acquaintance)] == ["no"]
    assert "You answered: No" in _told(page)
    overview.refresh()
    assert "Do you know anybody in this case file?" not in repr(overview._vm.left)


def test_after_a_lock_the_same_sections_lie_open(qtbot) -> None:
    bench, case, page, hands = _seated(qtbot)
    hands.push("turn-links")
    hands.push("turn-kept")
    assert page.place() == "links kept"
    again = about_person_page(bench, case)
    qtbot.addWidget(again)
    again.go(page.place())
    assert again.place() == "links kept"
    Keyboard(again).push("to-kept")
    assert bench.went == [Place("personal-file", case)]


def test_before_anything_leaves_the_doubts_are_told_and_stop_nothing(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    set_subject(bench.akt(case), Subject("Kim Påhittad", "19900101-0018"))
    page = told_page(bench, case)
    qtbot.addWidget(page)
    page.show()
    assert "The last digit does not fit" in _told(page)
    hands = Keyboard(page)
    hands.push(f"tick-{outward.LOOKED_THROUGH}")
    assert page._presenter.looking.is_ready()
