# SPDX-License-Identifier: EUPL-1.2
"""Every result of an evaluation in words: the same on screen and on paper.

Each rule stands for itself. Nothing here merges two results, and nothing that the engine left
empty gets a number, a level or a table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from workbench.instruments.answers import Answers, ItemAnswer
from workbench.instruments.definition import Definition, Item, Language
from workbench.instruments.outcomes import Criterion, Evaluation, RuleResult, Value, is_number
from workbench.services import labels
from workbench.services.labels import Speech

_TWO_PLACES = 100


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One row beneath a result. `item` is empty where a row is about a rule or a section."""

    item: str
    number: str
    label: str
    said: str
    points: str = ""


@dataclass(frozen=True, slots=True)
class ToldResult:
    """What one rule gave. Empty texts are not shown; `table` is where the level was read.

    `value` is the figure without its unit. `level_at_least`: the level that holds already, where
    a higher one is still possible.
    `remarks` are whole sentences; `open` are the questions that are still waited for.
    """

    rule: str
    name: str
    status: str
    status_text: str
    status_word: str
    value: str = ""
    figure: str = ""
    level: str = ""
    level_at_least: str = ""
    table: str = ""
    lowest: str = ""
    highest: str = ""
    trace: tuple[ToldLine, ...] = ()
    open: tuple[ToldLine, ...] = ()
    criteria: tuple[ToldLine, ...] = ()
    tallies: tuple[ToldLine, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def has_bounds(self) -> bool:
        """Whether two possible values stand in place of one."""
        return bool(self.lowest)

    @property
    def rests_on(self) -> tuple[ToldLine, ...]:
        """Every row beneath it: criteria, what was counted, numbers by section."""
        return (*self.criteria, *self.trace, *self.tallies)


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told, of which answers, in which language.

    `on_paper`: what is said of an answer that was written on paper first, by item.
    """

    definition: Definition
    given: Answers
    language: Language
    speech: Speech
    on_paper: Mapping[str, str] = field(default_factory=dict)

    def results(self, evaluation: Evaluation) -> tuple[ToldResult, ...]:
        """All results that may be shown, the main one first."""
        return tuple(self.result(each) for each in evaluation.results)

    def flags(self, evaluation: Evaluation) -> tuple[ToldLine, ...]:
        """What answers raise whatever any score says."""
        named = self.definition.labels[self.language].flags
        items = [(flag, self.definition.by_id[flag.item]) for flag in evaluation.flags]
        return tuple(
            ToldLine(item.id, item.number, named.get(flag.id, flag.id), self.answer(item))
            for flag, item in items
        )

    def result(self, given: RuleResult) -> ToldResult:
        """One rule's result."""
        lowest, highest = _bounds(self, given)
        return ToldResult(
            rule=given.id,
            name=self.name(given.id),
            status=given.status,
            status_text=self.status(given.status),
            status_word=labels.rule_status_word(given.status, self.speech),
            value=_value(self, given.value),
            figure=_figure(self, given.value),
            level=_level(self, given),
            level_at_least=_level_at_least(self, given),
            table=given.band.table if given.band else given.table,
            lowest=lowest,
            highest=highest,
            trace=tuple(_trace(self, given)),
            open=tuple(_open(self, given.missing)),
            criteria=tuple(_criterion(self, each) for each in given.criteria),
            tallies=tuple(_tallies(self, given)),
            remarks=tuple(_remarks(self, given)),
        )

    @property
    def has_main(self) -> bool:
        """Whether the first result is the instrument's. Scales beside each other have none."""
        several = [rule for rule in self.definition.rules if not rule.internal][1:]
        return not several or self.definition.kind != "profile"

    def status(self, status: str) -> str:
        """What holds for a result, in one sentence."""
        _ = self.speech
        if status == "not-a-score" and self.definition.kind != "spj":
            return _("Not a score: nothing is added up.")
        return labels.rule_status(status, _)

    def several(self) -> str:
        """What stands in place of a main result where there is none."""
        _ = self.speech
        return _("Several results, each for itself. None of them is the instrument's own total.")

    def said(self, told: ToldResult) -> str:
        """What a row of a table says of a result: the value, two bounds, a level or its status."""
        _ = self.speech
        bounds = told.has_bounds and _("Lowest possible {low}, highest possible {high}").format(
            low=told.lowest, high=told.highest
        )
        return told.figure or bounds or self.level(told) or told.status_word

    def beside(self, told: ToldResult) -> str:
        """What stands beside it: level, the table that it was read from, how far it holds."""
        _ = self.speech
        level, said = self.level(told), self.said(told)
        parts = (
            _("Level: {level}").format(level=level) if level and level != said else "",
            _("Table: {name}").format(name=told.table) if told.table else "",
            told.status_word if said != told.status_word else "",
        )
        return " · ".join(each for each in parts if each)

    def level(self, told: ToldResult) -> str:
        """The level; "at least" where a higher one is still possible."""
        _ = self.speech
        if told.level or not told.level_at_least:
            return told.level
        return _("at least {level}").format(level=told.level_at_least)

    def name(self, rule: str) -> str:
        """What a rule is called; an instrument with one rule needs no other name."""
        _ = self.speech
        return self.definition.rule_label(rule, self.language) or _("The instrument's result")

    def number(self, value: Value | None) -> str:
        """An exact number as people read it: a fraction with two places, and what it exactly is."""
        if not isinstance(value, Fraction) or value.denominator == 1:
            return "" if value is None else str(value)
        nearest = (value * _TWO_PLACES + Fraction(1, 2)).__floor__()
        shown = f"{nearest // _TWO_PLACES}.{nearest % _TWO_PLACES:02}".rstrip("0").rstrip(".")
        shown = shown.replace(".", "," if self.language == "sv" else ".")
        return shown if Fraction(nearest, _TWO_PLACES) == value else f"{shown} ({value})"

    def answer(self, item: Item) -> str:
        """The answer or the state of an item as people say it."""
        given = self.given.get(item.id)
        if not isinstance(given, ItemAnswer) or given.state != "value":
            state = given.state if isinstance(given, ItemAnswer) else "unanswered"
            return labels.answer_state(state, self.speech)
        return _choice(self, item, given.code)

    def marked(self, item: str, said: str) -> str:
        """What is said of an answer, and that it stood on paper first where it did."""
        mark = self.on_paper.get(item)
        return f"{said} ({mark})" if mark else said


def _bounds(of: Telling, given: RuleResult) -> tuple[str, str]:
    """Two numbers, only where the result is open between them."""
    if given.status in ("incomplete", "undecided", "table-missing") and (
        is_number(given.min) and is_number(given.max)
    ):
        return of.number(given.min), of.number(given.max)
    return "", ""


def _level(of: Telling, given: RuleResult) -> str:
    if given.band is None:
        return ""
    return _level_label(of, given, given.band.table, given.band.code)


def _level_at_least(of: Telling, given: RuleResult) -> str:
    if given.band is not None or not isinstance(given.min, str):
        return ""
    return _level_label(of, given, given.id, given.min)


def _level_label(of: Telling, given: RuleResult, table: str, code: str) -> str:
    bands = of.definition.labels[of.language].bands
    named = bands.get(table) or bands.get(given.id) or bands.get(given.table) or {}
    return named.get(code, code)


def _trace(of: Telling, given: RuleResult) -> Iterator[ToldLine]:
    for line in given.trace:
        item = of.definition.by_id[line.item]
        named = of.definition.rule_label(line.rule, of.language) if line.rule else ""
        if named:
            yield ToldLine("", "", named, "", str(line.points))
        else:
            label = item.labels[of.language]
            said = _choice(of, item, line.code)
            yield ToldLine(item.id, item.number, label, said, str(line.points))


def _open(of: Telling, missing: tuple[str, ...]) -> Iterator[ToldLine]:
    for name in missing:
        item = of.definition.by_id.get(name)
        if item is not None:
            label = item.labels[of.language]
            yield ToldLine(item.id, item.number, label, of.marked(item.id, of.answer(item)))


def _criterion(of: Telling, criterion: Criterion) -> ToldLine:
    said = labels.criterion_status(criterion.status, of.speech)
    return ToldLine("", "", of.name(criterion.rule), said)


def _tallies(of: Telling, given: RuleResult) -> Iterator[ToldLine]:
    """Counts by section and answer; sections stand apart and are never added."""
    words = of.definition.labels[of.language]
    for tally in given.tallies:
        items = (i for i in of.definition.items if i.section == tally.section)
        said = next(
            (c.labels[of.language] for i in items for c in i.choices if c.code == tally.code),
            tally.code,
        )
        yield ToldLine("", "", words.sections[tally.section], said, str(tally.number))


def _remarks(of: Telling, given: RuleResult) -> Iterator[str]:
    _ = of.speech
    if given.omitted:
        told = _("Left out, counted as 0: {items}.")
        yield told.format(items=_numbers(of, given.omitted))
    if given.ceiling is not None and given.unknown:
        told = _("Not known: {items}. If all of these were yes, the number would be {n}.")
        yield told.format(items=_numbers(of, given.unknown), n=given.ceiling)
    elif given.unknown:
        yield _("Not known: {items}.").format(items=_numbers(of, given.unknown))
    if given.raw is not None and given.table:
        yield _("Sum before the table was read: {n}.").format(n=given.raw)
    if given.undated:
        told = _("Events without a day, listed and not counted: {n}.")
        yield told.format(n=len(given.undated))
    if given.tallies:
        yield _("Numbers, counted by the program. No measure of the instrument.")


def _numbers(of: Telling, names: tuple[str, ...]) -> str:
    """Questions by the form's numbers, parts by their names."""
    known = of.definition.by_id
    return ", ".join(known[name].number if name in known else of.name(name) for name in names)


def _value(of: Telling, value: Value | None) -> str:
    """A number, yes or no; nothing for a level."""
    _ = of.speech
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return of.number(value) if is_number(value) else ""


def _figure(of: Telling, value: Value | None) -> str:
    """The value; a number with its unit."""
    _ = of.speech
    said = _value(of, value)
    return _("{n} points").format(n=said) if is_number(value) else said


def _choice(of: Telling, item: Item, code: str) -> str:
    """The label of a code; what has no label stands as it is."""
    named = (c.labels[of.language] for c in item.choices if c.code == code)
    return next(named, code)
