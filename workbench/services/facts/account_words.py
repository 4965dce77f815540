# SPDX-License-Identifier: EUPL-1.2
"""The words of who said what, of people and of what was told by mouth: on screen and on paper."""

from workbench.services.labels import Speech


def kinds(_: Speech) -> dict[str, str]:
    """What a kind of record is called."""
    return {
        "told": _("Told by mouth"),
        "person": _("Person or group"),
        "person_link": _("Link between people"),
        "statement": _("Own account"),
        "disagreement": _("Accounts that differ"),
    }


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
        "part": _("Part"),
        "relation": _("Relation"),
        "where": _("Where, in words"),
        "influence": _("Influence"),
        "link": _("How they belong together"),
        "topic": _("What it is about"),
        "stated_on": _("When it was said"),
        "stated_to": _("To whom it was said"),
        "differs_in": _("What differs"),
        "settled": _("What it was found to be"),
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


def part(code: str, _: Speech) -> str:
    """Which part a person has."""
    return parts(_)[code]


def parts(_: Speech) -> dict[str, str]:
    """Which part a person has, by code."""
    return {
        "victim": _("Exposed to violence"),
        "child": _("Child"),
        "perpetrator": _("Uses violence"),
        "collective": _("Several who use violence together"),
        "protector": _("Protects"),
        "other": _("Somebody else"),
    }


def collective_roles(_: Speech) -> dict[str, str]:
    """What somebody does in a collective, by code."""
    return {
        "decides": _("Decides"),
        "carries-out": _("Carries out"),
        "protects": _("Protects the others"),
    }
