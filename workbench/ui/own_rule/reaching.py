# SPDX-License-Identifier: EUPL-1.2
"""Levels that a form lets be reached in other ways than by points: a grave answer, a part.

For each such level one yes or no: at least that level, by the points or by any of the other ways.
All of the ways are listed with it. Nothing is ever lowered.
"""

from collections.abc import Callable, Iterator, Sequence

from workbench.instruments.definition import Definition
from workbench.instruments.rule_tables import NOfM, OrRules, Rule, Threshold
from workbench.ui.own_rule.typed import (
    CRITICAL,
    PARTS,
    REACHES,
    Typed,
    critical_name,
    level_name,
    number,
    part_name,
    questions,
    reach_name,
    said,
    scored,
    used,
    used_levels,
)
from workbench.words import _, language

_CRITICAL, _REACH = ("level", "n", "items", "answer"), ("level", "part", "from")


def reached_rules(definition: Definition, typed: Typed, whole: str) -> list[Rule]:
    """The ways, then the levels that they reach, the highest first. None where none is typed."""
    ways = [*_critical(definition, typed), *_by_parts(typed)]
    wanted = {level for level, _rule in ways}
    rules: list[Rule] = [rule for _level, rule in ways]
    levels = [n for n in used_levels(typed) if wanted and n <= max(wanted)][1:]
    for level in reversed(levels):
        low = number(said(typed, level_name(level, "low"))) or 0
        rules.append(_limit(f"from-{level}", whole, low))
        others = [rule.id for reached, rule in ways if reached >= level]
        rules.append(
            OrRules(
                id=f"at-least-{level}", evidence="recalled", criteria=[f"from-{level}", *others]
            )
        )
    return rules


def reached_labels(definition: Definition, typed: Typed) -> dict[str, str]:
    """What each of them is called."""
    found: dict[str, str] = {}
    for rule in reached_rules(definition, typed, ""):
        kind, _dash, at = rule.id.rpartition("-")
        found[rule.id] = _label(definition, typed, kind, int(at))
    return found


def missing_reaches(definition: Definition, typed: Typed, parts: Sequence[int]) -> Iterator[str]:
    """What must still be said of them."""
    for r in _used(typed, CRITICAL, critical_name, _CRITICAL):
        items = questions(definition, said(typed, critical_name(r, "items")))
        n = number(said(typed, critical_name(r, "n"))) or 0
        answer = said(typed, critical_name(r, "answer"))
        if items is None or not answer or not 1 <= n <= len(items):
            yield _("Write how many of which questions, and which answer, reach a level.")
        elif any(answer not in definition.by_id[item].codes for item in items):
            yield _("All the questions that reach a level must have that answer.")
        yield from _missing_level(typed, critical_name(r, "level"))
    for r in _used(typed, REACHES, reach_name, _REACH):
        part = number(said(typed, reach_name(r, "part"))) or 0
        if part not in parts or number(said(typed, reach_name(r, "from"))) is None:
            yield _("Choose a part that is described, and from which sum it reaches a level.")
        yield from _missing_level(typed, reach_name(r, "level"))


def _missing_level(typed: Typed, name: str) -> Iterator[str]:
    """The lowest level is what there is when nothing higher is reached."""
    if number(said(typed, name)) not in used_levels(typed)[1:]:
        yield _("Choose which level is reached: one above the lowest.")


def _critical(definition: Definition, typed: Typed) -> Iterator[tuple[int, Rule]]:
    for r in _used(typed, CRITICAL, critical_name, _CRITICAL):
        items = questions(definition, said(typed, critical_name(r, "items"))) or ()
        yield (
            number(said(typed, critical_name(r, "level"))) or 0,
            NOfM(
                id=f"critical-{r}", evidence="recalled", internal=True, items=list(items),
                yes_codes=[said(typed, critical_name(r, "answer"))],
                n=number(said(typed, critical_name(r, "n"))) or 1,
            ),
        )  # fmt: skip


def _by_parts(typed: Typed) -> Iterator[tuple[int, Rule]]:
    for r in _used(typed, REACHES, reach_name, _REACH):
        part, low = (number(said(typed, reach_name(r, f))) or 0 for f in ("part", "from"))
        level = number(said(typed, reach_name(r, "level"))) or 0
        yield level, _limit(f"reach-{r}", f"part-{part}", low)


def _limit(name: str, of: str, low: int) -> Threshold:
    return Threshold(
        id=name, evidence="recalled", internal=True, of=of, at_least=low,
        when_incomplete="report-if-certain",
    )  # fmt: skip


def _label(definition: Definition, typed: Typed, kind: str, at: int) -> str:
    if kind == "at-least":
        return _("At least {level}").format(level=said(typed, level_name(at, "name")))
    if kind == "from":
        low = said(typed, level_name(at, "low"))
        return _("{n} points or more in all").format(n=low)
    if kind == "reach":
        part = number(said(typed, reach_name(at, "part"))) or 1
        low = said(typed, reach_name(at, "from"))
        name = said(typed, part_name(min(part, PARTS), "name"))
        return _("{part}: {n} or more").format(part=name, n=low)
    return _("At least {n} of {questions}: {answer}").format(
        n=said(typed, critical_name(at, "n")),
        questions=said(typed, critical_name(at, "items")),
        answer=answer_label(definition, said(typed, critical_name(at, "answer"))),
    )


def answer_label(definition: Definition, code: str) -> str:
    """What an answer is called on the form."""
    named = {c.code: c.labels[language()] for i in scored(definition) for c in i.choices}
    return named.get(code, code)


def _used(
    typed: Typed, most: int, named: Callable[[int, str], str], fields: Sequence[str]
) -> list[int]:
    return [r for r in range(1, most + 1) if used(typed, [named(r, f) for f in fields])]
