# SPDX-License-Identifier: EUPL-1.2
"""Unlocking: one derivation at a time, honest waiting, nothing left in the fields."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.walk import controls, interfaces, nameless, reached_by_tab
from workbench.domain.errors import WorkbenchError
from workbench.services.jobs import InlineJobs
from workbench.ui.unlock.page import UnlockPage
from workbench.ui.unlock.presenter import Typed, UnlockPresenter
from workbench.words import ErrorText

PHRASE = "sten moln lykta bro norr"
REFUSED = ErrorText("VAULT-002", "Not the right passphrase.", "Wait 2 seconds.")


class _WaitError(WorkbenchError):
    code = "TEST-003"


@dataclass
class Seen:
    """A view that remembers what it was told to show."""

    told: list[tuple[str, Any]] = field(default_factory=list)

    def show_working(self) -> None:
        self.told.append(("working", None))

    def show_refused(self, text: ErrorText, wait_s: int) -> None:
        self.told.append((f"refused {text.code}", wait_s))

    def show_older(self, text: ErrorText) -> None:
        self.told.append((f"older {text.code}", None))

    def show_problem(self, error: Exception) -> None:
        self.told.append(("problem", type(error)))

    def empty(self) -> None:
        self.told.append(("empty", None))


class HeldJobs:
    """Keeps the work until the test lets it go."""

    def __init__(self) -> None:
        self.held: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.held.append(lambda: InlineJobs().run(work, done=done, failed=failed))


def _refuse(error: Exception) -> Callable[[int, str, str], str]:
    def unlock(place: int, passphrase: str, over_older: str) -> str:
        raise error

    return unlock


def test_a_right_passphrase_opens_and_empties_the_fields() -> None:
    view, opened = Seen(), list[str]()
    presenter = UnlockPresenter(
        view, InlineJobs(), lambda place, p, _why: f"{place} {p}", opened.append
    )
    presenter.submit(Typed("07", PHRASE))
    assert opened == [f"7 {PHRASE}"]
    assert [what for what, _ in view.told] == ["working", "empty"]


def test_a_user_number_without_its_nought_is_understood() -> None:
    opened = list[int]()
    presenter = UnlockPresenter(Seen(), InlineJobs(), lambda place, _p, _why: place, opened.append)
    presenter.submit(Typed("7", PHRASE))
    assert opened == [7]


@pytest.mark.parametrize(
    "typed", [Typed("", PHRASE), Typed("123", PHRASE), Typed("07", "  "), Typed("x1", PHRASE)]
)
def test_an_incomplete_attempt_derives_nothing(typed: Typed) -> None:
    view = Seen()
    UnlockPresenter(view, InlineJobs(), _refuse(AssertionError()), print).submit(typed)
    assert view.told == []


def test_only_one_derivation_runs_at_a_time() -> None:
    view, jobs, opened = Seen(), HeldJobs(), list[int]()
    presenter = UnlockPresenter(view, jobs, lambda place, _p, _why: place, opened.append)
    presenter.submit(Typed("01", PHRASE))
    presenter.submit(Typed("01", PHRASE))
    assert len(jobs.held) == 1
    jobs.held.pop()()
    presenter.submit(Typed("02", PHRASE))
    jobs.held.pop()()
    assert opened == [1, 2]


def test_a_refusal_says_how_long_to_wait_and_may_be_tried_again() -> None:
    view = Seen()
    presenter = UnlockPresenter(view, InlineJobs(), _refuse(_WaitError(seconds=8)), print)
    presenter.submit(Typed("01", PHRASE))
    presenter.submit(Typed("01", PHRASE))
    assert view.told == [("working", None), ("refused TEST-003", 8)] * 2


def test_an_unexpected_error_is_told_as_a_problem() -> None:
    view = Seen()
    UnlockPresenter(view, InlineJobs(), _refuse(OSError()), print).submit(Typed("01", PHRASE))
    assert view.told[-1] == ("problem", OSError)


@pytest.fixture
def page(qtbot: QtBot) -> UnlockPage:
    made = UnlockPage(folder="~/Varn")
    qtbot.addWidget(made)
    made.resize(683, 384)
    made.show()
    made.activateWindow()
    made.place.setFocus()
    qtbot.waitUntil(made.place.hasFocus)
    return made


def test_a_long_refusal_is_not_cut(page: UnlockPage, qtbot: QtBot) -> None:
    page.resize(1366, 728)
    long = "The file is an older copy than the one that was used last. " * 3
    page.show_refused(ErrorText("VAULT-005", long, long), 0)
    for label in (page.banner.title, page.banner.detail):
        qtbot.waitUntil(lambda at=label: at.height() >= at.heightForWidth(at.width()))


def test_two_digits_the_passphrase_and_enter_is_all_it_takes(
    page: UnlockPage, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.place, "a0b1")
    assert page.passphrase.hasFocus()
    qtbot.keyClicks(page.passphrase, PHRASE)
    with qtbot.waitSignal(page.submitted):
        qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    assert page.typed() == Typed("01", PHRASE)


def test_nothing_is_submitted_before_both_fields_are_filled(page: UnlockPage, qtbot: QtBot) -> None:
    assert not page.unlock.isEnabled()
    qtbot.keyClicks(page.place, "01")
    with qtbot.assertNotEmitted(page.submitted):
        qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.keyClicks(page.passphrase, "x")
    assert page.unlock.isEnabled()


def test_while_the_key_is_worked_out_the_page_says_so_and_takes_no_second_try(
    page: UnlockPage, qtbot: QtBot
) -> None:
    page.place.setText("01")
    page.passphrase.setText(PHRASE)
    page.show_working()
    bar = page.findChild(QProgressBar)
    assert bar.isVisible()
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    assert bar.accessibleName() == "The key is being worked out. It takes about a second."
    with qtbot.assertNotEmitted(page.submitted):
        page.unlock.click()
        page.passphrase.returnPressed.emit()


def test_keys_pressed_while_the_key_is_worked_out_lead_nowhere(
    page: UnlockPage, qtbot: QtBot
) -> None:
    """A second Enter, or the passphrase typed once more: neither opens another page."""
    qtbot.keyClicks(page.place, "01")
    qtbot.keyClicks(page.passphrase, PHRASE)
    page.show_working()
    with qtbot.assertNotEmitted(page.forgotten), qtbot.assertNotEmitted(page.restoring):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        qtbot.keyClicks(page.focusWidget(), f"{PHRASE} {PHRASE}")
    page.show_refused(REFUSED, 0)
    assert page.typed() == Typed("01", "")
    qtbot.keyClicks(page.passphrase, "x")
    assert page.typed() == Typed("01", "x")


def test_a_refusal_is_said_the_number_kept_the_passphrase_gone(page: UnlockPage) -> None:
    page.place.setText("01")
    page.passphrase.setText(PHRASE)
    page.show_working()
    page.show_refused(REFUSED, 0)
    assert page.banner.title.text() == REFUSED.what
    assert "VAULT-002" in page.banner.detail.text()
    assert page.typed() == Typed("01", "")
    assert not page.findChild(QProgressBar).isVisible()


def test_the_wait_is_counted_down_on_the_button(page: UnlockPage, qtbot: QtBot) -> None:
    page.place.setText("01")
    page.show_refused(REFUSED, 2)
    page.passphrase.setText(PHRASE)
    assert page.unlock.text() == "Wait 2 s"
    assert not page.unlock.isEnabled()
    page._clock.timeout.emit()
    assert page.unlock.text() == "Wait 1 s"
    page._clock.timeout.emit()
    assert page.unlock.text() == "Unlock"
    assert page.unlock.isEnabled()


def test_emptying_leaves_nothing_behind(page: UnlockPage) -> None:
    page.place.setText("01")
    page.passphrase.setText(PHRASE)
    page.findChild(QPushButton, "show-passphrase").click()
    page.show_refused(REFUSED, 0)
    page.empty()
    page.passphrase.undo()
    assert page.typed() == Typed("", "")
    assert page.passphrase.echoMode() == QLineEdit.EchoMode.Password
    assert not page.banner.isVisible()


def test_the_passphrase_can_be_read_while_typing_and_hidden_again(page: UnlockPage) -> None:
    button = page.findChild(QPushButton, "show-passphrase")
    button.click()
    assert page.passphrase.echoMode() == QLineEdit.EchoMode.Normal
    assert button.text() == "Conceal"
    button.click()
    assert page.passphrase.echoMode() == QLineEdit.EchoMode.Password


def test_help_for_a_forgotten_passphrase_is_always_there(page: UnlockPage) -> None:
    forgotten = page.findChild(QPushButton, "forgotten")
    assert forgotten.isVisible()
    page.show_working()
    assert forgotten.isEnabled()
    asked: list[bool] = []
    page.forgotten.connect(lambda: asked.append(True))
    forgotten.click()
    assert asked == [True]


def test_the_page_is_named_and_worked_by_keyboard(page: UnlockPage) -> None:
    page.place.setText("01")
    page.passphrase.setText(PHRASE)
    assert nameless(page) == []
    stops = [widget.objectName() for widget in reached_by_tab(page)]
    assert stops == ["place", "passphrase", "show-passphrase", "unlock", "forgotten", "restore"]
    assert [w for w in controls(page) if w not in reached_by_tab(page)] == []


def test_a_screen_reader_is_never_given_the_passphrase(page: UnlockPage) -> None:
    page.passphrase.setText(PHRASE)
    texts = [found.text(kind) for found in interfaces(page) for kind in QAccessible.Text]
    assert not any(PHRASE in text for text in texts)


def test_at_two_hundred_per_cent_nothing_is_cut_sideways(page: UnlockPage) -> None:
    page.resize(560, 360)
    page.show_refused(REFUSED, 5)
    page.grab()
    assert page._scroll.horizontalScrollBar().maximum() == 0


class _OlderError(WorkbenchError):
    code = "VAULT-005"


def test_an_older_copy_is_opened_only_with_a_reason_that_goes_along(qtbot: QtBot) -> None:
    tried: list[tuple[int, str, str]] = []

    def unlock(place: int, passphrase: str, over_older: str) -> str:
        tried.append((place, passphrase, over_older))
        if not over_older.strip():
            raise _OlderError(file="register.db")
        return "open"

    page = UnlockPage(folder="")
    qtbot.addWidget(page)
    page.show()
    opened: list[str] = []
    presenter = UnlockPresenter(page, InlineJobs(), unlock, opened.append)
    page.submitted.connect(lambda: presenter.submit(page.typed()))
    page.place.setText("01")
    page.passphrase.setText(PHRASE)
    page.unlock.click()
    assert opened == []
    assert page.passphrase.text() == ""
    why = page.findChild(QLineEdit, "over-older")
    assert page.focusWidget() is why
    why.setText("Disken gick sönder")
    qtbot.keyClick(why, Qt.Key.Key_Return)
    assert page.focusWidget() is page.passphrase
    page.passphrase.setText(PHRASE)
    page.unlock.click()
    assert tried == [(1, PHRASE, ""), (1, PHRASE, "Disken gick sönder")]
    assert opened == ["open"]
    assert why.text() == ""
    assert not why.isVisible()
