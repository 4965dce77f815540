# SPDX-License-Identifier: EUPL-1.2
"""Answers as the rules read them: what is known, what is shown, what came out before."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from workbench.instruments.answers import Answers
from workbench.instruments.definition import Definition
from workbench.instruments.forms import Codes, codes_of, fits_condition, holds, visible_ids
from workbench.instruments.gates import Confirmed, rule_sha256
from workbench.instruments.local_tables import Supplied
from workbench.instruments.outcomes import RuleResult, Status
from workbench.instruments.rule_tables import Rule
from workbench.instruments.tables import Condition


@dataclass(frozen=True, slots=True)
class Reading:
    """One set of answers to one definition. `earlier` holds the results so far, open or not.

    `known` has every sound value, `asked` only those of items that are shown.
    """

    definition: Definition
    known: Codes
    shown: frozenset[str]
    asked: Codes
    confirmed: Confirmed
    supplied: Supplied
    earlier: dict[str, RuleResult] = field(default_factory=dict)

    @property
    def outside(self) -> bool:
        """Whether the person is one whom the instrument is not for."""
        return any(self.tells(each) is False for each in self._includes)

    @property
    def scope_missing(self) -> tuple[str, ...]:
        """Items that must say whether the instrument is for this person."""
        return tuple(each.item for each in self._includes if self.tells(each) is None)

    @property
    def _includes(self) -> list[Condition]:
        population = self.definition.table.population
        return [] if population is None else population.includes

    def tells(self, condition: Condition) -> bool | None:
        """What a condition is of the answers there are; None when the source says nothing."""
        code = self.asked.get(condition.item)
        return None if code is None else fits_condition(condition, code)

    def unanswered(self, items: tuple[str, ...] | list[str]) -> tuple[str, ...]:
        """Those that are shown and have no value, in the order of the form."""
        wanted = set(items)
        return tuple(
            item.id
            for item in self.definition.items
            if item.id in wanted and item.id in self.shown and item.id not in self.asked
        )

    def is_required(self, item: str) -> bool:
        """Whether the missing rule waits for this item now."""
        policy = self.definition.table.missing
        terms = [] if policy is None else [t.when for t in policy.required_when if t.item == item]
        return not terms or any(holds(when, self.asked) for when in terms)

    def empty(self, rule: Rule, status: Status, missing: tuple[str, ...] = ()) -> RuleResult:
        """A result that says only why there is none."""
        return RuleResult(rule.id, rule_sha256(self.definition, rule), status, missing=missing)


def read(
    definition: Definition, answers: Answers, confirmed: Confirmed, supplied: Supplied
) -> Reading:
    """Answers as they stand, before any rule."""
    known = codes_of(definition, answers)
    shown = visible_ids(definition.items, known)
    asked = {item: code for item, code in known.items() if item in shown}
    return Reading(definition, known, shown, asked, confirmed, supplied)


def assuming(reading: Reading, item: str, code: str) -> Reading:
    """The reading if an item had this code. What is hidden now stays unknown."""
    known = {**reading.asked, item: code}
    shown = visible_ids(reading.definition.items, known)
    asked = {name: said for name, said in known.items() if name in shown}
    return replace(reading, known=known, shown=shown, asked=asked)


def value_of(results: Mapping[str, RuleResult], rule: str) -> bool | None:
    """What an earlier yes/no rule says; None while it says nothing."""
    value = results[rule].value
    return value if isinstance(value, bool) else None
