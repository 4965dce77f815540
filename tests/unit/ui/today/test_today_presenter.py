# SPDX-License-Identifier: EUPL-1.2
"""Idag, decided without a window."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from workbench.domain.ids import CaseId
from workbench.domain.subject import Note, Subject
from workbench.services.akter.cases import NewCase
from workbench.services.ports import CaseSummary, RegisterRow
from workbench.services.records import working
from workbench.ui.places import Place
from workbench.ui.today.duties import MOST_ROWS, GroupVm
from workbench.ui.today.presenter import TodayPresenter, TodayVm, today_of

TODAY = date(2026, 11, 22)


class Kept:
    def __init__(self) -> None:
        self.vm: TodayVm | None = None
        self.begin = False
        self.missing = ""

    def show_today(self, vm: TodayVm) -> None:
        self.vm = vm

    @property
    def unentered(self) -> GroupVm:
        return next(group for group in self.vm.groups if group.key == "unentered")

    def show_begin(self, *, shown: bool) -> None:
        self.begin = shown

    def show_missing(self, text: str) -> None:
        self.missing = text

    def show_problem(self, error: Exception) -> None:
        raise error


class Held:
    """Runs jobs one after the other, later: as the vault's thread does."""

    def __init__(self) -> None:
        self._waiting = []

    def run(self, work, *, done, failed) -> None:
        self._waiting.append((work, done))

    def run_all(self) -> None:
        while self._waiting:
            work, done = self._waiting.pop(0)
            done(work())


def _open(bench: Bench) -> tuple[Kept, TodayPresenter]:
    view = Kept()
    presenter = TodayPresenter(view, bench.jobs, bench.session, bench.go)
    presenter.open()
    return view, presenter


def _row(*dates: tuple[str, str], number: str = "2026-0001") -> RegisterRow:
    summary = CaseSummary(names=("Kim Påhittad",), dates=dates)
    return RegisterRow(CaseId("c"), number, None, 1, summary)


@pytest.mark.parametrize(
    ("day", "group"),
    [
        ("2026-11-21", "late"),
        ("2026-11-22", "today"),
        ("2026-11-23", "week"),
        ("2026-11-29", "week"),
        ("2026-11-30", "reassessments"),
    ],
)
def test_a_reassessment_stands_under_the_day_it_belongs_to(day: str, group: str) -> None:
    vm = today_of([_row(("reassessment", day))], TODAY, "02:10")
    assert [g.key for g in vm.groups] == [group]


def test_a_measure_that_is_weeks_away_does_not_wait_on_idag() -> None:
    assert today_of([_row(("measure", "2026-12-24"))], TODAY, "02:10").groups == ()


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        ("measure", "scenarios"),
        ("follow-up", "protection-plan"),
        ("reassessment", "choose-instrument"),
    ],
)
def test_a_row_opens_the_place_where_it_is_done(kind: str, page: str) -> None:
    vm = today_of([_row((kind, "2026-11-22"))], TODAY, "02:10")
    assert vm.groups[0].duties[0].place == Place(page, CaseId("c"))


_DATES = st.dates(date(2026, 1, 1), date(2027, 12, 31)).map(date.isoformat)
_KINDS = st.sampled_from(["measure", "follow-up", "reassessment"])


@given(st.lists(st.tuples(_KINDS, _DATES), max_size=8))
def test_every_duty_of_this_week_or_before_stands_once_and_says_no_name(dates) -> None:
    vm = today_of([_row(*dates)], TODAY, "02:10")
    shown = [duty for group in vm.groups for duty in group.duties]
    due = [day for kind, day in dates if day <= "2026-11-29" or kind == "reassessment"]
    assert sorted(duty.caption for duty in shown) == sorted(due)
    assert not any("Kim" in duty.title + duty.caption for duty in shown)


def test_only_late_rows_are_late() -> None:
    row = _row(("measure", "2026-11-20"), ("measure", "2026-11-22"))
    vm = today_of([row], TODAY, "02:10")
    assert [duty.is_late for group in vm.groups for duty in group.duties] == [True, False]


def test_nothing_of_what_was_typed_or_of_a_name_stands_on_idag() -> None:
    bench = Bench()
    case = filled_case(bench)
    field = working.Field("note", bench.ids.new_uuid(), "text")
    working.type_field(bench.akt(case), field, "HEMLIGT")
    view, _presenter = _open(bench)
    said = repr(view.vm)
    assert "HEMLIGT" not in said
    assert "Kim" not in said
    assert view.unentered.duties[0].place == Place("journal", case)


def test_a_row_stands_once_however_often_the_page_looks_again() -> None:
    bench = Bench()
    field = working.Field("note", bench.ids.new_uuid(), "text")
    working.type_field(bench.akt(bench.begin()), field, "x")
    view, held = Kept(), Held()
    presenter = TodayPresenter(view, held, bench.session, bench.go)
    presenter.open()
    presenter.refresh()
    held.run_all()
    assert len(view.unentered.duties) == 1


def test_looking_for_unentered_material_notes_no_opening() -> None:
    bench = Bench()
    bench.begin()
    bench.session.put_away()
    before = len(bench.vault.house().entries())
    _open(bench)
    assert len(bench.vault.house().entries()) == before


def test_somebody_comes_needs_a_time_and_leads_to_protection_now() -> None:
    bench = Bench()
    view, presenter = _open(bench)
    assert view.vm.is_first
    presenter.somebody_comes()
    assert view.begin
    presenter.begin("2026-11-22", "nyss")
    assert view.missing
    assert bench.vault.cases() == ()
    presenter.begin("2026-11-22", "0155")
    (row,) = bench.vault.cases()
    assert bench.went == [Place("arrival", row.case)]
    akt = bench.akt(row.case)
    assert akt.all(Subject)[0].value == Subject("", identity="unknown")
    assert akt.all(Note)[0].value.observed_at


def test_what_was_typed_in_any_own_akt_waits_without_opening_one() -> None:
    bench = Bench()
    bench.session.begin(NewCase(Subject("A")))
    other = bench.session.begin(NewCase(Subject("B")))
    working.type_field(other, working.Field("note", bench.ids.new_uuid(), "text"), "x")
    bench.session.put_away()
    before = len(bench.vault.house().entries())
    view, _presenter = _open(bench)
    assert len(view.unentered.duties) == 1
    assert len(bench.vault.house().entries()) == before


def test_a_thousand_rows_are_counted_and_not_all_shown() -> None:
    rows = [_row(("measure", "2026-11-20"), number=f"2026-{n:04}") for n in range(1000)]
    (late,) = today_of(rows, TODAY, "02:10").groups
    assert len(late.duties) == MOST_ROWS
    assert str(1000 - MOST_ROWS) in late.more


class Reading:
    """A vault's own akter of which a few are still to be looked into."""

    def __init__(self, own) -> None:
        self._own, self.left = own, 3

    def __getattr__(self, name):
        return getattr(self._own, name)

    def unread(self) -> int:
        return self.left

    def read_more(self) -> None:
        self.left -= 1


def test_akter_new_to_the_user_are_looked_into_a_few_a_job_and_then_shown() -> None:
    bench = Bench()
    bench.vault.own = Reading(bench.vault.own)
    view, held = Kept(), Held()
    TodayPresenter(view, held, bench.session, bench.go).open()
    held.run_all()
    assert bench.vault.own.left == 0
    assert not view.vm.is_reading
