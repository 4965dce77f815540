# SPDX-License-Identifier: EUPL-1.2
"""Dated events in a window of calendar months. Dates only, no time and no zone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.instruments.calendar_days import Span, months_from, read_date
from workbench.instruments.gates import rule_sha256
from workbench.instruments.item_values import Event, events_of
from workbench.instruments.outcomes import RuleResult, TraceLine
from workbench.instruments.readings import Reading
from workbench.instruments.rule_tables import RollingWindowCount


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day that lie inside."""

    first: date
    last: date

    def holds(self, when: Span | None) -> bool | None:
        """True, false, or None when the event can lie on either side."""
        if when is None:
            return None
        if when.last < self.first or when.first > self.last:
            return False
        return True if self.first <= when.first and when.last <= self.last else None


def window(rule: RollingWindowCount, anchor: date) -> Window:
    """The days that count. The far end is a boundary day: the rule says whether it is inside."""
    before = rule.direction == "before"
    far = months_from(anchor, -rule.months if before else rule.months)
    if rule.boundary == "exclude" and far not in (date.min, date.max):
        far = date.fromordinal(far.toordinal() + (1 if before else -1))
    return Window(far, anchor) if before else Window(anchor, far)


def rolling_window_count(reading: Reading, rule: RollingWindowCount) -> RuleResult:
    """Whether at least k events lie in the window, and whatever else must hold does."""
    text, anchor = reading.asked.get(rule.events), _anchor(reading, rule)
    lacking = [n for n in (rule.events, rule.anchor) if n not in reading.asked]
    if text is None or (rule.direction == "after" and rule.anchor in lacking):
        return _nothing_recorded(reading, rule, reading.unanswered(lacking))
    inside = _inside(rule, events_of(text) or (), anchor)
    sure = sum(answer is True for _event, answer in inside)
    possible = sure + sum(answer is None for _event, answer in inside)
    parts = [_enough(rule, sure, possible)]
    parts += [_also(reading, each.item, reading.tells(each)) for each in rule.also]
    met = False if False in parts else None if None in parts else True
    open_items = [rule.anchor] if anchor is None else []
    open_items += [each.item for each in rule.also if reading.tells(each) is None]
    return RuleResult(
        id=rule.id,
        sha256=rule_sha256(reading.definition, rule),
        status="undecided" if met is None else "computed",
        value=met,
        min=bool(met),
        max=met is not False,
        missing=tuple(n for n in open_items if n in reading.shown) if met is None else (),
        trace=tuple(TraceLine(rule.events, e.text, int(answer is True)) for e, answer in inside),
        undated=tuple(event.text for event, _answer in inside if event.when is None),
    )


def _nothing_recorded(
    reading: Reading, rule: RollingWindowCount, missing: tuple[str, ...]
) -> RuleResult:
    """No event, or no day that a window begins at: not met, and told as missing."""
    empty = reading.empty(rule, "computed", missing)
    return replace(empty, value=False, min=False, max=False)


def is_after(rule: RollingWindowCount, event: Event, anchor: Span) -> bool:
    """Whether an event lies after the day that its window is counted back from."""
    if rule.direction == "after" or event.when is None:
        return False
    return event.when.first > anchor.last


def _anchor(reading: Reading, rule: RollingWindowCount) -> date | None:
    """The anchor's day; only a year or a month is not a day to count from."""
    span = read_date(reading.asked.get(rule.anchor, ""))
    return span.first if span is not None and span.is_exact else None


def _inside(
    rule: RollingWindowCount, events: Sequence[Event], anchor: date | None
) -> list[tuple[Event, bool | None]]:
    """The events of the right kinds, and whether each lies inside."""
    days = None if anchor is None else window(rule, anchor)
    found: list[tuple[Event, bool | None]] = []
    for event in events:
        if rule.kinds and event.kind and event.kind not in rule.kinds:
            continue
        inside = None if days is None else days.holds(event.when)
        is_kind = not rule.kinds or event.kind in rule.kinds
        found.append((event, inside if is_kind or inside is False else None))
    return found


def _enough(rule: RollingWindowCount, sure: int, possible: int) -> bool | None:
    if sure >= rule.at_least:
        return True
    return False if possible < rule.at_least else None


def _also(reading: Reading, item: str, told: bool | None) -> bool | None:  # noqa: FBT001
    """A condition whose source is not shown is false."""
    return told if item in reading.shown else False
