# SPDX-License-Identifier: EUPL-1.2
"""A night in a shelter: an adult and two children come, a lock falls in between, by keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.journey import beginning
from tests.journey.hands import Hands
from tests.journey.place import Workplace
from tests.journey.test_main_job import unlocked

CHILDREN = ("Lo Låtsasvall", "Pim Låtsasvall")


def _lock(hands: Hands, workplace: Workplace) -> None:
    """F12 in the middle of a word, and the same passphrase again."""
    hands.press(Qt.Key.Key_F12)
    hands.wait(lambda: hands.program.shell.is_locked)
    beginning.unlock(hands, workplace)


def test_a_night_with_two_children_and_a_lock_in_between(
    qapp: QApplication, tmp_path: Path
) -> None:
    shelter = Workplace(tmp_path / "a", "Jouren Påhittet", "Sten Skyddsson", "granit körsbär")
    shelter.found()
    with unlocked(qapp, shelter, "night") as (hands, stations):
        hands.push("somebody-comes")
        hands.push("begin")
        hands.write("room", "B2")
        hands.push("add-child")
        hands.write("name", CHILDREN[0])
        hands.write("needs", "Väll")
        _lock(hands, shelter)
        stations.look("02-after-the-lock")
        hands.push("add-child")
        hands.write("name", CHILDREN[1])
        hands.push("enter-all")
        stations.look("03-entered")
        assert hands.here.objectName() == "to-protection"
        said = " ".join(each.text() for each in hands.program.shell.findChildren(QLabel))
        assert "2 barn har egna akter" in said
        hands.push("to-first-day")
        stations.look("04-first-day")
        hands.push("row-protection")
        stations.look("05-protection")
