# SPDX-License-Identifier: EUPL-1.2
"""A record as it stands on a page: words only, nothing to decide."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from workbench.domain.ids import RecordId, UserId
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.writing.history import Lines, VersionVm, clock_marked, versions_of
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.voices import name_of
from workbench.words import _

T = TypeVar("T")
StateTone = Literal["calm", "done", "amber"]


@dataclass(frozen=True, slots=True)
class StateVm:
    """A small state: words and their tone. Amber is an open duty and nothing else."""

    text: str
    tone: StateTone = "calm"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class RecordVm:
    """One record; `facts` stand in a row, `lines` under each other.

    `has_working`: its author began to change it and has not entered that. `can_withdraw`: the one
    who sits here may take it back. `is_trace`: its text is gone; nothing can be done with it.
    `is_outdated`: what it was built on has changed.
    """

    record: RecordId
    heading: str
    text: str
    facts: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    states: tuple[StateVm, ...] = ()
    versions: tuple[VersionVm, ...] = field(default=())
    has_working: bool = False
    can_withdraw: bool = False
    is_trace: bool = False
    is_outdated: bool = False


@dataclass(frozen=True, slots=True)
class Teller:
    """What is needed to tell of records: whose names, and what is being written."""

    akt: Akt
    names: Mapping[UserId, str]
    begun: frozenset[tuple[str, RecordId]]

    def has_working(self, of: type[Any], record: RecordId) -> bool:
        return (bodies.name_of(of), record) in self.begun

    def versions(
        self, of: type[T], each: Recorded[T], describe: Callable[[T], Lines]
    ) -> tuple[VersionVm, ...]:
        return versions_of(self.akt, of, each.record, self.names, describe)

    def first_entered(self, of: type[Any], record: RecordId) -> str:
        """`2026-11-22 14:32 · Name`: when and by whom the original was entered."""
        first = self.akt.history(of, record)[0]
        when = day_and_time(first.header.recorded_at)
        said = _("{when} · {who}").format(when=when, who=name_of(first.header.author, self.names))
        return clock_marked(self.akt, first.id, said)


def teller(akt: Akt, names: Mapping[UserId, str]) -> Teller:
    """Look once at what is being written, then tell of many records."""
    begun = frozenset((each.kind, each.record) for each in working.unentered(akt))
    return Teller(akt, names, begun)


def standing_facts(each: Recorded[Any]) -> tuple[str, ...]:
    """What is said of every record: that it was corrected, that it is disputed."""
    facts = []
    if each.versions > 1:
        facts.append(_("Corrected {when}").format(when=day_and_time(each.recorded_at)))
    if each.is_disputed:
        facts.append(_("Two versions stand against each other"))
    return tuple(facts)
