# SPDX-License-Identifier: EUPL-1.2
"""From the locked window to an akt with its violence calendar and the person's own appraisal."""

from PySide6.QtCore import Qt

from tests.journey import telling
from tests.journey.hands import Hands
from tests.journey.place import Workplace
from tests.journey.station import Stations


def unlock(hands: Hands, workplace: Workplace) -> None:
    """User number, passphrase, Enter."""
    hands.type("01")
    hands.type(workplace.passphrase)
    hands.press(Qt.Key.Key_Return)
    hands.wait(lambda: not hands.program.shell.is_locked)
    hands.settle()


def somebody_comes(hands: Hands, stations: Stations) -> None:
    """Idag → an akt is begun → who came, entered → Skydd nu."""
    stations.look("02-today")
    hands.push("somebody-comes")
    stations.look("03-somebody-comes")
    hands.tab_to("begin")
    hands.press(Qt.Key.Key_Space)
    hands.settle()
    hands.write("room", telling.ROOM)
    stations.look("03-arrival")
    hands.push("enter-all")
    hands.push("to-protection")
    stations.look("04-protection")


def protect(hands: Hands, stations: Stations) -> None:
    """Skydd nu is noted, a safe contact agreed."""
    hands.choose("needed", "Ja")
    hands.write("reasons", telling.NEED_REASONS)
    hands.write("done_at_once", telling.DONE_AT_ONCE)
    hands.enter()
    stations.look("05-protection-noted")
    hands.push("safe-contact")
    hands.write("channel", telling.CHANNEL)
    hands.write("times", telling.TIMES)
    hands.choose("may_leave_message", "Nej")
    hands.write("code_word", telling.CODE_WORD)
    hands.write("do_not_contact", telling.DO_NOT_CONTACT)
    stations.look("06-safe-contact")
    hands.enter()
    hands.push("back")
    stations.look("07-case")


def name_the_person(hands: Hands, stations: Stations) -> None:
    hands.push("change-subject")
    hands.write("name", telling.NAME)
    hands.write("personal_number", telling.NUMBER)
    hands.choose("identity", "Som personen säger")
    hands.write("reason", telling.NAMED_BECAUSE)
    stations.look("08-subject")
    hands.enter()
    stations.look("09-case-named")


def calendar(hands: Hands, stations: Stations) -> None:
    """Three dated incidents."""
    hands.push("way-incidents")
    stations.look("10-incidents")
    for ago, kind, severity, noticed, what in telling.INCIDENTS:
        hands.write("day", telling.day(-ago))
        hands.pick("kind", kind)
        hands.write("what", what)
        hands.choose_by_key("severity", severity)
        hands.choose("children_noticed", noticed)
        hands.write("source", "den utsatta")
        hands.enter()
    stations.look("11-incidents-entered")
    hands.push("back")


def own_appraisal(hands: Hands, stations: Stations) -> None:
    """Before any number."""
    hands.push("way-own-appraisal")
    stations.look("12-own-appraisal")
    hands.write("words", telling.OWN_WORDS)
    hands.write("estimate", telling.OWN_ESTIMATE)
    hands.enter()
    stations.look("13-case-appraised")
