# SPDX-License-Identifier: EUPL-1.2
"""Under a real X server: the program as a process, worked by key events alone."""

import select
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journey import telling
from tests.journey.afterwards import only_akt
from tests.journey.display import PROGRAM, Display, display, program
from tests.journey.place import Workplace, opened
from tests.journey.rehearsal import RecordingHands, Stroke
from tests.journey.station import shot
from tests.reliability.leaks import leaking_files
from tests.tools import missing_tool, require
from workbench.app.opening import Founder, found_vault, open_session
from workbench.app.system import SystemClock, SystemIds
from workbench.domain.people import Organisation
from workbench.domain.subject import Note, ProtectionNow
from workbench.vault.opening import Surroundings, read_info

PASSPHRASE = "granit lampa torsdag"
_PATIENCE_S = 30.0

pytestmark = [pytest.mark.tool, pytest.mark.slow]


def rehearse(qapp: QApplication, folder: Path) -> dict[str, list[Stroke]]:
    """The same keys without a display, on a vault of its own."""
    workplace = Workplace(folder, "Jouren Påhittet", "Sten Skyddsson", PASSPHRASE).found()
    pieces: dict[str, list[Stroke]] = {}
    with opened(qapp, workplace) as shown:
        hands = RecordingHands(shown)

        def keep(name: str) -> None:
            pieces[name], hands.strokes = hands.strokes, []

        hands.type("01")
        hands.type(PASSPHRASE)
        hands.press(Qt.Key.Key_Return)
        keep("unlock")
        hands.wait(lambda: not shown.shell.is_locked)
        hands.settle()
        hands.push("somebody-comes")
        hands.push("begin")
        hands.push("enter-all")
        hands.push("to-protection")
        hands.choose("needed", "Ja")
        hands.enter()
        hands.push("back")
        hands.push("way-journal")
        hands.write("text", telling.NOTE)
        hands.enter()
        hands.write("text", telling.HALF_TYPED)
        keep("work")
        hands.press(Qt.Key.Key_F12)
        keep("lock")
    return pieces


def test_the_program_is_worked_by_keys_under_a_real_x_server(
    qapp: QApplication, tmp_path: Path
) -> None:
    require("Xvfb", "xdotool", "setxkbmap")
    if not PROGRAM.exists():
        missing_tool(str(PROGRAM))
    pieces = rehearse(qapp, tmp_path / "rehearsal")
    place = tmp_path / "place"
    vault, screen = place / "vault", tmp_path / "screen"
    for folder in (place, screen):
        folder.mkdir()
    around = Surroundings(SystemClock(), SystemIds(), place / "state")
    _found(vault, around)
    with display(screen) as shown, program(shown, vault, place / "state") as window:
        assert shown.tool("getwindowname", window) == "Värn"
        shown.replay(pieces["unlock"])
        _wait(lambda: read_info(vault, given_state_folder=place / "state").is_in_use)
        shown.wait_until_quiet()
        _photograph(shown, "x11-today")
        shown.replay(pieces["work"])
        shown.wait_until_quiet()
        _photograph(shown, "x11-note")
        assert shown.tool("getwindowname", window) == "Värn"
        shown.replay(pieces["lock"])
        _wait(lambda: not read_info(vault, given_state_folder=place / "state").is_in_use)
        _photograph(shown, "x11-locked")
        assert shown.tool("getwindowname", window) == "Värn"
    _check(vault, around)
    files = [path for path in place.rglob("*") if path.is_file()]
    assert leaking_files(files, (telling.NOTE, telling.HALF_TYPED, PASSPHRASE)) == {}


def _found(vault: Path, around: Surroundings) -> None:
    founder = Founder(Organisation("Jouren Påhittet", ""), "Sten Skyddsson", "handläggare")
    founded = found_vault(vault, PASSPHRASE, founder, around)
    founded.vault.prove_recovery(founded.recovery_code)
    founded.session.close()


def _check(vault: Path, around: Surroundings) -> None:
    """The journal holds what was entered; what was half typed waits as working material."""
    session = open_session(vault, 1, PASSPHRASE, around)
    try:
        akt = only_akt(session)
        assert telling.NOTE in [note.value.text for note in akt.all(Note)]
        assert [need.value.needed for need in akt.all(ProtectionNow)] == ["yes"]
        rows = akt.file.working_rows(session.desk.vault.signer.user)
        assert telling.HALF_TYPED in "".join(row.value for row in rows)
    finally:
        session.close()


def _wait(until: Callable[[], bool]) -> None:
    ends = time.monotonic() + _PATIENCE_S
    while not until():
        assert time.monotonic() < ends, "it never came"
        select.select([], [], [], 0.1)


def _photograph(shown: Display, name: str) -> None:
    shot(name).parent.mkdir(parents=True, exist_ok=True)
    shown.seen().save(str(shot(name)))
