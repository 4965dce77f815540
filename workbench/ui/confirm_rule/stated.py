# SPDX-License-Identifier: EUPL-1.2
"""What a rule says that no row of words tells yet: each as the definition has it.

Nothing that decides a result may be confirmed unseen.
"""

from collections.abc import Iterator

import msgspec

from workbench.instruments.definition import Definition
from workbench.instruments.references import inherited, recode_of, watched
from workbench.instruments.rule_tables import CountYes, Rule, Threshold, WeightedSum
from workbench.words import _

_NEVER = frozenset({"id", "primitive", "evidence", "secondary"})
_WORDED: dict[type, frozenset[str]] = {
    WeightedSum: frozenset({"points", "items", "adjustments", "bands", "monotone_exceptions"}),
    CountYes: frozenset({"items", "yes_code", "bands"}),
    Threshold: frozenset({"at_least"}),
}


def stated(definition: Definition, rule: Rule) -> Iterator[tuple[str, str, str]]:
    """(key, what it is, what it says) of everything that is not told in words."""
    worded = _NEVER | _WORDED.get(type(rule), frozenset())
    for key, part in msgspec.to_builtins(rule).items():
        if key not in worded:
            told = _("As the definition has it: {key}").format(key=key)
            yield f"stated:{key}", told, _plain(part)
    for recode in definition.table.recodes:
        if recode.id == recode_of(rule):
            told = _("As the definition has it: {key}").format(key="recode")
            yield f"recode:{recode.id}", told, _plain(msgspec.to_builtins(recode.outputs))
    for name in (*inherited(rule), *watched(rule)):
        for key, what, says in stated(definition, definition.rule(name)):
            yield f"{name}/{key}", f"{name}: {what}", says


def _plain(part: object) -> str:
    if isinstance(part, dict):
        return ", ".join(f"{key} {_plain(each)}" for key, each in part.items())
    if isinstance(part, list):
        return " · ".join(_plain(each) for each in part)
    return str(part)
