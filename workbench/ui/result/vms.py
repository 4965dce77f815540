# SPDX-License-Identifier: EUPL-1.2
"""What the result page shows. A figure, a level or two bounds exist only if they may be seen."""

from dataclasses import dataclass, field
from typing import Literal

from workbench.ui.writing.fields import OptionVm

Shape = Literal["waits", "computed", "bounds", "read-off", "unscored", "coded", "several"]


@dataclass(frozen=True, slots=True)
class OwnVm:
    """The newest own appraisal, with who wrote it down when."""

    words: str
    estimate: str
    marks: tuple[str, ...]
    recorded: str


@dataclass(frozen=True, slots=True)
class LineVm:
    """One item with its answer or state; `points` only where a rule counted it."""

    label: str
    said: str
    points: str = ""


@dataclass(frozen=True, slots=True)
class PartVm:
    """One of several results: what it is called, what it gave, how far that holds.

    `said` is a figure, two bounds, a level or the status; `beside` level, table and status in
    words. `status` is the whole sentence, read aloud with the row. `lines` tell how.
    """

    name: str
    said: str
    beside: str
    status: str
    lines: tuple[LineVm, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InstrumentVm:
    """The instrument's side. Empty texts are not shown.

    `name` is there when there are several results: then this side tells the main one, and `parts`
    tell every one of them.
    """

    shape: Shape
    rule: str
    wording: str
    progress: str = ""
    figure: str = ""
    level: str = ""
    table: str = ""
    lowest: str = ""
    highest: str = ""
    open_items: tuple[LineVm, ...] = ()
    trace: tuple[LineVm, ...] = ()
    confirmation: str = ""
    read_off: tuple[LineVm, ...] = ()
    doubts: tuple[str, ...] = ()
    name: str = ""
    criteria: tuple[LineVm, ...] = ()
    tallies: tuple[LineVm, ...] = ()
    remarks: tuple[str, ...] = ()
    flags: tuple[LineVm, ...] = ()
    parts: tuple[PartVm, ...] = ()
    can_confirm: bool = False
    can_read_off: bool = False


@dataclass(frozen=True, slots=True)
class ProfileVm:
    """The profiles there are. `told`: which one was chosen, where it cannot be changed."""

    options: tuple[OptionVm, ...]
    chosen: str
    may_choose: bool
    told: str


@dataclass(frozen=True, slots=True)
class JudgedVm:
    """The answers of a person to the three questions, once somebody has written them."""

    risk_for_what: str
    why: str
    what_we_do: str


@dataclass(frozen=True, slots=True)
class ResultVm:
    """The whole page.

    `can_enter`: what is given now is not entered. `unsigns`: entering it takes a signature away.
    `has_raters`: another rater has assessed it, or is asked to.
    """

    title: str
    caption: str
    instrument: InstrumentVm
    own: OwnVm | None
    judged: JudgedVm | None
    caveats: tuple[str, ...] = field(default=())
    is_unentered: bool = False
    profile: ProfileVm | None = None
    can_enter: bool = False
    unsigns: bool = False
    has_raters: bool = False

    @property
    def needs_own_appraisal(self) -> bool:
        return self.instrument.shape == "waits"
