# SPDX-License-Identifier: EUPL-1.2
"""Answers that are written, answers that are hidden, and the view for a conversation."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tests.support.asking import Assessed
from tests.support.desk import Answers
from tests.support.known_before import write_known
from workbench.services.assess.sheets import sheet
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.kit.buttons import Button
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


class Sat:
    """One sitting at one question."""

    def __init__(self, qtbot, instrument: str, item: str = "") -> None:
        self.qtbot, self.made = qtbot, Assessed()
        profile = "marac-national" if instrument == "dash-ric-24" else ""
        self.record = self.made.begin(instrument, profile=profile)
        self.page = AssessPage(
            lambda view: AssessPresenter(
                view, self.made.open, Answers(), self.made.bench.go, self.record
            )
        )
        qtbot.addWidget(self.page)
        self.page.resize(1166, 700)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        if item:
            self.go(item)

    def go(self, item: str) -> None:
        self.page.questions.hand_out()
        self.page._presenter.go_to((item, ""))

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def press(self, key) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key)

    def kept(self, item: str) -> str:
        self.page.flush()
        given = sheet(self.made.akt, self.made.desk, self.record).given.get(item)
        return "" if given is None else given.code or given.state

    def words(self) -> str:
        found = (label.text() for label in self.page.findChildren(QLabel) if label.isVisible())
        return "\n".join(found)

    def part(self, name: str):
        found = self.page.findChildren(QWidget, name)
        return next((each for each in found if each.isVisible()), found[-1])


def test_a_day_may_be_known_only_in_part_and_is_kept_as_it_is(qtbot) -> None:
    sat = Sat(qtbot, "dash-ric-24", "assessed")
    for typed, kept in (("2025", "2025"), ("-03", "2025-03"), ("-10", "2025-03-10")):
        sat.type(typed)
        assert sat.kept("assessed") == kept


def test_a_day_that_is_none_is_told_stays_on_screen_and_is_no_answer(qtbot) -> None:
    sat = Sat(qtbot, "dash-ric-24", "assessed")
    sat.type("2025-13")
    assert sat.kept("assessed") == ""
    assert "Inte ett svar än, och inte sparat" in sat.words()
    assert sat.page.questions.answering.entry.field.text() == "2025-13"
    sat.go("events")
    sat.go("assessed")
    assert sat.page.questions.answering.entry.field.text() == "2025-13"


def test_compact_days_get_their_dashes(qtbot) -> None:
    sat = Sat(qtbot, "dash-ric-24", "assessed")
    sat.type("20250310")
    assert sat.kept("assessed") == "2025-03-10"


def test_events_are_listed_with_day_and_kind_and_taken_away_one_by_one(qtbot) -> None:
    sat = Sat(qtbot, "dash-ric-24", "events")
    kinds = sat.made.definition("dash-ric-24").by_id["events"].codes
    sat.type("2025-03")
    sat.press(KEY.Key_Return)
    sat.type("2024-12-24")
    sat.press(KEY.Key_Return)
    assert sat.kept("events") == f"2025-03/{kinds[0]} 2024-12-24/{kinds[0]}"
    sat.part("entry-away").click()  # the oldest stands first
    assert sat.kept("events") == f"2025-03/{kinds[0]}"
    sat.part("entry-add").click()  # no day: it is not known
    assert sat.kept("events") == f"2025-03/{kinds[0]} ?/{kinds[0]}"
    assert "Dagen okänd" in sat.words()
    sat.part("entry-none").click()
    assert sat.kept("events") == "-"
    assert "Inga händelser" in sat.words()


def test_an_event_whose_day_is_none_is_not_added(qtbot) -> None:
    sat = Sat(qtbot, "dash-ric-24", "events")
    sat.type("i mars")
    sat.press(KEY.Key_Return)
    assert sat.kept("events") == ""
    assert "Det är ingen dag: i mars" in sat.words()


def test_a_body_place_is_not_called_a_person_and_a_person_is(qtbot) -> None:
    sat = Sat(qtbot, "aas", "body-map")
    assert "Vad siffran gäller" in sat.words()
    assert "Person" not in sat.words()
    other = Sat(qtbot, "three-column-map")
    item = next(i for i in other.made.definition("three-column-map").items if i.type == "ratings")
    other.go(item.id)
    assert "Person" in other.words()


def test_each_number_stands_for_its_own_row_and_half_a_row_waits(qtbot) -> None:
    sat = Sat(qtbot, "aas", "body-map")
    sat.type("Left arm")
    sat.press(KEY.Key_Tab)
    sat.type("2")
    sat.press(KEY.Key_Tab)
    sat.type("Ansikte")
    assert sat.kept("body-map") == "Left arm = 2"
    sat.press(KEY.Key_Tab)
    sat.type("5")
    assert sat.kept("body-map") == "Left arm = 2\nAnsikte = 5"
    sat.type("0")
    assert sat.kept("body-map") == "Left arm = 2\nAnsikte = 5"
    assert "Ett helt tal från 1 till 6." in sat.words()


def test_a_state_takes_what_was_written_from_the_screen(qtbot) -> None:
    sat = Sat(qtbot, "noraq@women")
    item = next(i for i in sat.made.definition("noraq@women").items if i.type == "number")
    sat.go(item.id)
    sat.type("1")
    assert sat.kept(item.id) == "1"
    if "declined" in item.states:
        sat.press(KEY.Key_F7)
        assert sat.kept(item.id) == "declined"
        assert sat.page.questions.answering.entry.field.text() == ""


def test_an_answer_hidden_by_a_condition_leaves_the_screen_and_comes_back(qtbot) -> None:
    sat = Sat(qtbot, "lap@classic")
    definition = sat.made.definition("lap@classic")
    gate = definition.items[0]
    behind = next(i for i in definition.items[1:] if i.conditions)
    shows = behind.conditions[0].equals
    hides = next(code for code in gate.codes if code != shows)
    sat.page._presenter.choose(shows)
    sat.go(behind.id)
    sat.page._presenter.choose("yes")
    outline = sat.page.questions.outline
    shown = outline.count()
    sat.go(gate.id)
    sat.page._presenter.choose(hides)
    assert outline.count() < shown
    assert behind.labels["sv"] not in [outline.item(n).text() for n in range(outline.count())]
    sat.page._presenter.choose(shows)
    assert outline.count() == shown
    sat.go(behind.id)
    assert sat.kept(behind.id) == "yes"
    assert "Ja" in sat.page.questions.outline.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)


def test_in_a_conversation_only_the_question_its_answers_and_pausa_are_on_screen(qtbot) -> None:
    sat = Sat(qtbot, "hits", "")
    title = sat.made.definition("hits").title("sv")
    assert title in sat.words()
    sat.part("talk-view").click()
    item = sat.made.definition("hits").items[0]
    assert sat.words().startswith(item.labels["sv"]) or item.labels["sv"] in sat.words()
    assert title not in sat.words()
    for gone in ("outline", "field-note", "field-source", "enter", "discard", "take-back"):
        assert not sat.part(gone).isVisible(), gone
    for there in ("pause", "next", "previous", "interpreter", "end-talk"):
        assert sat.part(there).isVisible(), there
    sat.page.questions.answering.focus_first()
    sat.type("3")
    assert sat.kept(item.id) == "3"
    sat.part("end-talk").click()
    assert title in sat.words()


def test_interpreter_mode_shows_the_booking_number_and_covers_names(qtbot) -> None:
    sat = Sat(qtbot, "three-column-map")
    item = next(i for i in sat.made.definition("three-column-map").items if i.type == "ratings")
    sat.go(item.id)
    sat.type("Alva Exempel")
    sat.press(KEY.Key_Tab)
    sat.type("4")
    assert sat.kept(item.id) == "Alva Exempel = 4"
    sat.part("talk-view").click()
    assert not sat.part("booking").isVisible()
    sat.part("interpreter").click()
    assert sat.part("booking").isVisible()
    name = sat.part("entry-name-1")
    assert name.displayText() != "Alva Exempel"
    assert name.echoMode() == QLineEdit.EchoMode.Password
    sat.part("end-talk").click()
    assert name.displayText() == "Alva Exempel"


def test_who_is_refused_is_told_where_a_talk_begins_and_never_to_the_interpreter(qtbot) -> None:
    sat = Sat(qtbot, "hits", "")
    write_known(sat.made.akt)
    sat.part("talk-view").click()
    assert "Nekad: Tolk 4711" in sat.words()
    assert "SFI" not in sat.words()
    sat.part("interpreter").click()
    assert "Tolk 4711" not in sat.words()
    sat.part("interpreter").click()
    assert "Nekad: Tolk 4711" in sat.words()


def test_own_words_are_covered_until_they_are_asked_for(qtbot) -> None:
    sat = Sat(qtbot, "three-column-map")
    item = next(i for i in sat.made.definition("three-column-map").items if i.type == "text")
    sat.go(item.id)
    sat.type("Han heter Bo och bor på Storgatan")
    sat.part("talk-view").click()
    sat.part("interpreter").click()
    assert not sat.part("entry").isVisible()
    show = sat.page.findChild(Button, "entry-show")
    assert show.isVisible()
    show.click()
    assert sat.part("entry").isVisible()
    assert sat.kept(item.id) == "Han heter Bo och bor på Storgatan"
