# SPDX-License-Identifier: EUPL-1.2
"""Under whose word a rule is computed, the same sentences wherever it is told."""

import re

from workbench.domain.assessments import RuleConfirmation
from workbench.domain.ids import UserId
from workbench.services.assess.own_rules import Kept
from workbench.ui.writing.voices import name_of
from workbench.words import _

_KEY = re.compile(r"[0-9a-f]{64}")


def told_word(word: RuleConfirmation) -> str:
    """Who confirmed, against what, until when."""
    said = _("The rule was confirmed by {owner}, {function}, on {day} (edition {edition}).").format(
        owner=_called(word.owner), function=word.function, day=word.on, edition=word.form_edition
    )
    if word.second:
        said += " " + _("Checked by {name} too.").format(name=_called(word.second))
    if word.revoked_on:
        said += " " + _("Rule revoked on {day}.").format(day=word.revoked_on)
    elif word.expires_on:
        said += " " + _("It holds until {day}.").format(day=word.expires_on)
    return said


def told_local(kept: Kept) -> str:
    """Who answers for an own rule and who checked it."""
    keeping = kept.keeping
    said = _("Own rule of {owner}, {day}, from edition {edition}.").format(
        owner=_called(keeping.owner), day=keeping.on, edition=keeping.form_edition
    )
    if keeping.revoked_on:
        said += " " + _("Rule revoked on {day}.").format(day=keeping.revoked_on)
    if not kept.recorded.value.checked:
        return said + " " + _("It waits for a second checker.")
    how = (
        _("Checked by {name}, who signed here.")
        if kept.recorded.value.checked == "here"
        else _("Checked by {name}, {organisation}; it came back as a file.")
    )
    return (
        said
        + " "
        + how.format(name=_called(keeping.second), organisation=keeping.second_organisation)
    )


def _called(kept: str) -> str:
    """A name as it was kept; of a key without a name no more than its beginning."""
    return name_of(UserId(kept), {}) if _KEY.fullmatch(kept) else kept
