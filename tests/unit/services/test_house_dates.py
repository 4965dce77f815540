# SPDX-License-Identifier: EUPL-1.2
"""What the organisation itself must do by a day: begun in its own akt, never lost by being late."""

from datetime import date

import pytest

from tests.support.desk import Bench
from workbench.domain.clock import moment
from workbench.domain.deadlines import Deadline, ReviewDate
from workbench.domain.errors import WorkbenchError
from workbench.services.law import deadline_rules
from workbench.services.loop import deadlines, house_dates
from workbench.services.records.akt import Draft

TODAY = "2026-11-22"


@pytest.fixture
def bench() -> Bench:
    return Bench()


def _refused(bench: Bench, rule: str, since: str) -> str:
    with pytest.raises(WorkbenchError) as refused:
        house_dates.begin(bench.session.desk, rule, since, "Rutiner")
    assert bench.session.desk.house.all(Deadline) == ()
    return refused.value.code


def test_only_what_the_table_gives_the_house_is_begun_there(bench) -> None:
    of_house = house_dates.rules_of(deadline_rules.rules())
    assert {(each.row, each.id) for each in of_house} == {
        ("D17", "lex-sarah"),
        ("D18", "breach-report"),
    }
    assert _refused(bench, "preliminary-assessment", TODAY) == "DEADLINE-006"
    assert _refused(bench, "no-such-row", TODAY) == "DEADLINE-006"


def test_hours_are_counted_from_the_moment_and_without_one_from_midnight(bench) -> None:
    known = deadline_rules.rules()
    made = house_dates.begun(known, "breach-report", "2026-11-20T09:30:00Z", " Fel mottagare ")
    passed = moment(made.due) - moment("2026-11-20T09:30:00Z")
    assert (passed.total_seconds(), made.title) == (72 * 3600, "Fel mottagare")
    assert made.law_due == made.due
    whole_day = house_dates.begun(known, "breach-report", "2026-11-20", "")
    assert moment(whole_day.due).astimezone().isoformat()[:16] == "2026-11-23T00:00"


@pytest.mark.parametrize(
    ("since", "is_refused"), [("2026-11-21", False), (TODAY, False), ("2026-11-23", True)]
)
def test_it_has_become_known_today_at_the_latest(bench, since, is_refused) -> None:
    if is_refused:
        assert _refused(bench, "lex-sarah", since) == "DEADLINE-003"
        return
    house_dates.begin(bench.session.desk, "lex-sarah", since, "Rutiner")
    (waits,) = house_dates.waiting(bench.session.desk)
    assert (waits.day, waits.version) == (since, "lex-sarah@2025-09-01")
    assert waits.is_late(date.fromisoformat(TODAY)) == (since < TODAY)


def test_a_statute_is_not_moved_past_and_what_is_done_waits_no_more(bench) -> None:
    desk = bench.session.desk
    house_dates.begin(desk, "breach-report", "2026-11-21", "Ett brev kom fel")
    (waits,) = house_dates.waiting(desk)
    with pytest.raises(deadline_rules.LaxerThanLawError):
        deadlines.settle(desk.house, waits, "moved", "2026-11-25", "Ledigt")
    deadlines.settle(desk.house, waits, "moved", "2026-11-23", "Görs tidigare")
    (waits,) = house_dates.waiting(desk)
    assert waits.day == "2026-11-23"
    deadlines.settle(desk.house, waits, "done", TODAY, "Anmäld")
    assert house_dates.waiting(desk) == ()
    (kept,) = deadlines.deadlines_of(desk.house)
    assert kept.state == "done"


@pytest.mark.parametrize(("day", "how_many"), [("2026-11-29", 1), ("2026-11-30", 0)])
def test_an_own_date_waits_from_a_week_before(bench, day, how_many) -> None:
    desk = bench.session.desk
    desk.house.enter(Draft(ReviewDate(day, "Rutinen ses över")))
    assert len(house_dates.waiting(desk)) == how_many
    assert len(deadlines.open_deadlines(desk.house)) == 1
