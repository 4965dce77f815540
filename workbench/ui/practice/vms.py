# SPDX-License-Identifier: EUPL-1.2
"""What the pages of practice show. Nothing of it is about a person who exists."""

from dataclasses import dataclass

from workbench.services.assess.practising import PlaceKey, Sameness
from workbench.ui.assess.vms import OptionVm


@dataclass(frozen=True, slots=True)
class OfferedVm:
    """One form of one case. `key` is case/instrument."""

    key: str
    title: str
    caption: str


@dataclass(frozen=True, slots=True)
class BlockVm:
    """A heading and its paragraphs."""

    heading: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryVm:
    """The case: what it is called, with which form it is coded, and everything to read."""

    title: str
    caption: str
    blocks: tuple[BlockVm, ...]


@dataclass(frozen=True, slots=True)
class PlaceVm:
    """One line of the list of places to go to; `label` ends in what was said there."""

    key: PlaceKey
    label: str


@dataclass(frozen=True, slots=True)
class QuestionVm:
    """The place in front. `chosen` is a code, a state or a level; "" while nothing was said."""

    key: PlaceKey
    where: str
    text: str
    column: str
    options: tuple[OptionVm, ...]
    chosen: str
    places: tuple[PlaceVm, ...]
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class ComparedVm:
    """One place in both codings. `why` are the reasons and where they stand."""

    where: str
    own: str
    teaching: str
    said: str
    sameness: Sameness
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonVm:
    """Both codings, place by place, and what the case teaches besides."""

    places: tuple[ComparedVm, ...]
    blocks: tuple[BlockVm, ...]
