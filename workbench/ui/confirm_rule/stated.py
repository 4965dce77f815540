# SPDX-License-Identifier: EUPL-1.2
"""What a rule says besides points and levels, in words that a method owner can hold to the form.

Nothing that decides a result may be confirmed unseen: a part without words of its own is shown as
the definition has it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from workbench.instruments.compared import stated_parts
from workbench.instruments.definition import Definition
from workbench.instruments.references import items_read, recode_of
from workbench.instruments.rule_tables import MeanScaled, Rule, WeightedSum
from workbench.ui.confirm_rule.saying import part_word, said_part
from workbench.words import _, language


def stated(definition: Definition, rule: Rule) -> Iterator[tuple[str, str, str]]:
    """(key, what it is, what it says) of everything that is not told as points or levels."""
    parts = msgspec.to_builtins(rule)
    for key in stated_parts(rule):
        yield f"stated:{key}", part_word(key), said_part(definition, rule, key, parts[key])
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
