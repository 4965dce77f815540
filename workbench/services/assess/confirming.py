# SPDX-License-Identifier: EUPL-1.2
"""The rule gate: a method owner's word for a rule, how long it holds, and what it covers.

A confirmation is bound to the hash of the rule's content. It is never deleted: a revoked one is
entered anew with its day, so that what was computed under it can still be told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from workbench.domain.assessments import RuleConfirmation
from workbench.domain.errors import WorkbenchError
from workbench.domain.names import is_same_name
from workbench.domain.rights import RuleRejected
from workbench.instruments.definition import Definition
from workbench.instruments.gates import Confirmed, needs_confirmation, rule_sha256
from workbench.instruments.references import inherited, watched
from workbench.instruments.rule_tables import Rule
from workbench.instruments.wording_packs import is_over
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house import settings
from workbench.services.records.akt import Draft, Recorded
from workbench.services.records.trust import require_authentic

METHOD_OWNER = "method-owner"
Confirmations = tuple[Recorded[RuleConfirmation], ...]


class StaleRuleError(WorkbenchError):
    """The rule that was compared is not the one that is here now (`rule`). Nothing was entered."""

    code: ClassVar[str] = "RULE-001"


class SameCheckerError(WorkbenchError):
    """The second checker is the method owner. Nothing was entered."""

    code: ClassVar[str] = "RULE-002"


class AlreadyRevokedError(WorkbenchError):
    """The confirmation was revoked before."""

    code: ClassVar[str] = "RULE-003"


def rules_to_confirm(definition: Definition) -> tuple[Rule, ...]:
    """The rules that compute only after a confirmation, each with all that it covers."""
    needed = [rule for rule in definition.rules if needs_confirmation(definition.table, rule)]
    inside = {part.id for rule in needed if not rule.internal for part in covered(definition, rule)}
    return tuple(rule for rule in needed if rule.id not in inside)


def covered(definition: Definition, rule: Rule) -> tuple[Rule, ...]:
    """The internal rules that a rule is made of: its hash includes theirs, and so does its word."""
    return tuple({part.id: part for part in _parts(definition, rule)}.values())


def require_current(definition: Definition, rule: Rule, compared_sha256: str) -> None:
    """See that what was compared is what would be computed.

    Raises:
        StaleRuleError.
    """
    if compared_sha256 != rule_sha256(definition, rule):
        raise StaleRuleError(rule=rule.id)


def confirm_rule(desk: Desk, definition: Definition, rule: Rule, by: RuleConfirmation) -> Changes:
    """Enter a method owner's confirmation, bound to the rule's content by its hash.

    `by.rule_sha256` is the hash of the rows that were compared ("" for those of this moment).

    Raises:
        StaleRuleError, SameCheckerError; NotAllowedError for who is no method owner.
    """
    settings.require_role(desk, METHOD_OWNER)
    if by.rule_sha256:
        require_current(definition, rule, by.rule_sha256)
    if by.second and is_same_name(by.second, by.owner):
        raise SameCheckerError
    bound = replace(
        by,
        instrument=definition.id,
        version=definition.version,
        rule=rule.id,
        rule_sha256=rule_sha256(definition, rule),
        revoked_on="",
    )
    return desk.house.enter(Draft(bound))


def revoke(desk: Desk, confirmation: Recorded[RuleConfirmation], why: str) -> Changes:
    """From now on nothing new is computed under it. What was, stays and is marked.

    Raises:
        AlreadyRevokedError; NotAllowedError for who is no method owner.
    """
    settings.require_role(desk, METHOD_OWNER)
    if confirmation.value.revoked_on:
        raise AlreadyRevokedError
    today = desk.clock.today().isoformat()
    revoked = replace(confirmation.value, revoked_on=today, revoked_because=why.strip())
    return desk.house.enter(Draft(revoked, confirmation.record))


def reject(desk: Desk, definition: Definition, rule: Rule, by: str, why: str) -> Changes:
    """Enter that the shipped rule is not the form's. A confirmation of it is revoked too.

    Raises NotAllowedError for who is no method owner.
    """
    settings.require_role(desk, METHOD_OWNER)
    today = desk.clock.today().isoformat()
    standing = [c for c in confirmations_of(desk, definition) if c.value.rule == rule.id]
    ended = (
        Draft(replace(c.value, revoked_on=today, revoked_because=why.strip()), c.record)
        for c in standing
    )
    sha256 = rule_sha256(definition, rule)
    said = RuleRejected(
        definition.id, definition.version, rule.id, sha256, by.strip(), today, why.strip()
    )
    return desk.house.enter(Draft(said), *ended)


def rejected(desk: Desk, definition: Definition, rule: Rule) -> Recorded[RuleRejected] | None:
    """The newest word against this very rule, unless it was confirmed afterwards."""
    sha256 = rule_sha256(definition, rule)
    found = [r for r in desk.house.all(RuleRejected) if r.value.rule_sha256 == sha256]
    if not found:
        return None
    said = [c for c in confirmations_of(desk, definition) if c.value.rule == rule.id]
    later = any(desk.house.is_later(c.entry, found[-1].entry) for c in said)
    return None if later else found[-1]


def confirmations_of(desk: Desk, definition: Definition) -> Confirmations:
    """The confirmations that hold today for this very definition and its very rules.

    Raises:
        BadSignatureError: the organisation akt holds a forged entry; nothing is then computed.
    """
    return tuple(each for each in _of_these_rules(desk, definition) if not _has_ended(desk, each))


def ended_confirmations(desk: Desk, definition: Definition) -> Confirmations:
    """Those that were revoked or whose time has gone; of these very rules too."""
    return tuple(each for each in _of_these_rules(desk, definition) if _has_ended(desk, each))


def hashes(definition: Definition, said: Iterable[Recorded[RuleConfirmation]]) -> Confirmed:
    """What the gate reads: the confirmed rules with the internal ones that they are made of."""
    found: dict[str, str] = {}
    for each in said:
        rule = definition.rule(each.value.rule)
        for part in (rule, *covered(definition, rule)):
            found[part.id] = rule_sha256(definition, part)
    return found


def _of_these_rules(desk: Desk, definition: Definition) -> Confirmations:
    require_authentic(desk.house)
    current = {rule.id: rule_sha256(definition, rule) for rule in definition.rules}
    return tuple(
        each
        for each in desk.house.all(RuleConfirmation)
        if (each.value.instrument, each.value.version) == (definition.id, definition.version)
        and current.get(each.value.rule) == each.value.rule_sha256
    )


def _has_ended(desk: Desk, each: Recorded[RuleConfirmation]) -> bool:
    return bool(each.value.revoked_on) or is_over(each.value.expires_on, desk.clock.today())


def _parts(definition: Definition, rule: Rule) -> Iterator[Rule]:
    for name in (*inherited(rule), *watched(rule)):
        part = definition.rule(name)
        if part.internal:
            yield part
        yield from _parts(definition, part)
