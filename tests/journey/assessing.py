# SPDX-License-Identifier: EUPL-1.2
"""The instruments: asked, confirmed, read off, typed straight down; then the judgement, signed."""

from PySide6.QtCore import Qt

from tests.journey import telling
from tests.journey.hands import Hands
from tests.journey.station import Stations, texts

DANGER = "danger-assessment@weighted-20"
FREDA = "freda-farlighetsbedomning@2014-10-22"
SARA = "sara-sv@v2-2010"
QUESTIONS, LEFT_OPEN = 24, 14
YES = frozenset({1, 3, 8, 12, 16, 17, 22, 23})
FACTORS = 15


def ask_danger(hands: Hands, stations: Stations) -> None:
    """Every question by its key, one first not known; nothing is computed before it is confirmed."""
    hands.push("way-choose-instrument")
    stations.look("14-choose-instrument")
    hands.push(f"row-{DANGER}")
    hands.push(f"ask-{DANGER}")
    hands.write("purpose", "Inför beslut om fortsatt skydd.")
    hands.write("sources", "Samtal med den utsatta\nPolisanmälan")
    stations.look("15-context")
    hands.enter()
    stations.look("16-first-question")
    for number in range(QUESTIONS):
        _answer(hands, number)
        if number == QUESTIONS // 2:
            hands.settle()
            stations.look("17-question")
    hands.settle()
    stations.look("18-last-question-left")
    hands.press(Qt.Key.Key_Space)
    hands.settle()
    stations.look("19-result-not-confirmed")


def confirm_rule(hands: Hands, stations: Stations) -> None:
    """The method owner compares row by row."""
    hands.push("confirm-rule")
    stations.look("20-confirm-rule")
    table = hands.tab_to("parts")
    rows = table.model().rowCount()  # type: ignore[attr-defined]  a table
    for _row in range(rows):
        hands.press(Qt.Key.Key_Space, Qt.Key.Key_Down)
    hands.rewrite("owner", telling.METHOD_OWNER)
    hands.rewrite("function", "Metodansvarig")
    hands.write("form_edition", "Påhittad utgåva")
    stations.look("21-confirm-rule-ticked")
    stations.may_show_score = True
    hands.enter()
    stations.look("22-result-two-numbers")


def complete_danger(hands: Hands, stations: Stations) -> None:
    """The open question is answered; the result is computed."""
    hands.push("questions")
    stations.look("23-questions-again")
    hands.press(Qt.Key.Key_J)
    hands.settle()
    hands.enter()
    stations.look("24-result")


def read_off_freda(hands: Hands, stations: Stations) -> None:
    """Points and level as they stand on the paper."""
    hands.push("back")
    hands.push("way-choose-instrument")
    hands.push(f"row-{FREDA}")
    hands.push(f"read-off-{FREDA}")
    hands.enter()
    stations.look("25-read-off")
    hands.write("points", "11")
    hands.write("level", "enligt blankettens tabell")
    hands.write("form_edition", "oktober 2014")
    hands.write("read_on", telling.day(0))
    hands.enter()
    stations.look("26-read-off-result")


def code_sara(hands: Hands, stations: Stations) -> None:
    """Both columns typed straight down with J, D, N and -; a note and a source."""
    hands.push("back")
    hands.push("way-choose-instrument")
    hands.push(f"row-{SARA}")
    hands.push(f"ask-{SARA}")
    hands.enter()
    stations.look("27-worksheet")
    hands.tab_to("worksheet")
    hands.press(Qt.Key.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Right)
    for _column in range(2):
        for factor in range(FACTORS):
            hands.type("JDN-"[factor % 4])
            hands.press(Qt.Key.Key_Return)
    hands.settle()
    stations.look("28-worksheet-coded")
    hands.push("enter")
    stations.look("29-sara-result")


def judge(hands: Hands, stations: Stations) -> None:
    """The judgement is written, entered, signed without a reviewer."""
    hands.push("judge")
    stations.look("30-judgement")
    hands.tick_all("assessment:")
    hands.write("risk_for_what", telling.RISK)
    hands.write("against_whom", telling.AGAINST)
    hands.write("why", telling.BECAUSE)
    for level in ("current-risk", "future-risk", "future-severity"):
        hands.choose(f"level:{level}", "Hög")
        hands.write(f"because:{level}", telling.BECAUSE)
    hands.write("what_we_do", telling.WHAT_WE_DO)
    hands.write("limitations", telling.LIMITS)
    hands.write("reassess_on", telling.day(28))
    stations.look("31-judgement-written")
    hands.enter()
    stations.look("32-judgement-entered")
    hands.write("skipped", telling.SKIPPED)
    hands.enter()
    stations.look("33-judgement-signed")
    hands.push("back")


def _answer(hands: Hands, number: int) -> None:
    if number == LEFT_OPEN:
        hands.press(Qt.Key.Key_F6)
    else:
        hands.press(Qt.Key.Key_J if number in YES else Qt.Key.Key_N)
    hands.press(Qt.Key.Key_Return)


def figures(hands: Hands) -> list[str]:
    """What the result says in numbers."""
    said = texts(hands.program.shell)
    return [text for text in said if "poäng" in text or "Lägst" in text or "Nivå" in text]
