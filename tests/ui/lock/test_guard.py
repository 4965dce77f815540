# SPDX-License-Identifier: EUPL-1.2
"""What the machine does for the window: memory shut in time, every window kept out of pictures."""

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.tools import ROOT
from workbench.app import guarding
from workbench.app.countdown import Countdown
from workbench.app.shield import Shield
from workbench.ui.kit.asking import Question
from workbench.ui.kit.dialogs import Dialogs
from workbench.ui.shell import Shell
from workbench.ui.triggers.lock_triggers import LockTriggers
from workbench.ui.unlock.page import UnlockPage

_CHILD = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.support.real_program import PATIENT, found, running
from workbench.machine.hardening import dump_block
from workbench.ui.kit import theme

app = QApplication([])
theme.apply(app, dark=False)
office, case = found(Path(sys.argv[1]) / "at")
said = [dump_block()]
with running(app, office, case, PATIENT._replace({trial})) as program:
    unlock = program.program._presenter._unlock
    program.program._presenter._unlock = lambda *typed: said.append(dump_block()) or unlock(*typed)
    program.unlock()
    said.append(dump_block())
print(*said)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's answers")
@pytest.mark.parametrize(
    ("trial", "said"),
    [("", "off on on"), ("leaves_memory_readable=True", "off off off")],
    ids=["as always", "as a test asks"],
)
def test_memory_is_shut_before_a_key_is_derived(tmp_path, trial, said):
    command = [sys.executable, "-c", _CHILD.format(trial=trial), str(tmp_path)]
    around = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.run(
        command, cwd=ROOT, env=around, capture_output=True, text=True, check=True, timeout=120
    )
    assert child.stdout.strip() == said


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    made = Shell(UnlockPage(folder=""), lock_now=lambda: None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_window_is_kept_out_of_pictures_as_it_is_shown(shell: Shell, qtbot: QtBot) -> None:
    blocked: list[int] = []
    shield = Shield(shell, blocked.append)
    shield.begin()
    assert shell.winId() in blocked
    dialogs = Dialogs(shell)
    dialogs.confirm(Question("?", "", yes="Yes", no="No"), yes=lambda: None)
    box = QComboBox(shell)
    box.addItems(["one", "two"])
    box.show()
    box.showPopup()
    menu = QMenu(shell)
    menu.addAction("one")
    menu.popup(shell.pos())
    qtbot.waitUntil(menu.isVisible)
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert len(shown) == 4
    assert {window.winId() for window in shown} <= set(blocked)
    QApplication.instance().removeEventFilter(shield)
    dialogs.close_all()


def test_what_is_no_window_of_its_own_is_not_asked_for(shell: Shell) -> None:
    blocked: list[int] = []
    shield = Shield(shell, blocked.append)
    shield.begin()
    before = len(blocked)
    QWidget(shell).show()
    assert len(blocked) == before
    QApplication.instance().removeEventFilter(shield)


@pytest.mark.parametrize("can", [True, False])
def test_only_a_system_that_can_is_asked(shell: Shell, monkeypatch, can: bool) -> None:  # noqa: FBT001
    asked: list[int] = []
    monkeypatch.setattr(guarding, "can_block_capture", lambda: can)
    monkeypatch.setattr(guarding, "block_capture", asked.append)
    guard = guarding.Guard(shell, system=lambda: None, session=lambda: None)
    assert bool(asked) is can
    guard.setParent(None)


def test_a_bus_that_misbehaves_keeps_nobody_out(shell: Shell, monkeypatch, caplog) -> None:
    def break_down(*_asked: object, **_more: object) -> None:
        raise ValueError

    monkeypatch.setattr(LockTriggers, "begin", break_down)
    guard = guarding.Guard(shell, system=lambda: None, session=lambda: None)
    assert guard.triggers.sources() == ()
    assert "ValueError" in caplog.text


def test_a_countdown_ends_once_and_not_after_it_was_stopped(qtbot: QtBot) -> None:
    ended: list[str] = []
    stopped, runs = (
        Countdown(0.05, lambda: ended.append("stopped")),
        Countdown(0.2, lambda: ended.append("ran")),
    )
    for countdown in (stopped, runs):
        countdown.start()
        countdown.start()
    stopped.stop()
    stopped.stop()
    qtbot.waitUntil(lambda: ended == ["ran"])
