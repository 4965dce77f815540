# SPDX-License-Identifier: EUPL-1.2
"""The primitives that give a level or plain counts. A level is a word, never a number."""

from dataclasses import replace

from workbench.instruments.gates import rule_sha256
from workbench.instruments.local_tables import MatrixCells, cell, table_sha256
from workbench.instruments.outcomes import Band, RuleResult, Tally, TraceLine
from workbench.instruments.readings import Reading
from workbench.instruments.rule_tables import (
    Matrix,
    MatrixSide,
    MaxSeverity,
    ProfileCounts,
    UpwardOverride,
)


def upward_override(reading: Reading, rule: UpwardOverride) -> RuleResult:
    """The higher of the computed and the judged level. A lower judgement is only a note.

    A higher one has no effect until its reason is there, and the reason is told as missing.
    """
    source = reading.earlier[rule.of]
    if source.status != "computed" or source.band is None:
        return reading.empty(rule, source.status, source.missing)
    computed, judged = source.band.code, reading.asked.get(rule.item)
    result = replace(reading.empty(rule, "computed"), band=Band(rule.id, computed))
    if judged is None:
        return result
    result = replace(result, trace=(TraceLine(rule.item, judged, 0),))
    if rule.scale.index(judged) <= rule.scale.index(computed):
        return result
    if rule.reason in reading.asked:
        return replace(result, band=Band(rule.id, judged))
    return replace(result, missing=(rule.reason,))


def max_severity(reading: Reading, rule: MaxSeverity) -> RuleResult:
    """The most severe level endorsed; more severe unknowns leave it open upwards."""
    rank = {level: at for at, level in enumerate([rule.none, *rule.levels])}
    asked = reading.asked
    endorsed = [rule.items[i] for i in rule.items if asked.get(i) in rule.yes_codes]
    best = max([rule.none, *endorsed], key=rank.__getitem__)
    missing = tuple(
        item
        for item in reading.unanswered(tuple(rule.items))
        if rank[rule.items[item]] > rank[best]
    )
    highest = max([best, *(rule.items[item] for item in missing)], key=rank.__getitem__)
    result = RuleResult(
        id=rule.id,
        sha256=rule_sha256(reading.definition, rule),
        status="undecided" if missing else "computed",
        band=None if missing else Band(rule.id, best),
        min=best if missing else None,
        max=highest if missing else None,
        missing=(*missing, *reading.scope_missing),
    )
    trace = tuple(TraceLine(item, asked[item], 0) for item in rule.items if item in asked)
    return replace(result, trace=trace)


def matrix(reading: Reading, rule: Matrix) -> RuleResult:
    """The exact cell of a local table, when it is the table of these very categories."""
    sides = [_side(reading, side) for side in (rule.a, rule.b)]
    for side in sides:
        if isinstance(side, RuleResult):
            return reading.empty(rule, side.status, side.missing)
    a, b = (side for side in sides if isinstance(side, Band))
    table = reading.supplied.tables.get(rule.table)
    if not isinstance(table, MatrixCells) or (table.a_table, table.b_table) != (a.table, b.table):
        return reading.empty(rule, "table-missing")
    level = cell(table, a.code, b.code)
    if level is None or level not in rule.levels:
        return reading.empty(rule, "table-missing")
    result = replace(reading.empty(rule, "computed"), band=Band(rule.table, level))
    return replace(result, table=table.id, table_sha256=table_sha256(table))


def profile_counts(reading: Reading, rule: ProfileCounts) -> RuleResult:
    """How often each code was given, section by section. Counted by the program, no measure."""
    tallies = []
    for section in rule.sections:
        items = [i for i in reading.definition.items if i.section == section]
        for code in dict.fromkeys(c for i in items if i.type == "choice" for c in i.codes):
            times = sum(reading.asked.get(item.id) == code for item in items)
            tallies.append(Tally(section, code, times))
    items_of_all = [i.id for i in reading.definition.items if i.section in rule.sections]
    missing = reading.unanswered(items_of_all)
    return replace(reading.empty(rule, "not-a-score", missing), tallies=tuple(tallies))


def _side(reading: Reading, side: MatrixSide) -> Band | RuleResult:
    """A category with the table it comes from, or the result that says why there is none."""
    if side.rule is not None:
        source = reading.earlier[side.rule]
        return source if source.band is None else source.band
    name = side.item or ""
    code = reading.asked.get(name)
    table = next((i.answer_set for i in reading.definition.table.items if i.id == name), None)
    if code is None or table is None:
        return RuleResult(name, "", "incomplete", missing=(name,))
    return Band(table, code)
