# SPDX-License-Identifier: EUPL-1.2
"""The words for kinds of records and their fields, as a receiver reads them."""

from collections.abc import Mapping

from workbench.services.assess import worksheet_words
from workbench.services.facts import happening_words
from workbench.services.person import identity_words
from workbench.words import _

HIDDEN = frozenset(
    {"assessment", "assessments", "judgement", "scenario", "rests_on"}
    | {"rule", "rule_sha256", "confirmation", "band_table", "engine", "wording"}
    | {"form", "content", "sha256", "columns"}
    | {"factors", "incidents", "incident", "scenarios"}
)
"""References between records and technical marks: in the bundle, of no use to a reader."""


def kind_words() -> Mapping[str, str]:
    """What a kind of record is called."""
    return {
        "subject": _("Whom it is about"),
        "protection_now": _("Protection now"),
        "incident": _("Incident"),
        "own_appraisal": _("The person's own appraisal"),
        "assessment": _("Assessment"),
        "own_form": _("Own form, not validated"),
        "answer": _("Answers"),
        "coding": _("Coding of a factor"),
        "paper_reading": _("Read off the form, not computed by the program"),
        "keyed_in": _("Written on paper, keyed in later"),
        "result": _("Result"),
        "judgement": _("Overall judgement"),
        "sign_off": _("Signature"),
        "scenario": _("Scenario"),
        "measure": _("Measure"),
        "protection_plan": _("Protection plan"),
        "plan_item": _("Point of a plan"),
        **worksheet_words.kinds(_),
    }


def field_words() -> Mapping[str, str]:
    """What a field is called; one that is not here is shown by its own name."""
    told = happening_words.fields(_) | _who_and_when() | worksheet_words.fields(_)
    told |= identity_words.fields(_)
    return told | _assessed() | _done()


def _who_and_when() -> dict[str, str]:
    return {
        "name": _("Name"),
        "personal_number": _("Personal number"),
        "identity": _("Identity"),
        "role": _("Role"),
        "needed": _("Is protection needed now?"),
        "reasons": _("Why"),
        "done_at_once": _("What was done at once"),
        "shelter": _("A place in a house"),
        "observed_at": _("When"),
        "day": _("Day"),
        "kind": _("Kind"),
        "severity": _("Severity"),
        "what": _("What"),
        "children_noticed": _("Did children notice?"),
        "source": _("Source"),
        "evidence": _("Evidence, and where it is kept"),
        "note": _("Note"),
        "words": _("In the person's own words"),
        "estimate": _("Own estimate"),
        "declined": _("Does not want to say"),
        "after_score": _("Said after the score was seen"),
    }


def _assessed() -> dict[str, str]:
    return {
        "instrument": _("Instrument"),
        "begun_on": _("Begun"),
        "profile": _("Profile"),
        "title": _("Name of the form"),
        "version": _("Version"),
        "owner": _("Who answers for it"),
        "made_on": _("Date of the form"),
        "hand": _("How it was recorded"),
        "purpose": _("Purpose"),
        "setting": _("Setting"),
        "sources": _("Sources used"),
        "sources_refused": _("Sources sought but refused or not available"),
        "points": _("Points on the form"),
        "level": _("Level on the form"),
        "form_edition": _("Edition of the form"),
        "read_on": _("Date of the form"),
        "mark": _("Mark of the form"),
        "written_on": _("Date on the paper"),
        "written_at": _("Time on the paper"),
        "items": _("Questions on the paper"),
        "status": _("Status"),
        "value": _("Points"),
        "band": _("Level"),
        "lowest": _("Lowest possible"),
        "highest": _("Highest possible"),
        "missing": _("Without an answer that counts"),
        "risk_for_what": _("High risk of what?"),
        "against_whom": _("Against whom?"),
        "why": _("Why?"),
        "what_we_do": _("What do we do about it?"),
        "limitations": _("Limitations"),
        "reassess_on": _("New assessment no later than"),
        "levels": _("Levels"),
    }


def _done() -> dict[str, str]:
    return {
        "signed_by": _("Who signs"),
        "reviewer": _("Reviewer, as whoever signed says"),
        "review_skipped_because": _("Why the review is skipped"),
        "who": _("Who"),
        "due": _("When"),
        "imminence": _("How soon"),
        "frequency": _("How often"),
        "likelihood": _("How likely"),
        "turn": _("Compared with before"),
        "narrative": _("What would happen, step by step"),
        "triggers": _("What could set it off"),
        "would_change": _("What would make it more or less likely"),
        "domain": _("Sort"),
        "protection": _("Sort of protection"),
        "decision": _("Which decision, where one is made"),
        "decided_by": _("Decided by"),
        "decided_on": _("Decided on"),
        "outcome": _("How it went"),
        "contact_rules": _("Contact with the person"),
        "if_something_happens": _("If something happens"),
        "responsible": _("Responsible"),
        "follow_up_on": _("Follow-up"),
        "section": _("Section"),
        "text": _("Text"),
        "carry": _("Where it may stand"),
        "paper": _("What stands on paper"),
        "reason": _("Why it is corrected"),
    }
