# SPDX-License-Identifier: EUPL-1.2
"""Golden vectors: cases that a definition carries, run through the engine.

A vector proves that the program follows the rule; it never proves the rule.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from workbench.instruments import errors
from workbench.instruments.answers import (
    OFFERED_STATES,
    Given,
    ItemAnswer,
    ItemCoding,
    State,
)
from workbench.instruments.definition import Definition
from workbench.instruments.errors import Fault, FileFault, shown_name
from workbench.instruments.forms import AnswerCounts
from workbench.instruments.gates import NOT_CONFIRMED, assume_confirmed
from workbench.instruments.loader import GOLDEN, Published, frozen_fault, read_table
from workbench.instruments.scoring import Evaluation, RuleResult, evaluate
from workbench.instruments.tables import Code, Id, Table

_UNANSWERED = "unanswered"


class Expected(Table, frozen=True):
    """What a vector must give; what is left out is not asserted."""

    status: str
    value: int | bool | None = None
    band: Id | None = None
    min: int | None = None
    max: int | None = None
    missing: list[Id] | None = None
    counts: dict[str, int] | None = None
    faults: list[str] | None = None


class Vector(Table, frozen=True):
    """One golden case. `rest` answers every item not named in `given` (code or state -> items)."""

    id: str
    mark: Literal["given", "added"]
    expect: Expected
    rest: Code | None = None
    given: dict[Code, list[str]] = msgspec.field(default_factory=dict)
    confirmed: bool = True
    rule: Id | None = None
    note: str = ""


class GoldenTable(Table, frozen=True):
    """The whole of `golden.toml`."""

    vectors: list[Vector]


def golden_faults(
    definition: Definition, folder: Path, published: Published
) -> tuple[FileFault, ...]:
    """The vectors that do not hold, or why they could not be read."""
    path = folder / GOLDEN
    table, faults = read_table(path, GoldenTable)
    if table is None:
        return faults
    hashes = published.get((definition.id, definition.version), {})
    frozen = frozen_fault(path, GOLDEN, hashes)
    found = [] if frozen is None else [frozen.fault]
    found += [fault for vector in table.vectors for fault in vector_faults(definition, vector)]
    return tuple(FileFault(str(path.absolute()), fault) for fault in found)


def vector_faults(definition: Definition, vector: Vector) -> Iterator[Fault]:
    """One fault for every expectation that the engine does not meet."""
    evaluation = run(definition, vector)
    results = {result.id: result for result in evaluation.results}
    result = evaluation.first if vector.rule is None else results.get(vector.rule)
    path = f"vectors.{shown_name(vector.id)}"
    if result is None:
        yield Fault(path, errors.VectorError(vector=shown_name(vector.id), part="rule"))
        return
    actual = _actual(evaluation, result)
    for part, wanted in _wanted(vector).items():
        if actual[part] != wanted:
            name = shown_name(vector.id)
            yield Fault(f"{path}.{part}", errors.VectorError(vector=name, part=part))


def run(definition: Definition, vector: Vector) -> Evaluation:
    """The evaluation of a vector's answers."""
    confirmed = assume_confirmed(definition) if vector.confirmed else NOT_CONFIRMED
    return evaluate(definition, vector_answers(definition, vector), confirmed)


def vector_answers(definition: Definition, vector: Vector) -> dict[str, Given]:
    """`rest` everywhere, then what `given` names; `item.column` names one coding."""
    columns = [column.id for column in definition.columns]
    places = {place: code for code, named in vector.given.items() for place in named}
    if not columns:
        items = dict.fromkeys((i.id for i in definition.items), vector.rest or _UNANSWERED) | places
        return {item: _answer(definition, item, code) for item, code in items.items()}
    codings: dict[str, Given] = {}
    for item in definition.items:
        codes = {c: places.get(f"{item.id}.{c}", vector.rest or _UNANSWERED) for c in columns}
        codings[item.id] = ItemCoding.of({c: t for c, t in codes.items() if t != _UNANSWERED})
    return codings


def _answer(definition: Definition, item: str, code: str) -> ItemAnswer:
    known = definition.by_id.get(item)
    states: tuple[State, ...] = (*OFFERED_STATES, "unanswered")
    for state in states:
        if code == state and (known is None or code not in known.codes):
            return ItemAnswer(state)
    return ItemAnswer("value", code)


def _actual(evaluation: Evaluation, result: RuleResult) -> Mapping[str, object]:
    counted = evaluation.counts
    if isinstance(counted, AnswerCounts):
        counts = {"answered": counted.answered, "items": counted.items}
    else:
        counts = {
            "coded": counted.coded,
            "omitted": counted.omitted,
            "not_coded": counted.not_coded,
            "total": counted.total,
        }
    return {
        "status": result.status,
        "value": result.value,
        "band": None if result.band is None else result.band.code,
        "min": result.min,
        "max": result.max,
        "missing": list(result.missing),
        "counts": counts,
        "faults": [fault.code for fault in evaluation.faults],
    }


def _wanted(vector: Vector) -> Mapping[str, object]:
    """Value, band and bounds are always asserted: what is not named must be empty."""
    expect = vector.expect
    computed = expect.status == "computed"
    wanted: dict[str, object] = {
        "status": expect.status,
        "value": expect.value,
        "band": expect.band,
        "min": expect.value if computed else expect.min,
        "max": expect.value if computed else expect.max,
        "faults": expect.faults or [],
    }
    optional = {"missing": expect.missing, "counts": expect.counts}
    return wanted | {part: value for part, value in optional.items() if value is not None}
