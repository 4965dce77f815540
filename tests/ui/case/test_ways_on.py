# SPDX-License-Identifier: EUPL-1.2
"""A damaged akt shows two ways on; a hidden one is first offered to be shown again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from tests.support.desk import Answers
from tests.unit.services.offices import Office
from tests.vault.damage import flip
from workbench.services.jobs import InlineJobs
from workbench.services.removing import erasing
from workbench.ui.case.page import CasePage
from workbench.ui.case.presenter import CasePresenter
from workbench.ui.places import Place
from workbench.ui.writing.open_case import OpenCase


@pytest.fixture
def office(tmp_path: Path):
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


def test_a_damaged_akt_leads_to_what_can_be_read_and_to_a_backup(office: Office, qtbot):
    case = office.begin()
    office.relock()
    flip(office.place.folder / "cases" / f"{case}.db", 20)
    went: list[Place] = []
    akt = OpenCase(InlineJobs(), office.session, case)
    page = CasePage(lambda view: CasePresenter(view, akt, Answers(), went.append))
    qtbot.addWidget(page)
    shown = [w.objectName() for w in page.damaged.findChildren(QPushButton)]
    assert page.damaged.isVisibleTo(page)
    assert shown == ["see-what-can-be-read", "put-case-back"]
    assert page.banner.title.text().startswith("Damaged or missing: a case file.")
    assert page.banner.detail.text().endswith(f"File: cases/{case}.db (VAULT-006)")
    page.damaged.read.click()
    page.damaged.put_back.click()
    assert [(place.page, place.record) for place in went] == [
        ("salvage", None),
        ("salvage", "put-back"),
    ]


def test_a_hidden_akt_is_shown_again_from_its_own_page(office: Office, qtbot):
    case = office.begin()
    erasing.hide(office.akt(case), "fel person")
    akt, answers = OpenCase(InlineJobs(), office.session, case), Answers("rätt person ändå")
    page = CasePage(lambda view: CasePresenter(view, akt, answers, lambda _place: None))
    qtbot.addWidget(page)
    assert page.hidden.isVisibleTo(page)
    page.hidden.show_again.click()
    assert not page.hidden.isVisibleTo(page)
    assert not erasing.is_hidden(office.akt(case))
