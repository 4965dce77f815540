# SPDX-License-Identifier: EUPL-1.2
"""What waits in an akt for somebody, as the register carries it: a kind, whose turn, since when.

The register's flags hold it, sealed under the akt's own key: Idag opens no akt to list it, and
nothing of what was asked, answered or remarked is in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.domain.assessments import Answer
from workbench.domain.ids import RecordId, UserId
from workbench.services.assess import locks, reviewing, second_asked
from workbench.services.ports import RegisterRow
from workbench.services.records.akt import Akt, Recorded

WaitKind = Literal["review", "returned", "second", "postponed"]
_KINDS: dict[str, WaitKind] = {
    "review": "review", "returned": "returned", "second": "second", "postponed": "postponed"
}  # fmt: skip
KINDS_OF_RECORDS = frozenset({"answer", "beside", "review", "assessment_lock"})
"""The records that it is derived from."""
_MARK = ":"
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Wait:
    """`user` is whose turn it is, "" for anybody with access. `record` is what to open."""

    kind: WaitKind
    user: UserId
    since: str
    record: RecordId

    @property
    def flag(self) -> str:
        return _MARK.join((self.kind, self.user, self.since, self.record))


def waits_of(akt: Akt) -> tuple[Wait, ...]:
    """Everything that waits in an akt."""
    return (*_reviews(akt), *_second(akt), *_postponed(akt))


def mine(row: RegisterRow, user: UserId) -> tuple[Wait, ...]:
    """What waits in a case for this user, as the register says."""
    found = (read for flag in row.summary.flags if (read := _read(flag)) is not None)
    return tuple(wait for wait in found if wait.user in ("", user))


def _reviews(akt: Akt) -> Iterator[Wait]:
    for each in reviewing.waiting(akt):
        yield Wait("review", each.value.reviewer, _day(each.recorded_at), each.value.judgement)
    for each in reviewing.returned(akt):
        yield Wait("returned", each.value.asked_by, _day(each.recorded_at), each.value.judgement)


def _second(akt: Akt) -> Iterator[Wait]:
    for each in second_asked.waiting(akt):
        yield Wait("second", each.value.rater, _day(each.recorded_at), each.value.assessment)


def _postponed(akt: Akt) -> Iterator[Wait]:
    """One for each assessment, since its oldest postponed question."""
    since: dict[RecordId, str] = {}
    for each in postponed_answers(akt):
        day = _day(each.recorded_at)
        since[each.value.assessment] = min(day, since.get(each.value.assessment, day))
    for assessment, day in since.items():
        yield Wait("postponed", UserId(""), day, assessment)


def postponed_answers(akt: Akt) -> tuple[Recorded[Answer], ...]:
    """The entered answers that were put off, in assessments that can still be answered."""
    found = [each for each in akt.all(Answer) if each.value.state == "postponed"]
    return tuple(each for each in found if not locks.is_locked(akt, each.value.assessment))


def _day(recorded_at: str) -> str:
    return recorded_at[:10]


def _read(flag: str) -> Wait | None:
    kind = _KINDS.get(flag.partition(_MARK)[0])
    parts = flag.split(_MARK) if kind is not None else []
    if kind is None or len(parts) != _PARTS:
        return None
    return Wait(kind, UserId(parts[1]), parts[2], RecordId(parts[3]))
