# SPDX-License-Identifier: EUPL-1.2
"""An older copy of an akt: named, read on request, and nothing can be written in it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.support.desk import Answers
from tests.unit.services.offices import Office
from workbench.domain.ids import CaseId
from workbench.domain.subject import Note
from workbench.services.jobs import InlineJobs
from workbench.services.person.whom import write_note
from workbench.ui.case.page import CasePage
from workbench.ui.case.presenter import CasePresenter
from workbench.ui.journal.page import JournalPage
from workbench.ui.journal.presenter import JournalPresenter
from workbench.ui.places import Place
from workbench.ui.register.page import RegisterPage
from workbench.ui.register.presenter import RegisterPresenter
from workbench.ui.writing.open_case import OpenCase


def nowhere(_place: Place) -> None:
    raise AssertionError("nobody goes anywhere")


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


@pytest.fixture
def older(office: Office) -> CaseId:
    """An akt of which an earlier state lies in its place."""
    case = office.begin()
    write_note(office.akt(case), Note("Hon ringde."))
    office.relock()
    path = next((office.place.folder / "cases").glob("*.db"))
    before = path.read_bytes()
    write_note(office.akt(case), Note("Hon ringde igen."))
    office.session.put_away()
    path.write_bytes(before)
    return case


def opened(office: Office, case: CaseId) -> OpenCase:
    return OpenCase(InlineJobs(), office.session, case)


def case_page(akt: OpenCase) -> CasePage:
    return CasePage(lambda view: CasePresenter(view, akt, Answers(), nowhere))


def visible(page, kind) -> list[str]:
    return [w.text() for w in page.findChildren(kind) if w.isVisibleTo(page)]


def test_it_is_named_with_its_file_and_a_way_to_read_it(qtbot, office, older):
    page = case_page(opened(office, older))
    qtbot.addWidget(page)
    page.show()
    assert page.banner.title.text().startswith("This is an older copy")
    assert f"cases/{older}.db" in page.banner.detail.text()
    assert "Read without changing" in visible(page, QPushButton)


def test_what_is_not_read_yet_is_not_told_as_if_there_were_nothing(qtbot, office, older):
    page = case_page(opened(office, older))
    qtbot.addWidget(page)
    page.show()
    assert not [text for text in visible(page, QLabel) if text.startswith("Not agreed yet")]
    assert "Journal" not in visible(page, QPushButton)
    page.banner.acted.emit()
    assert "Journal" in visible(page, QPushButton)


def test_it_is_read_and_no_way_leads_to_writing(qtbot, office, older):
    akt = opened(office, older)
    page = case_page(akt)
    qtbot.addWidget(page)
    page.show()
    page.findChild(QPushButton, "banner-action").click()
    assert akt.is_only_read
    assert "An older copy: it can be read, and nothing written in it." in visible(page, QLabel)
    ways = [
        button.objectName()
        for button in page.ways.findChildren(QPushButton)
        if button.isVisibleTo(page)
    ]
    assert "way-journal" in ways
    assert not {"way-incidents", "way-scenarios", "way-print", "way-seal"} & set(ways)
    assert not page.findChild(QPushButton, "change-subject").isVisibleTo(page)
    assert not page.findChild(QPushButton, "change-contact").isVisibleTo(page)


def test_its_journal_is_read_without_a_field_to_write_in(qtbot, office, older):
    akt = opened(office, older)
    office.session.only_read(older)
    page = JournalPage(lambda view: JournalPresenter(view, akt, Answers(), nowhere))
    qtbot.addWidget(page)
    page.show()
    assert "Hon ringde." in visible(page, QLabel)
    assert "Hon ringde igen." not in visible(page, QLabel)
    assert not page.note.isVisibleTo(page)
    assert not [b for b in page.findChildren(QPushButton) if b.objectName().startswith("change-")]


def test_a_register_that_may_be_behind_says_so_in_the_list(qtbot, office: Office):
    case = office.begin()
    office.desk.vault.announce(case)
    page = RegisterPage(lambda view: RegisterPresenter(view, InlineJobs(), office.session, nowhere))
    qtbot.addWidget(page)
    assert page.table.rows.index(0, 2).data() == "may be out of date"


def test_a_note_after_the_clock_went_back_is_marked_and_stands_where_it_was_entered(
    qtbot, office: Office
):
    case = office.begin()
    office.place.clock.step(days=-3)
    write_note(office.akt(case), Note("Klockan är fel."))
    akt = opened(office, case)
    page = JournalPage(lambda view: JournalPresenter(view, akt, Answers(), nowhere))
    qtbot.addWidget(page)
    page.show()
    assert any(text.endswith("the clock had gone back") for text in visible(page, QLabel))


def test_the_file_underneath_is_not_changed_by_reading(office, older):
    path = next(Path(office.place.folder / "cases").glob("*.db"))
    before = path.read_bytes()
    office.session.only_read(older)
    office.session.akt(older)
    office.session.put_away()
    assert path.read_bytes() == before
