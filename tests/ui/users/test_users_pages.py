# SPDX-License-Identifier: EUPL-1.2
"""The pages about users and access as a person uses them: by keyboard, on a real vault."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.desk import Answers
from tests.ui.walk import nameless
from tests.unit.services.offices import Office
from tests.vault.making import CHEAP
from workbench.services.house import access
from workbench.services.house.access import NewColleague
from workbench.services.jobs import InlineJobs
from workbench.ui.case_access.page import CaseAccessPage
from workbench.ui.case_access.presenter import CaseAccessPresenter
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.choices import ChoiceButton
from workbench.ui.users.page import UsersPage
from workbench.ui.users.presenter import Means, UsersPresenter
from workbench.ui.writing.open_case import OpenCase


@pytest.fixture
def office(tmp_path) -> Iterator[Office]:
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


@pytest.fixture
def users(office: Office, qtbot: QtBot) -> UsersPage:
    means = Means(lambda: CHEAP, lambda _typed: None)
    page = UsersPage(
        lambda view: UsersPresenter(view, InlineJobs(), office.session, lambda _place: None, means)
    )
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    return page


def press(page: QWidget, name: str) -> None:
    """A button, by keyboard."""
    button = page.findChild(Button, name)
    assert button.isVisible()
    assert button.isEnabled()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def let_in(page: UsersPage, name: str = "Berit") -> str:
    press(page, "add-user")
    page.newcomer.name.setText(name)
    press(page, "user-draw")
    phrase = " ".join(page.phrase.shown.groups)
    press(page, "phrase-go")
    assert page.phrase.shown.groups == ()
    page.back.typed.setText(phrase)
    QTest.keyClick(page.back.typed, Qt.Key.Key_Return)
    return phrase


def test_somebody_is_let_in_by_keyboard_alone(users, office):
    let_in(users)
    assert [one.name for one in access.staff(office.desk)] == ["Sten Skyddsson", "Berit"]
    assert users.people.isVisible()
    assert "Berit" in users.banner.title.text()
    assert users.back.typed.text() == ""


def test_the_page_begins_where_there_is_something_to_type(users):
    press(users, "add-user")
    assert users.newcomer.name.hasFocus()
    assert users.newcomer.number.text() == "02"
    assert users.newcomer.ticks.chosen() == ("practitioner",)


def test_no_passphrase_outlives_the_lock(users):
    press(users, "add-user")
    users.newcomer.name.setText("Berit")
    press(users, "user-draw")
    drawn = users.phrase.shown.groups
    assert len(drawn) == 5
    users.flush()
    assert users.phrase.shown.groups == ()
    assert users.newcomer.name.text() == ""
    assert users.people.isVisible()
    users.back.typed.setText(" ".join(drawn))
    users.back.go_button.click()
    assert len(users.people.rows.findChildren(QWidget)) > 0
    assert users.back.isHidden()


def test_what_is_typed_wrong_is_told_where_it_was_typed(users):
    press(users, "add-user")
    users.newcomer.name.setText("Berit")
    press(users, "user-draw")
    press(users, "phrase-go")
    users.back.typed.setText("något annat")
    QTest.keyClick(users.back.typed, Qt.Key.Key_Return)
    assert users.back.isVisible()
    assert users.back.typed.hasFocus()
    press(users, "phrase-again")
    assert len(users.phrase.shown.groups) == 5


def test_a_place_is_taken_away_after_a_reason(users, office):
    let_in(users)
    gone = access.staff(office.desk)[1].user
    users.people.rows.opened.emit(gone)
    press(users, "remove-user")
    press(users, "remove-go")
    assert users.leaving.isVisible()
    users.leaving.reason.setPlainText("slutade")
    press(users, "remove-go")
    assert users.people.isVisible()
    assert len(access.staff(office.desk)) == 1


def test_nobody_takes_their_own_place_away(users, office):
    users.people.rows.opened.emit(office.desk.vault.signer.user)
    assert users.person.isVisible()
    assert not users.person.remove_button.isVisible()


def test_everything_has_a_name_on_every_card(users):
    let_in(users)
    for card in users._cards:
        users._front(card)
        assert nameless(users) == []


def test_a_colleague_is_let_into_an_akt_by_keyboard(office, qtbot):
    case = office.begin()
    new = NewColleague("Berit", "kurator", 2, "fem ord", ("practitioner",), CHEAP)
    berit = access.add_colleague(office.desk, new)
    opened = OpenCase(InlineJobs(), office.session, case)
    page = CaseAccessPage(
        lambda view: CaseAccessPresenter(view, opened, Answers("klart"), lambda _place: None)
    )
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    choice = page.findChild(ChoiceButton)
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Space)
    press(page, "grant")
    assert [one.place for one in access.readers(office.desk, case)] == [1]
    page.letting.reason.setPlainText("semester")
    press(page, "grant")
    assert [one.place for one in access.readers(office.desk, case)] == [1, 2]
    assert page.letting.reason.text() == ""
    assert nameless(page) == []
    end = f"end-{berit[:8]}"
    qtbot.waitUntil(lambda: page.findChild(Button, end).isVisible())
    press(page, end)
    assert [one.place for one in access.readers(office.desk, case)] == [1]


def test_a_wrong_passphrase_leaves_the_focus_in_its_field_to_be_typed_over(users):
    let_in(users)
    users.people.rows._buttons[1].click()
    press(users, "new-passphrase")
    users.old.typed.setText("fel")
    QTest.keyClick(users.old.typed, Qt.Key.Key_Return)
    assert "VAULT-001" in users.old._refused.detail.text()
    assert users.focusWidget() is users.old.typed
    assert users.old.typed.selectedText() != ""


def test_what_is_missing_is_told_at_the_foot_and_its_field_has_the_focus(users):
    press(users, "add-user")
    press(users, "user-draw")
    assert "name is needed" in users.missing.title.text()
    assert users.focusWidget() is users.newcomer.name
    users.newcomer.name.setText("Berit")
    users.newcomer.number.setText("01")
    press(users, "user-draw")
    assert users.missing.isVisible()
    assert users.focusWidget() is users.newcomer.number
    press(users, "user-no")
    assert not users.missing.isVisible()
