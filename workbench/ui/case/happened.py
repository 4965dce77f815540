# SPDX-License-Identifier: EUPL-1.2
"""Marks of what happened: incidents, the life around them, orders. None with a day is left out."""

from collections.abc import Iterator
from datetime import date

from workbench.domain.arrivals import Arrival, ChildArrival
from workbench.domain.orders import Alarm, OrderBreach, RestrainingOrder
from workbench.domain.subject import ProtectionNow
from workbench.domain.triggers import ReassessmentTrigger
from workbench.services.facts import happening, happening_words
from workbench.services.facts.happening import Dated
from workbench.services.loop import orders, planning, protective_words
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.case.mark_lines import Lane, MarkLine
from workbench.ui.places import Place
from workbench.ui.writing import moments, vocabulary
from workbench.words import _

_DAY = len("2026-03-10")
_SIZES = {1: 0, 2: 1, 3: 1, 4: 2, 5: 3}


def incident_marks(akt: Akt) -> Iterator[MarkLine]:
    """By severity: larger, and the number inside. A day that is not known is a span."""
    place = Place("incidents", akt.case)
    kinds, severities = vocabulary.incident_kinds(), vocabulary.severities()
    told = _("{what} · {number} of 5: {how}")
    for each in planning.calendar(akt):
        severity = each.value.severity
        words = severities.get(str(severity), "")
        label = told.format(what=kinds[each.value.kind], number=severity, how=words)
        size = _SIZES.get(severity, 1)
        yield from _dated("incidents", each.value, label, place, size=size, sign=str(severity))


def life_marks(akt: Akt) -> Iterator[MarkLine]:
    """Events of the life, and what called for a new assessment."""
    kinds = happening_words.event_kinds(_)
    for each in happening.life_events(akt):
        parts = (kinds[each.value.kind], each.value.what)
        label = " · ".join(part for part in parts if part)
        yield from _dated("life", each.value, label, Place("timeline", akt.case, each.record))
    for called in akt.all(ReassessmentTrigger):
        day = moments.read_day(called.value.day)
        if day is not None:
            label = protective_words.trigger_kind(called.value.kind, _)
            yield MarkLine("life", day, label, Place("follow-up", akt.case))


def placed_marks(akt: Akt) -> Iterator[MarkLine]:
    """Who came when, and what was said to a place in a house. No room, and nobody's name."""
    came: tuple[type[Arrival | ChildArrival], ...] = (Arrival, ChildArrival)
    for of in came:
        for each in akt.all(of):
            yield from _moment(each.value.at, _("Arrival"), Place("arrival", akt.case))
    for needed in akt.all(ProtectionNow):
        if needed.value.shelter:
            said = vocabulary.shelters()[needed.value.shelter]
            at = needed.value.observed_at or needed.recorded_at
            yield from _moment(at, said, Place("protection", akt.case))


def _moment(at: str, label: str, place: Place) -> Iterator[MarkLine]:
    """To the minute where that is known."""
    said = moments.when(at)
    day = moments.read_day(said[:_DAY])
    if day is not None:
        yield MarkLine("life", day, label, place, when=said)


def order_marks(akt: Akt) -> Iterator[MarkLine]:
    """Orders and alarms for as long as they hold, and each breach."""
    place = Place("orders", akt.case)
    for each in akt.all(RestrainingOrder):
        yield from _order(akt, each, place)
    for breach in akt.all(OrderBreach):
        day = moments.read_day(breach.value.day)
        if day is not None:
            yield MarkLine("orders", day, _("The order was broken"), place, size=2, sign="!")
    for alarm in akt.all(Alarm):
        begins = moments.read_day(alarm.value.since)
        if begins is not None:
            label = protective_words.alarm_kind(alarm.value.kind, _)
            ends = moments.read_day(alarm.value.until)
            yield MarkLine("orders", begins, label, place, ends=ends)


def _order(akt: Akt, each: Recorded[RestrainingOrder], place: Place) -> Iterator[MarkLine]:
    label = protective_words.order_kind(each.value.kind, _)
    span = orders.span_of(akt, each) if each.value.is_in_force else None
    if span is not None:
        begins, ends = moments.read_day(span.begins), moments.read_day(span.ends)
        if begins is not None:
            yield MarkLine("orders", begins, label, place, "done", ends=ends)
            return
    value = each.value
    known = (value.begins, value.decided_on, value.applied_on, value.lifted_on)
    days = [day for day in map(moments.read_day, known) if day is not None]
    if days:
        told = _("{order}, not in force") if value.decision else _("{order}, applied for")
        ends = moments.read_day(value.lifted_on)
        yield MarkLine("orders", min(days), told.format(order=label), place, ends=ends)


def _dated(
    lane: Lane, value: Dated, label: str, place: Place, *, size: int = 1, sign: str = ""
) -> Iterator[MarkLine]:
    reach = happening.reach_of(value)
    if reach is None:
        return
    ends: date | None = None if reach.first == reach.last else reach.last
    is_loose = ends is not None and (value.about or not _is_day(value))
    yield MarkLine(
        lane, reach.first, label, place, "calm", size, ends, sign, is_loose,
        happening.spelled(value),
    )  # fmt: skip


def _is_day(value: Dated) -> bool:
    """Whether both ends are known to the day."""
    texts = [value.day, value.until] if value.until else [value.day]
    return all(len(text) == _DAY for text in texts)
