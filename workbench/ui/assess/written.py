# SPDX-License-Identifier: EUPL-1.2
"""Answers that are written, not picked: from what is typed to what is kept, and back. No Qt."""

import re
from collections.abc import Iterable, Mapping

from workbench.instruments.calendar_days import read_date
from workbench.instruments.definition import Definition, Item
from workbench.instruments.item_values import events_of, ratings_of
from workbench.ui.assess.vms import EntryVm, OptionVm
from workbench.words import _, language, ngettext

NO_EVENTS, UNDATED = "-", "?"
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})", re.ASCII)
_SHOWN = 60


def entry_vm(definition: Definition, item: Item, value: str) -> EntryVm | None:
    """The control of a question without choices; None where choices are all there is."""
    if item.type == "choice":
        return None
    ends = definition.labels[language()].endpoints.get(item.id)
    return EntryVm(
        type=item.type,
        value=value,
        hint=_hint(item),
        kinds=_kinds(item),
        row_name=_("Person") if definition.kind == "map" else _("What the number is about"),
        ends=_("{low} – {high}").format(low=ends.low, high=ends.high) if ends else "",
    )


def tidied(item: Item, text: str) -> str:
    """What was typed as it is kept: spaces around it gone, a day with its dashes."""
    text = text if item.type == "text" else text.strip()
    return dashed(text) if item.type == "date" else text


def not_yet(item: Item) -> str:
    """Why what stands in the field is not an answer."""
    told = _("Not an answer yet, and not kept: {why}")
    return told.format(why=_hint(item))


def dashed(text: str) -> str:
    """`20250310` as `2025-03-10`; everything else as it is."""
    found = _COMPACT.fullmatch(text.strip())
    return "-".join(found.groups()) if found else text.strip()


def event_text(day: str, kind: str) -> str | None:
    """One event as it is kept; None when the day is none. No day at all: it is not known."""
    day = dashed(day) or UNDATED
    if day != UNDATED and read_date(day) is None:
        return None
    return f"{day}/{kind}" if kind else day


def event_lines(value: str, kinds: Iterable[OptionVm]) -> tuple[tuple[str, str], ...]:
    """Each event that is kept, with what is said of it, oldest first and undated last."""
    named = {kind.code: kind.label for kind in kinds}
    events = events_of(value) if value else ()
    lines = []
    for event in events or ():
        day = event.text.partition("/")[0]
        said = _("Day not known") if event.when is None else day
        kind = named.get(event.kind, event.kind)
        lines.append((event.text, _("{day}: {kind}").format(day=said, kind=kind) if kind else said))
    return tuple(sorted(lines, key=lambda line: (line[0].startswith(UNDATED), line[0])))


def with_event(value: str, event: str) -> str:
    """The list with one more event."""
    kept = [] if value in ("", NO_EVENTS) else value.split(" ")
    return " ".join((*kept, event))


def without_event(value: str, event: str) -> str:
    """The list with this event once less; nothing when it was the last."""
    kept = value.split(" ")
    if event in kept:
        kept.remove(event)
    return " ".join(kept)


def rating_rows(value: str) -> tuple[tuple[str, str], ...]:
    """Each rating as (name, number). What cannot be read gives none; it stands as it was typed."""
    ratings: Mapping[str, int] = (ratings_of(value) if value else {}) or {}
    return tuple((name, str(number)) for name, number in ratings.items())


def rating_text(rows: Iterable[tuple[str, str]]) -> str:
    """The rows as they are kept; a row that lacks its name or its number waits on screen."""
    whole = ((name.strip(), number.strip()) for name, number in rows)
    return "\n".join(f"{name} = {number}" for name, number in whole if name and number)


def said(item: Item, value: str) -> str:
    """A written answer in the outline: short, and what it is."""
    if item.type == "events":
        number = len(events_of(value) or ())
        if not number:
            return _("No events")
        return ngettext("{n} event", "{n} events", number).format(n=number)
    if item.type == "ratings":
        number = len(ratings_of(value) or {})
        return ngettext("{n} number", "{n} numbers", number).format(n=number)
    first = value.strip().partition("\n")[0]
    return first if len(first) <= _SHOWN else first[: _SHOWN - 1] + "…"


def _kinds(item: Item) -> tuple[OptionVm, ...]:
    """The kinds that an event can have. They are no answers of the question itself."""
    if item.type != "events":
        return ()
    lang = language()
    return tuple(OptionVm(each.code, each.labels[lang], "") for each in item.choices)


def _hint(item: Item) -> str:
    low, high = item.lowest, item.highest
    if item.type in ("number", "ratings"):
        return _("A whole number from {low} to {high}.").format(low=low, high=high)
    return {
        "date": _("YYYY-MM-DD, or only YYYY-MM or YYYY when the day is not known."),
        "events": _("YYYY-MM-DD, or only YYYY-MM or YYYY. Leave it empty when no day is known."),
        "text": _("In own words."),
    }[item.type]
