# SPDX-License-Identifier: EUPL-1.2
"""Everything about one instrument, read from the vault."""

from workbench.domain.people import StaffMember
from workbench.instruments.definition import Definition
from workbench.instruments.packs import NO_PACK, caveat_text
from workbench.instruments.wanted_tables import wanted_table
from workbench.instruments.wording_packs import is_over
from workbench.services.assess import training, wording
from workbench.services.desk import Desk
from workbench.services.house import settings
from workbench.ui.assess.shapes import titled
from workbench.ui.instruments.listing import key_of
from workbench.ui.instruments.readiness_words import told_unready
from workbench.ui.instruments.rules import rule_rows, rule_status
from workbench.ui.instruments.vms import FactVm, OneVm, QuestionVm, StatusVm, TrainedVm
from workbench.words import _, language

METHOD_OWNER = "method-owner"


def find(desk: Desk, key: str) -> Definition:
    """The definition that `id@version` names. Raises what `Catalogue.find` raises."""
    name, _sign, version = key.partition("@")
    return desk.catalogue.find(name, version)


def one_vm(desk: Desk, key: str) -> OneVm:
    """The page of one instrument. Runs on the vault's thread."""
    definition = find(desk, key)
    pack = wording.newest_pack(desk, definition, language())
    return OneVm(
        key=key_of(definition),
        title=definition.title(language()),
        caption=_("Version {version}").format(version=definition.version),
        facts=_facts(definition),
        wording=_wording(desk, definition),
        pack=pack.record if pack is not None else "",
        rule=rule_status(desk, definition),
        rules=rule_rows(desk, definition),
        can_have_own_rule=_can_have_own_rule(definition),
        wants_table=wanted_table(definition) is not None,
        warning=warning_text(desk, definition),
        trained=_trained(desk, definition),
        people=tuple(_people(desk).items()),
        preview=_preview(desk, definition),
        may_change=METHOD_OWNER in settings.roles_of(desk),
        today=desk.clock.today().isoformat(),
        is_shell=definition.kind == "spj" and not definition.items,
    )


def warning_text(desk: Desk, definition: Definition) -> str:
    """What to tell who works here; it stops nothing."""
    warns = training.warning(desk, definition)
    return told_unready(warns) if warns else ""


def _facts(definition: Definition) -> tuple[FactVm, ...]:
    words = definition.labels[language()]
    never = [*words.not_for, _("Never as a reason to end, delay or refuse protection.")]
    said = (
        (_("What it is for"), [words.purpose or words.object]),
        (_("For whom"), [words.respondent, *([words.population] if words.population else [])]),
        (_("Do not use it for"), never),
        (_("What is known of it"), words.method_notes or [_("No figures are established here.")]),
        (_("Rights"), [words.rights or _rights(definition)]),
    )
    return tuple(FactVm(title, tuple(texts)) for title, texts in said)


def _rights(definition: Definition) -> str:
    rights = definition.table.rights
    told = {
        "pack": _("{holder}. The wording is not shipped; load it if you have the right."),
        "pack-with-proof": _("{holder}. The wording may be loaded only with a written permission."),
        "own": _("{holder}. The words are the form's own."),
    }[rights.wording]
    return told.format(holder=rights.holder)


def _wording(desk: Desk, definition: Definition) -> StatusVm:
    found = wording.newest_pack(desk, definition, language())
    if found is None:
        if definition.table.rights.wording == "own":
            return StatusVm(_("Own words"), _("The program's own words are the form's."), "done")
        return StatusVm(_("Short labels"), caveat_text("ej-ord", language(), {}))
    pack = found.value
    if is_over(pack.valid_to, desk.clock.today()):
        told = _("The licence ended on {day}. New assessments have short labels.")
        return StatusVm(_("Licence ended"), told.format(day=pack.valid_to), "amber")
    told = _("{holder}, edition {edition}.").format(holder=pack.holder, edition=pack.edition)
    if pack.valid_to:
        told += " " + _("It holds until {day}.").format(day=pack.valid_to)
    return StatusVm(_("Wording loaded"), told, "done")


def _can_have_own_rule(definition: Definition) -> bool:
    """Points can be given where every scored item has closed answers."""
    scored = [item for item in definition.items if item.scored]
    closed = all(item.type == "choice" and item.choices for item in scored)
    return definition.kind != "spj" and bool(scored) and closed


def _trained(desk: Desk, definition: Definition) -> tuple[TrainedVm, ...]:
    names, today = _people(desk), desk.clock.today()
    found = []
    for each in training.trained_in(desk, definition):
        value = each.value
        said = [_("trained {day}").format(day=value.trained_on)]
        said += [_("until {day}").format(day=value.valid_to)] if value.valid_to else []
        said += [_("licence {number}").format(number=value.licence)] if value.licence else []
        name = names.get(value.user, _("somebody who is no longer here"))
        ended = is_over(value.valid_to, today)
        found.append(TrainedVm(each.record, name, " · ".join(said), ended))
    return tuple(found)


def _people(desk: Desk) -> dict[str, str]:
    seated = {member.user for member in desk.vault.members() if member.place}
    known = (each.value for each in desk.house.all(StaffMember))
    return {person.user: person.name for person in known if person.user in seated}


def _preview(desk: Desk, definition: Definition) -> tuple[QuestionVm, ...]:
    sha256 = wording.pack_for_new(desk, definition, language())
    shown = definition if sha256 == NO_PACK else wording.worded(desk, definition, sha256)
    return tuple(
        QuestionVm(titled(item), " · ".join(c.labels[language()] for c in item.choices))
        for item in shown.items
    )
