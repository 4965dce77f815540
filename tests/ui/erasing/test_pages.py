# SPDX-License-Identifier: EUPL-1.2
"""The pages about hiding and removing in a window: by keyboard, named, and with no secret left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.shots.of_erasing import alone, together
from tests.support.desk import Answers
from tests.ui.walk import nameless, reached_by_tab
from tests.unit.services.offices import Office
from tests.vault.seating import SECOND_PASSPHRASE, seat_second
from workbench.app.outside import outside
from workbench.domain.subject import Note
from workbench.services.jobs import InlineJobs
from workbench.services.records.akt import Draft
from workbench.ui.case_erasing.page import CaseErasingPage
from workbench.ui.case_erasing.presenter import CaseErasingPresenter
from workbench.ui.erasing.page import HouseErasingPage
from workbench.ui.erasing.presenter import HouseErasingPresenter
from workbench.ui.writing.open_case import OpenCase

YES = True


def shown(qtbot, page: QWidget):
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def case_page(qtbot, office: Office, case: str, *answers: bool) -> CaseErasingPage:
    opened = OpenCase(InlineJobs(), office.session, case)
    page = CaseErasingPage(
        lambda view: CaseErasingPresenter(view, opened, Answers(*answers), lambda _place: None)
    )
    return shown(qtbot, page)


def typed(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.insert(text)  # QTest types no ä


@pytest.mark.parametrize("way", ["", "hide", "part", "whole"])
def test_everything_has_a_name_and_is_reached_by_tab(qtbot, way):
    office, case = together()
    page = case_page(qtbot, office, case)
    page.go(way)
    assert nameless(page) == []
    reached = reached_by_tab(page)
    buttons = {"hide": "hide", "part": "purge", "whole": "erase"}
    assert way == "" or any(widget.objectName() == buttons[way] for widget in reached)


def test_the_page_of_the_house_has_names_and_is_reached_by_tab(qtbot):
    office, _case = together()
    given = (InlineJobs(), office.session, Answers(), lambda _place: None)
    beyond = outside(office.desk, lambda _phrase: None)
    page = shown(qtbot, HouseErasingPage(lambda view: HouseErasingPresenter(view, *given, beyond)))
    page.erased.rows._buttons[0].click()
    assert page.certificate.isVisibleTo(page)
    assert nameless(page) == []
    names = {widget.objectName() for widget in reached_by_tab(page)}
    assert {"copy", "save-certificate"} <= names


def test_when_it_is_done_the_focus_stays_on_the_page(qtbot):
    office, case = together()
    page = case_page(qtbot, office, case)
    page.go("hide")
    typed(page.hiding.findChild(QLineEdit, "hide-reason"), "flyttat")
    page.hiding.findChild(QWidget, "hide").click()
    assert page.banner.title.text() == "The case file is hidden."
    assert "Disposal" in page.banner.detail.text()
    assert page.focusWidget() is not None
    assert page.focusWidget().isVisibleTo(page)


def test_a_part_is_removed_with_a_colleague_and_no_secret_stays(qtbot, tmp_path):
    office = Office(tmp_path / "office")
    seat_second(office.place, office.desk.vault)
    case = office.begin("Vera Exempel")
    office.akt(case).enter(Draft(Note("Hon bor hos sin syster")))
    page = case_page(qtbot, office, case, YES)
    page.go("part")
    (note, _subject) = page.part.records._ticks.values()
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Space)
    ground = page.part.grounds._choices._buttons[0]
    ground.click()
    page.part.grounds.checked.click()  # the texts are more than a year old
    typed(page.part.reason, "fel akt")
    typed(page.part.who.place, "2")
    typed(page.part.who.passphrase, SECOND_PASSPHRASE)
    page.part.go_button.click()
    assert office.akt(case).all(Note) == ()
    assert page.banner.isVisibleTo(page)
    fields = page.findChildren(QLineEdit)
    assert all(SECOND_PASSPHRASE not in field.text() for field in fields)
    office.session.close()


def test_what_is_missing_is_told_where_it_is_missing_and_takes_the_focus(qtbot):
    office, case = together()
    page = case_page(qtbot, office, case)
    page.go("whole")
    page.whole.go_button.click()
    (first, *others) = page.whole.questions._asked.values()
    assert page.missing.isVisibleTo(page)
    assert page.focusWidget() is first.first()
    for asked in (first, *others):
        next(b for b in asked._buttons if b.choice.code == "no").click()
    if page.whole.seen.isVisibleTo(page):
        page.whole.seen.click()
    page.whole.grounds._choices._buttons[0].click()
    page.whole.grounds.checked.click()
    page.whole.go_button.click()
    assert page.focusWidget() is page.whole.reason
    typed(page.whole.reason, "beslut")
    page.whole.go_button.click()
    assert page.focusWidget() is page.whole.who.place
    assert "user number" in page.missing.title.text()


def test_a_lock_empties_what_a_colleague_typed(qtbot):
    office, case = together()
    page = case_page(qtbot, office, case)
    page.go("whole")
    typed(page.whole.who.passphrase, "en lösenfras")
    page.flush()
    assert page.whole.who.passphrase.text() == ""


def test_the_only_user_is_not_asked_for_a_colleague(qtbot):
    office, case = alone()
    page = case_page(qtbot, office, case)
    page.go("whole")
    assert not page.whole.who.passphrase.isVisibleTo(page)
    assert page.whole.back_button.isVisibleTo(page)
