# SPDX-License-Identifier: EUPL-1.2
"""The files of a training case: codings without words, and the words in a file a language.

Everything is the project's own teaching material about people who do not exist.
"""

from typing import Annotated, Literal

import msgspec

from workbench.instruments.answers import State
from workbench.instruments.tables import Code, Id, Table, Text

Pages = Annotated[int, msgspec.Meta(ge=1, le=20)]
SourceNumber = Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]?$")]
Cited = Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]?:[1-9][0-9]?$")]
"""A source and its page: "2:1"."""


class SourceTable(Table, frozen=True, kw_only=True):
    """A numbered source and how many pages it has."""

    number: SourceNumber
    pages: Pages


class PersonTable(Table, frozen=True, kw_only=True):
    """Somebody in the case, on one side, with the roles that the method names."""

    id: Id
    side: Literal["perpetrator", "victim", "other"]
    roles: list[Id] = []


class TeachingTable(Table, frozen=True, kw_only=True):
    """The teaching coding of one item: codes by time column, or an answer, or a state."""

    codes: dict[Id, Code] = {}
    answer: Code | None = None
    state: State = "value"
    cite: list[Cited] = []
    relevance: Id | None = None
    critical: bool = False


class FormTable(Table, frozen=True, kw_only=True):
    """One form of the case. `sha256` is that of the definition that was coded for."""

    instrument: Id
    version: Id
    sha256: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
    codings: dict[Id, TeachingTable]
    levels: dict[Id, Id] = {}


class CaseTable(Table, frozen=True, kw_only=True):
    """The whole of `case.toml`."""

    id: Id
    order: Annotated[int, msgspec.Meta(ge=1, le=99)]
    sources: list[SourceTable]
    forms: list[FormTable]
    people: list[PersonTable] = []


class SourceWords(Table, frozen=True, kw_only=True):
    """What a source is and what stands on each of its pages."""

    title: Text
    pages: list[Text]


class FormWords(Table, frozen=True, kw_only=True):
    """The reason of every item; what the assessor's own columns cover; what is concluded."""

    reasons: dict[Id, Text]
    columns: dict[Id, Text] = {}
    conclusions: dict[Id, Text] = {}


class CaseWords(Table, frozen=True, kw_only=True):
    """The whole of `sv.toml` or `en.toml`."""

    title: Text
    summary: Text
    story: list[Text]
    sources: dict[str, SourceWords]
    forms: dict[Id, FormWords]
    mistakes: list[Text]
    plan: list[Text]
    people: dict[Id, Text] = {}
