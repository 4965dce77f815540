# SPDX-License-Identifier: EUPL-1.2
"""Protected personal details in words. Codes never change meaning."""

from collections.abc import Mapping

from workbench.services.labels import Speech


def kinds(_: Speech) -> Mapping[str, str]:
    """What a kind of record is called."""
    return {
        "protected_identity": _("Protected personal details"),
        "hidden_detail": _("Hidden detail"),
    }


def fields(_: Speech) -> Mapping[str, str]:
    """What a field is called."""
    return {
        "protected_as": _("Level of protection"),
        "told_person": _("What the person was told about how the details are kept"),
        "place": _("What would lead to the person"),
    }


def level(code: str, _: Speech) -> str:
    """One level of protection."""
    return levels(_)[code]


def levels(_: Speech) -> dict[str, str]:
    """The levels, by code, from none upwards."""
    return {
        "none": _("No protection of personal details"),
        "secrecy_marking": _("Secrecy marking"),
        "protected_registration": _("Protected population registration"),
        "assumed_identity": _("Assumed identity"),
    }


def standing(code: str, _: Speech) -> str:
    """The same with what is noted as protected without a level."""
    return _("Level not stated") if code == "unstated" else level(code, _)


def hidden_kind(code: str, _: Speech) -> str:
    """What one hidden detail tells."""
    return hidden_kinds(_)[code]


def hidden_kinds(_: Speech) -> dict[str, str]:
    """What hidden details tell, by code."""
    return {
        "address": _("Address"),
        "phone": _("Phone"),
        "municipality": _("Municipality"),
        "school": _("School"),
        "preschool": _("Preschool"),
        "workplace": _("Work"),
        "vehicle": _("Vehicle"),
        "room": _("Room"),
        "care": _("Care"),
        "town": _("Town of a house"),
    }
