# SPDX-License-Identifier: EUPL-1.2
"""Forgotten the passphrase: one step at a time, nothing left open behind anyone's back."""

from collections.abc import Callable
from typing import Any

import pytest

from workbench.crypto.passphrases import word_list
from workbench.domain.errors import WorkbenchError
from workbench.services.jobs import InlineJobs
from workbench.ui.forgotten.presenter import Back, ForgottenPresenter, SeatVm, Ways

WORDS = " ".join(word_list()[:6])
SEATS = (SeatVm(1, "Sten Skyddsson", "", is_taken=True),)


class RefusedError(WorkbenchError):
    code = "TEST-004"


class OlderError(WorkbenchError):
    code = "VAULT-005"


class Beyond:
    """What is done beyond the screen, remembered."""

    def __init__(self, closed: tuple[str, ...] = (), kind: str = "one") -> None:
        self.done: list[Any] = []
        self.closed, self.kind = closed, kind
        self.refuses = self.is_older = False

    def ways(self) -> Ways[str]:
        return Ways(
            kind=lambda: self.kind,
            vault=lambda: "0c0ffee0-0000-4000-8000-0000000000aa",
            open=self._open,
            draw=lambda place: self._note(("draw", place)) or WORDS,
            take=lambda: self._note("take") or Back("session", 1, self.closed),
            close=lambda: self._note("close"),
            returned=lambda back: self._note(("returned", back.session)),
            left=lambda: self._note("left"),
        )

    def _open(self, codes: Any, over_older: str) -> tuple[SeatVm, ...]:
        if self.is_older and not over_older:
            raise OlderError
        if self.refuses:
            raise RefusedError
        self.done.append(("open", codes, over_older) if over_older else ("open", codes))
        return SEATS

    def _note(self, what: Any) -> None:
        self.done.append(what)


class Seen:
    def __init__(self) -> None:
        self.told: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *given: self.told.append((name, given))

    @property
    def last(self) -> str:
        return self.told[-1][0]


class HeldJobs(InlineJobs):
    """Work is done when the test lets it."""

    def __init__(self) -> None:
        self.held: list[Callable[[], None]] = []

    def run(self, work: Any, *, done: Any, failed: Any) -> None:
        self.held.append(lambda: InlineJobs.run(self, work, done=done, failed=failed))

    def let_go(self) -> None:
        held, self.held = self.held, []
        for each in held:
            each()


def begun(beyond: Beyond, jobs: InlineJobs | None = None) -> tuple[ForgottenPresenter[str], Seen]:
    seen = Seen()
    presenter = ForgottenPresenter(seen, jobs or InlineJobs(), beyond.ways())
    presenter.open()
    return presenter, seen


def test_from_the_code_to_ones_place():
    beyond = Beyond()
    page, seen = begun(beyond)
    assert seen.told == [("ask_codes", (1, "0c0ffee0"))]
    page.submit(["code"])
    assert seen.told[-1] == ("ask_who", (SEATS,))
    page.choose(1)
    assert seen.told[-1] == ("show_passphrase", (1, tuple(WORDS.split())))
    page.hide()
    assert seen.last == "ask_back"
    page.type_back(WORDS.upper())
    assert beyond.done == [("open", ("code",)), ("draw", 1), "take", ("returned", "session")]


def test_two_of_three_are_asked_for_where_there_are_three():
    _page, seen = begun(Beyond(kind="two-of-three"))
    assert seen.told == [("ask_codes", (2, "0c0ffee0"))]


def test_nothing_changes_hands_before_the_passphrase_was_typed_back():
    beyond = Beyond()
    page, seen = begun(beyond)
    page.submit(["code"])
    page.choose(1)
    page.hide()
    page.type_back(WORDS.split()[0])
    assert seen.last == "show_mismatch"
    page.show_again()
    assert seen.last == "show_passphrase"
    assert "take" not in beyond.done


def test_another_passphrase_is_another_drawing():
    beyond = Beyond()
    page, _seen = begun(beyond)
    page.submit(["code"])
    page.choose(1)
    page.draw_again()
    assert beyond.done.count(("draw", 1)) == 2


def test_akter_that_stayed_closed_are_told_before_one_goes_in():
    beyond = Beyond(closed=("2026-0002",))
    page, seen = begun(beyond)
    page.submit(["code"])
    page.choose(1)
    page.type_back(WORDS)
    assert seen.told[-1] == ("show_closed", (("2026-0002",), ()))
    assert ("returned", "session") not in beyond.done
    page.go_in()
    page.go_in()
    assert beyond.done.count(("returned", "session")) == 1


def test_a_wrong_code_is_told_and_can_be_tried_again():
    beyond = Beyond()
    beyond.refuses = True
    page, seen = begun(beyond)
    page.submit(["code"])
    assert seen.last == "show_refused"
    beyond.refuses = False
    page.submit(["code"])
    assert seen.last == "ask_who"


def test_an_older_copy_is_opened_for_a_reason():
    beyond = Beyond()
    beyond.is_older = True
    page, seen = begun(beyond)
    page.submit(["code"])
    assert [name for name, _given in seen.told[-2:]] == ["show_refused", "ask_why"]
    page.submit(["code"], "the disk of yesterday")
    assert seen.last == "ask_who"
    assert beyond.done == [("open", ("code",), "the disk of yesterday")]


def test_one_thing_at_a_time():
    jobs, beyond = HeldJobs(), Beyond()
    page, _seen = begun(beyond, jobs)
    jobs.let_go()
    page.submit(["one"])
    page.submit(["two"])
    page.choose(1)
    jobs.let_go()
    assert beyond.done == [("open", ("one",))]


@pytest.mark.parametrize("leave", ["leave", "put_away"])
def test_what_comes_after_one_has_left_is_closed_and_shown_to_nobody(leave: str):
    jobs, beyond = HeldJobs(), Beyond()
    page, seen = begun(beyond, jobs)
    jobs.let_go()
    page.submit(["code"])
    getattr(page, leave)()
    count = len(seen.told)
    jobs.let_go()
    assert [each for each in beyond.done if each != "left"] == [("open", ("code",)), "close"]
    assert len(seen.told) == count


def test_a_session_that_nobody_came_for_is_closed():
    jobs, beyond = HeldJobs(), Beyond()
    page, _seen = begun(beyond, jobs)
    jobs.let_go()
    page.submit(["code"])
    jobs.let_go()
    page.choose(1)
    jobs.let_go()
    page.type_back(WORDS)
    page.put_away()
    jobs.let_go()
    assert beyond.done[-2:] == ["take", "close"]
    assert ("returned", "session") not in beyond.done
