# SPDX-License-Identifier: EUPL-1.2
"""Idag and the month over 10 000 akter, from what the register says of them.

The floor is one plain walk over the same dates, sorted: what any list of them must at least do.
Whole, with a real vault under it, it is measured in `many_cases`.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any, cast

from tests.benchmarks.vault import take_turns
from workbench.domain.ids import CaseId, UserId
from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.law import deadline_rules
from workbench.services.loop import gaps
from workbench.services.ports import CaseSummary, RegisterRow
from workbench.ui.month.presenter import month_of
from workbench.ui.today.guide import guide_duties
from workbench.ui.today.presenter import TodayVm, Waits, today_of
from workbench.ui.today.unentered import unentered_duties
from workbench.ui.today.waiting import waiting_duties

Figure = tuple[str, str, float, float, float]
AKTER, DATES, ROUNDS = 10_000, 6, 9
TODAY = date(2026, 11, 22)
IDAG = f"Idag, {AKTER} akter"
_KINDS = tuple(gap for gap in gaps.GAPS if gap not in gaps.OF_A_DAY)
_MOST_KINDS = 5


def rows() -> tuple[RegisterRow, ...]:
    """Six dates an akt: some late, some this week, most later; duties of up to four kinds.

    One in ten waits for somebody, in one of twenty somebody came lately.
    """
    whats = [*sorted(deadline_rules.rules()), "measure", "follow-up", "reassessment"]
    return tuple(_row(number, whats) for number in range(AKTER))


def _row(number: int, whats: Sequence[str]) -> RegisterRow:
    days = [TODAY + timedelta(days=(number * 31 + at * 97) % 400 - 40) for at in range(DATES)]
    dates = tuple(
        (whats[(number + at) % len(whats)], day.isoformat()) for at, day in enumerate(days)
    )
    left = ",".join(_KINDS[(number + 3 * at) % len(_KINDS)] for at in range(number % _MOST_KINDS))
    flags = (f"gaps:{left}",) if left else ()
    flags += (f"postponed::2026-11-20:r{number}",) if number % 10 == 0 else ()
    flags += ("arrived:2026-11-20T22:10", "first-day:left") if number % 20 == 0 else ()
    return RegisterRow(
        CaseId(f"c{number}"), f"2026-{number:05}", None, 9, CaseSummary(("Kim",), (), dates, flags)
    )


def measure() -> Iterable[Figure]:
    """Name, name of the floor, seconds of the floor, our seconds, highest ratio."""
    listed = rows()
    own = SimpleNamespace(rows=lambda: listed, unentered=lambda: ())
    vault = SimpleNamespace(cases=lambda: listed, own=own, signer=SimpleNamespace(user=UserId("u")))
    desk = cast("Desk", SimpleNamespace(vault=vault))

    def plain(_n: int) -> Any:
        return sorted((day, row.number, kind) for row in listed for kind, day in row.summary.dates)

    def today(_n: int) -> TodayVm:
        waits = Waits(unentered_duties(desk), (), waiting_duties(desk), guide_duties(desk))
        return today_of(cases.open_cases(desk), TODAY, "10:00", waits)

    floor, ours = take_turns(plain, today, ROUNDS)
    yield (IDAG, "a sorted walk", floor, ours, 2.0)
    floor, ours = take_turns(
        plain, lambda _n: month_of(listed, TODAY.replace(day=1), TODAY), ROUNDS
    )
    yield (f"the month, {AKTER} akter", "a sorted walk", floor, ours, 2.5)
