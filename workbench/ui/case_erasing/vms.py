# SPDX-License-Identifier: EUPL-1.2
"""What the page about taking away shows, and what is typed on it."""

from dataclasses import dataclass, field
from typing import Literal

WordKind = Literal["two-people", "one-person", "urgent"]


@dataclass(frozen=True, slots=True)
class TextVm:
    """A ground or a question: which version, its words, where it is from and of when.

    `is_old`: more than a year ago; then somebody says that they looked at the text in force.
    """

    version: str
    title: str
    text: str
    source: str
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class RecordRowVm:
    """A record whose text could be taken away: when and by whom, what kind, how it begins."""

    record: str
    heading: str
    beginning: str


@dataclass(frozen=True, slots=True)
class ProposalVm:
    """What the only user proposed alone. `entry` names it; `told` says what and when.

    `waits`: until when it cannot be confirmed; "" when it can be now.
    """

    entry: str
    record: str
    is_whole: bool
    told: str
    waits: str


@dataclass(frozen=True, slots=True)
class ErasingVm:
    """The whole page. `remains`: the copies that will be there afterwards, a line each.

    `remains_urgently`: the same where one acts alone because life is at risk.
    `codes`: how many recovery codes confirm. `is_only_user`: nobody else has a place.
    """

    number: str
    is_hidden: bool
    is_only_user: bool
    codes: int
    records: tuple[RecordRowVm, ...]
    grounds: tuple[TextVm, ...]
    entry_grounds: tuple[TextVm, ...]
    questions: tuple[TextVm, ...]
    remains: tuple[str, ...]
    open_things: str
    remains_urgently: tuple[str, ...] = ()
    proposals: tuple[ProposalVm, ...] = ()

    @property
    def whole_proposal(self) -> ProposalVm | None:
        """The newest proposal to take all of the akt away."""
        found = [each for each in self.proposals if each.is_whole]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class TypedWord:
    """How it is to be approved, as typed. Never kept, never shown again."""

    kind: WordKind
    place: str = ""
    passphrase: str = field(default="", repr=False)
    codes: tuple[str, ...] = field(default=(), repr=False)
    why: str = ""


@dataclass(frozen=True, slots=True)
class TypedPart:
    """Which records, on which ground, why; whether an old text was held against today's."""

    records: tuple[str, ...]
    ground: str
    reason: str
    has_checked_law: bool = True


@dataclass(frozen=True, slots=True)
class TypedWhole:
    """On which ground, why; the questions answered with no; whether what is open was seen."""

    ground: str
    reason: str
    answered_no: frozenset[str]
    has_seen_open: bool
    has_checked_law: bool = True
