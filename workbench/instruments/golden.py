# SPDX-License-Identifier: EUPL-1.2
"""Golden vectors: cases that a definition carries, run through the engine.

A vector proves that the program follows the rule; it never proves the rule.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from typing import Literal

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
from workbench.instruments.gates import NOT_CONFIRMED, assume_confirmed
from workbench.instruments.loader import GOLDEN, Published, frozen_fault, read_table
from workbench.instruments.local_tables import Supplied, TableContent
from workbench.instruments.outcomes import Evaluation, RuleResult, Value
from workbench.instruments.scoring import evaluate
from workbench.instruments.tables import Code, Id, Table

_UNANSWERED = "unanswered"
NO_TABLES: Mapping[str, TableContent] = {}


class Expected(Table, frozen=True, kw_only=True):
    """What a vector must give; what is left out is not asserted."""

    status: str
    value: int | bool | str | None = None
    band: Code | None = None
    min: int | bool | str | None = None
    max: int | bool | str | None = None
    missing: list[Id] | None = None
    counts: dict[str, int] | None = None
    faults: list[str] | None = None
    flags: list[Id] | None = None
    omitted: list[Id] | None = None
    unknown: list[Id] | None = None
    ceiling: int | None = None
    table: Id | None = None
    criteria: dict[Id, str] | None = None
    tallies: dict[str, int] | None = None
    undated: list[str] | None = None


class Vector(Table, frozen=True, kw_only=True):
    """One golden case. `rest` answers every choice item not named (code or state -> items)."""

    id: str
    mark: Literal["given", "added"]
    expect: Expected
    rest: Code | None = None
    given: dict[Code, list[str]] = {}
    answers: dict[str, str] = {}
    confirmed: bool | list[Id] = True
    rule: Id | None = None
    also: dict[Id, Expected] = {}
    profile: Id | None = None
    tables: list[Id] = []
    note: str = ""


class GoldenTable(Table, frozen=True, kw_only=True):
    """The whole of `golden.toml`. `tables` are made for tests and are nobody's published table."""

    vectors: list[Vector]
    tables: list[TableContent] = []


def golden_faults(
    definition: Definition | None, folder: Path, published: Published
) -> tuple[FileFault, ...]:
    """The vectors that do not hold, or why they could not be read or run."""
    path = folder / GOLDEN
    table, faults = read_table(path, GoldenTable)
    if table is None or definition is None:
        return faults
    hashes = published.get((definition.id, definition.version), {})
    frozen = frozen_fault(path, GOLDEN, hashes)
    found = [] if frozen is None else [frozen.fault]
    times = Counter(shown_name(vector.id) for vector in table.vectors)
    found += [
        Fault(f"vectors.{name}", errors.DuplicateIdError(name=name))
        for name, number in times.items()
        if number > 1
    ]
    lent = {content.name or content.id: content for content in table.tables}
    for vector in table.vectors:
        found += vector_faults(definition, vector, lent)
    return tuple(FileFault(str(path.absolute()), fault) for fault in found)


def vector_faults(
    definition: Definition, vector: Vector, lent: Mapping[str, TableContent] = NO_TABLES
) -> Iterator[Fault]:
    """One fault for every expectation that the engine does not meet."""
    name = shown_name(vector.id)
    path = f"vectors.{name}"
    for table in vector.tables:
        if table not in lent:
            yield Fault(f"{path}.tables", errors.VectorError(vector=name, part="tables"))
    evaluation = run(definition, vector, lent)
    results = {result.id: result for result in (*evaluation.results, *evaluation.internal)}
    first = evaluation.first.id if vector.rule is None else vector.rule
    for rule, expect in {first: vector.expect, **vector.also}.items():
        place = path if rule == first else f"{path}.also.{rule}"
        if rule not in results:
            yield Fault(place, errors.VectorError(vector=name, part="rule"))
            continue
        actual = _actual(evaluation, results[rule])
        if rule != first:
            del actual["faults"]
        for part, wanted in _wanted(expect).items():
            if part in actual and actual[part] != wanted:
                yield Fault(f"{place}.{part}", errors.VectorError(vector=name, part=part))


def run(
    definition: Definition, vector: Vector, lent: Mapping[str, TableContent] = NO_TABLES
) -> Evaluation:
    """The evaluation of a vector's answers."""
    confirmed = assume_confirmed(definition) if vector.confirmed else NOT_CONFIRMED
    if isinstance(vector.confirmed, list):
        confirmed = {name: confirmed.get(name, "") for name in vector.confirmed}
    tables = {lent[name].id: lent[name] for name in vector.tables if name in lent}
    supplied = Supplied(tables, vector.profile or "")
    return evaluate(definition, vector_answers(definition, vector), confirmed, supplied)


def vector_answers(definition: Definition, vector: Vector) -> dict[str, Given]:
    """`rest` everywhere, then what `given` names; `item.column` names one coding."""
    columns = [column.id for column in definition.columns]
    places = {place: code for code, named in vector.given.items() for place in named}
    places |= vector.answers
    if not columns:
        asked = [item.id for item in definition.items if item.type == "choice"]
        items = dict.fromkeys(asked, vector.rest or _UNANSWERED) | places
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


def _actual(evaluation: Evaluation, result: RuleResult) -> dict[str, object]:
    return {
        "status": result.status,
        "value": _plain(result.value),
        "band": None if result.band is None else result.band.code,
        "min": _plain(result.min),
        "max": _plain(result.max),
        "missing": list(result.missing),
        "counts": asdict(evaluation.counts),
        "faults": [fault.code for fault in evaluation.faults],
        "flags": [flag.id for flag in evaluation.flags],
        "omitted": list(result.omitted),
        "unknown": list(result.unknown),
        "ceiling": result.ceiling,
        "table": result.table or (None if result.band is None else result.band.table),
        "criteria": {criterion.rule: criterion.status for criterion in result.criteria},
        "tallies": {f"{each.section}.{each.code}": each.number for each in result.tallies},
        "undated": list(result.undated),
    }


def _plain(value: Value | None) -> Value | None:
    """A fraction as the text that it is written with; yes and no are not numbers."""
    return str(value) if isinstance(value, Fraction) else value


def _wanted(expect: Expected) -> Mapping[str, object]:
    """Value, band and bounds are always asserted: what is not named must be empty."""
    given = {name: getattr(expect, name) for name in expect.__struct_fields__}
    computed = expect.status == "computed"
    wanted: dict[str, object] = {
        "status": expect.status,
        "value": expect.value,
        "band": expect.band,
        "min": expect.value if computed and expect.min is None else expect.min,
        "max": expect.value if computed and expect.max is None else expect.max,
        "faults": expect.faults or [],
    }
    optional = {part: value for part, value in given.items() if part not in wanted}
    return wanted | {part: value for part, value in optional.items() if value is not None}
