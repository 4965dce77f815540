# SPDX-License-Identifier: EUPL-1.2
"""The closed lists of the records, in words. Codes never change meaning; words may."""

from collections.abc import Mapping

from workbench.domain.incidents import INCIDENT_KINDS
from workbench.domain.measures import MEASURE_STATUSES, PROTECTIONS
from workbench.domain.subject import SHELTERS
from workbench.services import labels
from workbench.services.arrival import arrival_words
from workbench.services.assess import worksheet_words
from workbench.services.facts import account_words, document_words
from workbench.services.law import deadline_rules
from workbench.services.loop import loop_words, plan_words, protective_words
from workbench.services.person import identity_words, interpreter_words, protection_words
from workbench.ui.writing.fields import OptionVm
from workbench.words import _

Words = Mapping[str, str]


def options(words: Words, keys: str = "") -> tuple[OptionVm, ...]:
    """Words as options; the letters of `keys`, in order, are the keys that pick them."""
    padded = keys.ljust(len(words))
    return tuple(
        OptionVm(code, label, key.strip())
        for (code, label), key in zip(words.items(), padded, strict=True)
    )


def need_now() -> Words:
    """Whether protection is needed now."""
    return {"yes": _("Yes"), "no": _("No"), "unclear": _("Unclear")}


def yes_or_no() -> Words:
    """What is true or not."""
    return {"yes": _("Yes"), "no": _("No")}


def incident_kinds() -> Words:
    """Kinds of violence, then what else is an incident."""
    words: dict[str, str] = {each: labels.incident_kind(each, _) for each in INCIDENT_KINDS}
    return words | {
        "psychological": _("Psychological violence, threats"),
        "latent": _("Latent violence (the fear of new violence)"),
    }


def severities() -> Words:
    """Severity of one incident; never added up."""
    return {
        "1": _("Less"),
        "2": _("Considerable"),
        "3": _("Serious"),
        "4": _("Very serious"),
        "5": _("Danger to life"),
    }


def noticed() -> Words:
    """Whether children noticed."""
    return {"yes": _("Yes"), "no": _("No"), "unknown": _("Does not know")}


def turns() -> Words:
    """How a scenario begins."""
    return {
        "repeat": _("It happens again in the same way"),
        "escalate": _("It gets worse"),
        "twist": _("It takes another turn"),
    }


def measure_statuses() -> Words:
    """How far a measure is: the words that paper has too."""
    return {status: labels.measure_status(status, _) for status in MEASURE_STATUSES}


def measure_domains() -> Words:
    """What a measure is for."""
    return {
        "monitoring": _("Follow-up and watchfulness"),
        "supervision": _("Control"),
        "treatment": _("Treatment"),
        "victim-safety": _("Safety planning"),
        "other": _("Other"),
    }


def measure_protections() -> Words:
    """Which way a measure protects: a second classification beside the first."""
    return {each: labels.measure_protection(each, _) for each in PROTECTIONS}


def shelters() -> Words:
    """What was said to a place in a house."""
    return {each: plan_words.shelter(each, _) for each in SHELTERS}


def carries() -> Words:
    """The three marks of a plan item."""
    return {
        "U": _("May stand on paper"),
        "M": _("Only spoken"),
        "P": _("Only with us"),
    }


def carries_explained() -> Words:
    """What each mark means."""
    return {
        "U": _("May stand on the person's own paper, in neutral words, if the person asks for it."),
        "M": _("Talked through and repeated back. Never on paper that the person carries."),
        "P": _("Stays with the organisation. Never to the person's paper or to anyone else."),
    }


def roles() -> Words:
    """Whom an akt can be about."""
    return {
        "exposed": _("Exposed to violence"),
        "child": _("Child"),
        "perpetrator": _("Uses violence"),
    }


def identities() -> Words:
    """How sure the identity is."""
    return {
        "confirmed": _("Checked"),
        "stated": _("As the person says"),
        "unknown": _("Not known"),
        "protected": _("Protected personal details"),
    }


def gap_words() -> Words:
    """The open duties of the loop."""
    return {
        "protection-not-considered": _("Decide whether protection is needed now"),
        "judgement-without-reasons": _("Write the reasons of the overall judgement"),
        "judgement-missing-parts": _("Write the rest of the overall judgement"),
        "judgement-not-signed": _("Sign the overall judgement"),
        "judgement-outdated": _("What the overall judgement rests on has changed"),
        "judgement-without-scenario": _("Write a scenario: risk of what, against whom?"),
        "scenario-outdated": _("What a scenario rests on has changed"),
        "scenario-without-measure": _("A scenario has no measure yet"),
        "measure-without-who": _("A measure has nobody who does it"),
        "measure-without-when": _("A measure has no date"),
        "measure-late": _("A measure should have been done by now"),
        "measure-outdated": _("What a measure answers has changed"),
        "no-reassessment-date": _("Set a date for the new assessment"),
        "reassessment-due": _("It is time for a new assessment"),
        "follow-up-overdue": _("The follow-up should have been done by now"),
        "declined-without-stay-plan": _(
            "A place was declined: plan for staying, and a new contact"
        ),
        "contact-overdue": _("The new contact should have been had by now"),
        "child-without-plan": _("A child has no plan of its own yet"),
        "stays-without-contact-date": _("Set a day for the new contact"),
        "child-without-concern-position": _("Say where you stand on a report of concern"),
        "plan-item-older": _("A point of a plan is older than what it rests on"),
        "measure-follow-up-overdue": _("A measure should have been followed up by now"),
        "plan-review-overdue": _("The plan should have been gone through again by now"),
    }


def due_words() -> Words:
    """What a date in the register is about: days that people chose, and the rules' titles."""
    titles = {each.id: each.text.title for each in deadline_rules.rules().values()}
    return titles | dict(protective_words.chosen(_))


def record_words() -> Words:
    """Kinds of records, as working material is listed."""
    return {
        "note": _("Note"),
        **arrival_words.kinds(_),
        "protection_now": _("Protection now"),
        "safe_contact": _("Safe contact"),
        "incident": _("Incident"),
        "life_event": _("Event"),
        "scenario": _("Scenario"),
        "measure": _("Measure"),
        **loop_words.kinds(_),
        **plan_words.kinds(_),
        "subject": _("Whom the case file is about"),
        **identity_words.kinds(_),
        "answer": _("Answers"),
        "coding": _("Coding of a factor"),
        "keyed_in": _("Written on paper, keyed in later"),
        "own_appraisal": _("The person's own appraisal"),
        "judgement": _("Overall judgement"),
        "review": _("Remarks of a review"),
        "external_result": _("Result from others"),
        **account_words.kinds(_),
        **interpreter_words.kinds(_),
        **document_words.kinds(_),
        **protective_words.kinds(_),
        **protection_words.kinds(_),
        **worksheet_words.kinds(_),
    }
