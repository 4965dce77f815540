# SPDX-License-Identifier: EUPL-1.2
"""The words of who said what, of people and of what was told by mouth: on screen and on paper."""

from workbench.services.labels import Speech


def kinds(_: Speech) -> dict[str, str]:
    """What a kind of record is called."""
    return {"told": _("Told by mouth")}


def fields(_: Speech) -> dict[str, str]:
    """What a field is called."""
    return {
        "said_by": _("Who said it"),
        "nature": _("Fact or opinion"),
        "receiver": _("Receiver"),
        "receiver_org": _("Where the receiver works"),
        "ground": _("Ground"),
        "told_by": _("Who told it"),
        "told_at": _("When it was told"),
        "told_way": _("How it was told"),
        "asked_by_receiver": _("What the receiver asked"),
        "told_points": _("Points from the case file"),
    }


def nature(code: str, _: Speech) -> str:
    """Told as a fact or as an opinion."""
    return natures(_)[code]


def natures(_: Speech) -> dict[str, str]:
    """Told as a fact or as an opinion, by code."""
    return {"fact": _("Fact"), "opinion": _("Opinion")}


def way(code: str, _: Speech) -> str:
    """How something was told."""
    return ways(_)[code]


def ground(code: str, _: Speech) -> str:
    """On which ground something was told."""
    return {
        "consent": _("Consent to break the secrecy"),
        "child_concern": _("Report of concern about a child"),
        "contact_details_2025_170": _("Contact details asked for by a law-enforcement authority"),
        "osl_18c": _("To the police, to prevent serious crime against somebody close"),
        "other_crime_rule": _("Another rule about crime"),
    }[code]


def ways(_: Speech) -> dict[str, str]:
    """How something was told, by code."""
    return {"phone": _("By phone"), "meeting": _("Face to face"), "video": _("By video call")}
