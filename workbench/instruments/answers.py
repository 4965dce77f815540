# SPDX-License-Identifier: EUPL-1.2
"""What was answered: a code or a state per item, or a presence code per factor and column.

A presence code is text that cannot be added, ordered or counted as a number: structured
professional judgement has no numeric interface anywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.domain.assessments import Answer, Coding

State = Literal["value", "unanswered", "dont-know", "declined", "not-applicable", "postponed"]
OfferedState = Literal["dont-know", "declined", "not-applicable", "postponed"]
OFFERED_STATES: tuple[OfferedState, ...] = ("dont-know", "declined", "not-applicable", "postponed")


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """The answer to one item; `code` is a choice when `state` is value, else empty."""

    state: State
    code: str = ""


@dataclass(frozen=True, slots=True)
class PresenceCode:
    """A code as the worksheet prints it (J, D, N, --). Equal or not: nothing else is defined."""

    text: str


@dataclass(frozen=True, slots=True)
class ItemCoding:
    """The codes of one factor by time column; an absent column is not yet coded."""

    codes: Mapping[str, PresenceCode]

    @classmethod
    def of(cls, codes: Mapping[str, str]) -> "ItemCoding":
        return cls({column: PresenceCode(text) for column, text in codes.items()})


Given = ItemAnswer | ItemCoding
Answers = Mapping[str, Given]


def value(code: str) -> ItemAnswer:
    """A plain answer with one choice."""
    return ItemAnswer("value", code)


def from_records(answers: Iterable[Answer], codings: Iterable[Coding] = ()) -> dict[str, Given]:
    """The recorded answers and codings of one assessment as the engine reads them."""
    given: dict[str, Given] = {a.item: ItemAnswer(a.state, a.choice) for a in answers}
    columns: dict[str, dict[str, str]] = {}
    for coding in codings:
        if coding.code:
            columns.setdefault(coding.item, {})[coding.column] = coding.code
    given.update({item: ItemCoding.of(codes) for item, codes in columns.items()})
    return given
