# SPDX-License-Identifier: EUPL-1.2
"""From what was typed to a local rule. What lacks is told in words; nothing is filled in."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from workbench.instruments.definition import Definition
from workbench.instruments.item_tables import BandTable
from workbench.instruments.local_rules import Keeping, LocalLabels, LocalRule
from workbench.instruments.rule_tables import Bands, CountYes, Rule, WeightedSum
from workbench.instruments.schema import MissingTable
from workbench.ui.assess.shapes import titled
from workbench.ui.own_rule.reaching import missing_reaches, reached_labels, reached_rules
from workbench.ui.own_rule.typed import (
    PARTS,
    POINTS,
    Typed,
    level_labels,
    level_name,
    level_rows,
    number,
    part_name,
    point_name,
    questions,
    said,
    scored,
    used,
    used_levels,
)
from workbench.ui.writing import checks
from workbench.words import _

RULE, BY_POINTS, TABLE = "own", "own-level", "own-levels"
Points = Mapping[str, Mapping[str, int]]


def first_missing(definition: Definition, typed: Typed) -> str:
    """What must still be said before it can be entered; nothing when it can."""
    return next(_missing(definition, typed), "") or next(keeping_missing(typed), "")


def first_missing_rule(definition: Definition, typed: Typed) -> str:
    """The same of the rule alone, whoever answers for it: then it can be looked through."""
    return next(_missing(definition, typed), "")


def build(definition: Definition, typed: Typed) -> LocalRule:
    """The rule that was typed, when nothing is missing."""
    parts = used_parts(typed)
    tables = [_table(typed, of) for of in (0, *parts) if used_levels(typed, of)]
    labels = {_table_id(of): level_labels(typed, of) for of in (0, *parts)}
    return LocalRule(
        format="varn.local-rule/1",
        origin="local",
        instrument=definition.id,
        version=definition.version,
        definition_sha256=definition.sha256,
        rules=_rules(definition, typed),
        missing=MissingTable(policy="require-all", evidence="recalled"),
        band_tables=tables,
        labels=LocalLabels(
            bands={name: words for name, words in labels.items() if words},
            rules=_rule_labels(definition, typed),
        ),
        keeping=keeping(typed),
    )


def used_parts(typed: Typed) -> list[int]:
    """The parts of the form in which anything stands."""
    fields = ("name", "items", "counts")
    return [
        p
        for p in range(1, PARTS + 1)
        if used(typed, [part_name(p, f) for f in fields]) or used_levels(typed, p)
    ]


def keeping(typed: Typed) -> Keeping:
    """Who answers for it, and until when."""
    ends = said(typed, "expires_on")
    return Keeping(
        owner=said(typed, "owner"),
        function=said(typed, "function"),
        organisation=said(typed, "organisation"),
        on=checks.iso_day(typed, "on"),
        form_edition=said(typed, "form_edition"),
        licence=said(typed, "licence"),
        expires_on=checks.iso_day(typed, "expires_on") if ends else None,
    )


def keeping_missing(typed: Typed) -> Iterator[str]:
    """What must still be said of who answers for it."""
    wanted = (
        ("owner", _("Write the name of the method owner.")),
        ("function", _("Write the method owner's function.")),
        ("organisation", _("Write the organisation.")),
        ("form_edition", _("Write which edition of the form it was compared with.")),
    )
    yield from (text for name, text in wanted if not said(typed, name))
    for name in ["on"] + (["expires_on"] if said(typed, "expires_on") else []):
        if checks.not_a_day(typed, name) is not None or not said(typed, name):
            yield _("Write the day as 2026-11-22.")


def _rules(definition: Definition, typed: Typed) -> list[Rule]:
    """The whole first; where a level is reached in other ways too, it gives points and no level."""
    points = {i.id: _worth(typed, i.id, i.codes) for i in scored(definition)}
    reached = reached_rules(definition, typed, RULE)
    table = TABLE if used_levels(typed) else None
    falling = _falling(definition, points)
    whole = WeightedSum(
        id=RULE, evidence="recalled", points=points, bands=None if reached else table,
        monotone_exceptions=falling,
    )  # fmt: skip
    rules: list[Rule] = [whole, *(_part(definition, typed, p, points) for p in used_parts(typed))]
    if reached and table:
        rules.append(Bands(id=BY_POINTS, evidence="recalled", of=RULE, table=table))
    return [*rules, *reached]


def _part(definition: Definition, typed: Typed, part: int, points: Points) -> Rule:
    items = questions(definition, said(typed, part_name(part, "items"))) or ()
    counts = said(typed, part_name(part, "counts"))
    name, table = f"part-{part}", _table_id(part) if used_levels(typed, part) else None
    if counts != POINTS:
        return CountYes(
            id=name, evidence="recalled", items=list(items), yes_code=counts, bands=table
        )
    own = {item: dict(points[item]) for item in items}
    falling = _falling(definition, own)
    return WeightedSum(
        id=name, evidence="recalled", points=own, bands=table, monotone_exceptions=falling
    )


def _falling(definition: Definition, points: Points) -> list[str]:
    """Questions where a graver answer gives fewer points: so the form has it."""
    rising = {answers.id: answers.rising for answers in definition.table.answer_sets}
    sets = {item.id: item.answer_set or "" for item in definition.table.items}
    return [
        item
        for item, worth in points.items()
        if any(worth[b] < worth[a] for a, b in pairwise(rising.get(sets[item], [])))
    ]


def _rule_labels(definition: Definition, typed: Typed) -> dict[str, str]:
    """Names where there are several results; one alone needs none."""
    parts = {f"part-{p}": said(typed, part_name(p, "name")) for p in used_parts(typed)}
    reached = reached_labels(definition, typed)
    if not parts and not reached:
        return {}
    by_points = {BY_POINTS: _("Level by the points alone")} if reached else {}
    return {RULE: _("Points in all"), **parts, **by_points, **reached}


def _table(typed: Typed, of: int) -> BandTable:
    return BandTable(id=_table_id(of), evidence="recalled", rows=level_rows(typed, of))


def _table_id(of: int) -> str:
    return f"part-{of}-levels" if of else TABLE


def _worth(typed: Typed, item: str, codes: tuple[str, ...]) -> dict[str, int]:
    return {code: number(said(typed, point_name(item, code))) or 0 for code in codes}


def _missing(definition: Definition, typed: Typed) -> Iterator[str]:
    for item in scored(definition):
        for choice in item.codes:
            if number(said(typed, point_name(item.id, choice))) is None:
                yield _("Write points for every answer. Next: {question}").format(
                    question=titled(item)
                )
    for part in used_parts(typed):
        yield from _missing_part(definition, typed, part)
    for of in (0, *used_parts(typed)):
        for n in used_levels(typed, of):
            ends = [number(said(typed, level_name(n, part, of))) for part in ("low", "high")]
            if None in ends or not said(typed, level_name(n, "name", of)):
                yield _("Write from, to and a name for every level that is used.")
    yield from missing_reaches(definition, typed, used_parts(typed))


def _missing_part(definition: Definition, typed: Typed, part: int) -> Iterator[str]:
    name = said(typed, part_name(part, "name"))
    if not name:
        yield _("Write what part {n} is called.").format(n=part)
    items = questions(definition, said(typed, part_name(part, "items")))
    if items is None:
        yield _("Write the questions of {part} as 1-5, 7, by the form's numbers.").format(part=name)
    counts = said(typed, part_name(part, "counts"))
    if not counts:
        yield _("Choose what is counted in {part}.").format(part=name)
    if counts and counts != POINTS:
        lacking = [i for i in items or () if counts not in definition.by_id[i].codes]
        if lacking:
            yield _("{question} does not have that answer.").format(
                question=titled(definition.by_id[lacking[0]])
            )
