# SPDX-License-Identifier: EUPL-1.2
"""Scenarios, measures, the person's own plan and the organisation's."""

from PySide6.QtCore import Qt

from tests.journey import telling
from tests.journey.hands import Hands
from tests.journey.station import Stations


def scenarios(hands: Hands, stations: Stations) -> None:
    """Two scenarios, two measures each."""
    hands.push("way-scenarios")
    stations.look("34-scenarios")
    for what, who, measures in telling.SCENARIOS:
        hands.push("add-scenario")
        hands.write("what", what)
        hands.write("who", who)
        hands.write("likelihood", "Trolig om inget görs")
        hands.pick("turn", "Det trappas upp")
        stations.look("35-scenario")
        hands.enter()
        hands.tab_to_last("add-measure-")
        for done, by, days in measures:
            hands.press(Qt.Key.Key_Space)
            hands.settle()
            hands.write("what", done)
            hands.write("who", by)
            hands.write("due", telling.day(days))
            stations.look("36-measure")
            hands.enter()
    stations.look("37-scenarios-entered")
    hands.push("back")


def safety_plan(hands: Hands, stations: Stations) -> None:
    hands.push("way-safety-plan")
    stations.look("38-safety-plan")
    hands.write("own_words", telling.PLAN_WORDS)
    hands.write("talked_through_on", telling.day(0))
    hands.choose("repeated_back", "Ja")
    hands.enter()
    hands.push("add-point")
    hands.write("text", telling.PLAN_POINT)
    hands.choose_by_key("carry", "M")
    stations.look("39-point")
    hands.enter()
    stations.look("40-safety-plan-entered")
    hands.push("back")


def protection_plan(hands: Hands, stations: Stations) -> None:
    hands.push("way-protection-plan")
    stations.look("41-protection-plan")
    hands.write("contact_rules", telling.CONTACT_RULES)
    hands.write("if_something_happens", telling.IF_SEEN)
    hands.write("responsible", "Kontaktpersonen")
    hands.write("follow_up_on", telling.day(7))
    hands.enter()
    hands.push("add-point")
    hands.write("text", telling.OUR_POINT)
    hands.choose_by_key("carry", "P")
    hands.enter()
    stations.look("42-protection-plan-entered")
    hands.push("back")
    stations.look("43-case-planned")
