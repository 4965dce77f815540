# SPDX-License-Identifier: EUPL-1.2
"""The words of the plans, the same on screen and on paper."""

from collections.abc import Mapping

from workbench.domain.plans import Choice
from workbench.domain.subject import Shelter
from workbench.services.labels import Speech


def kinds(_: Speech) -> Mapping[str, str]:
    """What a kind of record is called."""
    return {
        "safety_plan": _("Safety plan"),
        "protection_plan": _("Protection plan"),
        "plan_item": _("Point of a plan"),
        "plan_modules": _("What concerns this person"),
        "stay_plan": _("Going home or staying"),
        "child_plan_note": _("A child's own plan"),
    }


def fields(_: Speech) -> dict[str, str]:
    """What a field is called."""
    return {
        "shelter": _("A place in a house"),
        "on_paper": _("What may stand on paper, in own words"),
        "paper": _("Paper"),
        "size": _("Size of the sheet"),
        "review_on": _("Gone through again on"),
        "reader": _("For whom the sheet is set"),
        "designated": _("The person named for the child"),
        "contact": _("The child's own contact person"),
        "chosen": _("What concerns this person"),
        "contact_on": _("New contact on"),
        "contact_by": _("Who makes the contact"),
        "told": _("What was said of the danger, and what was offered"),
        "if_threat_remains": _("If the threat remains"),
        "around": _("People around"),
        "agreed": _("What we agreed on"),
        "contacted_on": _("The contact was had on"),
        "child": _("The child, as called here"),
        "has_plan": _("Has a plan of its own"),
        "reviewed_on": _("Last gone through on"),
    }


def choice(code: Choice, _: Speech) -> str:
    """What was chosen for now."""
    return {
        "declines": _("Says no to a place"),
        "stays": _("Stays where the person lives"),
        "goes-home": _("Goes home"),
    }[code]


def shelter(code: Shelter, _: Speech) -> str:
    """What was said to a place in a house."""
    return {
        "": "",
        "accepted": _("Says yes to a place"),
        "declined": _("Says no to a place"),
        "not-offered": _("No place was offered"),
    }[code]
