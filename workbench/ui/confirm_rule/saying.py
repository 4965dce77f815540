# SPDX-License-Identifier: EUPL-1.2
"""The words for the parts of a rule, whatever primitive it is."""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.instruments.definition import Definition, Item
from workbench.instruments.references import items_read
from workbench.instruments.rule_tables import Rule
from workbench.services.labels import answer_state
from workbench.ui.assess.shapes import titled
from workbench.words import _, language

_LIST = frozenset({"items", "sections"})
_ITEM = frozenset({"item", "reason", "birth", "at", "events", "anchor"})
_RULES = frozenset({"of", "plus", "criteria", "only_when", "gate"})
_CODES = frozenset({"yes_code", "yes_codes", "unknown_codes", "kinds", "code"})
_LEVELS = frozenset({"levels", "scale", "none"})
Says = Callable[[Definition, Rule, Any], str]


def part_word(key: str) -> str:
    """What a part is called."""
    return _words().get(key) or _("As the definition has it: {key}").format(key=key)


def said_part(definition: Definition, rule: Rule, key: str, part: object) -> str:
    """What a part says."""
    for keys, say in _SAYING:
        if key in keys:
            return say(definition, rule, part)
    chosen = _chosen().get(f"{key}:{part}")
    return chosen or _plain(part)


def called(definition: Definition, rule: str) -> str:
    """What a rule is called; one that only others read has no name of its own."""
    return definition.rule_label(rule, language()) or _("An earlier part")


def said(item: Item, code: str) -> str:
    """What a code, or a way of not having an answer, is called."""
    called: dict[str, str] = {state: answer_state(state, _) for state in item.states}
    called |= {choice.code: choice.labels[language()] for choice in item.choices}
    return called.get(code, code)


def _words() -> Mapping[str, str]:
    return {
        "items": _("Questions"),
        "sections": _("Parts of the form"),
        "yes_code": _("The answer that counts"),
        "yes_codes": _("The answers that count"),
        "unknown_codes": _("Answers that mean not known"),
        "n": _("How many are needed"),
        "at_least": _("At least"),
        "of": _("Built on"),
        "plus": _("Added to it"),
        "criteria": _("Met when any of these is"),
        "only_when": _("Only when this is met"),
        "gate": _("The form ends earlier by"),
        "profile": _("Belongs to the procedure"),
        "item": _("Question"),
        "reason": _("Where the reason stands"),
        "scale": _("Levels from lowest to highest"),
        "levels": _("Levels from least to most"),
        "none": _("When no level is reached"),
        "table": _("Published table"),
        "most_unknown": _("At most so many not known"),
        "bands": _("Levels by the table"),
        "min_valid": _("Fewest questions that must be answered"),
        "factor": _("The mean is multiplied by"),
        "birth": _("Date of birth"),
        "at": _("Age at the date"),
        "brackets": _("Points by number"),
        "columns": _("Points by number, the highest counts"),
        "events": _("Events"),
        "anchor": _("Counted from the date"),
        "months": _("Months"),
        "boundary": _("An event on the very day"),
        "direction": _("Which way"),
        "kinds": _("Only events of the kind"),
        "also": _("Must hold too"),
        "code": _("The answer that ends the form"),
        "gives": _("What it then gives"),
        "value": _("Value"),
        "when_incomplete": _("When the form is not complete"),
        "a": _("One side of the table"),
        "b": _("The other side of the table"),
    }


def _chosen() -> Mapping[str, str]:
    """Closed choices of the definition."""
    return {
        "when_incomplete:report-if-certain": _("Told if no open answer can change it"),
        "when_incomplete:refuse": _("Not told"),
        "boundary:include": _("Counts"),
        "boundary:exclude": _("Does not count"),
        "direction:before": _("Back in time"),
        "direction:after": _("Forward in time"),
        "gives:value": _("A value"),
        "gives:not-answered": _("Not answered"),
        "gives:out-of-scope": _("Outside what the instrument is made for"),
    }


def _items(definition: Definition, _rule: Rule, part: Any) -> str:  # noqa: ANN401  any JSON value
    if isinstance(part, Mapping):
        return " · ".join(f"{_number(definition, name)}: {level}" for name, level in part.items())
    return ", ".join(_number(definition, name) for name in part)


def _number(definition: Definition, name: str) -> str:
    item = definition.by_id.get(name)
    return definition.section_label(name, language()) if item is None else titled(item)


def _item(definition: Definition, _rule: Rule, part: Any) -> str:  # noqa: ANN401
    return titled(definition.by_id[part])


def _rules(definition: Definition, _rule: Rule, part: Any) -> str:  # noqa: ANN401
    names = [part] if isinstance(part, str) else part
    return " · ".join(called(definition, name) for name in names)


def _codes(definition: Definition, rule: Rule, part: Any) -> str:  # noqa: ANN401
    codes = [part] if isinstance(part, str) else part
    items = [definition.by_id[name] for name in items_read(rule)]
    labels = {choice.code: choice.labels[language()] for item in items for choice in item.choices}
    return ", ".join(labels.get(code, code) for code in codes)


def _levels(definition: Definition, rule: Rule, part: Any) -> str:  # noqa: ANN401
    codes = [part] if isinstance(part, str) else part
    bands = definition.labels[language()].bands
    labels = bands.get(rule.id) or bands.get(getattr(rule, "table", ""), {})
    return " → ".join(labels.get(code, code) for code in codes)


def _brackets(_definition: Definition, _rule: Rule, part: Any) -> str:  # noqa: ANN401
    told = _("from {number}: {points}")
    rows = (told.format(number=row["from"], points=row["points"]) for row in part)
    return " · ".join(rows)


def _columns(definition: Definition, rule: Rule, part: Any) -> str:  # noqa: ANN401
    return "; ".join(
        f"{titled(definition.by_id[each['item']])}: {_brackets(definition, rule, each['brackets'])}"
        for each in part
    )


def _profile(definition: Definition, _rule: Rule, part: Any) -> str:  # noqa: ANN401
    return definition.labels[language()].profiles.get(part, str(part))


def _side(definition: Definition, rule: Rule, part: Any) -> str:  # noqa: ANN401
    if part.get("item"):
        return _item(definition, rule, part["item"])
    return _rules(definition, rule, part.get("rule", ""))


def _conditions(definition: Definition, _rule: Rule, part: Any) -> str:  # noqa: ANN401
    told = _("{question}: {answer}")
    rows = ((definition.by_id[each["item"]], each) for each in part)
    return " · ".join(
        told.format(question=titled(item), answer=_wanted(item, each)) for item, each in rows
    )


def _wanted(item: Item, condition: Mapping[str, Any]) -> str:
    """What the answer has to be."""
    if condition.get("answered"):
        return _("Answered")
    if condition.get("not_equals"):
        return _("Not {answer}").format(answer=said(item, condition["not_equals"]))
    codes = [condition["equals"]] if condition.get("equals") else condition.get("any_of", ())
    others = (_plain(value) for key, value in condition.items() if key in ("at_least", "at_most"))
    return ", ".join((*(said(item, code) for code in codes), *others))


_SAYING: tuple[tuple[frozenset[str], Says], ...] = (
    (_LIST, _items),
    (_ITEM, _item),
    (_RULES, _rules),
    (_CODES, _codes),
    (_LEVELS, _levels),
    (frozenset({"brackets"}), _brackets),
    (frozenset({"columns"}), _columns),
    (frozenset({"a", "b"}), _side),
    (frozenset({"also"}), _conditions),
    (frozenset({"profile"}), _profile),
)


def _plain(part: object) -> str:
    if isinstance(part, Mapping):
        return ", ".join(f"{key} {_plain(each)}" for key, each in part.items())
    if isinstance(part, list):
        return " · ".join(_plain(each) for each in part)
    return str(part)
