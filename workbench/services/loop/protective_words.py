# SPDX-License-Identifier: EUPL-1.2
"""The words for orders, alarms, triggers and dates: on screen, on paper, outside the program."""

from collections.abc import Mapping

from workbench.services.labels import Speech
from workbench.services.loop import following

UNREAD_ON_PAPER = frozenset({"areas", "order", "law", "law_due", "first_due", "answers", "about"})
"""Areas reveal places; the others are references and technical marks."""


def kinds(_: Speech) -> Mapping[str, str]:
    """What a kind of record is called."""
    return {
        "deadline": _("Date"),
        "review_date": _("Own date"),
        "reassessment_trigger": _("Reason for a new assessment"),
        "restraining_order": _("Restraining order"),
        "order_extension": _("Extension of a restraining order"),
        "order_breach": _("Breach of a restraining order"),
        "alarm": _("Alarm"),
        "police_contact": _("Contact at the police"),
    }


def fields(_: Speech) -> Mapping[str, str]:
    """What a field is called."""
    return {
        "since": _("Since"),
        "title": _("What it is about"),
        "done_on": _("Done on"),
        "moved_because": _("Why it was moved"),
        "cancelled_on": _("Cancelled on"),
        "cancelled_because": _("Why it was cancelled"),
        "against": _("Against whom"),
        "for_child": _("The child's own"),
        "monitored": _("With electronic monitoring"),
        "applied_on": _("Applied for on"),
        "decision": _("Decision"),
        "decided_on": _("Decided on"),
        "begins": _("Holds from"),
        "ends": _("Last day"),
        "reference": _("Case number of the prosecutor"),
        "lifted_on": _("Lifted on"),
        "reported": _("Reported to the police"),
        "report_number": _("Number of the report"),
        "until": _("Handed back"),
        "tried_on": _("Tried on"),
        "unit": _("Unit"),
        "phone": _("Phone"),
    }


def order_kind(kind: str, _: Speech) -> str:
    """The four kinds of a restraining order."""
    return order_kinds(_)[kind]


def order_kinds(_: Speech) -> Mapping[str, str]:
    """The four kinds of a restraining order, by code."""
    return {
        "no_contact": _("Restraining order"),
        "shared_home": _("Restraining order for the shared home"),
        "extended": _("Extended restraining order"),
        "special_extended": _("Specially extended restraining order"),
    }


def decision(code: str, _: Speech) -> str:
    """What was decided of an application."""
    return {"": _("Not decided"), **decisions(_)}[code]


def decisions(_: Speech) -> Mapping[str, str]:
    """What can be decided, by code."""
    return {"granted": _("Granted"), "refused": _("Denied")}


def alarm_kind(kind: str, _: Speech) -> str:
    """What kind of alarm."""
    return alarm_kinds(_)[kind]


def alarm_kinds(_: Speech) -> Mapping[str, str]:
    """The kinds of alarm, by code."""
    return {
        "alarm_phone": _("Alarm phone"),
        "alarm_number": _("Alarm number"),
        "scream_alarm": _("Scream alarm"),
        "other": _("Other alarm"),
    }


def no_position(_: Speech) -> str:
    """What must be known of an alarm number."""
    return _("An alarm number does not tell the police where she is. She must be able to say it.")


def trigger_kind(kind: str, _: Speech) -> str:
    """What calls for a new assessment."""
    return trigger_kinds(_)[kind]


def trigger_kinds(_: Speech) -> Mapping[str, str]:
    """What calls for a new assessment, by code."""
    return {
        "time_in_shelter": _("Time in the shelter"),
        "before_move_out": _("Before moving out"),
        "separation": _("Separation"),
        "move": _("Move"),
        "address_leak": _("The address came out"),
        "court_date": _("Day in court"),
        "visitation_change": _("Contact with the child changes"),
        "new_partner": _("New partner"),
        "pregnancy": _("Pregnancy"),
        "release_or_leave": _("Release or leave from prison or detention"),
        "order_start": _("A restraining order begins"),
        "order_expiry": _("A restraining order ends"),
        "order_breach": _("A restraining order was broken"),
        "new_threat_or_violence": _("New threat or violence"),
        "child_statement": _("Something that a child said"),
        "return_planned": _("Means to go back"),
        "declined_help": _("Declined help"),
        "worker_concern": _("The worker is worried"),
    }


def acts(_: Speech) -> Mapping[str, str]:
    """What can become of a date, by code."""
    return {
        "done": _("Done"),
        "moved": _("Another day"),
        "cancelled": _("No longer needed"),
        "reopened": _("Open again"),
    }


def deadline_kind(kind: str, _: Speech) -> str:
    """Where a date comes from."""
    return deadline_kinds(_)[kind]


def deadline_kinds(_: Speech) -> Mapping[str, str]:
    """Where a date comes from, by code."""
    return {
        "statutory": _("By law"),
        "practice": _("By practice"),
        "local": _("Our own"),
    }


def chosen(_: Speech) -> Mapping[str, str]:
    """What a day that a person chose is about (`following.PLAIN`)."""
    return {
        following.REASSESSMENT: _("New assessment"),
        following.MEASURE: _("Measure"),
        following.FOLLOW_UP: _("Follow-up"),
        following.MEASURE_FOLLOW_UP: _("Follow-up of a measure"),
        following.REVIEW: _("Own date"),
    }


def yes_no(code: str, _: Speech) -> str:
    """Whether something is so."""
    return {"yes": _("Yes"), "no": _("No"), "unknown": _("Does not know")}[code]
