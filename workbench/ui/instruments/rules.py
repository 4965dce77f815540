# SPDX-License-Identifier: EUPL-1.2
"""How the rules of an instrument stand, in words."""

from workbench.instruments.definition import Definition
from workbench.instruments.rule_tables import Rule
from workbench.services import labels
from workbench.services.assess import confirming, own_rules
from workbench.services.desk import Desk
from workbench.ui.gate_words import told_local, told_word
from workbench.ui.instruments.listing import key_of
from workbench.ui.instruments.vms import RuleRowVm, StatusVm
from workbench.words import _, language


def rule_status(desk: Desk, definition: Definition) -> StatusVm:
    """The whole instrument in one sentence."""
    if definition.kind == "spj":
        return StatusVm(_("Nothing is computed"), labels.rule_status("not-a-score", _))
    local = own_rules.rule_in_force(desk, definition)
    if local is not None:
        return StatusVm(_("Own rule"), told_local(local), "done")
    waiting = confirming.rules_to_confirm(definition)
    if not definition.rules:
        return StatusVm(_("No rule"), labels.rule_status("not-established", _))
    if not waiting:
        return StatusVm(_("Rule known"), _("The rule is known from a source."), "done")
    confirmed = {c.value.rule for c in confirming.confirmations_of(desk, definition)}
    if confirmed >= {rule.id for rule in waiting}:
        return StatusVm(_("Rule confirmed"), _("Compared with the form, row by row."), "done")
    return StatusVm(_("Rule not confirmed"), labels.rule_status("not-confirmed", _))


def rule_rows(desk: Desk, definition: Definition) -> tuple[RuleRowVm, ...]:
    """Each rule that needs a method owner's word, with the word that it has."""
    return tuple(_row(desk, definition, r) for r in confirming.rules_to_confirm(definition))


def rule_title(definition: Definition, rule: Rule) -> str:
    """What a rule is called; where it needs no name, what the instrument is called."""
    return definition.rule_label(rule.id, language()) or definition.title(language())


def _row(desk: Desk, definition: Definition, rule: Rule) -> RuleRowVm:
    key, title = f"{key_of(definition)}/{rule.id}", rule_title(definition, rule)
    held = [c for c in confirming.confirmations_of(desk, definition) if c.value.rule == rule.id]
    if held:
        return RuleRowVm(key, title, told_word(held[-1].value), _("Confirmed"), "done")
    rejected = confirming.rejected(desk, definition, rule)
    if rejected is not None:
        told = _("It is not the form's: {why}").format(why=rejected.value.why)
        return RuleRowVm(key, title, told, _("Rejected"), "calm")
    ended = [c for c in confirming.ended_confirmations(desk, definition) if c.value.rule == rule.id]
    if ended:
        revoked = ended[-1].value.revoked_on
        told = (
            _("Revoked on {day}.").format(day=revoked)
            if revoked
            else _("It held until {day}.").format(day=ended[-1].value.expires_on)
        )
        return RuleRowVm(key, title, told, _("Rule revoked") if revoked else _("Ended"), "calm")
    return RuleRowVm(key, title, _("Nobody has confirmed it."), _("Not confirmed"), "calm")
