# SPDX-License-Identifier: EUPL-1.2
"""Skydd nu by keyboard alone."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from tests.support.case_pages import protection_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from workbench.domain.subject import ProtectionNow, SafeContact, Subject
from workbench.services.akter.cases import NewCase
from workbench.ui.places import SAFE_CONTACT


def test_protection_and_safe_contact_are_written_by_keyboard(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page = protection_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("choice-yes")
    hands.write("field-reasons", "Han har nyckel")
    hands.enter_in_journal()
    assert bench.akt(case).all(ProtectionNow)[0].value == ProtectionNow("yes", "Han har nyckel")
    assert hands.here.objectName() == "safe-contact", "the next step has the focus"
    hands.push("safe-contact")
    hands.write("field-channel", "sms")
    hands.write("field-code_word", "boken")
    hands.enter_in_journal()
    assert bench.akt(case).all(SafeContact)[0].value == SafeContact("sms", code_word="boken")
    assert not page.contact.isVisible(), "a code word stays no longer than it takes to write it"
    assert hands.here.objectName() == "safe-contact"


def test_whoever_comes_to_agree_on_a_contact_writes_it_and_sees_one_only_by_a_press(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page = protection_page(bench, case)
    qtbot.addWidget(page)
    page.go(SAFE_CONTACT)
    page.go("")  # as the window does with every page it has built
    page.refresh()
    hands = Keyboard(page)
    assert hands.here.objectName() == "field-channel"
    hands.write("field-channel", "sms")
    hands.enter_in_journal()
    again = protection_page(bench, case)
    qtbot.addWidget(again)
    again.go(SAFE_CONTACT)
    again.refresh()
    assert Keyboard(again).here.objectName() == "safe-contact"
    assert not again.contact.isVisible()


def test_what_is_missing_is_said_under_the_field_that_is_asked_for(qtbot) -> None:
    bench = Bench()
    page = protection_page(bench, bench.begin())
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("safe-contact")
    assert hands.here.objectName() == "field-channel"
    hands.enter_in_journal()
    told = page.contact.findChild(QLabel, "missing")
    under = page.contact.form.field("may_leave_message")
    assert told.isVisible()
    assert (
        hands.here.mapTo(page, hands.here.rect().bottomLeft()).y() < told.mapTo(page, QPoint()).y()
    )
    assert told.mapTo(page, QPoint()).y() < under.mapTo(page, QPoint()).y()


def test_the_safe_contact_is_folded_and_no_name_is_on_the_page(qtbot) -> None:
    bench = Bench()
    case = bench.session.begin(NewCase(Subject("Kim Påhittad"))).case
    page = protection_page(bench, case)
    qtbot.addWidget(page)
    page.show()
    assert not page.contact.isVisible()
    page.contact.show()
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert not any("Kim" in text for text in texts)
