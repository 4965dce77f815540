# SPDX-License-Identifier: EUPL-1.2
"""The idle clock: minutes, an interview, sleep, and no key that gets in after it was too late."""

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QExposeEvent, QRegion
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from workbench.ui.kit.dialogs import Dialogs
from workbench.ui.kit.fields import TextArea
from workbench.ui.kit.frame import Frame
from workbench.ui.kit.page import Page
from workbench.ui.kit.rail import Entry
from workbench.ui.kit.watch import LONGEST_MIN, SHORTEST_MIN, Watch, since_boot_s
from workbench.ui.shell import Shell
from workbench.ui.unlock.page import UnlockPage

MINUTE = 60.0


class TalkPage(Page):
    """A page on which people talk."""

    is_interview = True


class Laptop:
    """The real window, unlocked, and a clock that goes as far as the test says."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now = 1000.0
        self.shell = Shell(UnlockPage(folder=""), lock_now=lambda: None)
        qtbot.addWidget(self.shell)
        self.shell.show()
        self.shell.activateWindow()
        qtbot.waitUntil(self.shell.isActiveWindow)
        self.note = TextArea("Note", name="note")
        self.pressed: list[bool] = []
        page = Page("Notes")
        button = QPushButton("Send", objectName="send")
        button.clicked.connect(lambda: self.pressed.append(True))
        page.add(self.note, button)
        entries = (
            Entry("notes", "Notes", "today", lambda: page),
            Entry("talk", "Talk", "today", lambda: TalkPage("Talk")),
        )
        self.frame = Frame(entries, Dialogs(self.shell), idle_minutes=5, interview_minutes=20)
        self.watch = self.frame.watch
        self.watch.now_s = lambda: self.now
        self.shell.unlocked("anna", self.frame, "notes")

    def wait(self, seconds: float) -> None:
        self.now += seconds

    def tick(self) -> None:
        self.watch._clock.timeout.emit()


@pytest.fixture
def laptop(qtbot: QtBot) -> Laptop:
    return Laptop(qtbot)


def test_idle_time_locks_at_the_first_tick_past_it(laptop):
    assert laptop.watch._clock.isActive()
    laptop.wait(5 * MINUTE - 1)
    laptop.tick()
    assert not laptop.shell.is_locked
    laptop.wait(1)
    laptop.tick()
    assert laptop.shell.is_locked
    assert not laptop.watch._clock.isActive()


def test_every_sign_of_life_starts_the_time_anew(laptop, qtbot):
    for _press in range(4):
        laptop.wait(5 * MINUTE - 1)
        qtbot.keyClick(laptop.note, Qt.Key.Key_A)
    laptop.wait(5 * MINUTE - 1)
    qtbot.mouseMove(laptop.frame)
    laptop.tick()
    assert not laptop.shell.is_locked
    assert laptop.note.text() == "aaaa"


def test_a_window_that_only_paints_is_no_sign_of_life(laptop):
    laptop.wait(4 * MINUTE)
    laptop.frame.repaint()
    laptop.wait(2 * MINUTE)
    laptop.tick()
    assert laptop.shell.is_locked


def test_after_sleeping_past_the_limit_the_first_key_locks_and_is_typed_nowhere(laptop, qtbot):
    laptop.note.setFocus()
    laptop.wait(8 * 60 * MINUTE)
    qtbot.keyClick(laptop.note, Qt.Key.Key_A)
    assert laptop.shell.is_locked
    assert laptop.note.text() == ""


def test_after_sleeping_past_the_limit_the_first_click_locks_and_presses_nothing(laptop, qtbot):
    button = laptop.shell.findChild(QPushButton, "send")
    laptop.wait(8 * 60 * MINUTE)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert laptop.shell.is_locked
    assert laptop.pressed == []


def test_after_sleeping_past_the_limit_an_accessible_press_of_space_presses_nothing(laptop, qtbot):
    button = laptop.shell.findChild(QPushButton, "send")
    button.setFocus()
    laptop.wait(8 * 60 * MINUTE)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert laptop.pressed == []


@pytest.mark.parametrize("asks", [QEvent.Type.UpdateRequest, QEvent.Type.WindowActivate])
def test_after_sleeping_what_is_painted_first_is_the_blank_window(laptop, asks):
    laptop.wait(8 * 60 * MINUTE)
    QApplication.sendEvent(laptop.shell, QEvent(asks))
    assert laptop.shell.is_locked


def test_after_sleeping_a_window_that_comes_to_light_is_blank(laptop):
    laptop.wait(8 * 60 * MINUTE)
    QApplication.sendEvent(laptop.shell.windowHandle(), QExposeEvent(QRegion(0, 0, 9, 9)))
    assert laptop.shell.is_locked


def test_a_short_sleep_locks_nothing_and_loses_no_key(laptop, qtbot):
    laptop.wait(4 * MINUTE)
    qtbot.keyClick(laptop.note, Qt.Key.Key_A)
    assert laptop.note.text() == "a"


def test_the_lock_keys_still_work_when_it_is_too_late(laptop, qtbot):
    laptop.wait(8 * 60 * MINUTE)
    qtbot.keyClick(laptop.note, Qt.Key.Key_F12)
    assert laptop.shell.is_locked


def test_where_people_talk_it_waits_longer_and_only_there(laptop):
    assert laptop.watch.minutes() == 5
    laptop.shell.open("talk")
    assert laptop.watch.minutes() == 20
    laptop.wait(19 * MINUTE)
    laptop.tick()
    assert not laptop.shell.is_locked
    laptop.shell.open("notes")
    laptop.tick()
    assert laptop.shell.is_locked


def test_the_page_of_an_assessment_is_one_on_which_people_talk():
    from workbench.ui.assess.page import AssessPage

    assert AssessPage.is_interview
    assert not Page.is_interview


@given(st.integers(min_value=-5, max_value=10_000), st.booleans())
def test_both_times_are_kept_within_their_limits(asked, is_on):
    watch = Watch(_parent())
    watch.set_minutes(asked)
    watch.set_interview_minutes(asked)
    watch.set_interview(is_on=is_on)
    assert watch.minutes() == min(max(asked, SHORTEST_MIN), LONGEST_MIN)


def _parent() -> QObject:
    return QApplication.instance()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's clock")
def test_on_linux_the_clock_is_the_one_that_goes_on_during_sleep():
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= since_boot_s() <= time.clock_gettime(time.CLOCK_BOOTTIME)


def test_elsewhere_a_clock_that_nobody_sets_serves(monkeypatch):
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    assert since_boot_s() <= since_boot_s()
    monkeypatch.delattr(time, "CLOCK_MONOTONIC", raising=False)
    before = time.monotonic()
    assert before <= since_boot_s() <= time.monotonic()
