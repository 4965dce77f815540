# SPDX-License-Identifier: EUPL-1.2
"""Lock in mid-typing, paper, contact cards, and a bundle from one organisation to the other."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from tests.journey import telling
from tests.journey.beginning import unlock
from tests.journey.hands import Hands
from tests.journey.place import Workplace
from tests.journey.station import Stations, texts

AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-")
_CONTROL = Qt.KeyboardModifier.ControlModifier


def lock_in_mid_typing(hands: Hands, stations: Stations, workplace: Workplace) -> None:
    """F12 in the middle of a word; unlocked again, it goes on where it was."""
    shell = hands.program.shell
    hands.push("way-journal")
    half = len(telling.NOTE) // 2
    hands.write("text", telling.NOTE[:half])
    place = shell.frame().key
    hands.press(Qt.Key.Key_F12)
    assert shell.is_locked
    assert not [text for text in texts(shell) if telling.NOTE[:9] in text]
    stations.look("50-locked")
    unlock(hands, workplace)
    assert shell.frame().key == place
    field = hands.tab_to("field-text")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == telling.NOTE[:half]
    stations.look("51-unlocked-again")
    hands.press(Qt.Key.Key_End, held=_CONTROL)
    hands.type(telling.NOTE[half:])
    hands.enter()
    stations.look("52-note-entered")
    hands.push("back")


def make_papers(hands: Hands, stations: Stations, folder: Path) -> None:
    """The assessment is looked at and saved."""
    hands.push("way-print")
    stations.look("53-print")
    hands.tab_to("receiver")
    hands.type("Vuxenenheten, Exempelkommun")
    hands.push("tick-looked-through")
    hands.push("save")
    stations.look("54-where-saved")
    _choose_folder(hands, folder)
    stations.look("55-saved")
    hands.push("back")


def export_card(hands: Hands, stations: Stations, folder: Path) -> str:
    """The own card to a folder; the digits that are read out."""
    hands.push("rail-receive")
    stations.look("60-open-bundle")
    hands.push("contacts")
    stations.look("61-contacts")
    hands.push("export")
    _choose_folder(hands, folder)
    stations.look("62-card-saved")
    label = hands.program.shell.findChild(QLabel, "own-digits")
    return re.sub(r"\D", "", label.text())


def bring_card(hands: Hands, stations: Stations, folder: Path, digits: str) -> None:
    """The other's card, and the digits that the other read out."""
    hands.push("bring")
    choose_file(hands, folder)
    stations.look("63-card-brought")
    hands.tab_to_last("digits-")
    hands.type(" ".join(digits[at : at + 5] for at in range(0, len(digits), 5)))
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    stations.look("64-digits-compared")


def find_the_akt(hands: Hands, stations: Stations) -> None:
    """By name, in the field at the top."""
    hands.tab_to("finder")
    hands.type(telling.NAME)
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    stations.look("65-found", goes_round=False)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    stations.look("66-case-found")


def seal(hands: Hands, stations: Stations, workplace: Workplace, folder: Path) -> None:
    """Receiver, ground, what the receiver sees, the passphrase again, the stick."""
    hands.push("way-seal")
    stations.look("70-seal")
    hands.press(Qt.Key.Key_Space)
    hands.push("step-on")
    stations.look("71-ground")
    hands.choose("ground", "Samtycke till att sekretessen bryts")
    hands.choose("consent", "Skriftligt")
    hands.write("text", telling.CONSENT)
    hands.write("consent_date", telling.day(0))
    hands.choose("purpose", "Riskbedömning")
    hands.push("step-on")
    stations.look("72-receiver-sees")
    assert not [text for text in texts(hands.program.shell) if AN_ID.search(text)]
    hands.push("tick-looked-through")
    hands.push("step-on")
    stations.look("73-passphrase-again")
    hands.type(workplace.passphrase)
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    _choose_folder(hands, folder)
    stations.look("74-sealed")
    hands.push("step-on")


def open_bundle(
    hands: Hands, stations: Stations, folder: Path, says: str = telling.BECAUSE
) -> None:
    """Choose the file, look at what it is, accept it into a new akt."""
    hands.push("back")
    hands.push("choose")
    choose_file(hands, folder)
    stations.look("80-bundle-chosen")
    hands.push("open")
    stations.look("81-quarantine")
    hands.tab_to("choice-automatic")
    hands.press(Qt.Key.Key_Space)
    hands.push("accept")
    stations.look("82-accepted")
    hands.tab_to("row-document-0")
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    stations.look("83-received")
    assert [text for text in texts(hands.program.shell) if says in text]


def _choose_folder(hands: Hands, folder: Path) -> None:
    _walk_to(hands, folder)
    hands.push("yes")


def choose_file(hands: Hands, folder: Path) -> None:
    """The only file there."""
    _walk_to(hands, folder)
    hands.tab_to("files")
    hands.press(Qt.Key.Key_Return)
    hands.settle()


def _walk_to(hands: Hands, folder: Path) -> None:
    hands.tab_to("path")
    hands.press(Qt.Key.Key_A, held=_CONTROL)
    hands.type(str(folder))
    hands.press(Qt.Key.Key_Return)
