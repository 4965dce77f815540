# SPDX-License-Identifier: EUPL-1.2
"""Told by mouth, by keyboard: the contact first, no ground beforehand, then the record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from tests.support.case_pages import told_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from workbench.domain.disclosures import Spoken, Told
from workbench.domain.incidents import Incident
from workbench.domain.subject import SafeContact
from workbench.services.handing_over.outward import LOOKED_THROUGH
from workbench.services.records.akt import Draft

pytestmark = pytest.mark.ui


def _texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _choose(hands: Keyboard, name: str, code: str) -> None:
    box = hands.tab_to(name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def test_what_must_be_looked_through_first_is_in_sight_before_it_hides_itself(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    bench.akt(case).enter(Draft(SafeContact("070-000 00 00")))
    page = told_page(bench, case)
    qtbot.addWidget(page)
    page.resize(1166, 640)
    page.show()
    qtbot.wait(1)
    assert page.scrolled() == 0
    assert Keyboard(page).here.objectName() == "back"


def test_a_talk_is_prepared_and_recorded_by_keyboard(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    akt.enter(Draft(SafeContact("070-000 00 00", code_word="Blåbär", do_not_contact="Brodern")))
    incident = akt.enter(Draft(Incident("2026-11-01", "physical", 3, "Slag."))).records[0]
    page = told_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    assert ("Brodern" in _texts(page), "Blåbär" in _texts(page)) == (True, False)
    assert page.told.form.field("ground").currentData() == ""
    hands.write("field-receiver", "Vakthavande")
    _choose(hands, "field-points-list", incident)
    hands.enter_in_journal()
    assert hands.here.objectName() == "field-ground"
    assert akt.all(Told) == ()
    _choose(hands, "field-ground", "osl_18c")
    assert "2025-09-01" in _texts(page)
    hands.write("field-because", "Han har hotat i dag.")
    _choose_way(hands)
    assert "2026-11-01: Slag." in page.findChild(QLabel, "talk-sheet").text()
    hands.enter_in_journal()
    assert hands.here.objectName() == "field-condition_1"
    for number in (1, 2, 3):
        hands.push(f"field-condition_{number}")
    _look_through(hands)
    (told,) = akt.all(Told)
    assert (told.value.ground, told.value.told_points) == ("osl_18c", ("2026-11-01: Slag.",))
    assert (told.value.told_by, told.value.law) == ("Alex Nattpass", "2025-09-01")
    assert told.value.checked == (LOOKED_THROUGH,)
    assert [each.value.told for each in bench.session.desk.house.all(Spoken)] == [told.record]
    assert "Vakthavande" in _texts(page)


def _look_through(hands: Keyboard) -> None:
    """Refused without it, and the focus stands where it is ticked."""
    hands.enter_in_journal()
    assert hands.here is hands.window.look.ticks[LOOKED_THROUGH]
    hands.press(Qt.Key.Key_Space)
    hands.push("enter")


def _choose_way(hands: Keyboard) -> None:
    form = hands.window.told.form
    form.field("way").focus_first()
    hands.press(Qt.Key.Key_Space)
