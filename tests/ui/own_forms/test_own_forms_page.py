# SPDX-License-Identifier: EUPL-1.2
"""A form of one's own is written by keyboard, taken into use, and asked; its mark is everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.support.asking import Assessed
from tests.support.desk import Answers
from workbench.instruments.own_form_drafts import FormLine
from workbench.services.assess import own_forms, sheets
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.own_forms.page import OwnFormsPage
from workbench.ui.own_forms.presenter import OwnFormsPresenter
from workbench.ui.own_forms.vms import page_vm
from workbench.ui.result.shapes import result_vm
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key
MARK = "egen blankett, ej validerad"


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


class Desk:
    """The page over a vault, and keys."""

    def __init__(self, qtbot, *answers, made: Assessed | None = None) -> None:
        self.qtbot, self.made = qtbot, made or Assessed()
        self.page = OwnFormsPage(
            lambda view: OwnFormsPresenter(
                view,
                self.made.bench.jobs,
                self.made.bench.session,
                Answers(*answers),
                self.made.bench.go,
                None,
            )
        )
        qtbot.addWidget(self.page)
        self.page.resize(1166, 700)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)

    def part(self, name: str):
        found = self.page.findChildren(QWidget, name)
        return next((each for each in found if each.isVisible()), found[-1])

    def write(self, name: str, text: str) -> None:
        self.part(name).setFocus()
        self.qtbot.keyClicks(self.part(name), text)

    def press(self, name: str) -> None:
        self.part(name).setFocus()
        self.qtbot.keyClick(self.part(name), KEY.Key_Space)

    def words(self) -> str:
        found = self.page.findChildren(QLabel)
        return "\n".join(label.text() for label in found if label.isVisible())

    def write_form(self) -> None:
        self.press("new-form")
        self.write("title", "Hemmet")
        self.write("owner", "Alex Nattpass")
        self.write("line-words-1", "Finns ett extra nyckelbyte?")
        self.write("line-choices-1", "Ja; Nej; Vet inte")
        self.press("add-text")
        self.write("line-words-2", "Vad finns redan?")
        self.page.flush()


def test_writing_begins_in_the_first_field_and_a_field_is_called_what_stands_above_it(
    qtbot,
) -> None:
    desk = Desk(qtbot)
    desk.press("new-form")
    desk.qtbot.waitUntil(lambda: desk.part("title").hasFocus())
    named = {name: desk.part(name).accessibleName() for name in ("day", "line-choices-1")}
    assert named == {
        "day": "Blankettens datum",
        "line-choices-1": "Svarsalternativ, med semikolon emellan",
    }


def test_a_form_is_written_by_keyboard_and_taken_into_use(qtbot) -> None:
    desk = Desk(qtbot, "yes")
    assert f"Alltid märkt: {MARK}" in desk.words()
    desk.write_form()
    assert not desk.part("lacks").isVisible()
    desk.press("use")
    (form,) = own_forms.forms(desk.made.desk)
    assert form.value.title == "Hemmet"
    assert [row.title for row in page_vm(desk.made.desk, None).in_use] == [f"Hemmet ({MARK})"]
    definition = desk.made.desk.catalogue.find(form.value.form)
    assert [c.labels["sv"] for c in definition.items[0].choices] == ["Ja", "Nej", "Vet inte"]
    assert [item.type for item in definition.items] == ["choice", "text"]


def test_what_is_written_is_there_again_after_a_lock(qtbot) -> None:
    desk = Desk(qtbot)
    desk.write_form()
    desk.made.bench.reopen()
    again = Desk(qtbot, made=desk.made)
    assert again.part("title").text() == "Hemmet"
    assert again.part("line-choices-1").text() == "Ja; Nej; Vet inte"


def test_what_lacks_is_told_while_it_is_written_and_stops_the_use(qtbot) -> None:
    desk = Desk(qtbot)
    desk.press("new-form")
    assert desk.part("lacks").text() == "Blanketten behöver ett namn."
    desk.write("title", "Hemmet")
    desk.write("owner", "Alex")
    desk.write("line-words-1", "Finns det?")
    desk.write("line-choices-1", "Ja")
    desk.press("use")
    assert "två till nio olika svarsalternativ" in desk.part("lacks").text()
    assert own_forms.forms(desk.made.desk) == ()


def test_lines_are_moved_and_taken_away(qtbot) -> None:
    desk = Desk(qtbot)
    desk.write_form()
    desk.press("line-up-2")
    kept = own_forms.written(desk.made.desk).draft.lines
    assert [line.kind for line in kept] == ["text", "choice"]
    desk.press("line-away-1")
    kept = own_forms.written(desk.made.desk).draft.lines
    assert kept == (FormLine("choice", "Finns ett extra nyckelbyte?", ("Ja", "Nej", "Vet inte")),)


def test_a_question_that_waits_for_an_answer_is_written_by_keyboard(qtbot) -> None:
    desk = Desk(qtbot, "yes")
    desk.write_form()
    assert not desk.page.findChildren(QWidget, "line-only-if-1")
    desk.write("line-only-if-2", "Kanske")
    desk.page.flush()
    assert desk.part("lacks").text().startswith("Svaret som rad 2 väntar på")
    desk.part("line-only-if-2").clear()
    desk.write("line-only-if-2", "Nej")
    desk.press("use")
    (form,) = own_forms.forms(desk.made.desk)
    definition = desk.made.desk.catalogue.find(form.value.form)
    assert [(c.item, c.equals) for c in definition.items[1].conditions] == [("q001", "2")]


def test_a_form_is_withdrawn_by_keyboard_and_stays_in_the_list(qtbot) -> None:
    desk = Desk(qtbot, "yes", None, "yes")
    desk.write_form()
    desk.press("use")
    button = desk.part("withdraw-1")
    assert button.text() == "Dra Hemmet ur bruk…"
    assert "Version 1" in button.accessibleDescription()
    desk.press("withdraw-1")
    assert not own_forms.forms(desk.made.desk)[0].value.withdrawn_on
    desk.press("withdraw-1")
    (row,) = page_vm(desk.made.desk, None).in_use
    assert row.caption.startswith("Dragen ur bruk 2026-11-22 · Version 1")
    assert not desk.page.findChildren(QWidget, "withdraw-1")


def test_it_is_thrown_away_only_when_that_is_said(qtbot) -> None:
    desk = Desk(qtbot, "yes")
    desk.write_form()
    desk.press("discard")
    assert own_forms.written(desk.made.desk) is None
    assert desk.part("new-form").isVisible()


def test_the_mark_stands_over_the_questions_and_beside_the_result(qtbot) -> None:
    desk = Desk(qtbot, "yes")
    desk.write_form()
    desk.press("use")
    (form,) = own_forms.forms(desk.made.desk)
    made = desk.made
    record = made.begin(f"{form.value.form}@1")
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    qtbot.addWidget(page)
    page.show()
    assert MARK in page.header.title.text()
    assert "inte inläst" not in page.header.caption.text()  # its words are its own
    made.answer(record, {"q001": "1"})
    made.enter(record)
    vm = result_vm(made.akt, made.desk, record)
    assert MARK in vm.title
    assert any("ej validerad" in text for text in vm.caveats)
    assert not any("inte inläst" in text for text in (*vm.caveats, vm.instrument.wording))
    assert (vm.instrument.figure, vm.instrument.level) == ("", "")


def test_the_keyboard_stays_where_lines_are_added_moved_turned_and_taken_away(qtbot) -> None:
    desk = Desk(qtbot)
    desk.press("new-form")
    desk.press("add-text")
    assert desk.page.focusWidget().objectName() == "line-words-2"
    qtbot.waitUntil(lambda: not desk.page.focusWidget().visibleRegion().isEmpty())
    desk.qtbot.keyClicks(desk.page.focusWidget(), "Beskriv")
    desk.press("line-up-2")
    assert desk.page.focusWidget().objectName() == "line-up-1"
    assert desk.part("line-words-1").text() == "Beskriv"
    desk.part("line-kind-1").setFocus()
    qtbot.keyPress(desk.part("line-kind-1"), KEY.Key_Down)
    assert desk.page.focusWidget().objectName() == "line-kind-1"
    desk.press("line-away-2")
    assert desk.page.focusWidget().objectName() == "line-words-1"


def test_a_worksheet_is_written_by_keyboard_and_coded_on_the_arksida(qtbot) -> None:
    desk = Desk(qtbot, "yes")
    desk.press("new-worksheet")
    assert not desk.page.findChild(QWidget, "add-choice").isVisible()
    desk.write("title", "Barnen i huset")
    desk.write("owner", "Alex Nattpass")
    desk.write("line-words-1", "Barnet finns i rummet")
    desk.page.flush()
    assert desk.part("lacks").text().startswith("Arbetsbladet behöver en till tre olika tider")
    desk.write("columns", "Nu; Tidigare")
    desk.press("add-worksheet-level")
    desk.write("line-words-2", "Allvar om inget blir gjort")
    desk.write("line-choices-2", "Liten; Stor")
    desk.press("use")
    (form,) = own_forms.forms(desk.made.desk)
    made, record = desk.made, desk.made.begin(f"{form.value.form}@1")
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    qtbot.addWidget(page)
    page.show()
    assert MARK in page.header.title.text()
    page.activateWindow()
    qtbot.waitUntil(page.worksheet.hasFocus)
    qtbot.keyClick(page.worksheet, KEY.Key_D)
    model = page.worksheet.sheet
    labels = [model.factor(row).label for row in range(model.rowCount())]
    assert "1. Barnet finns i rummet" in labels
    given = sheets.sheet(made.akt, made.desk, record).given
    assert given["f001"].codes["t1"].text == "D"
