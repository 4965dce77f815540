# SPDX-License-Identifier: EUPL-1.2
"""What a rule that was typed would be: its faults in words, or its rows and how far it reaches."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.instruments.completions import bounds
from workbench.instruments.definition import Definition
from workbench.instruments.errors import BandOrderError, BandRangeError, Fault
from workbench.instruments.local_rules import LocalRule, local_faults, with_local
from workbench.instruments.rule_tables import CountYes, WeightedSum
from workbench.instruments.rules import terms_of
from workbench.ui.confirm_rule.local_parts import local_parts
from workbench.ui.own_rule.building import TABLE
from workbench.ui.result.vms import LineVm
from workbench.words import _, error_text, language


@dataclass(frozen=True, slots=True)
class LookVm:
    """`told`: what is wrong, or that nothing is. `lines`: the rows when nothing is."""

    told: tuple[str, ...] = ()
    lines: tuple[LineVm, ...] = ()


def look_vm(definition: Definition, rule: LocalRule) -> LookVm:
    """The rule as it would stand."""
    wrong = faults_told(definition, rule)
    if wrong:
        return LookVm(wrong)
    rows = local_parts(definition, rule)
    return LookVm(
        (_("No hole and no overlap."), *_reach(with_local(definition, rule))),
        tuple(LineVm(row.part, row.content) for row in rows),
    )


def faults_told(definition: Definition, rule: LocalRule) -> tuple[str, ...]:
    """Every fault in the page's own words."""
    found = [f for f in local_faults(definition, rule) if f.severity == "error"]
    return tuple(dict.fromkeys(_told(rule, fault) for fault in found))


def _told(rule: LocalRule, fault: Fault) -> str:
    table = str(fault.error.facts.get("table", ""))
    called = _called(rule, table)
    if isinstance(fault.error, BandOrderError):
        return _("{levels}: there is a hole, an overlap, or from is larger than to.").format(
            levels=called
        )
    if isinstance(fault.error, BandRangeError) and fault.path.startswith("band_tables."):
        told = _("{levels}: some sums that the answers can give lie in no level.")
        return told.format(levels=called)
    if isinstance(fault.error, BandRangeError):
        return _("{limit}: so many points can never be reached.").format(
            limit=rule.labels.rules.get(table, table)
        )
    return error_text(fault.error).what


def _called(rule: LocalRule, table: str) -> str:
    if table == TABLE:
        return _("Levels")
    return rule.labels.rules.get(table.removesuffix("-levels"), table)


def _reach(own: Definition) -> Iterator[str]:
    """The lowest and highest number of every sum: what the levels must cover."""
    for rule in own.rules:
        if isinstance(rule, WeightedSum | CountYes):
            ends = bounds(own, terms_of(own, rule), {})
            name = own.rule_label(rule.id, language()) or _("Points in all")
            if ends is not None:
                yield _("{sum}: from {low} to {high}.").format(sum=name, low=ends[0], high=ends[1])
