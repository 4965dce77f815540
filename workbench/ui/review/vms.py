# SPDX-License-Identifier: EUPL-1.2
"""What the page of a review shows."""

from dataclasses import dataclass

from workbench.domain.ids import RecordId
from workbench.services.assess.reviewing import Stage
from workbench.ui.writing.fields import OptionVm

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RestsVm:
    """An assessment that the judgement rests on, to be opened."""

    record: RecordId
    title: str
    caption: str


@dataclass(frozen=True, slots=True)
class ReviewVm:
    """The whole page. `said`: the remarks, or what was asked.

    `typed` is what was written and not yet answered with; `documents` those of the akt, of which
    `chosen` (codes with a space between) are said to have been read.
    """

    number: str
    record: RecordId | None
    stage: Stage
    told: str
    said: str = ""
    lines: Lines = ()
    rests: tuple[RestsVm, ...] = ()
    sources: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    reviewers: tuple[OptionVm, ...] = ()
    may_ask: bool = False
    may_answer: bool = False
    may_take_back: bool = False
    typed: str = ""
    documents: tuple[OptionVm, ...] = ()
    chosen: str = ""
