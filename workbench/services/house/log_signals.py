# SPDX-License-Identifier: EUPL-1.2
"""Neutral facts in the log that are worth a look. They accuse nobody and are no measure of anyone.

Days and hours are those of the place where the log is read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Literal

from workbench.domain.access import Unlocked
from workbench.domain.clock import moment
from workbench.domain.erasing import Urgent, UrgentReviewed
from workbench.domain.ids import CaseId, UserId
from workbench.services.house.log_entries import LogLine

MANY_AKTER = 10
"""Different akter that one person opened on one day: from here on it is pointed out."""
_NIGHT_BEGINS, _NIGHT_ENDS = 22, 6
_CARRIED_OUT = frozenset({"printed", "sent", "exported", "spoken"})

Fact = Literal[
    "many", "night", "carried-out", "failed", "older-copy", "by-recovery", "urgent", "set-back"
]


@dataclass(frozen=True, slots=True)
class Signal:
    """Who, which day, how many of what; the akter that it is about. `at`: the first of them."""

    fact: Fact
    by: UserId
    day: str
    at: str
    count: int
    cases: tuple[CaseId, ...] = ()


def signals(lines: Sequence[LogLine], reviewed_urgent: Iterable[str] = ()) -> tuple[Signal, ...]:
    """What to look at, by day and person. `reviewed_urgent`: exceptions that were reviewed."""
    done = {*reviewed_urgent, *_reviewed(lines)}
    by_day = sorted(lines, key=lambda line: (local_day(line.at), line.by))
    found: list[Signal] = []
    for (day, by), group in groupby(by_day, key=lambda line: (local_day(line.at), line.by)):
        found.extend(_of_a_day(by, day, list(group), done))
    return tuple(found)


def local_day(at: str) -> str:
    """`2026-11-22`, where the log is read."""
    return _local(at).strftime("%Y-%m-%d")


def _of_a_day(by: UserId, day: str, lines: list[LogLine], done: set[str]) -> Iterator[Signal]:
    opened = [line for line in lines if line.kind == "opened"]
    facts: Mapping[Fact, list[LogLine]] = {
        "many": opened if len(_cases(opened)) >= MANY_AKTER else [],
        "night": [line for line in opened if _is_night(line.at)],
        "carried-out": [line for line in lines if line.kind in _CARRIED_OUT],
        "failed": [line for line in lines if _wrong(line)],
        "older-copy": [line for line in lines if _unlocked(line).older],
        "by-recovery": [line for line in lines if _unlocked(line).by_recovery],
        "urgent": [line for line in lines if isinstance(line.value, Urgent)
                   and line.record not in done],
        "set-back": [line for line in lines if line.is_set_back],
    }  # fmt: skip
    for fact, told in facts.items():
        if told:
            yield Signal(fact, by, day, told[0].at, _count(fact, told), _cases(told))


def _count(fact: Fact, lines: list[LogLine]) -> int:
    if fact == "failed":
        return sum(map(_wrong, lines))
    if fact in ("many", "night"):
        return len(_cases(lines))
    return len(lines)


def _cases(lines: Iterable[LogLine]) -> tuple[CaseId, ...]:
    return tuple(dict.fromkeys(case for line in lines for case in line.cases))


def _wrong(line: LogLine) -> int:
    """Wrong tries that an unlock tells of, at its own place and at nobody's."""
    return _unlocked(line).failed_before + _unlocked(line).failed_elsewhere


def _unlocked(line: LogLine) -> Unlocked:
    return line.value if isinstance(line.value, Unlocked) else _CALM


_CALM = Unlocked(place=0)


def _reviewed(lines: Iterable[LogLine]) -> Iterator[str]:
    return (line.value.urgent for line in lines if isinstance(line.value, UrgentReviewed))


def _is_night(at: str) -> bool:
    hour = _local(at).hour
    return hour >= _NIGHT_BEGINS or hour < _NIGHT_ENDS


def _local(at: str) -> datetime:
    return moment(at).astimezone()
