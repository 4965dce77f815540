# SPDX-License-Identifier: EUPL-1.2
"""The words of an arrival, the same on screen, on the night sheet and on paper."""

from collections.abc import Mapping

from workbench.services.labels import Speech


def kinds(_: Speech) -> Mapping[str, str]:
    """What a kind of record is called."""
    return {
        "arrival": _("Arrival"),
        "child_arrival": _("A child's arrival"),
        "arrived_together": _("Came together"),
        "first_day_closed": _("First day: closed"),
    }


def fields(_: Speech) -> dict[str, str]:
    """What a field is called."""
    return {**of_both(_), **of_adult(_), **of_child(_), **_others(_)}


def of_adult(_: Speech) -> dict[str, str]:
    """The fields of an adult, in the order in which they are asked."""
    return {
        "came_with": _("Who came along"),
        "followed": _("Was the person followed here?"),
        "tracked": _("Can phone, car or things be tracked?"),
        "followed_how": _("How, and what was done about it"),
        "where_he_is": _("Where is the person who uses violence now?"),
        "placed_by": _("Who placed the person here"),
        "decided_by": _("Who decided"),
        "decision_form": _("How it was decided"),
        "interpreter": _("Interpreter: language, wishes, refused"),
        "who_may_know": _("Who may know that the person is here"),
        "room": _("Room (code)"),
        "key": _("Key (code)"),
        "intake_by": _("Who decided on the intake"),
        "call": _("Whom to call"),
    }


def of_both(_: Speech) -> dict[str, str]:
    """The fields that adults and children share."""
    return {
        "at": _("Came"),
        "injuries": _("Injuries"),
        "strangled": _("Strangled, or grip round the neck?"),
        "medicine": _("Medicine and allergies"),
        "postponed": _("Put off until morning, a line each"),
    }


def of_child(_: Speech) -> dict[str, str]:
    """The fields of a child, in the order in which they are asked."""
    return {
        "needs": _("What the child needs now"),
        "custody": _("Custody"),
        "consent": _("Does every custodian consent?"),
        "decision": _("Decision for the child"),
        "decided_on": _("Decided on"),
        "told": _("What the child was told, and how"),
        "designated": _("Person for the child"),
    }


def _others(_: Speech) -> dict[str, str]:
    return {
        "written_on": _("Date on the paper"),
        "hand": _("Who wrote on the paper"),
        "other": _("Which case file"),
    }


def asked(_: Speech) -> Mapping[str, str]:
    """What was asked, or was not."""
    return {"yes": _("Yes"), "no": _("No"), "": _("Not asked")}


def decision_forms(_: Speech) -> Mapping[str, str]:
    """How it was decided."""
    return {"oral": _("Orally"), "written": _("In writing")}


def custodies(_: Speech) -> Mapping[str, str]:
    """Who has custody of a child, by number: no name is needed for it."""
    return {
        "one": _("One custodian"),
        "two": _("Two custodians"),
        "other": _("Somebody else"),
        "unclear": _("Not known"),
    }


def child_decisions(_: Speech) -> Mapping[str, str]:
    """What was decided for the child."""
    return {
        "none": _("None"),
        "immediate": _("Immediate measure"),
        "applied": _("Application, not decided"),
        "court": _("Decided by a court"),
    }


def asked_word(code: str, _: Speech) -> str:
    """One answer, "" where it was not asked."""
    return asked(_)[code] if code else ""


def decision_form(code: str, _: Speech) -> str:
    """How it was decided, "" where that is not known."""
    return decision_forms(_)[code] if code else ""


def custody(code: str, _: Speech) -> str:
    """Who has custody, "" where nobody asked."""
    return custodies(_)[code] if code else ""


def child_decision(code: str, _: Speech) -> str:
    """What was decided for the child, "" where nobody asked."""
    return child_decisions(_)[code] if code else ""
