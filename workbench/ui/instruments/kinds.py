# SPDX-License-Identifier: EUPL-1.2
"""The kinds that instruments are listed under, in the order in which they are most asked for."""

from workbench.instruments.definition import Definition
from workbench.words import _


def kind_of(definition: Definition) -> str:
    """Under which of `kinds` one stands.

    A short screen about lethal danger (it wants the own appraisal first) stands with the danger
    checklists: one about exposure says nothing of how dangerous it is.
    """
    if definition.class_ == "shell":
        return "shell"
    asks_of_danger = definition.kind == "screen" and definition.table.own_appraisal_first
    return "checklist" if asks_of_danger else definition.kind


def kinds() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """What each holds, its heading, and what is said of it."""
    return (
        (("checklist",), _("Checklists about danger"),
         _("Questions about what is known to be dangerous. A low number is no safety.")),
        (("spj",), _("Structured professional judgement"),
         _("You judge. Nothing is added up, ever.")),
        (("screen", "profile"), _("Questions about exposure"),
         _("They find violence, and say nothing of how dangerous it is.")),
        (("map",), _("Maps"), _("A way to talk. Not a test.")),
        (("actuarial",), _("Scales about reoffending"),
         _("Built on groups of men who were sentenced or known to the police.")),
        (("shell",), _("Forms that are yet to be filled"),
         _("Nothing about them is established here. Your own form takes the place.")),
    )  # fmt: skip
