# SPDX-License-Identifier: EUPL-1.2
"""Answers that the disk did not take: none is left out, none comes back, the newest one stands.

The vault's thread may be ahead of the window: here all work that waits is done before the first
outcome is delivered.
"""

from collections.abc import Callable
from functools import partial

import pytest

from tests.support.asking import DA, SARA, Assessed
from tests.support.desk import Answers
from workbench.domain.assessments import Answer, Judgement, SignOff
from workbench.domain.ids import RecordId
from workbench.instruments.answers import ItemAnswer
from workbench.services.assess import judging
from workbench.services.assess.sheets import entered_sheet, sheet
from workbench.services.jobs import InlineJobs
from workbench.services.records.akt import Draft
from workbench.ui.assess.presenter import AssessPresenter
from workbench.words import speak

SURE = True
YES, NO = ItemAnswer("value", "yes"), ItemAnswer("value", "no")


class LateJobs:
    """What is asked for waits; `catch_up` does all of it, then delivers every outcome."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Callable, Callable, Callable]] = []

    def run(self, work, *, done, failed):
        self._waiting.append((work, done, failed))

    def catch_up(self) -> None:
        while self._waiting:
            asked, self._waiting = self._waiting, []
            for deliver in [_outcome(*each) for each in asked]:
                deliver()


def _outcome(work: Callable, done: Callable, failed: Callable) -> Callable[[], None]:
    outcomes: list[Callable[[], None]] = []
    InlineJobs().run(
        work,
        done=lambda result: outcomes.append(partial(done, result)),
        failed=lambda error: outcomes.append(partial(failed, error)),
    )
    return outcomes[0]


class Told:
    """A view that keeps the order of what it was told, and the last of each."""

    def __init__(self) -> None:
        self.last: dict[str, tuple] = {}
        self.problems: list[Exception] = []
        self.is_busy = False

    def show_busy(self, *, busy):
        self.is_busy = busy

    def show_problem(self, error):
        self.problems.append(error)

    def __getattr__(self, name):
        if not name.startswith("show_"):
            raise AttributeError(name)
        return lambda *args, **_more: self.last.__setitem__(name.removeprefix("show_"), args)


class Desk:
    """One assessment on screen, over a disk that can be full."""

    def __init__(self, instrument: str = DA, *answers: bool | str | None) -> None:
        self.made = Assessed()
        self.record: RecordId = self.made.begin(instrument)
        self.jobs = self.made.bench.jobs = LateJobs()
        self.view = Told()
        self.presenter = AssessPresenter(
            self.view, self.made.open, Answers(*answers), self.made.bench.go, self.record
        )
        self.presenter.refresh()
        self.jobs.catch_up()
        self.file = self.made.akt.file
        self._whole = self.file.put_working

    def fail_writes(self, count: int = 1_000) -> None:
        """The next `count` writes of working rows find no room."""
        left = iter(range(count))

        def write(row):
            if next(left, None) is not None:
                raise OSError(28, "no space")
            self._whole(row)

        self.file.put_working = write

    def make_room(self) -> None:
        self.file.put_working = self._whole

    def say(self, item: str, code: str) -> None:
        self.presenter.go_to((item, ""))
        self.presenter.choose(code)

    def on_screen(self, item: str) -> str:
        self.presenter.go_to((item, ""))
        return self.view.last["item"][0].chosen

    def stored(self):
        return sheet(self.made.akt, self.made.desk, self.record)

    def entered(self):
        return entered_sheet(self.made.akt, self.made.desk, self.record).given

    def pages(self) -> list[str]:
        return [place.page for place in self.made.bench.went]


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def test_for_in_writes_first_what_could_not_be_written_before() -> None:
    desk = Desk()
    desk.fail_writes(1)
    desk.say("q05", "yes")
    desk.jobs.catch_up()
    assert isinstance(desk.view.last["not_saved"][0], OSError)
    desk.presenter.enter()
    desk.jobs.catch_up()
    assert desk.entered()["q05"] == YES
    assert desk.pages() == ["result"]


def test_for_in_takes_along_an_answer_that_is_still_on_its_way_and_fails_there() -> None:
    desk = Desk()
    desk.fail_writes(1)
    desk.say("q05", "yes")
    desk.presenter.enter()
    desk.jobs.catch_up()
    assert desk.entered()["q05"] == YES


def test_nothing_is_entered_when_an_answer_still_cannot_be_written() -> None:
    desk = Desk()
    desk.say("q01", "yes")
    desk.jobs.catch_up()
    desk.fail_writes()
    desk.say("q05", "yes")
    desk.presenter.enter()
    desk.jobs.catch_up()
    assert desk.made.akt.all(Answer) == ()
    assert desk.pages() == []
    assert isinstance(desk.view.problems[-1], OSError)
    assert not desk.view.is_busy
    assert desk.on_screen("q05") == "yes"
    desk.make_room()
    desk.presenter.enter()
    desk.jobs.catch_up()
    assert (desk.entered()["q01"], desk.entered()["q05"]) == (YES, YES)


def test_an_answer_that_waited_for_a_reason_is_entered_with_it() -> None:
    desk = Desk(DA, "Hon rättade sig.")
    desk.say("q01", "yes")
    desk.presenter.enter()
    desk.jobs.catch_up()
    judgement = Judgement((desk.record,), "våld", "Karin", "hot", "", "inga", "2027-01-01")
    judged = judging.enter_judgement(desk.made.akt, judgement).records[0]
    desk.made.akt.enter(Draft(SignOff(judged, "Alex", "", "ensam i natt")))
    desk.fail_writes(1)
    desk.say("q05", "no")
    desk.jobs.catch_up()
    desk.presenter.enter()
    desk.jobs.catch_up()
    late = next(found.value for found in desk.made.akt.all(Answer) if found.value.item == "q05")
    assert (late.choice, late.reason) == ("no", "Hon rättade sig.")


def test_an_older_answer_that_failed_never_replaces_a_newer_one() -> None:
    desk = Desk()
    desk.fail_writes(1)
    desk.say("q01", "yes")
    desk.say("q01", "no")
    desk.jobs.catch_up()
    assert desk.on_screen("q01") == "no"
    desk.say("q02", "no")
    desk.jobs.catch_up()
    assert desk.on_screen("q01") == "no"
    assert desk.stored().given["q01"] == NO


def test_of_two_answers_that_failed_the_newer_one_is_tried_again() -> None:
    desk = Desk()
    desk.fail_writes(2)
    desk.say("q01", "yes")
    desk.say("q01", "no")
    desk.jobs.catch_up()
    desk.say("q02", "no")
    desk.jobs.catch_up()
    assert desk.stored().given["q01"] == NO


def test_a_state_that_failed_does_not_replace_the_choice_made_after_it() -> None:
    desk = Desk()
    desk.fail_writes(1)
    desk.say("q01", "dont-know")
    desk.say("q01", "yes")
    desk.jobs.catch_up()
    desk.say("q02", "no")
    desk.jobs.catch_up()
    assert desk.stored().given["q01"] == YES


def test_codes_notes_and_sources_of_one_factor_are_each_tried_again() -> None:
    desk = Desk(SARA)
    desk.fail_writes(5)
    desk.presenter.code("f01", "current", "J")
    desk.presenter.code("f01", "past", "D")
    desk.presenter.note("f01", "sent i")
    desk.presenter.note("f01", "sent i natt")
    desk.presenter.source("f01", "Karin")
    desk.jobs.catch_up()
    desk.presenter.code("f02", "current", "N")
    desk.jobs.catch_up()
    stored = desk.stored()
    codes = {column: code.text for column, code in stored.given["f01"].codes.items()}
    assert codes == {"current": "J", "past": "D"}
    assert (stored.notes, stored.sources) == ({"f01": "sent i natt"}, {"f01": "Karin"})


@pytest.mark.parametrize("is_told_before", [True, False])
def test_what_was_thrown_away_never_comes_back(is_told_before) -> None:
    desk = Desk(DA, SURE)
    desk.fail_writes(1)
    desk.say("q01", "yes")
    if is_told_before:
        desk.jobs.catch_up()
    desk.presenter.discard()
    desk.jobs.catch_up()
    assert desk.pages() == ["case"]
    assert not desk.view.is_busy
    desk.presenter.refresh()
    desk.jobs.catch_up()
    assert desk.on_screen("q01") == ""
    desk.say("q02", "no")
    desk.jobs.catch_up()
    assert "q01" not in desk.stored().given
    desk.presenter.enter()
    desk.jobs.catch_up()
    assert "q01" not in desk.entered()


def test_while_it_is_thrown_away_nothing_can_be_answered() -> None:
    desk = Desk(DA, SURE)
    desk.say("q01", "yes")
    desk.jobs.catch_up()
    desk.presenter.discard()
    assert desk.view.is_busy


def test_what_could_not_be_thrown_away_is_kept_and_tried_again() -> None:
    desk = Desk(DA, SURE)
    desk.fail_writes(1)
    desk.say("q01", "yes")
    desk.jobs.catch_up()
    whole, desk.file.drop_working = desk.file.drop_working, _full_disk
    desk.presenter.discard()
    desk.jobs.catch_up()
    desk.file.drop_working = whole
    assert isinstance(desk.view.problems[-1], OSError)
    assert (desk.pages(), desk.view.is_busy) == ([], False)
    desk.say("q02", "no")
    desk.jobs.catch_up()
    assert desk.stored().given["q01"] == YES


def _full_disk(_keys) -> None:
    raise OSError(28, "no space")


def test_pausa_stays_on_the_page_until_every_answer_is_safe() -> None:
    desk = Desk()
    desk.fail_writes()
    desk.say("q05", "yes")
    desk.jobs.catch_up()
    desk.presenter.pause()
    desk.jobs.catch_up()
    assert desk.pages() == []
    assert len(desk.view.problems) == 1
    desk.make_room()
    desk.presenter.pause()
    desk.jobs.catch_up()
    assert desk.pages() == ["case"]
    assert desk.stored().given["q05"] == YES
