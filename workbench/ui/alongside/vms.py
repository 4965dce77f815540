# SPDX-License-Identifier: EUPL-1.2
"""What the page of what stands beside an assessment shows. No field of it is a number."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import RecordId

Act = Literal["open", "lock", "second", "look", "consensus", "again", "ask", "take-back", "other"]
Sameness = Literal["same", "different", "not-both"]


@dataclass(frozen=True, slots=True)
class RunVm:
    """One assessment of the akt, to be chosen. Nothing of what was answered in it."""

    record: RecordId
    title: str
    caption: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class OtherVm:
    """Another run of the same instrument. `refusal`: why it is not compared, in words."""

    record: RecordId
    label: str
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class RaterVm:
    """A colleague who can be asked for a second assessment. `code` is the user."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class PlaceVm:
    """One place in both runs. `why`: notes and sources of both, for the line that is walked to."""

    where: str
    left: str
    right: str
    sameness: Sameness
    said: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparisonVm:
    """Two runs place by place, the earlier one or the first rater's at the left."""

    other: RecordId
    left: str
    right: str
    told: str
    places: tuple[PlaceVm, ...]


@dataclass(frozen=True, slots=True)
class ChosenVm:
    """The assessment in front: what holds for it, and what can be done."""

    record: RecordId
    title: str
    caption: str
    marks: tuple[str, ...]
    acts: frozenset[Act]
    others: tuple[OtherVm, ...]
    raters: tuple[RaterVm, ...] = ()
    comparison: ComparisonVm | None = None


@dataclass(frozen=True, slots=True)
class AlongsideVm:
    """The whole page. Without a chosen one the runs are listed to choose from."""

    number: str
    runs: tuple[RunVm, ...]
    chosen: ChosenVm | None = None
