# SPDX-License-Identifier: EUPL-1.2
"""What was told by mouth: refused without a ground, kept in its akt, noted in the log."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from workbench.domain.disclosures import Printed, Sent, Spoken, Told
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure
from workbench.domain.orders import RestrainingOrder
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import ProtectionNow
from workbench.services.desk import Desk
from workbench.services.law.grounds import find_ground
from workbench.services.person import protection_view
from workbench.services.records.akt import Akt, Draft, Recorded


class NoGroundError(WorkbenchError):
    """Something was to be recorded as told without a ground that the law text knows, or a why."""

    code: ClassVar[str] = "TOLD-001"


class ConditionOpenError(WorkbenchError):
    """The ground asks for conditions, and not every one of them was ticked (`ground`)."""

    code: ClassVar[str] = "TOLD-002"


class NobodyDecidedError(WorkbenchError):
    """The ground asks for a decision each time, and nobody is named who made it (`ground`)."""

    code: ClassVar[str] = "TOLD-003"


class ToldAheadError(WorkbenchError):
    """It is said to have been told at a time that has not come."""

    code: ClassVar[str] = "TOLD-004"


class NothingToldError(WorkbenchError):
    """Neither a receiver nor what was told is named."""

    code: ClassVar[str] = "TOLD-005"


@dataclass(frozen=True, slots=True)
class Left:
    """Something that left an akt, whichever way."""

    at: str
    value: Told | Printed | Sent
    record: RecordId


def require_told(akt: Akt, told: Told) -> None:
    """Refuse what may not stand as a disclosure.

    Raises:
        NoGroundError, ConditionOpenError, NobodyDecidedError, ToldAheadError, NothingToldError;
        PlaceInTextError: where a protected person is was to be written down again.
    """
    ground = find_ground(told.ground)
    if ground is None or not told.because.strip():
        raise NoGroundError
    if set(told.conditions) != {str(n + 1) for n in range(len(ground.conditions))}:
        raise ConditionOpenError(ground=ground.text.title)
    if ground.is_decided and not told.decided_by.strip():
        raise NobodyDecidedError(ground=ground.text.title)
    now = akt.now() if "T" in told.told_at else akt.today()  # a day is a day where one sits
    if told.told_at > now:
        raise ToldAheadError
    if not told.receiver.strip() or not (told.what.strip() or told.rests_on):
        raise NothingToldError
    protection_view.require_no_place(akt, told)


def note_in_log(desk: Desk, akt: Akt) -> None:
    """Every disclosure of the akt has its line in the organisation akt; what was missed is added.

    The akt comes first: should the program end between the two, the next time makes it whole.
    """
    known = {each.value.told for each in desk.house.all(Spoken)}
    missing = [each for each in akt.all(Told) if each.record not in known]
    if missing and not akt.is_older_copy:
        desk.house.enter(*(Draft(_spoken(akt, each)) for each in missing))


def what_left(desk: Desk, akt: Akt) -> tuple[Left, ...]:
    """What was told, printed and sealed of this akt, newest first."""
    found = [Left(each.value.told_at, each.value, each.record) for each in akt.all(Told)]
    papers, bundles = desk.house.all(Printed), desk.house.all(Sent)
    found += [_left(each) for each in papers if each.value.case == akt.case]
    found += [_left(each) for each in bundles if each.value.case == akt.case]
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def points_of(akt: Akt) -> Iterator[tuple[RecordId, str]]:
    """What can be chosen from the akt to be told, in its own words; no areas, no safe contact.

    The places of a protected person are taken out.
    """
    known = protection_view.protection(akt)
    for record, said in _all_points(akt):
        yield record, known.without_places(said)


def _all_points(akt: Akt) -> Iterator[tuple[RecordId, str]]:
    yield from _points(akt.all(ProtectionNow), lambda each: each.reasons)
    yield from _points(akt.all(Incident), lambda each: f"{each.day}: {each.what}")
    yield from _points(akt.all(Scenario), lambda each: _with(each.what, each.against_whom))
    yield from _points(akt.all(Measure), lambda each: _with(each.what, each.who))
    yield from _points(akt.all(RestrainingOrder), _order)


def _points(records: Iterable[Recorded[Any]], words: Any) -> Iterator[tuple[RecordId, str]]:  # noqa: ANN401  any kind's own
    for each in records:
        said = " ".join(str(words(each.value)).split())
        if said:
            yield each.record, said


def _with(what: str, whom: str) -> str:
    return f"{what} ({whom})" if whom else what


def _order(order: RestrainingOrder) -> str:
    return f"{order.begins} – {order.ends} {order.against}".strip() if order.begins else ""


def _left(each: Recorded[Any]) -> Left:
    return Left(each.recorded_at, each.value, each.record)


def _spoken(akt: Akt, each: Recorded[Told]) -> Spoken:
    return Spoken(akt.case, each.record, each.value.receiver, each.value.ground)
