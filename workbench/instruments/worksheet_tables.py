# SPDX-License-Identifier: EUPL-1.2
"""The shape of what only worksheets (structured professional judgement) have."""

from typing import Annotated, Literal

import msgspec

from workbench.instruments.tables import Code, Evidence, Id, Months, Table


class ColumnTable(Table, frozen=True, kw_only=True):
    """A time column of a worksheet; `within_days` or `within_months` where a length is stated.

    `by-assessor`: the assessor writes what the column covers. `questions` are yes/no beside it.
    An `optional` column is counted only once something is coded in it.
    """

    id: Id
    definition: Literal["stated", "by-assessor"]
    evidence: Evidence
    within_days: Annotated[int, msgspec.Meta(ge=1)] | None = None
    within_months: Months | None = None
    secondary: bool = False
    optional: bool = False
    questions: list[Id] = []


class PresenceTable(Table, frozen=True, kw_only=True):
    """The worksheet's code for each internal presence.

    `omitted_printed` is false when the sheet has no sign of its own for lacking information.
    """

    present: Code
    partial: Code
    absent: Code
    omitted: Code
    evidence: Evidence | None = None
    omitted_printed: bool = True


class RelevanceTable(Table, frozen=True, kw_only=True):
    """The steps in which relevance is rated."""

    codes: Annotated[list[Code], msgspec.Meta(min_length=2)]
    evidence: Evidence


class ConclusionTable(Table, frozen=True, kw_only=True):
    """A field that a person fills in; nothing is proposed. A level always needs its reasons."""

    id: Id
    type: Literal["level", "persons", "text", "date", "yes-no"]
    evidence: Evidence
    required: bool = False
    if_no_measures: bool = False
    levels: list[Id] = []


class PersonsTable(Table, frozen=True, kw_only=True):
    """How many of each the method speaks of, and the parts that people of a collective can have."""

    perpetrators: Literal["one", "many"]
    victims: Literal["one", "many"]
    network: bool = False
    roles: list[Id] = []


class ManagementTable(Table, frozen=True, kw_only=True):
    """A classification of strategies: its domains are tags, one scheme beside another."""

    id: Id
    domains: Annotated[list[Id], msgspec.Meta(min_length=1)]
    evidence: Evidence
    per_scenario: bool = False
