# SPDX-License-Identifier: EUPL-1.2
"""Dates that follow from what stands in an akt: nobody has to remember to write them down.

Another room adds a source: a function from an akt and the rules to `Following`s, in `SOURCES`,
and the kinds of its records in `KINDS_OF_RECORDS`, so that the register follows them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from workbench.domain.deadlines import ReviewDate, day_of, due_after
from workbench.domain.ids import EntryId, RecordId
from workbench.domain.measures import CLOSED, Measure
from workbench.domain.orders import RestrainingOrder
from workbench.domain.plans import ChildPlanNote, ProtectionPlan, SafetyPlan, StayPlan
from workbench.domain.protected_identity import ProtectedIdentity
from workbench.domain.subject import Subject
from workbench.domain.triggers import ReassessmentTrigger
from workbench.services.assess.judging import judgements, newest_judgement
from workbench.services.law import deadline_rules
from workbench.services.law.deadline_rules import Rules
from workbench.services.loop import orders
from workbench.services.person import calling, protection_view
from workbench.services.records import bodies
from workbench.services.records.akt import Akt, Recorded
from workbench.words import _

REASSESSMENT, MEASURE, FOLLOW_UP = "reassessment", "measure", "follow-up"
MEASURE_FOLLOW_UP, REVIEW = "measure-follow-up", "review-date"
PROTECTION_REVIEW = "protection-review"
PLAIN = frozenset({REASSESSMENT, MEASURE, FOLLOW_UP, MEASURE_FOLLOW_UP, REVIEW})
"""Days that a person chose; every other one is a rule's."""
KINDS_OF_RECORDS = frozenset(
    {"judgement", "measure", "protection_plan", "subject", "protected_identity", "review_date"}
    | {"safety_plan", "stay_plan", "child_plan_note", "call"}
    | {"reassessment_trigger", "restraining_order", "order_extension"}
)


@dataclass(frozen=True, slots=True)
class Following:
    """A date that follows from a record (`about`). `key` is the same as long as it is the same.

    `settles_at`: the kind of record whose change settles it; "" where it is settled by itself.
    """

    key: str
    what: str
    since: str
    due: str
    about: RecordId | None = None
    title: str = ""
    settles_at: str = ""


Source = Callable[[Akt, Rules], Iterator[Following]]


def following(akt: Akt, known: Rules) -> tuple[Following, ...]:
    """All that follows from the records of an akt. What is no day is no date."""
    found = (each for source in SOURCES for each in source(akt, known))
    return tuple(each for each in found if _is_day(each.due))


def _judged(akt: Akt, _known: Rules) -> Iterator[Following]:
    newest = newest_judgement(akt)
    if newest is not None and newest.value.reassess_on:
        day = newest.value.reassess_on
        yield Following(
            f"{REASSESSMENT}:{newest.record}", REASSESSMENT, day, day, newest.record,
            settles_at="judgement",
        )  # fmt: skip


def _measures(akt: Akt, _known: Rules) -> Iterator[Following]:
    for each in akt.all(Measure):
        value = each.value
        if value.due and value.status not in CLOSED:
            yield Following(
                f"{MEASURE}:{each.record}", MEASURE, value.due, value.due, each.record, value.what,
                settles_at="measure",
            )  # fmt: skip
        if value.follow_up_on and value.status != "refused":
            yield _chosen(MEASURE_FOLLOW_UP, each.record, value.follow_up_on, value.what)


def _plans(akt: Akt, _known: Rules) -> Iterator[Following]:
    for each in akt.all(ProtectionPlan):
        day = each.value.follow_up_on
        if day:
            yield Following(
                f"{FOLLOW_UP}:{each.record}", FOLLOW_UP, day, day, each.record,
                settles_at="protection_plan",
            )  # fmt: skip


def _own_plans(akt: Akt, _known: Rules) -> Iterator[Following]:
    """The day of the next contact, and when a plan is gone through again."""
    for stay in akt.all(StayPlan):
        if stay.value.contact_on and not calling.contact_had_on(akt, stay.value):
            day = stay.value.contact_on
            yield _chosen(REVIEW, stay.record, day, _("New contact"), settles_at="stay_plan")
    for plan in akt.all(SafetyPlan):
        if plan.value.review_on:
            yield _chosen(REVIEW, plan.record, plan.value.review_on, _("Safety plan"))
    for note in akt.all(ChildPlanNote):
        if note.value.review_on:
            title = _("A child's own plan")
            yield _chosen(REVIEW, note.record, note.value.review_on, title)


def _review_dates(akt: Akt, _known: Rules) -> Iterator[Following]:
    for each in akt.all(ReviewDate):
        yield _chosen(REVIEW, each.record, each.value.day, each.value.what)


def _triggers(akt: Akt, known: Rules) -> Iterator[Following]:
    """Until an assessment was judged whose judgement was begun after the trigger was noted."""
    firsts = [_first(akt, each) for each in judgements(akt)]
    for each in akt.all(ReassessmentTrigger):
        noted = _first(akt, each)
        if any(akt.is_later(first, noted) for first in firsts):
            continue
        is_before = each.value.kind == "before_move_out"
        what = "assessment-before-move-out" if is_before else "assessment-after-trigger"
        yield from _by_rule(known, what, each.value.day, each.record, str(each.record))


def _orders(akt: Akt, known: Rules) -> Iterator[Following]:
    for each in akt.all(RestrainingOrder):
        if each.value.applied_on and not each.value.decision:
            applied = each.value.applied_on
            yield from _by_rule(known, "order-decision", applied, each.record, applied)
        span = orders.span_of(akt, each)
        if span is not None and each.value.is_in_force and span.was_known_in_time:
            yield from _before_the_end(known, each, span)


def _before_the_end(
    known: Rules, each: Recorded[RestrainingOrder], span: orders.Span
) -> Iterator[Following]:
    """A reminder never falls before the stretch that it reminds of the end of."""
    reminders = ["order-contact"]
    if each.value.kind != "shared_home":
        reminders.append("order-new-application")
    for what in reminders:
        for found in _by_rule(known, what, span.ends, each.record, span.ends):
            due = max(found.due, min(span.stretch_began, span.ends))
            yield Following(found.key, what, span.ends, due, each.record)
    own_end = "shared-home-ends" if each.value.kind == "shared_home" else ""
    if each.value.monitored:
        own_end = own_end or "monitoring-ends"
    if own_end:
        key = f"{own_end}:{each.record}:{span.ends}"
        yield Following(key, own_end, span.stretch_began, span.ends, each.record)


def _protected(akt: Akt, known: Rules) -> Iterator[Following]:
    """The day that was set for looking again, else the rule's, from when the protection began."""
    found = protection_view.record_of(akt)
    if found is None or found.value.protected_as == "none":
        yield from _unstated(akt, known)
    elif found.value.review_on:
        day = found.value.review_on
        key = f"{PROTECTION_REVIEW}:{found.record}:{day}"
        settles_at = bodies.name_of(ProtectedIdentity)
        yield Following(key, PROTECTION_REVIEW, day, day, found.record, settles_at=settles_at)
    else:
        since = found.value.since or day_of(found.recorded_at).isoformat()
        yield from _by_rule(known, PROTECTION_REVIEW, since, found.record, since)


def _unstated(akt: Akt, known: Rules) -> Iterator[Following]:
    """Since the identity was first noted as protected, without a break; no level is entered."""
    for each in akt.all(Subject):
        if each.value.identity != "protected":
            continue
        since = each.recorded_at
        for entry in reversed(akt.history(Subject, each.record)):
            if entry.content().get("identity") != "protected":
                break
            since = entry.header.recorded_at
        day = day_of(since).isoformat()
        yield from _by_rule(known, PROTECTION_REVIEW, day, each.record, day)


SOURCES: tuple[Source, ...] = (
    _judged, _measures, _plans, _own_plans, _review_dates, _triggers, _orders, _protected,
)  # fmt: skip


def _by_rule(
    known: Rules, what: str, since: str, about: RecordId, anchor: str
) -> Iterator[Following]:
    """By the rule's period; a rule whose text is missing is due at once."""
    try:
        due = due_after(since, deadline_rules.rule(known, what).period)
    except (ValueError, OverflowError):
        return  # what stands there is no day: its own form says so
    yield Following(f"{what}:{about}:{anchor}", what, since, due, about)


def _first(akt: Akt, each: Recorded[Any]) -> EntryId:
    """The first version of a record: a later correction of it is no new one."""
    history = akt.history(type(each.value), each.record)
    return history[0].id if history else each.entry


def _chosen(
    what: str, record: RecordId, day: str, title: str, *, settles_at: str = ""
) -> Following:
    key = f"{what}:{record}:{day}"
    return Following(key, what, day, day, record, title, settles_at=settles_at)


def _is_day(text: str) -> bool:
    try:
        day_of(text)
    except ValueError:
        return False
    return True
