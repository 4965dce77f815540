# SPDX-License-Identifier: EUPL-1.2
"""Which answers of an assessment stood on paper first, and how that is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.domain.assessments import Answer, Coding
from workbench.domain.ids import EntryId, RecordId
from workbench.domain.paper_twins import KeyedIn
from workbench.services.labels import Speech
from workbench.services.records import working
from workbench.services.records.akt import Akt, Draft, Recorded

KEYED = "keyed_in"
PAPER = "paper"
Slot = tuple[str, str]
"""An item and its time column, "" where there is none."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on the paper: the form's mark, the day and the time, who wrote."""

    mark: str
    written_on: str
    hand: str
    written_at: str = ""


def under_way(akt: Akt, assessment: RecordId) -> Paper | None:
    """The paper that is being keyed in here by who asks; the next sitting has none."""
    kept = working.fields_of(akt, KEYED, assessment).get(PAPER)
    if not isinstance(kept, dict):
        return None
    said = {name: str(kept.get(name, "")) for name in Paper.__slots__}
    return Paper(**said)


def draft(akt: Akt, assessment: RecordId, slots: Iterable[Slot]) -> Draft | None:
    """The record of the paper under way, for the answers that a sitting enters."""
    paper, found = under_way(akt, assessment), sorted(slots)
    if paper is None or not found:
        return None
    return Draft(
        KeyedIn(
            assessment=assessment,
            mark=paper.mark,
            written_on=paper.written_on,
            hand=paper.hand,
            items=tuple(item for item, _column in found),
            columns=tuple(column for _item, column in found),
            written_at=paper.written_at,
        )
    )


def keyed(akt: Akt, assessment: RecordId) -> Mapping[Slot, Recorded[KeyedIn]]:
    """The paper of every answer and code that stands as it was keyed in."""
    known = [each for each in akt.all(KeyedIn) if each.value.assessment == assessment]
    entries = _entries(akt, assessment) if known else {}
    found: dict[Slot, Recorded[KeyedIn]] = {}
    for each in known:
        first = akt.history(KeyedIn, each.record)[0].id
        for slot in zip(each.value.items, each.value.columns, strict=False):
            if slot in entries and akt.is_later(first, entries[slot]):
                found[slot] = each
    return found


def papers(of: Mapping[Slot, Recorded[KeyedIn]]) -> tuple[Recorded[KeyedIn], ...]:
    """Each paper once, in the order in which they were keyed in."""
    by_record = {each.record: each for each in of.values()}
    return tuple(sorted(by_record.values(), key=lambda each: each.recorded_at))


def by_item(of: Mapping[Slot, Recorded[KeyedIn]], _: Speech) -> dict[str, str]:
    """Item -> the short mark of what was keyed in, for where each answer stands."""
    return {item: short(each.value, _) for (item, _column), each in of.items()}


def short(value: KeyedIn | Paper, _: Speech) -> str:
    """`antecknat på papper 2026-11-20 av Anna Påhittsson`."""
    told = _("written on paper {day} by {hand}")
    return told.format(day=_day(value), hand=value.hand)


def told(value: KeyedIn, keyed_on: str, who: str, _: Speech) -> str:
    """The whole of it; `keyed_on` is the day of the entry, `who` its author."""
    said = _("Written on paper {day} by {hand}. Keyed in {on} by {who}.")
    return said.format(day=_day(value), hand=value.hand, on=keyed_on, who=who)


def _day(value: KeyedIn | Paper) -> str:
    return f"{value.written_on} {value.written_at}".strip()


def _entries(akt: Akt, assessment: RecordId) -> dict[Slot, EntryId]:
    """The entry of each answer and code as it stands."""
    found = {
        (a.value.item, ""): a.entry for a in akt.all(Answer) if a.value.assessment == assessment
    }
    codings = (c for c in akt.all(Coding) if c.value.assessment == assessment)
    return found | {(c.value.item, c.value.column): c.entry for c in codings}
