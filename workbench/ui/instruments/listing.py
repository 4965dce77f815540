# SPDX-License-Identifier: EUPL-1.2
"""The instruments by kind, as they stand in the vault."""

from workbench.instruments.definition import Definition
from workbench.services.assess import confirming, own_rules, wording
from workbench.services.desk import Desk
from workbench.ui.instruments.kinds import kind_of, kinds
from workbench.ui.instruments.vms import GroupVm, ListedVm
from workbench.words import _, language


def key_of(definition: Definition) -> str:
    """How the pages about instruments name one."""
    return f"{definition.id}@{definition.version}"


def groups(desk: Desk) -> tuple[GroupVm, ...]:
    """Every instrument under its kind. Runs on the vault's thread."""
    definitions = desk.catalogue.all()
    made = (
        GroupVm(
            title,
            caption,
            tuple(_listed(desk, d) for d in definitions if kind_of(d) in held),
        )
        for held, title, caption in kinds()
    )
    return tuple(group for group in made if group.listed)


def _listed(desk: Desk, definition: Definition) -> ListedVm:
    words = definition.labels[language()]
    return ListedVm(
        key_of(definition), definition.title(language()), words.object, _state(desk, definition)
    )


def _state(desk: Desk, definition: Definition) -> str:
    """The two gates in few words; of a withdrawn form that alone."""
    if desk.catalogue.is_withdrawn(definition.pin):
        return _("withdrawn")
    has_words = wording.pack_for_new(desk, definition, language()) != "none"
    said = [_("wording loaded")] if has_words else []
    if own_rules.rule_in_force(desk, definition) is not None:
        said.append(_("own rule"))
    elif definition.kind != "spj":
        said += _rule(desk, definition)
    return " · ".join(said)


def _rule(desk: Desk, definition: Definition) -> list[str]:
    waiting = confirming.rules_to_confirm(definition)
    if not waiting:
        return [_("rule known")] if definition.rules else []
    confirmed = {c.value.rule for c in confirming.confirmations_of(desk, definition)}
    if confirmed >= {rule.id for rule in waiting}:
        return [_("rule confirmed")]
    return [_("rule not confirmed")]
