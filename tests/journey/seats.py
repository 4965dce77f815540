# SPDX-License-Identifier: EUPL-1.2
"""A vault that services made ready, and whoever sits down at the window of it, with keys alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journey.hands import Hands
from tests.journey.place import running
from tests.journey.station import texts
from tests.support.real_program import PATIENT
from tests.unit.services.offices import Office
from workbench.app.window import Program

Seat = tuple[int, str]
"""Which place at the vault, and its passphrase."""


class Counted(Hands):
    """Hands that count the keys they press."""

    keys = 0

    def press(
        self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.keys += len(keys)
        super().press(*keys, held=held)

    def type(self, text: str) -> None:
        self.keys += len(text)
        super().type(text)


@contextmanager
def seated(qapp: QApplication, office: Office, seat: Seat) -> Iterator[Counted]:
    """The window of a vault that nobody holds, unlocked by keys; locked and ended afterwards."""
    office.session.close()
    folder, around = office.place.folder, office.place.around
    with running(lambda: Program(qapp, folder, around=around, trial=PATIENT)) as program:
        hands = Counted(program)
        unlock(hands, seat)
        yield hands


def unlock(hands: Hands, seat: Seat) -> None:
    """User number, passphrase, Enter; what stood there from before is gone over."""
    place, passphrase = seat
    hands.type(f"{place:02}")
    hands.type(passphrase)
    hands.press(Qt.Key.Key_Return)
    hands.wait(lambda: not hands.program.shell.is_locked)
    hands.settle()


def change_seats(hands: Hands, seat: Seat) -> None:
    """F12, and somebody else sits down."""
    closed: list[int] = []
    hands.program.closed.connect(lambda: closed.append(1))
    hands.press(Qt.Key.Key_F12)
    hands.wait(lambda: bool(closed))
    unlock(hands, seat)


def open_akt(hands: Hands, number: str) -> None:
    """By its number, in the field at the top."""
    hands.tab_to("finder")
    hands.type(number)
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    hands.settle()


def open_row(hands: Hands, beginning: str) -> None:
    """Tab to the first row whose object name begins so, and open it."""
    for _stop in range(400):
        if hands.here.objectName().startswith(beginning):
            hands.press(Qt.Key.Key_Return)
            hands.settle()
            return
        hands.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches a row {beginning}")


def says(hands: Hands, text: str) -> bool:
    """Whether it stands anywhere on screen."""
    return any(text in each for each in texts(hands.program.shell))
