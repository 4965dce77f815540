# SPDX-License-Identifier: EUPL-1.2
"""The day after a night in a shelter: who she is, what she says, what is done, on which paper."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.journey import telling
from tests.journey.governing import choose, choose_folder
from tests.journey.hands import Hands
from tests.journey.night import CHILDREN
from tests.journey.place import Workplace
from tests.journey.station import Stations, rows, texts

FREDA = "freda-kortfragor@2014-10-22"
LETTERS = "abcdefghijkl"
OWN_WORDING = tuple(f"Har något påhittat hänt, nummer {n}?" for n in range(1, 13))
HOLDER, EDITION = "Påhittade förlaget", "Egen 2026"
NOT_KNOWN = 3
SCENARIO = "Han kommer till skolan när barnen hämtas."
MEASURE, WHO = "Skolan lämnar ut barnen bara till jouren", "Kontaktpersonen"
DECISION = "Ombud beviljas"
ON_PAPER = "Ring Lisa. 112."
POINT = "Medicin, recept, hjälpmedel, kläder, barnets gosedjur"
CHILD_WORDS = "Jag går till fröken om han står vid grinden."
CHILD_PAPER = "Fröken. Farmor 070-174 06 06."
DESIGNATED = "Ines Insatt"
CONTACT_RULES = "Bara sms, vardagar 9-11."


def what_was_put_off(hands: Hands, stations: Stations) -> None:
    """Idag leads to each task of the night; it is done and says how."""
    stations.look("10-the-next-day", goes_round=False)
    for outcome in ("Hon har undersökts", "Hämtad"):
        hands.tab_to("row-today-0")
        hands.press(Qt.Key.Key_Return)
        hands.settle()
        hands.push_first("change-")
        hands.choose_by_key("act", "1")
        hands.write("words", outcome)
        hands.enter()
        hands.push("rail-today")


def load_wording(hands: Hands, stations: Stations) -> None:
    """The house's own form, its words taken with Enter, question by question."""
    hands.push("rail-instruments")
    hands.open_row(f"row-{FREDA}")
    hands.push("assist")
    hands.tab_to("paste-form")
    hands.type("\n".join(f"{a}. {words}" for a, words in zip(LETTERS, OWN_WORDING, strict=True)))
    hands.press(Qt.Key.Key_Tab)
    for _question in OWN_WORDING:
        hands.press(Qt.Key.Key_Return)
    stations.look("11-own-wording")
    hands.tab_to("holder")
    hands.type(HOLDER)
    hands.tab_to("edition")
    hands.type(EDITION)
    hands.push("enter-wording")
    stations.look("12-wording-loaded", goes_round=False)


def who_she_is(hands: Hands, stations: Stations) -> None:
    """The guide leads on: a safe contact, then a name for the number."""
    hands.push("rail-today")
    hands.open_row("row-guide-2")
    stations.look("13-first-day")
    hands.open_row("row-contact")
    hands.write("channel", telling.CHANNEL)
    hands.write("times", telling.TIMES)
    hands.choose("may_leave_message", "Nej")
    hands.write("code_word", telling.CODE_WORD)
    hands.enter()
    hands.push("back")
    hands.push("change-subject")
    hands.write("name", telling.NAME)
    hands.write("personal_number", telling.NUMBER)
    hands.choose("identity", "Kontrollerad")
    hands.write("reason", telling.NAMED_BECAUSE)
    hands.enter()
    hands.push("way-own-appraisal")
    hands.write("words", telling.OWN_WORDS)
    hands.enter()


def ask_freda(hands: Hands, stations: Stations) -> None:
    """In the house's own words; one answer is not known."""
    hands.push("way-choose-instrument")
    hands.tab_to("seek-instrument")
    hands.type("kortfrågor")
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    assert not [text for text in texts(hands.program.shell) if "Korta egna etiketter" in text]
    hands.push(f"ask-{FREDA}")
    hands.write("sources", "Samtal med den utsatta")
    hands.enter()
    stations.look("14-question", goes_round=False)
    for number in range(11):  # the twelfth is asked only when the eleventh is yes
        assert [text for text in texts(hands.program.shell) if OWN_WORDING[number] in text]
        key = Qt.Key.Key_N if number % 2 else Qt.Key.Key_J
        hands.press(Qt.Key.Key_F6 if number == NOT_KNOWN else key, Qt.Key.Key_Return)
        hands.settle()
    hands.press(Qt.Key.Key_N)
    hands.settle()
    hands.enter()
    stations.look("15-result", goes_round=False)


def judge(hands: Hands, stations: Stations, shelter: Workplace) -> None:
    hands.push("judge")
    hands.tick_all("assessment:")
    hands.write("risk_for_what", telling.RISK)
    hands.write("against_whom", telling.AGAINST)
    hands.write("why", telling.BECAUSE)
    hands.write("what_we_do", telling.WHAT_WE_DO)
    hands.write("limitations", telling.LIMITS)
    hands.write("reassess_on", shelter.day(7))
    hands.enter()
    hands.write("skipped", telling.SKIPPED)
    hands.enter()
    stations.look("16-judged", goes_round=False)
    hands.push("back")


def answer_it(hands: Hands, stations: Stations, shelter: Workplace) -> None:
    """What could happen, who does what by when, which decision by whom."""
    hands.push("way-scenarios")
    hands.push("add-scenario")
    hands.write("what", SCENARIO)
    hands.write("who", "Den tidigare partnern")
    hands.enter()
    hands.tab_to_last("add-measure-")
    hands.press(Qt.Key.Key_Space)
    hands.settle()
    hands.write("what", MEASURE)
    hands.write("who", WHO)
    hands.write("due", shelter.day(2))
    hands.write("follow_up_on", shelter.day(3))
    hands.write("decision", DECISION)
    hands.write("decided_by", "Föreståndaren")
    hands.write("decided_on", shelter.day())
    hands.enter()
    stations.look("17-answered", goes_round=False)
    hands.push("back")


def plan(hands: Hands, stations: Stations, shelter: Workplace, folder: Path) -> None:
    """Her own words; a paper because she asks for one; ours with a day for follow-up."""
    hands.push("way-safety-plan")
    _own_plan(hands, shelter, telling.PLAN_WORDS, ON_PAPER)
    hands.push("library")
    hands.tab_to("search-library")
    hands.type("gosedjur")
    hands.tab_to("take-C2")
    hands.press(Qt.Key.Key_M)
    hands.settle()
    hands.pick("scenarios-list", f"Scenario 1: {SCENARIO}")
    hands.enter()
    stations.look("18-plan")
    for child in CHILDREN:
        hands.push("add-child")
        hands.write("child", child.split()[0])
        hands.choose("has_plan", "Nej")
        hands.enter()
    _print_sheet(hands, stations, folder, "19-her-paper")
    hands.push("way-protection-plan")
    hands.write("contact_rules", CONTACT_RULES)
    hands.write("responsible", WHO)
    hands.write("follow_up_on", shelter.day(3))
    hands.enter()
    hands.push("back")


def plan_with_the_child(hands: Hands, stations: Stations, shelter: Workplace, folder: Path) -> None:
    """In the child's own akt: what is left to do there leads to each of them."""
    find(hands, CHILDREN[0])
    stations.look("20-the-child", goes_round=False)
    hands.open_row("row-left-0")
    hands.choose("needed", "Ja")
    hands.enter()
    hands.push("back")
    hands.open_row("row-left-1")
    hands.choose("position", "Anmälan är gjord")
    hands.write("made_by", WHO)
    hands.write("made_on", shelter.day())
    hands.enter()
    hands.push("back")
    hands.open_row("row-left-0")
    hands.write("designated", DESIGNATED)
    _own_plan(hands, shelter, CHILD_WORDS, CHILD_PAPER)
    stations.look("21-the-childs-plan", goes_round=False)
    _print_sheet(hands, stations, folder, "22-the-childs-paper")
    assert not [text for text in texts(hands.program.shell) if "kvar att göra" in text.casefold()]


def _own_plan(hands: Hands, shelter: Workplace, words: str, paper: str) -> None:
    hands.write("own_words", words)
    hands.write("talked_through_on", shelter.day())
    hands.write("review_on", shelter.day(7))
    hands.choose("repeated_back", "Ja")
    hands.choose("paper", "Personen har bett om papper")
    hands.write("on_paper", paper)
    hands.enter()


def _print_sheet(hands: Hands, stations: Stations, folder: Path, name: str) -> None:
    """The neutral sheet, to whom and why."""
    hands.push("to-print")
    hands.push("tick-looked-through")
    if any("Vilket papper" in text for text in texts(hands.program.shell)):
        choose(hands, "Personens lapp")
    hands.tab_to("receiver")
    hands.type("Personen själv")
    hands.tab_to("why")
    hands.type("Har bett om den.")
    stations.look(name)
    hands.push("save")
    choose_folder(hands, folder)
    hands.settle()
    hands.push("back")


def find(hands: Hands, name: str) -> None:
    """By name, in the field at the top."""
    hands.tab_to("finder")
    hands.press(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    hands.type(name)
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    hands.settle()


def follow_up(hands: Hands, stations: Stations) -> None:
    """Three days on Idag says which day it is, and the row leads to where it is done."""
    stations.look("30-follow-up", goes_round=False)
    (said,) = [row for row in rows(hands.program.shell) if " · Uppföljning, " in row]
    assert said.startswith("2026-0001")
