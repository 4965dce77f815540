# SPDX-License-Identifier: EUPL-1.2
"""The shape of what is asked and of the tables that give answers a worth."""

from typing import Annotated

import msgspec

from workbench.instruments.answers import OfferedState
from workbench.instruments.tables import (
    Code,
    Condition,
    Evidence,
    Id,
    ItemType,
    Months,
    Points,
    Table,
    Text,
)


class AnswerSetTable(Table, frozen=True, kw_only=True):
    """A closed list of choices; `rising` names them from least to most where that is meant."""

    id: Id
    codes: list[Code]
    evidence: Evidence
    rising: list[Code] = []


class SectionTable(Table, frozen=True, kw_only=True):
    """A group of items, shown or hidden as a whole."""

    id: Id
    visible_if: list[Condition] = []


class ItemTable(Table, frozen=True, kw_only=True):
    """A question or factor. `number` is what the worksheet prints, never an identity.

    A number has `lowest` and `highest`; its answer set, if any, names codes besides numbers. The
    answer set of events names their kinds.
    """

    id: Id
    number: Text
    section: Id
    order_evidence: Evidence
    answer_set: Id | None = None
    scored: bool = True
    states: list[OfferedState] | None = None
    visible_if: list[Condition] = []
    type: ItemType = "choice"
    lowest: Points | None = None
    highest: Points | None = None
    needs_expertise: bool = False


class TimeWindowTable(Table, frozen=True, kw_only=True):
    """What time some items speak of; no `months` when it is not a number of months."""

    id: Id
    items: list[Id]
    evidence: Evidence
    months: Months | None = None


class RecodeTable(Table, frozen=True, kw_only=True):
    """What a code is worth, by output: one answer can be read in several ways."""

    id: Id
    evidence: Evidence
    outputs: Annotated[dict[Id, dict[Code, Points]], msgspec.Meta(min_length=1)]
    secondary: bool = False


class BandRow(Table, frozen=True, kw_only=True):
    """Inclusive integer edges."""

    low: Points
    high: Points
    code: Id


class BandTable(Table, frozen=True, kw_only=True):
    """A table with an id of its own, stored with every result that used it."""

    id: Id
    evidence: Evidence
    rows: Annotated[list[BandRow], msgspec.Meta(min_length=1)]
    secondary: bool = False
