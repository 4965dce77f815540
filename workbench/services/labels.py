# SPDX-License-Identifier: EUPL-1.2
"""The words for coded values, the same on screen and on paper.

Each function takes the speaker of a language (`words.speech(...)`, or `words._` for the screen's)
because a paper may be in another language than the screen.
"""

from collections.abc import Callable

from workbench.domain.assessments import AnswerState
from workbench.domain.beside import Why
from workbench.domain.incidents import IncidentKind
from workbench.domain.measures import Domain, MeasureStatus, Protection
from workbench.domain.reviews import ReviewState
from workbench.domain.scenarios import Turn
from workbench.domain.subject import NeedNow, SubjectRole

Speech = Callable[[str], str]


def incident_kind(kind: IncidentKind, _: Speech) -> str:
    """The kind of violence."""
    return {
        "physical": _("Physical violence"),
        "psychological": _("Psychological violence"),
        "sexual": _("Sexual violence"),
        "financial": _("Material or financial violence"),
        "digital": _("Digital violence"),
        "latent": _("Latent violence"),
        "neglect": _("Neglect"),
        "honour": _("Honour-based violence"),
        "threat": _("Threat"),
        "breach": _("A restraining order or an agreement was broken"),
        "leak": _("Information came out"),
        "visit": _("Visit, or sought out"),
        "missing": _("Somebody is missing"),
        "other": _("Something else happened"),
    }[kind]


def measure_status(status: MeasureStatus, _: Speech) -> str:
    """How far a measure has come."""
    return {
        "proposed": _("Proposed"),
        "decided": _("Decided"),
        "ongoing": _("Ongoing"),
        "done": _("Done"),
        "refused": _("Refused"),
        "breached": _("Breached"),
    }[status]


def measure_domain(domain: Domain, _: Speech) -> str:
    """What sort of measure it is."""
    return {
        "monitoring": _("Follow-up and monitoring"),
        "supervision": _("Control"),
        "treatment": _("Treatment"),
        "victim-safety": _("Safety planning"),
        "other": _("Other"),
    }[domain]


def measure_protection(protection: Protection, _: Speech) -> str:
    """Which way a measure protects, in the terms of the police."""
    return {
        "": "",
        "offensive": _("Offensive protection"),
        "defensive": _("Defensive protection"),
        "supportive": _("Support"),
    }[protection]


def turn(kind: Turn, _: Speech) -> str:
    """How a scenario relates to what has happened before."""
    return {
        "": "",
        "repeat": _("Like before"),
        "escalate": _("Worse than before"),
        "twist": _("Another kind than before"),
    }[kind]


def answer_state(state: AnswerState, _: Speech) -> str:
    """The ways of not having an answer; none of them is a no."""
    return {
        "value": _("Has an answer"),
        "unanswered": _("Not yet asked"),
        "dont-know": _("Does not know"),
        "declined": _("Does not want to answer"),
        "not-applicable": _("Not applicable"),
        "postponed": _("Postponed"),
    }[state]


def beside_why(why: Why, _: Speech) -> str:
    """Why an assessment stands beside others."""
    return {
        "second": _("Second rater"),
        "consensus": _("Consensus of two raters"),
        "again": _("Made anew, with the earlier one in view"),
    }[why]


def review_state(state: ReviewState, _: Speech) -> str:
    """How far a review has come."""
    return {
        "requested": _("Asked for"),
        "returned": _("Sent back with remarks"),
        "approved": _("Approved"),
        "taken-back": _("The request was taken back"),
    }[state]


def subject_role(role: SubjectRole, _: Speech) -> str:
    """Who the akt is about."""
    return {
        "exposed": _("The exposed person"),
        "child": _("The child"),
        "perpetrator": _("The person who uses violence"),
    }[role]


def need_now(needed: NeedNow, _: Speech) -> str:
    """Whether protection is needed now."""
    return {
        "yes": _("Protection is needed now"),
        "no": _("Protection is not needed now"),
        "unclear": _("It is unclear whether protection is needed now"),
    }[needed]


def rule_status(status: str, _: Speech) -> str:
    """What holds for a rule's result, in one sentence."""
    return {
        "computed": _("Computed by the program from complete answers."),
        "incomplete": _("Incomplete: no level is given."),
        "undecided": _("Undecided: open items could turn it either way."),
        "not-confirmed": _(
            "The rule has not been confirmed by a method owner. No points are computed."
        ),
        "not-established": _("No scoring rule has been established. Answers are kept as they are."),
        "table-missing": _("A table that the rule needs is not loaded."),
        "invalid-input": _("Answers contradict each other. Nothing is computed."),
        "out-of-scope": _("Outside what the instrument is made for."),
        "not-answered": _("Not answered."),
        "not-a-score": _("Structured professional judgement: nothing is added up."),
    }[status]


def rule_status_word(status: str, _: Speech) -> str:
    """How it stands with a rule's result, short enough for a row of a table."""
    return {
        "computed": _("Computed"),
        "incomplete": _("Incomplete"),
        "undecided": _("Undecided"),
        "not-confirmed": _("Rule not confirmed"),
        "not-established": _("No known rule"),
        "table-missing": _("Table not loaded"),
        "invalid-input": _("Answers contradict each other"),
        "out-of-scope": _("Does not apply here"),
        "not-answered": _("The form was not answered"),
        "not-a-score": _("Not a score"),
    }[status]


def criterion_status(status: str, _: Speech) -> str:
    """Whether one of several criteria is met, or why that is not known."""
    settled = {"met": _("Met"), "not-met": _("Not met")}
    return settled.get(status) or rule_status_word(status, _)
