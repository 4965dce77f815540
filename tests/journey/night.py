# SPDX-License-Identifier: EUPL-1.2
"""A night in a shelter: a mother and two children come; in the morning a report by room."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.journey import beginning, telling
from tests.journey.governing import choose_folder
from tests.journey.hands import Hands
from tests.journey.place import Workplace
from tests.journey.station import Stations

ROOM, KEY = "B2", "N4"
INJURIES = "Blåmärken på halsen, ont när hon sväljer."
MEDICINE = "Tål inte penicillin."
HOW_TRACKED = "Delad plats i telefonen. Avstängd i entrén."
WHERE_HE_IS = "Kvar i lägenheten för en timme sedan."
PUT_OFF = ("Ring vården om halsen", "Hämta medicin")
CALL = "Föreståndaren, 070-174 06 05"
CHILDREN = ("Lo Låtsasvall", "Pim Låtsasvall")
NEEDS = "Välling och en lampa tänd."
TOLD_CHILD = "Att vi sover här i natt och att det är låst."


def somebody_at_the_door(hands: Hands, stations: Stations, shelter: Workplace) -> None:
    """What can be asked at one in the morning; a lock falls in the middle of a word."""
    hands.push("somebody-comes")
    hands.push("begin")
    hands.write("room", ROOM)
    hands.write("key", KEY)
    hands.write("came_with", "Två barn")
    hands.choose_by_key("strangled", "J")
    hands.write("injuries", INJURIES)
    hands.write("medicine", MEDICINE)
    hands.choose_by_key("followed", "N")
    hands.choose_by_key("tracked", "J")
    hands.write("followed_how", HOW_TRACKED)
    hands.write("where_he_is", WHERE_HE_IS)
    hands.write("placed_by", "Socialjouren")
    hands.choose("decision_form", "Muntligt")
    hands.write("interpreter", "Finska, bara kvinna")
    hands.write("who_may_know", "Bara socialjouren")
    hands.write("intake_by", "Föreståndaren")
    hands.write("call", CALL)
    hands.write("postponed", "\n".join(PUT_OFF))
    _child(hands, CHILDREN[0])
    hands.write("needs", NEEDS[:4])
    _lock(hands, shelter)
    hands.write("needs", NEEDS[4:])
    stations.look("02-after-the-lock", goes_round=False)
    hands.choose("decision", "Omedelbar insats")
    _child(hands, CHILDREN[1])
    hands.write("told", TOLD_CHILD)
    hands.push("enter-all")
    stations.look("03-entered")


def protect(hands: Hands, stations: Stations) -> None:
    """Skydd nu has the focus; then the guide leads on."""
    hands.press(Qt.Key.Key_Space)
    hands.settle()
    hands.choose("needed", "Ja")
    hands.write("reasons", telling.NEED_REASONS)
    hands.write("done_at_once", telling.DONE_AT_ONCE)
    hands.choose("shelter", "Säger ja till en plats")
    hands.enter()
    stations.look("04-protected", goes_round=False)


def report(hands: Hands, stations: Stations, folder: Path) -> None:
    """By room, without names."""
    hands.push("rail-today")
    hands.push("to-morning")
    hands.push("make-report")
    stations.look("06-morning-report")
    hands.push("save")
    choose_folder(hands, folder)
    hands.settle()
    stations.look("07-report-saved", goes_round=False)


def _child(hands: Hands, name: str) -> None:
    hands.push("add-child")
    hands.write("name", name)


def _lock(hands: Hands, workplace: Workplace) -> None:
    """F12 in the middle of a word, and the same passphrase again."""
    hands.press(Qt.Key.Key_F12)
    hands.wait(lambda: hands.program.shell.is_locked)
    beginning.unlock(hands, workplace)
