# SPDX-License-Identifier: EUPL-1.2
"""Every part of a rule as a row to compare with the form: what, how much, how well it is known."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.instruments.definition import Definition
from workbench.instruments.references import band_table_of, inherited, watched
from workbench.instruments.rule_tables import CountYes, Rule, Threshold, WeightedSum
from workbench.instruments.rules import band_table, point_table, terms_of
from workbench.instruments.tables import Evidence
from workbench.instruments.validation_tables import (
    AtMost,
    Exclusive,
    Implies,
    RequiredReason,
    ValidationTable,
    items_of,
)
from workbench.ui.assess.shapes import titled
from workbench.ui.confirm_rule.saying import called, said
from workbench.ui.confirm_rule.stated import stated
from workbench.words import _, language


@dataclass(frozen=True, slots=True)
class PartVm:
    """One row. `key` is where its tick is kept."""

    key: str
    part: str
    content: str
    mark: str


def parts_of(definition: Definition, rule: Rule) -> tuple[PartVm, ...]:
    """All that decides the number, in the order of the form."""
    return (
        *rule_parts(definition, rule),
        *_earlier(definition, rule),
        *whole_parts(definition),
    )


def rule_parts(definition: Definition, rule: Rule) -> Iterator[PartVm]:
    """What stands in the rule itself: what counts, and its levels."""
    yield from _scoring(definition, rule)
    yield from _bands(definition, rule)


def whole_parts(definition: Definition) -> Iterator[PartVm]:
    """What holds for the whole form, whatever rule."""
    yield from _missing(definition)
    yield from _population(definition)
    yield from _checks(definition)


def _earlier(definition: Definition, rule: Rule) -> Iterator[PartVm]:
    """The rules that it is made of, each once: its word covers them."""
    seen: dict[str, Rule] = {}
    waiting = [*inherited(rule), *watched(rule)]
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen[name] = definition.rule(name)
            waiting += [*inherited(seen[name]), *watched(seen[name])]
    for name, earlier in seen.items():
        for part in rule_parts(definition, earlier):
            if part.content != _("Not counted"):
                told = _("{rule}: {part}").format(rule=called(definition, name), part=part.part)
                yield replace(part, key=f"{name}/{part.key}", part=told)


def mark_text(evidence: Evidence, *, secondary: bool = False) -> str:
    """How well a part is known, in words."""
    if evidence == "seen" and secondary:
        return _("Seen second hand")
    return {
        "seen": _("Seen in a source"),
        "recalled": _("From memory: compare with care"),
        "derived": _("The project's own reasoning"),
    }[evidence]


def _scoring(definition: Definition, rule: Rule) -> Iterator[PartVm]:
    mark = mark_text(rule.evidence, secondary=rule.secondary)
    if isinstance(rule, WeightedSum):
        yield from _points(definition, rule, mark)
    elif isinstance(rule, CountYes):
        counted = [definition.by_id[name] for name in rule.items]
        for item in counted:
            told = _("{answer} counts 1").format(answer=said(item, rule.yes_code))
            yield PartVm(f"points:{item.id}", titled(item), told, mark)
    elif isinstance(rule, Threshold):
        told = _("Met from {n} upwards").format(n=rule.at_least)
        yield PartVm("threshold", _("Threshold"), told, mark)
    for key, what, says in stated(definition, rule):
        yield PartVm(key, what, says, mark)


def _points(definition: Definition, rule: WeightedSum, mark: str) -> Iterator[PartVm]:
    read = {name for term in terms_of(definition, rule) for name in term.items}
    for item in definition.items:
        if item.id in rule.points or item.id in rule.items:
            worth = rule.points.get(item.id) or point_table(definition, rule)[item.id]
            told = [
                _("{answer} {n}").format(answer=said(item, code), n=points)
                for code, points in worth.items()
            ]
            yield PartVm(f"points:{item.id}", titled(item), " · ".join(told), mark)
        elif item.id not in read:
            yield PartVm(f"points:{item.id}", titled(item), _("Not counted"), mark)
    for each in rule.adjustments:
        item = definition.by_id[each.when.item]
        told_once = _("{answer} {n}, once").format(
            answer=said(item, each.when.code), n=f"{each.delta:+d}"
        )
        known = mark_text(each.evidence, secondary=each.secondary)
        yield PartVm(f"adjustment:{item.id}", titled(item), told_once, known)


def _bands(definition: Definition, rule: Rule) -> Iterator[PartVm]:
    name = band_table_of(rule)
    if name is None:
        return
    table = band_table(definition.table, name)
    mark = mark_text(table.evidence, secondary=table.secondary)
    for row in table.rows:
        label = definition.band_label(table.id, row.code, language())
        between = _("{low} to {high} points").format(low=row.low, high=row.high)
        yield PartVm(f"band:{row.code}", _("Level: {level}").format(level=label), between, mark)


def _missing(definition: Definition) -> Iterator[PartVm]:
    policy = definition.table.missing
    if policy is None:
        return
    mark = mark_text(policy.evidence, secondary=policy.secondary)
    yield PartVm("missing", _("Missing answers"), _policy_text(policy.policy), mark)
    for name in policy.may_omit:
        told = _("May be left out; it then counts 0 and the result is marked")
        yield PartVm(f"omit:{name}", titled(definition.by_id[name]), told, mark)
    for term in policy.required_when:
        item, on = definition.by_id[term.item], definition.by_id[term.when.item]
        code = term.when.equals or term.when.not_equals or ""
        needed = _("Needed when question {other} is {answer}").format(
            other=on.number, answer=said(on, code)
        )
        yield PartVm(f"needed:{item.id}", titled(item), needed, mark_text(policy.evidence))


def _policy_text(policy: str) -> str:
    return {
        "require-all": _("No level from an incomplete form; lowest and highest possible are shown"),
        "mean-of-valid": _("The mean of the answered questions, when enough are answered"),
        "published-proration": _("Not known is looked up in the published table"),
    }.get(policy, _("Nothing is required"))


def _population(definition: Definition) -> Iterator[PartVm]:
    """Whom it is computed for at all."""
    population = definition.table.population
    if population is None:
        return
    mark = mark_text(population.evidence, secondary=population.secondary)
    for each in population.includes:
        item = definition.by_id[each.item]
        codes = [code for code in (each.equals, *each.any_of) if code is not None]
        told = ", ".join(said(item, code) for code in codes) or _("Answered")
        if each.not_equals is not None:
            told = _("Not {answer}").format(answer=said(item, each.not_equals))
        yield PartVm(
            f"only:{item.id}", _("Only when: {item}").format(item=titled(item)), told, mark
        )


def _checks(definition: Definition) -> Iterator[PartVm]:
    for check in definition.table.validations:
        names = items_of(check)
        pair = " · ".join(titled(definition.by_id[name]) for name in names)
        if isinstance(check, Exclusive | Implies):
            first, second = (_answered(definition, each.item, each.code) for each in check.of)
            pair = _("{first} and {second}").format(first=first, second=second)
        known = mark_text(check.evidence)
        yield PartVm(f"check:{check.id}", pair, _check_text(check), known)


def _answered(definition: Definition, name: str, code: str) -> str:
    item = definition.by_id[name]
    return _("{question}: {answer}").format(question=titled(item), answer=said(item, code))


def _check_text(check: ValidationTable) -> str:
    if isinstance(check, Implies):
        return _("The first only together with the second")
    if isinstance(check, Exclusive) and check.severity == "error":
        return _("Cannot both be so")
    if isinstance(check, Exclusive):
        return _("Seldom both so: pointed out")
    if isinstance(check, AtMost):
        return _("The first is not larger than the second")
    if isinstance(check, RequiredReason):
        return _("Needs a reason")
    ends = (str(check.low) if check.low is not None else "…", str(check.high or "…"))
    return _("From {low} to {high}").format(low=ends[0], high=ends[1])
