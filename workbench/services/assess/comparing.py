# SPDX-License-Identifier: EUPL-1.2
"""Two runs of one instrument version side by side, item by item: over time, or of two raters.

Same or not is said of each place, with the reasons that stand beside it. Nothing is counted over
the places: no number of agreements, no share, no coefficient, no trend.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from workbench.domain.assessments import Assessment
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.paper_twins import KeyedIn
from workbench.instruments.answers import ItemAnswer, ItemCoding
from workbench.instruments.definition import Column, Definition, Item
from workbench.instruments.forms import codes_of, visible_ids
from workbench.services.assess import rating
from workbench.services.assess.sheets import Sheet, entered_sheet
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt, Recorded

Relation = Literal["earlier", "later", "raters"]
Refusal = Literal["", "other-version", "other-definition", "withheld"]


class CannotCompareError(WorkbenchError):
    """Two assessments that are not of one instrument and one version (`why`)."""

    code: ClassVar[str] = "ASSESS-008"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said at one place: a code or a state, "" when nothing was; note and source.

    `paper`: where it was written by hand first.
    """

    code: str
    note: str = ""
    source: str = ""
    is_asked: bool = True
    paper: Recorded[KeyedIn] | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One place in both runs. `is_same` is None where nothing was said yet in one of them."""

    item: Item
    column: Column | None
    left: Said
    right: Said

    @property
    def is_same(self) -> bool | None:
        if not self.left.code or not self.right.code:
            return None
        return self.left.code == self.right.code

    @property
    def is_asked(self) -> bool:
        """Whether both runs ask it."""
        return self.left.is_asked and self.right.is_asked


@dataclass(frozen=True, slots=True)
class Comparison:
    """The two runs, the earlier one (or the first rater's) at the left."""

    definition: Definition
    left: Recorded[Assessment]
    right: Recorded[Assessment]
    pairs: tuple[Pair, ...]
    relation: Literal["time", "raters"]


@dataclass(frozen=True, slots=True)
class Other:
    """Another assessment with the same instrument, and why it is not compared, if it is not."""

    assessment: Recorded[Assessment]
    refusal: Refusal


def others(akt: Akt, assessment: RecordId) -> tuple[Other, ...]:
    """What an assessment can be compared with, or not, oldest first. Other instruments never."""
    begun = _begun(akt, assessment)
    return tuple(
        Other(each, refusal(akt, begun, each))
        for each in akt.all(Assessment)
        if each.record != assessment and each.value.instrument.id == begun.value.instrument.id
    )


def refusal(akt: Akt, one: Recorded[Assessment], other: Recorded[Assessment]) -> Refusal:
    """Why two assessments are not compared; "" when they are."""
    left, right = one.value.instrument, other.value.instrument
    if (left.id, left.version) != (right.id, right.version):
        return "other-version"
    if left.sha256 != right.sha256:
        return "other-definition"
    return "withheld" if {one.record, other.record} & akt.withheld else ""


def compare(akt: Akt, desk: Desk, one: RecordId, other: RecordId) -> Comparison:
    """Two runs, place by place, as they are entered; what is hidden in a run counts as not asked.

    Raises:
        CannotCompareError: of different instruments or versions, or withheld; nothing is converted.
    """
    left, right = _in_order(akt, _begun(akt, one), _begun(akt, other))
    why = refusal(akt, left, right)
    if why:
        raise CannotCompareError(why=why)
    sheets = entered_sheet(akt, desk, left.record), entered_sheet(akt, desk, right.record)
    return Comparison(
        sheets[0].definition, left, right, tuple(_pairs(*sheets)), _relation(akt, left, right)
    )


def _in_order(
    akt: Akt, one: Recorded[Assessment], other: Recorded[Assessment]
) -> tuple[Recorded[Assessment], Recorded[Assessment]]:
    first = akt.history(Assessment, one.record)[0].id
    second = akt.history(Assessment, other.record)[0].id
    return (one, other) if akt.is_later(second, first) else (other, one)


def _relation(
    akt: Akt, left: Recorded[Assessment], right: Recorded[Assessment]
) -> Literal["time", "raters"]:
    tie = rating.tie_of(akt, right.record)
    second = tie is not None and tie.value.why == "second" and left.record in tie.value.to
    return "raters" if second else "time"


def _pairs(left: Sheet, right: Sheet) -> list[Pair]:
    definition = left.definition
    shown = _visible(left), _visible(right)
    columns: list[Column | None] = list(definition.columns) or [None]
    return [
        Pair(item, column, said(left, item, column), said(right, item, column))
        for item in definition.items
        if item.id in shown[0] | shown[1]
        for column in columns
    ]


def _visible(of: Sheet) -> frozenset[str]:
    return visible_ids(of.definition.items, codes_of(of.definition, of.given))


def said(of: Sheet, item: Item, column: Column | None) -> Said:
    """What an assessment says at one place."""
    if item.id not in _visible(of):
        return Said("", is_asked=False)
    given = of.given.get(item.id)
    code = ""
    if isinstance(given, ItemCoding) and column is not None:
        found = given.codes.get(column.id)
        code = found.text if found is not None else ""
    elif isinstance(given, ItemAnswer):
        code = given.code if given.state == "value" else given.state
        code = "" if code == "unanswered" else code
    paper = of.keyed.get((item.id, column.id if column is not None else ""))
    return Said(code, of.notes.get(item.id, ""), of.sources.get(item.id, ""), paper=paper)


def _begun(akt: Akt, assessment: RecordId) -> Recorded[Assessment]:
    begun = akt.find(Assessment, assessment)
    if begun is None:
        raise KeyError(assessment)
    return begun
