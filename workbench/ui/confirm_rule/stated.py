# SPDX-License-Identifier: EUPL-1.2
"""What a rule says besides points and levels, in words that a method owner can hold to the form.

Nothing that decides a result may be confirmed unseen: a part without words of its own is shown as
the definition has it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from workbench.instruments.definition import Definition
from workbench.instruments.references import (
    band_table_of,
    items_read,
    recode_of,
)
from workbench.instruments.rule_tables import (
    CountYes,
    MeanScaled,
    Rule,
    Threshold,
    WeightedSum,
)
from workbench.ui.confirm_rule.saying import part_word, said_part
from workbench.words import _, language

_NEVER = frozenset({"id", "primitive", "evidence", "secondary", "internal", "recode", "output"})
_WORDED: dict[type, frozenset[str]] = {
    WeightedSum: frozenset({"points", "items", "adjustments", "bands", "monotone_exceptions"}),
    CountYes: frozenset({"items", "yes_code", "bands"}),
    Threshold: frozenset({"at_least"}),
}


def stated(definition: Definition, rule: Rule) -> Iterator[tuple[str, str, str]]:
    """(key, what it is, what it says) of everything that is not told as points or levels."""
    worded = _NEVER | _WORDED.get(type(rule), frozenset())
    for key, part in msgspec.to_builtins(rule).items():
        if key not in worded and not (key == "table" and band_table_of(rule)):
            yield f"stated:{key}", part_word(key), said_part(definition, rule, key, part)
    yield from _worth(definition, rule)


def _worth(definition: Definition, rule: Rule) -> Iterator[tuple[str, str, str]]:
    """What the answers are worth where many questions share it."""
    if not isinstance(rule, WeightedSum | MeanScaled):
        return
    for recode in definition.table.recodes:
        if recode.id == recode_of(rule) and rule.output is not None:
            says = _answers(definition, rule, recode.outputs[rule.output])
            yield f"recode:{recode.id}", _("What each answer is worth"), says


def _answers(definition: Definition, rule: Rule, worth: Mapping[str, Any]) -> str:
    item = next((definition.by_id[name] for name in items_read(rule)), None)
    labels = {c.code: c.labels[language()] for c in item.choices} if item is not None else {}
    return " · ".join(f"{labels.get(code, code)} {points}" for code, points in worth.items())
