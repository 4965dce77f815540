# SPDX-License-Identifier: EUPL-1.2
"""What the two views of an assessment show. Frozen, plain text, no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import RecordId
from workbench.instruments.tables import ItemType

SlotKey = tuple[str, str]
"""An item and a time column ("" where there are none)."""
ViewName = Literal["questions", "talk", "worksheet"]
TICKED = "yes"
"""What a ticked box is kept as; "" when it is not."""


@dataclass(frozen=True, slots=True)
class OptionVm:
    """One thing that can be said. `is_state`: which kind of no answer it is."""

    code: str
    label: str
    key: str
    is_state: bool = False


@dataclass(frozen=True, slots=True)
class HeadVm:
    """What stands above the questions. `views` are those that this instrument can be shown in.

    `paper`: that a paper is keyed in now, and which. `locked`: that nothing more is said in it,
    and since when; "" while it is open. `has_calendar`: the instrument wants the violence calendar
    beside its questions.
    """

    title: str
    caption: str
    wording: str
    views: tuple[ViewName, ...]
    view: ViewName
    paper: str = ""
    locked: str = ""
    locked_detail: str = ""
    has_calendar: bool = False


@dataclass(frozen=True, slots=True)
class OutlineVm:
    """One line of the outline: what it is, and in words how it stands."""

    key: SlotKey
    label: str
    state: str
    icon: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class EntryVm:
    """What an answer that is written needs. `value` is as it is kept, or as it was typed.

    `kinds` are those of events; `row_name` is what a row of ratings is about; `ends` what the two
    ends of the scale mean.
    """

    type: ItemType
    value: str
    hint: str
    kinds: tuple[OptionVm, ...] = ()
    row_name: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class EarlierVm:
    """What was said here before. `may_stand`: it can be confirmed as it is, by one press."""

    heading: str
    lines: tuple[str, ...]
    told: str = ""
    may_stand: bool = False


@dataclass(frozen=True, slots=True)
class ItemVm:
    """One question. `chosen` is the code of an option, "" while nothing was said.

    `spoken` is the question as it is read aloud: without number or place in the form.
    """

    key: SlotKey
    where: str
    text: str
    column: str
    options: tuple[OptionVm, ...]
    chosen: str
    note: str
    source: str
    note_label: str
    hint: str = ""
    doubt: str = ""
    asks_calendar: bool = False
    entry: EntryVm | None = None
    spoken: str = ""
    earlier: EarlierVm | None = None


@dataclass(frozen=True, slots=True)
class ColumnVm:
    """A column of the worksheet, what it covers, and what can be said in it.

    `is_many`: each option stands for itself (marks); else one of them is chosen.
    """

    id: str
    label: str
    definition: str
    options: tuple[OptionVm, ...] = ()
    is_many: bool = False


@dataclass(frozen=True, slots=True)
class FactorVm:
    """One line of the worksheet; `codes` by column, "" = not yet coded. A heading has no item.

    `earlier` are the codes of last time, by column, where nothing is coded yet: not reviewed.
    `cited` are the places that it rests on. A line whose own words are the factor `is_own`. A
    question has `options` of its own; one that is answered in words or numbers `is_written`.
    """

    item: str
    label: str
    codes: tuple[str, ...] = ()
    note: str = ""
    source: str = ""
    earlier: tuple[str, ...] = ()
    cited: str = ""
    is_own: bool = False
    options: tuple[OptionVm, ...] = ()
    is_written: bool = False

    @property
    def is_heading(self) -> bool:
        return not self.item


@dataclass(frozen=True, slots=True)
class WorksheetVm:
    """The whole worksheet. `options` are the same in every cell. `is_locked`: it is only read.

    `is_answers`: its lines are questions with one answer each, and their own options.
    """

    columns: tuple[ColumnVm, ...]
    options: tuple[OptionVm, ...]
    factors: tuple[FactorVm, ...]
    is_locked: bool = False
    is_answers: bool = False
    legend: str = ""


@dataclass(frozen=True, slots=True)
class CitedVm:
    """One citation in words, and its record."""

    record: RecordId
    text: str


@dataclass(frozen=True, slots=True)
class MarginVm:
    """What is said of the factor in front beside its codes.

    `sources` and `incidents` are those that can be cited, `source` and `page` what was cited last.
    A field that this worksheet has not is left out of `asks`.
    """

    key: SlotKey
    where: str
    asks: tuple[str, ...]
    values: Mapping[str, str]
    cited: tuple[CitedVm, ...]
    sources: tuple[OptionVm, ...]
    source: str = ""
    page: str = ""
    incidents: tuple[OptionVm, ...] = ()
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class SittingVm:
    """How far it has come, in words, and whether För in has something to do."""

    progress: str
    is_unentered: bool
