# SPDX-License-Identifier: EUPL-1.2
"""What must be done by when in an akt: what was begun as a deadline, and what follows from records.

A date that follows from a record (an order that ends, a trigger, a measure) is not stored: it is
there while the record says so. Once somebody says what became of it, that is a `Deadline` which
answers it by its key. Nothing goes away by being late.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal

from workbench.domain.clock import moment
from workbench.domain.deadlines import Act, Deadline, Kind, day_of, due_after, settled
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.services.changes import Changes
from workbench.services.law import deadline_rules
from workbench.services.law.deadline_rules import DeadlineRule, LaxerThanLawError, Rules
from workbench.services.loop import following
from workbench.services.loop.following import Following
from workbench.services.records.akt import Akt, Draft, Recorded

State = Literal["open", "done", "cancelled"]
KINDS_OF_RECORDS = frozenset({"deadline"}) | following.KINDS_OF_RECORDS
"""The records that the dates of an akt are derived from."""


class DayAheadError(WorkbenchError):
    """Something was said to be done, or to fall away, on a day that has not come (`day`)."""

    code: ClassVar[str] = "DEADLINE-003"


class DeadlineReasonError(WorkbenchError):
    """A deadline was moved or cancelled without a reason."""

    code: ClassVar[str] = "DEADLINE-004"


class NotADayError(WorkbenchError):
    """What a deadline counts from, or its day, is no day."""

    code: ClassVar[str] = "DEADLINE-005"


@dataclass(frozen=True, slots=True)
class DueDate:
    """One date of an akt, whether it was begun or follows from something.

    `what`: the rule's id, or one of `following.PLAIN`. `settles_at`: the kind of record whose
    change settles it, "" where that is said of the deadline itself. `record`: the deadline's own,
    None while it only follows; `told`: what it says.
    """

    key: str
    what: str
    since: str
    due: str
    kind: Kind
    state: State = "open"
    version: str = ""
    title: str = ""
    about: RecordId | None = None
    record: RecordId | None = None
    settles_at: str = ""
    told: Deadline | None = None

    @property
    def day(self) -> str:
        """The ISO day on which it is due, where the person sits."""
        return _day_text(self.due)

    def is_late(self, today: date) -> bool:
        """Open, and its day is over."""
        return self.state == "open" and self.day < today.isoformat()


def start(
    akt: Akt,
    rule: DeadlineRule,
    since: str,
    *,
    about: RecordId | None = None,
    due: str = "",
) -> Changes:
    """Begin a deadline of a rule, counted from an ISO day or a moment; twice is once.

    `due`: a day that a person chose; never later than a statute allows.

    Raises:
        NotADayError; LaxerThanLawError.
    """
    value = begun(rule, since, about=about, due=due)
    for each in akt.all(Deadline):
        old = each.value
        if (_id_of(old.rule), old.since, old.about) == (rule.id, since, about):
            return Changes(akt.case)
    return akt.enter(Draft(value))


def begun(
    rule: DeadlineRule, since: str, *, about: RecordId | None = None, due: str = ""
) -> Deadline:
    """The record of a deadline that begins, for who enters it together with something else.

    Raises:
        NotADayError; LaxerThanLawError.
    """
    try:
        first = due or due_after(since, rule.period)
        law_due = due_after(since, rule.law_period) if rule.law_kind == "statutory" else ""
        day_of(first)
    except (ValueError, OverflowError):
        raise NotADayError from None
    value = Deadline(
        rule.version, since, first, rule.kind, first_due=first, law_due=law_due, about=about
    )
    _require_lawful(value)
    return value


def deadlines_of(akt: Akt, known: Rules | None = None) -> tuple[DueDate, ...]:
    """Every date of an akt by day: open ones, done ones, cancelled ones.

    `known`: the rules with the house's own periods; those of the texts alone otherwise.
    """
    known = deadline_rules.rules() if known is None else known
    told = akt.all(Deadline)
    answered = {each.value.answers for each in told}
    follows = [*following.following(akt, known), *_next_ones(told, known)]
    found = [_recorded(each) for each in told]
    found += [_follows(each, known) for each in follows if each.key not in answered]
    return tuple(sorted(found, key=lambda each: (each.day, each.what, each.key)))


def open_deadlines(akt: Akt, known: Rules | None = None) -> tuple[DueDate, ...]:
    """Those that wait, late ones first."""
    return tuple(each for each in deadlines_of(akt, known) if each.state == "open")


def settle(akt: Akt, date_: DueDate, act: Act, day: str, words: str) -> Changes:
    """Say what became of a date: done, moved to another day, cancelled, or open again.

    Raises:
        DayAheadError, DeadlineReasonError, NotADayError, LaxerThanLawError. Nothing is entered.
    """
    value = settled(answering(date_), act, day, words.strip())
    require_settled(akt, value)
    return akt.enter(Draft(value, date_.record))


def answering(date_: DueDate) -> Deadline:
    """The record of a date: its own, or for one that only follows the one that answers it."""
    if date_.told is not None:
        return date_.told
    return Deadline(
        date_.version,
        date_.since,
        date_.due,
        date_.kind,
        title=date_.title,
        first_due=date_.due,
        law_due=date_.due if date_.kind == "statutory" else "",
        answers=date_.key,
        about=date_.about,
    )


def require_settled(akt: Akt, value: Deadline) -> None:
    """Refuse what cannot be said of a deadline.

    Raises:
        DayAheadError, DeadlineReasonError, NotADayError, LaxerThanLawError.
    """
    today = moment(akt.now()).astimezone().date().isoformat()
    for said in (value.due, value.done_on, value.cancelled_on):
        if said and not _is_day(said):
            raise NotADayError
    for said in (value.done_on, value.cancelled_on):
        if said > today:
            raise DayAheadError(day=said)
    if value.cancelled_on and not value.cancelled_because.strip():
        raise DeadlineReasonError
    if value.due != value.first_due and not value.moved_because.strip():
        raise DeadlineReasonError
    _require_lawful(value)


def dates_to_mirror(akt: Akt, known: Rules | None = None) -> Iterator[tuple[str, str]]:
    """(what, ISO day) of what waits: all that the register and Idag may know of it."""
    yield from ((each.what, each.day) for each in open_deadlines(akt, known))


def _require_lawful(value: Deadline) -> None:
    if value.law_due and _order_of(value.due) > _order_of(value.law_due):
        raise LaxerThanLawError(rule=_id_of(value.rule))


def _order_of(text: str) -> tuple[str, str]:
    """A day is over when the day is; a moment when it is."""
    return _day_text(text), text if "T" in text else ""


def _next_ones(told: tuple[Recorded[Deadline], ...], known: Rules) -> Iterator[Following]:
    """What comes again: counted from the day on which the one before was done."""
    for each in told:
        rule = known.get(_id_of(each.value.rule))
        if rule is None or not rule.repeats or not each.value.done_on:
            continue
        done = each.value.done_on
        due = due_after(done, rule.period)
        yield Following(f"{rule.id}:{each.record}:{done}", rule.id, done, due, each.value.about)


def _recorded(each: Recorded[Deadline]) -> DueDate:
    value = each.value
    state: State = "done" if value.done_on else "cancelled" if value.cancelled_on else "open"
    return DueDate(
        key=value.answers or each.record,
        what=_what_of(value),
        since=value.since,
        due=value.due,
        kind=value.kind,
        state=state,
        version=value.rule,
        title=value.title,
        about=value.about,
        record=each.record,
        told=value,
    )


def _follows(each: Following, known: Rules) -> DueDate:
    made = DueDate(each.key, each.what, each.since, each.due, "local", about=each.about)
    if each.what in following.PLAIN:
        return replace(made, title=each.title, settles_at=each.settles_at)
    rule = deadline_rules.rule(known, each.what)
    return replace(made, kind=rule.kind, version=rule.version)


def _what_of(value: Deadline) -> str:
    """The rule's id; of a day that a person chose, what it follows from."""
    named = value.answers.partition(":")[0]
    return _id_of(value.rule) or (named if named in following.PLAIN else following.REVIEW)


def _id_of(version: str) -> str:
    return version.partition("@")[0]


def _is_day(text: str) -> bool:
    try:
        day_of(text)
    except ValueError:
        return False
    return True


def _day_text(text: str) -> str:
    return day_of(text).isoformat() if _is_day(text) else text
