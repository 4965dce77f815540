# SPDX-License-Identifier: EUPL-1.2
"""The report of the morning: who arrived lately, and what is to be done for them, by room code.

No names: there is no field for any, and names that somebody wrote into a task are taken out as
far as the akter know them, and so are the places of a protected person. What a child's akt holds
stands beside the room of the adult on this report alone; nothing is copied between the akter.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from workbench.domain.clock import moment, stamp
from workbench.domain.house_codes import only_code
from workbench.domain.ids import CaseId
from workbench.domain.subject import NeedNow, ProtectionNow, Subject
from workbench.services import labels
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.arrival import arriving
from workbench.services.desk import Desk
from workbench.services.documents import MorningDocument, RoomPart
from workbench.services.labels import Speech
from workbench.services.law import deadline_rules
from workbench.services.law.deadline_rules import Rules
from workbench.services.loop import arrived, deadlines, first_day, protective_words
from workbench.services.person import protection_view
from workbench.services.records.akt import Akt
from workbench.words import Language, speech

LATELY = timedelta(hours=24)
_SOON = timedelta(days=2)
_TAKEN_OUT = "…"
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Arrived:
    """One of the own akter whose person came lately."""

    case: CaseId
    number: str
    at: str


@dataclass(frozen=True, slots=True)
class _Told:
    """What one akt tells for the report, before names are taken out."""

    room: str
    children: tuple[CaseId, ...]
    is_child: bool
    names: tuple[str, ...]
    part: RoomPart
    places: protection_view.Protection


def lately(desk: Desk) -> tuple[Arrived, ...]:
    """Who came in the last 24 hours, the latest first; read from the register alone."""
    since = stamp(desk.clock.now() - LATELY)
    found = [
        Arrived(row.case, row.number, first_day.arrived_at(row)) for row in cases.open_cases(desk)
    ]
    return tuple(sorted((each for each in found if each.at >= since), key=_when, reverse=True))


def report(session: Session, chosen: Sequence[CaseId], language: Language) -> MorningDocument:
    """The report over these akter: each is opened, and that is noted."""
    desk = session.desk
    told = {case: _told(desk, session.akt(case), language) for case in chosen}
    rooms = {
        child: each.room for each in told.values() if not each.is_child for child in each.children
    }
    names = tuple(name for each in told.values() for name in each.names)
    places = tuple(each.places for each in told.values())

    def clean(text: str) -> str:
        for known in places:
            text = known.without_places(text)
        return without_names(text, names)

    adults_first = sorted(chosen, key=lambda case: told[case].is_child)
    parts = (_by_room(told[case], rooms.get(case, ""), clean) for case in adults_first)
    return MorningDocument(
        rooms=tuple(sorted(parts, key=lambda part: (part.room == "", part.room))),
        prepared_at=desk.clock.now().astimezone(),
        program=desk.program,
    )


def without_names(text: str, names: Iterable[str]) -> str:
    """A text without the names, or any of their parts, that stand in it as words."""
    parts = {part for name in names for part in name.split() if len(part) >= _SHORTEST}
    if not parts:
        return text
    either = "|".join(re.escape(part) for part in sorted(parts, key=len, reverse=True))
    return re.sub(rf"\b(?:{either})(?:s\b|\b)", _TAKEN_OUT, text, flags=re.IGNORECASE)


def _when(each: Arrived) -> str:
    return each.at


def _told(desk: Desk, akt: Akt, language: Language) -> _Told:
    _ = speech(language)
    adult = arrived.arrival_of(akt)
    known = deadline_rules.rules(desk.house)
    tasks, dates = _to_do(akt, known, _)
    at = arrived.arrived_at(akt)
    part = RoomPart(
        room="",
        who=_("An adult") if adult else _("A child"),
        came=f"{moment(at).astimezone():%Y-%m-%d %H:%M}" if at else "",
        protection=_protection(akt, _),
        tasks=tasks,
        dates=dates,
        call=adult.value.call if adult else "",
    )
    return _Told(
        room=adult.value.room.strip() if adult else "",
        children=arriving.came_together(desk, akt),
        is_child=adult is None,
        names=tuple(_names(desk, akt)),
        part=part,
        places=protection_view.protection(akt),
    )


def _names(desk: Desk, akt: Akt) -> Iterator[str]:
    """Of the person, and of the children who came along: of their akter as the register has it."""
    yield from (each.value.name for each in akt.all(Subject))
    for child in arriving.came_together(desk, akt):
        row = desk.vault.own.row(child)
        yield from row.summary.names if row is not None else ()


def _to_do(akt: Akt, known: Rules, _: Speech) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What somebody wrote as a task, and the dates of rules; late ones and the next two days."""
    until = (moment(akt.now()).astimezone().date() + _SOON).isoformat()
    near = [each for each in deadlines.open_deadlines(akt, known) if each.day <= until]
    chosen = protective_words.chosen(_)
    tasks = tuple(each.title for each in near if each.title)
    dates = tuple(
        f"{each.day} {chosen.get(each.what) or deadline_rules.rule(known, each.what).text.title}"
        for each in near
        if not each.title
    )
    return tasks, dates


def _protection(akt: Akt, _: Speech) -> str:
    decided = akt.all(ProtectionNow)
    if not decided:
        return _("Not considered yet")
    needed: NeedNow = decided[-1].value.needed
    return labels.need_now(needed, _)


def _by_room(told: _Told, room: str, clean: Callable[[str], str]) -> RoomPart:
    part = told.part
    return RoomPart(
        room=only_code(told.room or room),
        who=part.who,
        came=part.came,
        protection=part.protection,
        tasks=tuple(clean(each) for each in part.tasks),
        dates=part.dates,
        call=clean(part.call),
    )
