# SPDX-License-Identifier: EUPL-1.2
"""What the two gates say on paper, beside a result."""

from workbench.instruments.profiles import profile_label, profiles_of
from workbench.services.assess.results import Outcome
from workbench.services.papers.shared import Writing


def wording_of(writing: Writing, shown: Outcome) -> str:
    """Licensed words never stand on a paper."""
    _ = writing.speech
    if shown.definition.table.rights.wording == "own":
        return _("The words that stand here are the form's own.")
    if shown.has_wording:
        return _("Asked in the form's own words; short labels of the project stand here.")
    return _("The form's own text is not loaded; short labels of the project are shown.")


def profile_of(writing: Writing, shown: Outcome) -> str:
    """By which profile it is read, where the instrument has any."""
    _, definition = writing.speech, shown.definition
    if not profiles_of(definition) or shown.gate.local is not None:
        return ""
    chosen = shown.sheet.context.profile
    if not chosen:
        return _("No profile is chosen.")
    name = profile_label(definition, chosen, writing.language)
    return _("Profile: {name}.").format(name=name)


def gate_remarks(writing: Writing, shown: Outcome, rule: str) -> tuple[str, ...]:
    """Own rules, revoked words and late computation are told wherever the value is."""
    _, local = writing.speech, shown.gate.local
    said = []
    if local is not None:
        by = local.keeping
        told = _("Own rule of {owner}, {day}, from edition {edition}.")
        said.append(told.format(owner=by.owner, day=by.on, edition=by.form_edition))
        said.append(_("Checked by {name} too.").format(name=by.second))
    ended = [c.value.revoked_on for c in shown.confirmations if c.value.rule == rule][-1:]
    ended += [local.keeping.revoked_on or ""] if local is not None else []
    said += [_("Rule revoked on {day}.").format(day=on) for on in ended if on]
    if shown.computed_late_on:
        said.append(_("Computed on {day}.").format(day=shown.computed_late_on))
    return (*said, *kept_remarks(writing, shown))


def kept_remarks(writing: Writing, shown: Outcome) -> tuple[str, ...]:
    """What a paper gives beyond the journal is told as that."""
    _ = writing.speech
    if not shown.is_unkept:
        return ()
    told = _("Computed for this paper on {day}. Not entered in the case file.")
    return (told.format(day=writing.desk.clock.today().isoformat()),)
