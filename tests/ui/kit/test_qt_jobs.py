# SPDX-License-Identifier: EUPL-1.2
"""One worker, results on the window's thread, nothing delivered across a lock."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from workbench.domain.errors import Cancelled
from workbench.services.jobs import InlineJobs, no_pulse
from workbench.ui.kit.qt_jobs import QtJobs


def _never(_got: object) -> None:
    pytest.fail("this callback must not be called")


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[QtJobs]:
    made = QtJobs()
    yield made
    made.stop()


def test_a_result_comes_back_on_the_thread_that_asked(jobs: QtJobs, qtbot: QtBot) -> None:
    worked: list[int] = []
    told: list[tuple[int, int]] = []
    jobs.run(
        lambda: worked.append(threading.get_ident()) or 7,
        done=lambda result: told.append((result, threading.get_ident())),
        failed=_never,
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(7, threading.get_ident())]
    assert worked != [threading.get_ident()]


def test_all_work_is_done_by_the_same_thread_in_the_order_asked(jobs: QtJobs, qtbot: QtBot) -> None:
    ran: list[tuple[int, int]] = []
    told: list[None] = []
    for number in range(20):
        jobs.run(
            lambda number=number: ran.append((number, threading.get_ident())),
            done=told.append,
            failed=_never,
        )
    qtbot.waitUntil(lambda: len(told) == 20)
    assert [number for number, _thread in ran] == list(range(20))
    assert len({thread for _number, thread in ran}) == 1


def test_an_error_is_handed_to_failed_and_only_there(jobs: QtJobs, qtbot: QtBot) -> None:
    met: list[Exception] = []

    def break_down() -> None:
        raise ValueError

    jobs.run(break_down, done=_never, failed=met.append)
    qtbot.waitUntil(lambda: bool(met))
    assert isinstance(met[0], ValueError)


def test_work_begun_before_a_lock_ends_but_what_it_returns_is_dropped(
    jobs: QtJobs, qtbot: QtBot
) -> None:
    begun, may_end = threading.Event(), threading.Event()
    ended: list[bool] = []
    after: list[str] = []

    def slow() -> str:
        begun.set()
        may_end.wait(5)
        ended.append(True)
        return "typed before the lock"

    jobs.run(slow, done=_never, failed=_never)
    assert begun.wait(5)
    jobs.forget_results()
    may_end.set()
    jobs.run(lambda: "new", done=after.append, failed=_never)
    qtbot.waitUntil(lambda: bool(after))
    assert ended == [True]
    assert after == ["new"]


def test_an_error_before_a_lock_is_dropped_too(jobs: QtJobs, qtbot: QtBot) -> None:
    after: list[None] = []
    may_fail = threading.Event()

    def fail_late() -> None:
        may_fail.wait(5)
        raise ValueError

    jobs.run(fail_late, done=_never, failed=_never)
    jobs.forget_results()
    may_fail.set()
    jobs.run(lambda: None, done=after.append, failed=_never)
    qtbot.waitUntil(lambda: bool(after))


def test_stop_lets_queued_work_end(qtbot: QtBot) -> None:
    jobs = QtJobs()
    ended: list[int] = []
    for number in range(5):
        jobs.run(lambda number=number: ended.append(number), done=_never, failed=_never)
    jobs.stop()
    assert ended == [0, 1, 2, 3, 4]


def test_inline_jobs_answer_before_run_returns() -> None:
    told: list[int] = []
    met: list[Exception] = []
    InlineJobs().run(lambda: 3, done=told.append, failed=met.append)
    InlineJobs().run(lambda: 1 // 0, done=told.append, failed=met.append)
    assert told == [3]
    assert [type(error) for error in met] == [ZeroDivisionError]


def test_a_worker_that_hangs_is_not_waited_for_longer_than_said(qtbot):
    from threading import Event

    jobs, go_on = QtJobs(), Event()
    jobs.run(go_on.wait, done=lambda _: None, failed=lambda _: None)
    assert not jobs.stop(within_s=0.05)
    go_on.set()
    assert jobs.stop()


def test_long_work_ends_at_its_next_pulse_after_a_lock_and_nobody_hears_of_it(
    jobs: QtJobs, qtbot: QtBot
) -> None:
    begun = threading.Event()
    ended: list[type[BaseException]] = []
    after: list[str] = []

    def long() -> None:
        try:
            while True:
                jobs.pulse()
                begun.set()
        except Cancelled as told:
            ended.append(type(told))
            raise

    jobs.run(long, done=_never, failed=_never)
    assert begun.wait(5)
    jobs.forget_results()
    jobs.run(lambda: "closed", done=after.append, failed=_never)
    qtbot.waitUntil(lambda: bool(after))
    assert ended == [Cancelled]


def test_long_work_that_waits_in_line_at_a_lock_ends_at_its_first_pulse(
    jobs: QtJobs, qtbot: QtBot
) -> None:
    may_go_on = threading.Event()
    got_past: list[str] = []
    after: list[str] = []

    def long() -> None:
        jobs.pulse()
        got_past.append("the pulse")

    jobs.run(lambda: may_go_on.wait(5), done=_never, failed=_never)
    jobs.run(long, done=_never, failed=_never)
    jobs.forget_results()
    may_go_on.set()
    jobs.run(lambda: "closed", done=after.append, failed=_never)
    qtbot.waitUntil(lambda: bool(after))
    assert got_past == []


def test_without_a_lock_a_pulse_stops_nothing(jobs: QtJobs, qtbot: QtBot) -> None:
    told: list[int] = []
    jobs.forget_results()

    def work() -> int:
        jobs.pulse()
        return 7

    jobs.run(work, done=told.append, failed=_never)
    qtbot.waitUntil(lambda: told == [7])
    InlineJobs().pulse()
    no_pulse()
