# SPDX-License-Identifier: EUPL-1.2
"""The words for every kind of record and every field, as a whole akt is read outside the program.

A kind or field that is not here is shown by its own name: nothing is left out.
"""

from collections.abc import Callable, Mapping

from workbench.domain import file_links
from workbench.services import labels
from workbench.services.arrival import arrival_words
from workbench.services.assess import worksheet_words
from workbench.services.facts import account_words, document_words, happening_words
from workbench.services.labels import Speech
from workbench.services.loop import loop_words, plan_words, protective_words
from workbench.services.person import identity_words, protection_words


def kinds(_: Speech) -> Mapping[str, str]:
    """What a kind of record is called."""
    return {
        "subject": _("Whom it is about"),
        **identity_words.kinds(_),
        "safe_contact": _("Safe contact"),
        "protection_now": _("Protection now"),
        "note": _("Note"),
        **arrival_words.kinds(_),
        "incident": _("Incident"),
        "life_event": _("Event"),
        "own_appraisal": _("The person's own appraisal"),
        "assessment": _("Assessment"),
        "answer": _("Answer"),
        "coding": _("Coding of a factor"),
        **worksheet_words.kinds(_),
        "paper_reading": _("Read off the form, not computed by the program"),
        "keyed_in": _("Written on paper, keyed in later"),
        "result": _("Result"),
        "judgement": _("Overall judgement"),
        "sign_off": _("Signature"),
        "beside": _("Stands beside another assessment"),
        "assessment_lock": _("Assessment locked"),
        "review": _("Review"),
        "external_result": _("Result from others"),
        **account_words.kinds(_),
        **document_words.kinds(_),
        **protective_words.kinds(_),
        **protection_words.kinds(_),
        "scenario": _("Scenario"),
        "measure": _("Measure"),
        **loop_words.kinds(_),
        **plan_words.kinds(_),
        "received": _("Received document"),
        "hidden": _("Hidden or shown again"),
        "purge": _("Text disposed of"),
    }


def fields(_: Speech) -> Mapping[str, str]:
    """What a field is called."""
    first = _about(_) | document_words.fields(_) | worksheet_words.fields(_)
    first = first | happening_words.fields(_)
    first |= account_words.fields(_)
    first |= arrival_words.fields(_) | identity_words.fields(_)
    first |= {**protective_words.fields(_), **loop_words.fields(_), **protection_words.fields(_)}
    return first | _assessed(_) | _planned(_) | plan_words.fields(_) | _moved(_)


NOT_READ = frozenset(
    {"assessment", "assessments", "judgement", "scenario", "scenarios", "rests_on"}
    | {"factors", "incidents", "incident", "other", "conditions"}
    | {"one", "person", "statements"}
    | {"rule", "rule_sha256", "confirmation", "band_table", "engine", "wording", "entries"}
    | {"rater", "asked_by", "to", "columns", "who_may_see"}
    | {"proposal", "confirmed", "bundle", "sender_card", "sender_root", "file_sha256"}
    | protective_words.UNREAD_ON_PAPER
    | loop_words.UNREAD_ON_PAPER
)
"""References and technical marks: in case.json, of no use to a reader of the paper."""


NOT_ON_PAPER = file_links.KINDS | {"acquaintance"}
"""What is the house's own: who belongs together with whom, and who here knows somebody."""


def codes(kind: str, field: str, code: str, _: Speech) -> str:
    """A coded value in words; another one as it stands."""
    known = _CODED.get((kind, field))
    try:
        return known(code, _) if known is not None else code
    except KeyError:
        return code


_CODED: Mapping[tuple[str, str], Callable[..., str]] = {
    ("subject", "role"): labels.subject_role,
    ("subject", "established"): identity_words.established,
    ("arrival", "followed"): arrival_words.asked_word,
    ("arrival", "tracked"): arrival_words.asked_word,
    ("arrival", "strangled"): arrival_words.asked_word,
    ("arrival", "decision_form"): arrival_words.decision_form,
    ("child_arrival", "strangled"): arrival_words.asked_word,
    ("child_arrival", "custody"): arrival_words.custody,
    ("child_arrival", "consent"): arrival_words.asked_word,
    ("child_arrival", "decision"): arrival_words.child_decision,
    ("protection_now", "needed"): labels.need_now,
    ("protected_identity", "protected_as"): protection_words.level,
    ("hidden_detail", "kind"): protection_words.hidden_kind,
    ("note", "nature"): account_words.nature,
    ("statement", "nature"): account_words.nature,
    ("person", "part"): account_words.part,
    ("told", "told_way"): account_words.way,
    ("told", "ground"): account_words.ground,
    ("incident", "kind"): labels.incident_kind,
    ("incident", "certainty"): happening_words.certainty,
    ("life_event", "kind"): happening_words.event_kind,
    ("measure", "status"): labels.measure_status,
    ("measure", "domain"): labels.measure_domain,
    ("measure", "protection"): labels.measure_protection,
    ("scenario", "turn"): labels.turn,
    ("concern_report", "position"): loop_words.position,
    ("still_holds", "kind"): loop_words.outdated_kind,
    ("protection_now", "shelter"): plan_words.shelter,
    ("stay_plan", "choice"): plan_words.choice,
    ("result", "status"): labels.rule_status,
    ("answer", "state"): labels.answer_state,
    ("beside", "why"): labels.beside_why,
    ("document", "way"): document_words.way,
    ("document", "media"): document_words.media,
    ("kept_where", "where"): document_words.where,
    ("review", "state"): labels.review_state,
    ("review", "documents_read"): lambda code, _: document_words.cited_source(code, "", _) or code,
    ("review", "reviewer"): lambda _code, _: "",  # a key; its steps are signed with the name
    ("deadline", "kind"): protective_words.deadline_kind,
    ("reassessment_trigger", "kind"): protective_words.trigger_kind,
    ("restraining_order", "kind"): protective_words.order_kind,
    ("restraining_order", "decision"): protective_words.decision,
    ("order_breach", "reported"): protective_words.yes_no,
    ("alarm", "kind"): protective_words.alarm_kind,
    ("material", "kind"): worksheet_words.material_kind,
    ("material", "standing"): worksheet_words.standing,
    ("sheet_person", "part"): worksheet_words.part,
    ("worksheet_head", "depth"): worksheet_words.depth,
    ("worksheet_head", "police_consent"): worksheet_words.yes_no,
    ("factor_mark", "critical"): worksheet_words.yes_no,
    ("factor_mark", "provisional"): worksheet_words.yes_no,
}


def _about(_: Speech) -> dict[str, str]:
    return {
        "name": _("Name"),
        "personal_number": _("Personal number"),
        "identity": _("Identity"),
        "role": _("Role"),
        "channel": _("Way"),
        "times": _("Times"),
        "may_leave_message": _("May a message be left?"),
        "code_word": _("Code word"),
        "do_not_contact": _("Do not contact"),
        "needed": _("Is protection needed now?"),
        "reasons": _("Why"),
        "done_at_once": _("What was done at once"),
        "text": _("Text"),
        "observed_at": _("When"),
        "source": _("Source"),
        "day": _("Day"),
        "kind": _("Kind"),
        "severity": _("Severity"),
        "what": _("What"),
        "children_noticed": _("Did children notice?"),
        "evidence": _("Evidence"),
        "note": _("Note"),
        "words": _("In the person's own words"),
        "estimate": _("Own estimate"),
        "declined": _("Does not want to say"),
        "after_score": _("Said after the score was seen"),
    }


def _assessed(_: Speech) -> dict[str, str]:
    return {
        "instrument": _("Instrument"),
        "item": _("Question"),
        "choice": _("Answer"),
        "state": _("State of the answer"),
        "column": _("Time column"),
        "code": _("Code"),
        "begun_on": _("Begun"),
        "profile": _("Profile"),
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
        "had_read": _("The first had been read"),
        "broken_because": _("Why the first was read before the lock"),
        "incomplete_because": _("Why it was ended incomplete"),
        "question": _("What is asked"),
        "remarks": _("Remarks"),
        "version": _("Version"),
        "author": _("Who made it"),
        "on": _("Day of the assessment"),
        "stated": _("The result as stated"),
        "came_by": _("How it reached us, and when"),
    }


def _planned(_: Speech) -> dict[str, str]:
    return {
        "signed_by": _("Who signs"),
        "reviewer": _("Reviewer, as whoever signed says"),
        "review_skipped_because": _("Why the review is skipped"),
        "who": _("Who"),
        "due": _("When"),
        "outcome": _("What came of it"),
        "imminence": _("How soon"),
        "frequency": _("How often"),
        "likelihood": _("How likely"),
        "turn": _("Compared with before"),
        "narrative": _("What would happen, step by step"),
        "domain": _("Sort"),
        "protection": _("Sort of protection"),
        "own_words": _("In the person's own words"),
        "talked_through_on": _("Talked through on"),
        "repeated_back": _("Repeated back"),
        "contact_rules": _("Contact with the person"),
        "if_something_happens": _("If something happens"),
        "responsible": _("Responsible"),
        "follow_up_on": _("Follow-up"),
        "section": _("Section"),
        "owner": _("Whose plan"),
        "carry": _("What may stand on paper"),
    }


def _moved(_: Speech) -> dict[str, str]:
    return {
        "sender_org": _("Sent by"),
        "sender_unit": _("Unit"),
        "created": _("Made"),
        "ground": _("Ground"),
        "reason": _("Reason"),
        "is_hidden": _("Hidden"),
        "approval": _("How it was approved"),
        "objects": _("Attached"),
    }
