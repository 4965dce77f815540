# SPDX-License-Identifier: EUPL-1.2
"""Interpreter, whom not to contact, and what concerns the person: by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.support.case_pages import about_person_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.support.known_before import write_known
from tests.ui.walk import nameless, reached_by_tab
from workbench.domain.interpreters import InterpretedTalk, InterpreterNeed
from workbench.domain.no_contact import NoContact
from workbench.domain.plans import PlanModules
from workbench.services.person import no_contact
from workbench.services.records.akt import Draft
from workbench.ui.about_person.page import AboutPersonPage

pytestmark = pytest.mark.ui
KEY = Qt.Key


def _texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _opened(qtbot, bench: Bench, case, name: str, *answers) -> tuple[AboutPersonPage, Keyboard]:
    page = about_person_page(bench, case, *answers)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push(f"turn-{name}")
    return page, hands


def test_a_row_is_written_and_ended_with_a_why_by_keyboard(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    page, hands = _opened(qtbot, bench, case, "no-contact", "Kusinen har slutat.")
    assert "Nobody is on the list." in _texts(page)
    hands.push("add-barred")
    assert hands.here.objectName() == "field-who"
    hands.write("field-who", "SFI Exempelby")
    hands.enter_in_journal()
    assert "Choose what they are." in _texts(page)
    hands.press(KEY.Key_Space)  # the first: a person
    hands.write("field-why", "Kusinen arbetar dar.")
    hands.enter_in_journal()
    (row,) = no_contact.standing(akt)
    assert (row.value.who, row.value.what, row.value.since) == ("SFI Exempelby", "person",
                                                                 akt.today())  # fmt: skip
    assert "1 on the list" in _texts(page)
    assert hands.here.objectName() == "add-barred"
    hands.push(f"end-{row.record}")
    assert no_contact.standing(akt) == ()
    assert no_contact.ended(akt)[0].value.ended_because == "Kusinen har slutat."
    assert nameless(page) == []


def test_a_child_is_never_an_interpreter_and_a_deviation_says_why(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    page, hands = _opened(qtbot, bench, case, "interpreter")
    hands.push("add-interpreted")
    panel = page.sections["interpreter"].row
    assert not panel.form.field("deviation").isVisible()
    hands.write("field-who", "dottern")
    panel.form.field("by").typed.emit("interpreter")
    hands.enter_in_journal()
    assert "INTERPRET-001" in page.banner.detail.text()
    assert akt.all(InterpretedTalk) == ()
    panel.form.field("by").typed.emit("child")
    assert panel.form.field("deviation").isVisible()
    hands.write("field-deviation", "Natt, ingen tolk svarade.")
    hands.enter_in_journal()
    (talk,) = akt.all(InterpretedTalk)
    assert (talk.value.by, talk.value.deviation) == ("child", "Natt, ingen tolk svarade.")


def test_what_is_needed_is_one_line_when_folded_with_who_is_refused_inside(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    write_known(bench.akt(case))
    page, hands = _opened(qtbot, bench, case, "interpreter")
    assert "arabiska (syrisk) · a woman · by phone · from another place" in _texts(page)
    assert "Refused: Tolk 4711" in _texts(page)
    hands.push("turn-interpreter")
    assert "Refused: Tolk 4711" not in _texts(page)
    assert "SFI Exempelby" not in _texts(page)  # folded: only how many


def test_half_written_is_there_again_and_the_language_must_be_said(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page, hands = _opened(qtbot, bench, case, "interpreter")
    hands.write("field-dialect", "syrisk")
    hands.enter_in_journal()
    assert "Write the language." in _texts(page)
    page.flush()
    again, keys = _opened(qtbot, bench, case, "interpreter")
    assert again.sections["interpreter"].need.form.field("dialect").text() == "syrisk"
    keys.write("field-language", "arabiska")
    keys.enter_in_journal()
    (need,) = bench.akt(case).all(InterpreterNeed)
    assert (need.value.language, need.value.dialect) == ("arabiska", "syrisk")


def test_a_module_chosen_here_is_the_plans_module_and_brings_its_warnings(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    page, hands = _opened(qtbot, bench, case, "modules")
    hands.push("field-honour")
    page.sections["modules"].choices.enter_pressed.emit()
    (chosen,) = bench.akt(case).all(PlanModules)
    assert chosen.value.chosen == ("honour",)
    assert "Chosen: Honour" in _texts(page)
    assert "Honour: " in _texts(page)


def test_every_part_of_an_open_page_has_a_name_and_is_reached_by_tab(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    write_known(akt)
    akt.enter(Draft(NoContact("Morbrodern", "person", "Berättar vidare.", "2026-11-04")))
    page = about_person_page(bench, case)
    qtbot.addWidget(page)
    page.go("interpreter no-contact modules")
    page.show()
    assert nameless(page) == []
    names = {each.objectName() for each in reached_by_tab(page)}
    ends = {f"end-{each.record}" for each in no_contact.standing(akt)}
    assert ends | {"add-barred", "add-interpreted", "field-language", "field-honour"} <= names
