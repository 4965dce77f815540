# SPDX-License-Identifier: EUPL-1.2
"""What an instrument gave, one class for each honest way of saying it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class InstrumentHeading:
    """The instrument as it stands above its result.

    `version` is the pinned version ("weighted-20"), `wording` and `rule` say in a sentence what
    holds for the wording and for the scoring rule; `administered_on` are the days it was asked.
    """

    title: str
    version: str
    wording: str
    rule: str
    administered_on: tuple[date, ...] = ()
    administered_by: str = ""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who confirmed that the rule equals the licensed form."""

    name: str
    function: str
    edition: str
    confirmed_on: date


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One item, the answer given, the points it gave."""

    number: str
    item: str
    answer: str
    points: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class OpenItemRow:
    """One item without an answer that counts; `state` says which kind ("vet ej")."""

    number: str
    item: str
    state: str


@dataclass(frozen=True, slots=True)
class SeveralRow:
    """One of several results of an instrument, each for itself.

    `said`: the value, two bounds, a level, or how it stands; `beside`: level, table, status.
    `how`: one short text for each answer, criterion or count that it rests on, and remarks.
    """

    name: str
    said: str
    beside: str = ""
    how: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComputedPart:
    """A value that a rule computed from complete answers.

    `confirmation` is None only for a rule that needs none.
    """

    heading: InstrumentHeading
    value: str
    band: str
    confirmation: Confirmation | None
    trace: tuple[TraceRow, ...]
    caveats: tuple[str, ...]
    table: str = ""
    several: tuple[SeveralRow, ...] = ()
    flags: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncompletePart:
    """Two bounds and the list of what is open; never a band."""

    heading: InstrumentHeading
    answered: int
    items: int
    lowest: str
    highest: str
    open_items: tuple[OpenItemRow, ...]
    caveats: tuple[str, ...]
    confirmation: Confirmation | None = None
    trace: tuple[TraceRow, ...] = ()
    several: tuple[SeveralRow, ...] = ()
    flags: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnscoredPart:
    """Answers kept without points: the rule is not confirmed, or there is none.

    `why` is the sentence that says so; the points of the rows are left out on paper.
    """

    heading: InstrumentHeading
    why: str
    answered: int
    items: int
    answers: tuple[TraceRow, ...]
    caveats: tuple[str, ...]
    open_items: tuple[OpenItemRow, ...] = ()
    several: tuple[SeveralRow, ...] = ()
    flags: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadOffPart:
    """Points and level that a person read off the official paper form."""

    heading: InstrumentHeading
    points: str
    level: str
    form_edition: str
    read_on: date
    read_by: str
    caveats: tuple[str, ...]
    note: str = ""
    several: tuple[SeveralRow, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """One time column: its label, what it means, and how many codings are missing in it.

    `omitted` counts the code "information missing", `not_coded` what nobody has looked at yet.
    """

    label: str
    definition: str
    omitted: int
    not_coded: int


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor and its code in each column, in the order of the columns ("" = not coded)."""

    number: str
    factor: str
    codes: tuple[str, ...]
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class FactorGroup:
    """The factors under one heading of the worksheet."""

    label: str
    factors: tuple[FactorRow, ...]


@dataclass(frozen=True, slots=True)
class CodedPart:
    """Structured professional judgement: codes by column, no sum anywhere.

    `code_key` explains each code as (code, meaning). `around` is what is said once of the sheet,
    as (label, text).
    """

    heading: InstrumentHeading
    columns: tuple[ColumnHeading, ...]
    groups: tuple[FactorGroup, ...]
    code_key: tuple[tuple[str, str], ...]
    caveats: tuple[str, ...]
    added_factors: tuple[FactorRow, ...] = ()
    around: tuple[tuple[str, str], ...] = ()


ResultPart = ComputedPart | IncompletePart | UnscoredPart | ReadOffPart | CodedPart
