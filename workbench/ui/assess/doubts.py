# SPDX-License-Identifier: EUPL-1.2
"""Answers that contradict each other are pointed out where they stand, never repaired."""

from collections.abc import Mapping

from workbench.instruments.answers import Given
from workbench.instruments.definition import Definition, Item
from workbench.instruments.errors import Fault
from workbench.instruments.validity import answer_faults
from workbench.words import _


def contradicts(other: str, *, is_certain: bool) -> str:
    """The sentence that says so; `other` as the form calls it."""
    if is_certain:
        text = _("This and question {other} cannot both be right. Check the answers.")
    else:
        text = _("This and question {other} are seldom both so. Check the answers.")
    return text.format(other=other)


def contradiction(
    definition: Definition, given: Mapping[str, Given], of: Item
) -> tuple[Item, bool] | None:
    """The other question that contradicts this one, and whether both cannot be right."""
    for fault in answer_faults(definition, given):
        pair = _pair(definition, given, fault)
        others = [each for each in pair if each is not of]
        if of in pair and others:
            return others[0], fault.severity == "error"
    return None


def _pair(definition: Definition, given: Mapping[str, Given], fault: Fault) -> list[Item]:
    named = [str(fault.error.facts.get(side, "")) for side in ("first", "second")]
    return [definition.by_id[name] for name in named if name in definition.by_id and name in given]
