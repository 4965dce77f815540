# SPDX-License-Identifier: EUPL-1.2
"""Loggranskning, decided without a window."""

from time import perf_counter

import pytest

from tests.support.desk import Answers, Bench
from tests.unit.ui.log.reviewers import Reviewers
from workbench.domain.access import LogReview, Unlocked
from workbench.domain.disclosures import Opened, Printed
from workbench.domain.subject import Note
from workbench.services.records.akt import Draft
from workbench.ui.log.presenter import LogPresenter, LogVm
from workbench.ui.log.telling import LineVm

MANY = 10_000


class Kept:
    def __init__(self) -> None:
        self.vm: LogVm | None = None
        self.lines: tuple[LineVm, ...] = ()
        self.said: list[str] = []

    def show_log(self, vm: LogVm) -> None:
        self.vm = vm

    def show_lines(self, lines: tuple[LineVm, ...], told: str) -> None:
        self.lines = lines

    def show_signed(self, text: str) -> None:
        self.said.append(text)

    def show_refused(self, what: str, remedy: str) -> None:
        self.said.append(f"{what} {remedy}")

    def show_problem(self, error: Exception) -> None:
        raise error


@pytest.fixture
def bench() -> Bench:
    return Bench(vault=Reviewers())


def opened(bench: Bench) -> tuple[Kept, LogPresenter]:
    view = Kept()
    presenter = LogPresenter(view, bench.jobs, bench.session, Answers(), bench.go, None)
    presenter.open()
    return view, presenter


def test_every_entry_is_a_line_that_says_who_when_what_and_which_akt(bench):
    case = bench.begin("Kim Påhittad", "2026-0007")
    bench.session.desk.house.enter(Draft(Printed(case, "assessment", "Exempelby", "0" * 64)))
    view, _presenter = opened(bench)
    entries = bench.session.desk.house.file.entries()
    assert len(view.lines) == len(entries)
    (line,) = [line for line in view.lines if "Exempelby" in line.what]
    assert (line.who, line.cases) == ("Alex Nattpass", "2026-0007")
    assert line.day
    assert line.time
    assert not any("Kim" in repr(line) for line in view.lines)


def test_lines_stand_by_day_and_person_with_the_newest_day_first(bench):
    for _day in range(3):
        bench.begin()
        bench.session.put_away()
        bench.clock.step(days=1)
    view, _presenter = opened(bench)
    days = [line.day for line in view.lines]
    assert days == sorted(days, reverse=True)
    for day in set(days):
        times = [line.time for line in view.lines if line.day == day]
        assert times == sorted(times)


def test_an_entry_of_an_unknown_or_emptied_kind_is_a_line_all_the_same(bench):
    house = bench.session.desk.house
    house.enter(Draft(Note("hör inte hemma här")))
    view, _presenter = opened(bench)
    assert len(view.lines) == len(house.file.entries())
    assert not any("hör inte hemma" in line.what for line in view.lines)


def test_a_filter_wants_every_word_somewhere(bench):
    bench.begin(number="2026-0001")
    bench.begin(number="2026-0002")
    view, presenter = opened(bench)
    presenter.filter("alex 2026-0002")
    assert [line.cases for line in view.lines] == ["2026-0002"]
    presenter.filter("")
    assert len(view.lines) == view.vm.count


def test_whoever_is_no_log_reviewer_sees_who_is_and_no_entry(bench):
    bench.vault.roles = ("administrator",)
    bench.begin()
    view, presenter = opened(bench)
    assert not view.vm.may_review
    assert (view.lines, view.vm.signals, view.vm.count) == ((), (), 0)
    presenter.show_extent("all")
    assert view.lines == ()
    presenter.sign("nothing-to-note", "")
    assert bench.session.desk.house.all(LogReview) == ()


def test_a_review_is_signed_and_then_only_itself_waits(bench):
    bench.begin()
    view, presenter = opened(bench)
    count = view.vm.count
    presenter.sign("", "")
    assert bench.session.desk.house.all(LogReview) == ()
    presenter.sign("nothing-to-note", "")
    (review,) = bench.session.desk.house.all(LogReview)
    assert review.value.entries == count
    assert view.vm.count == 1
    assert len(view.vm.earlier) == 1


def test_following_up_without_saying_what_is_refused_in_words(bench):
    view, presenter = opened(bench)
    presenter.sign("followed-up", "")
    assert "VAULT-044" in view.said[-1]


def test_the_reviewer_is_told_of_reviewing_their_own_entries(bench):
    view, _presenter = opened(bench)
    assert view.vm.is_own


def test_what_is_worth_a_look_says_whose_and_when_in_neutral_words(bench):
    bench.session.desk.house.enter(Draft(Unlocked(1, 2, "2026-11-22T01:00:00Z")))
    view, _presenter = opened(bench)
    assert any(signal.title.startswith("2 ") for signal in view.vm.signals)
    assert all("Alex" in signal.caption for signal in view.vm.signals)


def test_ten_thousand_entries_are_a_page_within_a_second_or_two(bench):
    house = bench.session.desk.house
    house.enter(*[Draft(Opened(f"{n:08}-0000-4000-8000-00000000c0de")) for n in range(MANY)])
    begun = perf_counter()
    view, presenter = opened(bench)
    presenter.filter("alex")
    assert len(view.lines) >= MANY
    assert perf_counter() - begun < 4  # a fifth of it on an idle machine
