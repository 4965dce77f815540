# SPDX-License-Identifier: EUPL-1.2
"""An empty form on paper: what is asked, the boxes to tick, the lines to write on."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Box:
    """One box to tick: the key that is pressed for it on screen, and what it means."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class BlankItem:
    """One question. `key_above`: its boxes show their keys only, their meaning stands above.

    `kind`: choice, number, date, events, text or ratings. `states` are the ways of no answer;
    `only_if` says when it is asked; `hint` how it is written.
    """

    number: str
    label: str
    kind: str
    boxes: tuple[Box, ...]
    states: tuple[Box, ...]
    only_if: str = ""
    hint: str = ""
    key_above: bool = False


@dataclass(frozen=True, slots=True)
class BlankSection:
    """Questions under one heading; `key` tells boxes that many of them share."""

    title: str
    key: tuple[Box, ...]
    items: tuple[BlankItem, ...]


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """A column of boxes of a worksheet, and what it covers."""

    label: str
    covers: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class BlankGroup:
    """Factors under one heading: number and label. Own factors have neither."""

    title: str
    factors: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BlankWorksheet:
    """A worksheet of structured judgement. `head` and `people` are names of lines to write on."""

    columns: tuple[BlankColumn, ...]
    groups: tuple[BlankGroup, ...]
    head: tuple[str, ...]
    people: tuple[str, ...]
    procedure: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlankForm:
    """The whole paper. `number` and `person` are empty unless somebody wanted them on it."""

    title: str
    version: str
    mark: str
    about: tuple[str, ...]
    wording: str
    windows: tuple[str, ...]
    caveats: tuple[str, ...]
    states: tuple[Box, ...]
    sections: tuple[BlankSection, ...]
    worksheet: BlankWorksheet | None
    program: str
    prepared_at: datetime
    number: str = ""
    person: str = ""
