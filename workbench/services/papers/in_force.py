# SPDX-License-Identifier: EUPL-1.2
"""What protects the person on the day of the paper: orders and alarms, never where they hold.

Neither areas nor a note comes here: both can tell a place, and a paper can reach others.
"""

from collections.abc import Iterator

from workbench.domain.orders import Alarm, RestrainingOrder
from workbench.services.documents import OrderRow
from workbench.services.loop import orders, protective_words
from workbench.services.papers.shared import Writing, day
from workbench.services.records.akt import Recorded


def in_force(writing: Writing) -> tuple[OrderRow, ...]:
    """Orders that were granted and have not ended, the first to end first; then alarms."""
    found = sorted(_orders(writing), key=lambda row: str(row.ends_on or "9999"))
    return (*found, *_alarms(writing))


def _orders(writing: Writing) -> Iterator[OrderRow]:
    today = writing.akt.today()
    for each in writing.akt.all(RestrainingOrder):
        span = orders.span_of(writing.akt, each)
        if each.value.is_in_force and (span is None or span.ends >= today):
            begins = span.begins if span is not None else each.value.begins
            ends = span.ends if span is not None else ""
            yield OrderRow(_called(writing, each), day(begins), day(ends), _of(writing, each.value))


def _called(writing: Writing, each: Recorded[RestrainingOrder]) -> str:
    _ = writing.speech
    kind = protective_words.order_kind(each.value.kind, _)
    if each.is_disputed:
        return _("{kind} (two versions stand against each other)").format(kind=kind)
    return kind


def _of(writing: Writing, order: RestrainingOrder) -> str:
    _ = writing.speech
    parts = (
        _("Against {whom}").format(whom=order.against) if order.against else "",
        _("It is the child's own") if order.for_child else "",
        _("With electronic monitoring") if order.monitored else "",
        order.reference,
    )
    return ". ".join(part for part in parts if part)


def _alarms(writing: Writing) -> Iterator[OrderRow]:
    today = writing.akt.today()
    for each in writing.akt.all(Alarm):
        alarm = each.value
        if not alarm.until or alarm.until > today:
            kind = protective_words.alarm_kind(alarm.kind, writing.speech)
            yield OrderRow(kind, day(alarm.since), day(alarm.until), _tried(writing, alarm))


def _tried(writing: Writing, alarm: Alarm) -> str:
    _ = writing.speech
    tried = _("Tried {day}.").format(day=alarm.tried_on) if alarm.tried_on else _("Not tried.")
    place = protective_words.no_position(_) if alarm.kind == "alarm_number" else ""
    return " ".join(part for part in (tried, place) if part)
