# SPDX-License-Identifier: EUPL-1.2
"""What an instrument's answers are computed with: today, and under words that have ended since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.assessments import Result
from workbench.domain.ids import RecordId
from workbench.instruments.answers import Given
from workbench.instruments.definition import Definition
from workbench.instruments.gates import Confirmed, assume_confirmed
from workbench.instruments.local_rules import LocalRule, tables_in_force, with_local
from workbench.instruments.local_tables import Supplied
from workbench.instruments.outcomes import Evaluation
from workbench.instruments.profiles import asked_as
from workbench.instruments.scoring import evaluate
from workbench.services.assess import confirming, own_rules
from workbench.services.assess.confirming import Confirmations
from workbench.services.assess.own_rules import Kept
from workbench.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Gate:
    """`definition` has the local rules in place of its own where some hold.

    `words`: the confirmations behind `confirmed`. `has_ended`: some of them hold no longer.
    """

    definition: Definition
    confirmed: Confirmed
    supplied: Supplied
    words: Confirmations = ()
    local: Kept | None = None
    has_ended: bool = False

    def evaluate(self, given: Mapping[str, Given]) -> Evaluation:
        return evaluate(self.definition, given, self.confirmed, self.supplied)

    def word_for(self, rule: str) -> RecordId | None:
        """The record under which a rule's result is computed."""
        if self.local is not None:
            return self.local.recorded.record
        found = [word for word in self.words if word.value.rule == rule]
        return found[-1].record if found else None


def gate_now(desk: Desk, definition: Definition, profile: str = "") -> Gate:
    """What holds today, read by the profile that was chosen.

    Raises:
        BadSignatureError: the organisation akt holds a forged entry; nothing is then computed.
    """
    words = confirming.confirmations_of(desk, definition)
    supplied = _supplied(desk, definition, profile)
    local = own_rules.rule_in_force(desk, definition)
    if local is not None and isinstance(local.local, LocalRule):
        return _local(definition, local, local.local, supplied)
    return Gate(definition, confirming.hashes(definition, words), supplied, words)


def gate_for(desk: Desk, now: Gate, definition: Definition, kept: Sequence[Result]) -> list[Gate]:
    """What kept results may have been computed with, where that does not hold any more.

    A rule that was confirmed anew is computed anew.
    """
    under = {result.confirmation for result in kept}
    ended = tuple(
        word
        for word in confirming.ended_confirmations(desk, definition)
        if word.record in under and word.value.rule not in now.confirmed
    )
    gates = []
    if ended:
        words = (*ended, *confirming.confirmations_of(desk, definition))
        confirmed = confirming.hashes(definition, words)
        gates.append(Gate(definition, confirmed, now.supplied, words, has_ended=True))
    gates += _ended_local(desk, now, definition, under)
    return gates


def _ended_local(desk: Desk, now: Gate, definition: Definition, under: set[str]) -> Iterator[Gate]:
    for each in own_rules.local_content(desk, definition):
        is_current = now.local is not None and now.local.recorded.record == each.recorded.record
        rule = each.local
        if each.recorded.record in under and not is_current and isinstance(rule, LocalRule):
            yield _local(definition, each, rule, now.supplied, has_ended=True)


def _local(
    definition: Definition,
    kept: Kept,
    rule: LocalRule,
    supplied: Supplied,
    *,
    has_ended: bool = False,
) -> Gate:
    own = asked_as(with_local(definition, rule), definition)
    return Gate(own, assume_confirmed(own), supplied, local=kept, has_ended=has_ended)


def _supplied(desk: Desk, definition: Definition, profile: str) -> Supplied:
    tables = own_rules.tables_held(desk, definition)
    return Supplied(tables_in_force(definition, tables, desk.clock.today()), profile)
