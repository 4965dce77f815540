# SPDX-License-Identifier: EUPL-1.2
"""Restraining orders: how long each lasts, what is refused, what is only worth a doubt.

An order that is longer than the text allows is warned of with the text and its date: the text may
be the older one. One thing is refused, since the law leaves no room for it: an order for a shared
home that is extended by more than its step.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from workbench.domain.clock import moment
from workbench.domain.deadlines import Period, day_after, day_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.orders import OrderBreach, OrderExtension, OrderKind, RestrainingOrder
from workbench.services.law.order_limits import OrderLimit, limit_of
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt, Recorded

Doubt = Literal["", "longer-than-law", "step-longer-than-law"]


class EndBeforeStartError(WorkbenchError):
    """Something ends before it begins (`begins`, `ends`)."""

    code: ClassVar[str] = "ORDER-001"


class OverlappingOrderError(WorkbenchError):
    """Another order of the same kind, against the same person, for the same one, holds then."""

    code: ClassVar[str] = "ORDER-002"


class StepTooLongError(WorkbenchError):
    """An order for a shared home was to be extended beyond its step (`latest`, `text`)."""

    code: ClassVar[str] = "ORDER-003"


class OrderDayAheadError(WorkbenchError):
    """Something was said to have happened on a day that has not come (`day`)."""

    code: ClassVar[str] = "ORDER-004"


class NoSuchOrderError(WorkbenchError):
    """What was written refers to an order that is not in force in this akt."""

    code: ClassVar[str] = "ORDER-005"


@dataclass(frozen=True, slots=True)
class Span:
    """From its first to its last day; `stretch_began`: the first day of the latest extension.

    `was_known_in_time`: its end was noted before it had passed.
    """

    begins: str
    ends: str
    stretch_began: str
    was_known_in_time: bool = True


def extensions_of(akt: Akt, order: RecordId) -> tuple[Recorded[OrderExtension], ...]:
    """Of one order, by their last day."""
    found = [each for each in akt.all(OrderExtension) if each.value.order == order]
    return tuple(sorted(found, key=lambda each: each.value.ends))


def breaches_of(akt: Akt, order: RecordId) -> tuple[Recorded[OrderBreach], ...]:
    """Of one order, by day."""
    found = [each for each in akt.all(OrderBreach) if each.value.order == order]
    return tuple(sorted(found, key=lambda each: each.value.day))


def span_of(akt: Akt, order: Recorded[RestrainingOrder]) -> Span | None:
    """When an order holds, with its extensions; None while it has no days.

    One without a last day lasts as long as the text allows at most; one for a shared home never
    longer than that, whatever was written.
    """
    begins, ends = order.value.begins or order.value.decided_on, _own_end(order.value)
    if not begins or not ends:
        return None
    stretch, noted = begins, _noted(akt, order)
    for each in extensions_of(akt, order.record):
        if each.value.ends > ends:
            noted = _noted(akt, each)
            stretch, ends = ends, each.value.ends
    return Span(begins, ends, stretch, was_known_in_time=day_of(noted).isoformat() <= ends)


def require_order(akt: Akt, order: RestrainingOrder, record: RecordId | None = None) -> None:
    """Refuse days that cannot be.

    Raises:
        EndBeforeStartError, OverlappingOrderError, OrderDayAheadError.
    """
    for day in (order.applied_on, order.decided_on, order.lifted_on):
        _require_past(akt, day)
    begins = order.begins or order.decided_on
    for end in (order.ends, order.lifted_on):
        if begins and end and end < begins:
            raise EndBeforeStartError(begins=begins, ends=end)
    if order.applied_on and order.decided_on and order.decided_on < order.applied_on:
        raise EndBeforeStartError(begins=order.applied_on, ends=order.decided_on)
    if order.is_in_force:
        _require_alone(akt, order, record)


def require_extension(akt: Akt, extension: OrderExtension, record: RecordId | None = None) -> None:
    """Refuse what cannot extend its order. `record`: its own, when it is corrected.

    Raises:
        NoSuchOrderError, EndBeforeStartError, StepTooLongError, OrderDayAheadError.
    """
    _require_past(akt, extension.decided_on)
    order = require_known(akt, extension.order)
    before = _end_before(akt, order, extension, record)
    if extension.ends <= before:
        raise EndBeforeStartError(begins=before, ends=extension.ends)
    limit = limit_of(order.value.kind)
    if order.value.kind != "shared_home" or limit is None:
        return
    latest = _day_after(before, limit.step)
    if extension.ends > latest:
        raise StepTooLongError(latest=latest, text=f"{limit.text.ground}, {limit.text.as_of}")


def require_breach(akt: Akt, breach: OrderBreach) -> None:
    """Raises NoSuchOrderError, OrderDayAheadError."""
    require_known(akt, breach.order)
    _require_past(akt, breach.day)


def require_known(akt: Akt, order: RecordId) -> Recorded[RestrainingOrder]:
    """The order that something refers to; it was granted. Raises NoSuchOrderError."""
    found = akt.find(RestrainingOrder, order)
    if found is None or found.value.decision != "granted":
        raise NoSuchOrderError
    return found


def doubt_about(order: RestrainingOrder) -> Doubt:
    """Whether an order is longer than the text allows."""
    begins = order.begins or order.decided_on
    latest = _longest_end(order.kind, begins)
    return "longer-than-law" if latest and order.ends > latest else ""


def doubt_about_step(akt: Akt, each: Recorded[OrderExtension]) -> Doubt:
    """Whether an extension is longer than the text allows for one."""
    extension = each.value
    order = akt.find(RestrainingOrder, extension.order)
    limit = limit_of(order.value.kind) if order is not None else None
    if order is None or limit is None:
        return ""
    before = _end_before(akt, order, extension, each.record)
    step = limit.step_of(monitored=order.value.monitored)
    is_long = bool(before) and extension.ends > _day_after(before, step)
    return "step-longer-than-law" if is_long else ""


def text_for(kind: OrderKind) -> OrderLimit | None:
    """What the dated text says of a kind; None where it is missing."""
    return limit_of(kind)


def begin_incident(akt: Akt, breach: RecordId) -> None:
    """Lay what is known of a breach as working material of an incident; a person goes on there."""
    found = akt.find(OrderBreach, breach)
    if found is None:
        raise NoSuchOrderError
    record, kind = akt.new_record(), bodies.name_of(Incident)
    for name, text in (("day", found.value.day), ("what", found.value.what)):
        working.type_field(akt, working.Field(kind, record, name), text)


def _end_before(
    akt: Akt,
    order: Recorded[RestrainingOrder],
    extension: OrderExtension,
    record: RecordId | None,
) -> str:
    """The last day that an extension adds to: the latest one before its own."""
    own = _own_end(order.value)
    others = [e.value.ends for e in extensions_of(akt, order.record) if e.record != record]
    return max((end for end in others if own < end < extension.ends), default=own)


def _own_end(order: RestrainingOrder) -> str:
    """Its last day without any extension; "" when it has none."""
    longest = _longest_end(order.kind, order.begins or order.decided_on)
    ends = order.ends or longest
    return min(ends, longest or ends) if order.kind == "shared_home" else ends


def _require_alone(akt: Akt, order: RestrainingOrder, record: RecordId | None) -> None:
    begins, ends = order.begins or order.decided_on, _own_end(order)
    for other in akt.all(RestrainingOrder):
        if other.record == record or not other.value.is_in_force or not _is_like(other, order):
            continue
        span = span_of(akt, other)
        if span is not None and begins and begins <= span.ends and span.begins <= ends:
            raise OverlappingOrderError(begins=span.begins, ends=span.ends)


def _noted(akt: Akt, each: Recorded[Any]) -> str:
    """When a record was first entered."""
    history = akt.history(type(each.value), each.record)
    return history[0].header.recorded_at if history else each.recorded_at


def _is_like(other: Recorded[RestrainingOrder], order: RestrainingOrder) -> bool:
    one = (order.kind, order.for_child, order.against.strip().casefold())
    value = other.value
    return one == (value.kind, value.for_child, value.against.strip().casefold())


def _longest_end(kind: OrderKind, begins: str) -> str:
    limit = limit_of(kind)
    return _day_after(begins, limit.longest) if limit is not None else ""


def _day_after(day: str, period: Period) -> str:
    """Nothing for what is no day."""
    try:
        return day_after(day_of(day), period).isoformat()
    except (ValueError, OverflowError):
        return ""


def _require_past(akt: Akt, day: str) -> None:
    today: date = moment(akt.now()).astimezone().date()
    if day and day > today.isoformat():
        raise OrderDayAheadError(day=day)
