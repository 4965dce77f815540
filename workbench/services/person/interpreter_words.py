# SPDX-License-Identifier: EUPL-1.2
"""Interpreters, whom not to contact, and calls, in words. Codes never change meaning."""

from workbench.domain.no_contact import NotContacted
from workbench.services.labels import Speech


def kinds(_: Speech) -> dict[str, str]:
    """The records, as working material is listed."""
    return {
        "interpreter_need": _("Interpreter"),
        "interpreted_talk": _("Interpreted talk"),
        "no_contact": _("Must not be contacted"),
        "call": _("Call"),
    }


def genders(_: Speech) -> dict[str, str]:
    """Whom the person wants to interpret, by code."""
    return {"woman": _("A woman"), "man": _("A man")}


def ways(_: Speech) -> dict[str, str]:
    """How it is interpreted, by code."""
    return {"on-site": _("On the spot"), "phone": _("By phone"), "video": _("By video call")}


def sames(_: Speech) -> dict[str, str]:
    """What the person says of the one before, by code."""
    return {
        "same": _("The same interpreter as before"),
        "never-same": _("Never the same interpreter"),
    }


def interpreted_by(_: Speech) -> dict[str, str]:
    """Who interpreted, by code."""
    return {
        "interpreter": _("An interpreter"),
        "staff": _("Staff who speak the language"),
        "relative": _("Deviation: a relative"),
        "child": _("Deviation: a child"),
    }


def not_contacted(code: NotContacted, _: Speech) -> str:
    """What somebody on the list is."""
    return all_not_contacted(_)[code]


def all_not_contacted(_: Speech) -> dict[str, str]:
    """What somebody on the list is, by code."""
    return {
        "person": _("Person"),
        "function": _("Function"),
        "interpreter": _("Interpreter"),
        "office": _("Office of an authority"),
    }


def call_to(_: Speech) -> dict[str, str]:
    """Who was called, by code."""
    return {"subject": _("The person"), "other": _("Somebody else")}


def reached(_: Speech) -> dict[str, str]:
    """What became of a call, by code."""
    return {
        "reached": _("Reached"),
        "not-reached": _("Not reached"),
        "somebody-else": _("Somebody else answered"),
    }


def code_words(_: Speech) -> dict[str, str]:
    """Whether the code word was given, by code."""
    return {
        "not-given": _("Not given, could talk"),
        "given": _("Given, could not talk"),
    }
