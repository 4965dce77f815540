# SPDX-License-Identifier: EUPL-1.2
"""The demo's acts at one desk: everything between opening the akt and signing."""

from datetime import timedelta
from typing import ClassVar

from workbench.cli.demo import story
from workbench.cli.demo.fiction import FictionalPerson
from workbench.domain.assessments import (
    Hand,
    Judgement,
    Level,
    PaperReading,
    RuleConfirmation,
    SignOff,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.measures import Measure
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Subject
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.assess import assessing, judging, results, sheets
from workbench.services.assess.assessing import Context
from workbench.services.desk import Desk
from workbench.services.loop import planning
from workbench.services.person.whom import note_protection_now, set_safe_contact
from workbench.services.records.akt import Akt

DANGER, FREDA, SARA = "danger-assessment", "freda-farlighetsbedomning", "sara-sv"


class StepFailedError(WorkbenchError):
    """A step of the demo did not do what its story holds."""

    code: ClassVar[str] = "DEMO-002"


def open_akt(session: Session, person: FictionalPerson) -> Akt:
    """An akt, protection considered first, safe contact, the violence calendar."""
    subject = Subject(person.name, person.personal_number, identity="stated")
    akt = session.begin(cases.NewCase(subject))
    note_protection_now(akt, story.NEED_NOW)
    set_safe_contact(akt, story.safe_contact(person.phone))
    for incident in story.incidents(session.desk.clock.today()):
        planning.enter_incident(akt, incident)
    return akt


def own_appraisal(akt: Akt) -> None:
    """The person's own words before any number."""
    assessing.record_own_appraisal(akt, story.own_appraisal())


def danger_assessment(akt: Akt, desk: Desk, method_owner: str) -> RecordId:
    """A complete Danger Assessment: the rule confirmed first, one answer unknown, then given."""
    definition = desk.catalogue.find(DANGER)
    for rule in results.rules_to_confirm(definition):
        results.confirm_rule(desk, definition, rule, _confirmation(desk, method_owner))
    made = assessing.begin(akt, definition, _context())
    for item in definition.items:
        if item.id != story.UNKNOWN_FIRST:
            choice = "yes" if item.id in story.YES_ITEMS else "no"
            assessing.record_answer(akt, made, item.id, choice)
    assessing.record_state(akt, made, story.UNKNOWN_FIRST, "dont-know")
    assessing.enter_sitting(akt, made)
    _expect(akt, desk, made, "incomplete")
    assessing.record_answer(akt, made, story.UNKNOWN_FIRST, "yes")
    assessing.enter_sitting(akt, made)
    _expect(akt, desk, made, "computed")
    results.keep_results(akt, desk, made)
    return made


def freda(akt: Akt, desk: Desk) -> RecordId:
    """Points and level read off the official paper form, marked so."""
    definition = desk.catalogue.find(FREDA)
    made = assessing.begin(akt, definition, _context("read-off"))
    today = desk.clock.today().isoformat()
    reading = PaperReading(made, story.PAPER_POINTS, story.PAPER_LEVEL, story.PAPER_EDITION, today)
    assessing.read_off(akt, reading)
    results.keep_results(akt, desk, made)
    return made


def sara_sv(akt: Akt, desk: Desk) -> RecordId:
    """A whole worksheet: every factor coded in both time columns, sources, no sum."""
    definition = desk.catalogue.find(SARA)
    made = assessing.begin(akt, definition, _context())
    for item in definition.items:
        assessing.record_coding(akt, made, item.id, "current", _now(item.id))
        assessing.record_coding(akt, made, item.id, "past", _before(item.id))
    sheet = sheets.sheet(akt, desk, made)
    assessing.record_source(akt, sheet, "f01", "Polisanmälan, s. 2")
    assessing.record_note(akt, sheet, "f10", "Ingen uppgift. Frågan ställs igen.")
    assessing.enter_sitting(akt, made)
    _expect(akt, desk, made, "not-a-score")
    results.keep_results(akt, desk, made)
    return made


def judgement(akt: Akt, desk: Desk, made: tuple[RecordId, ...], signer: str) -> RecordId:
    """The judgement with reasons and a date for the new one, signed without a review."""
    judged = Judgement(
        assessments=made,
        risk_for_what=story.RISK,
        against_whom="Den utsatta, i andra hand barnen.",
        why=story.BECAUSE,
        what_we_do="Skyddat boende, kontaktförbud, säkra överlämningar.",
        limitations=story.LIMITS,
        reassess_on=(desk.clock.today() + timedelta(days=28)).isoformat(),
        levels=_levels(desk),
    )
    changed = judging.enter_judgement(akt, judged)
    record = changed.records[0]
    judging.sign(akt, SignOff(record, signer, review_skipped_because=story.REVIEW_SKIPPED))
    return record


def scenarios(akt: Akt) -> tuple[RecordId, ...]:
    """Two scenarios, written by a person."""
    found = []
    for told in story.SCENARIOS:
        scenario = Scenario(
            what=told.what,
            who=told.who,
            against_whom=told.against_whom,
            severity=told.severity,
            imminence=told.imminence,
            frequency=told.frequency,
            likelihood=told.likelihood,
            turn="escalate" if told.escalates else "repeat",
        )
        found.append(planning.enter_scenario(akt, scenario).records[0])
    return tuple(found)


def measures(akt: Akt, desk: Desk, answered: tuple[RecordId, ...]) -> None:
    """Who does what by when, for each scenario."""
    today = desk.clock.today()
    for record, told in zip(answered, story.SCENARIOS, strict=True):
        for what, who, days in told.measures:
            due = (today + timedelta(days=days)).isoformat()
            planning.enter_measure(akt, Measure(what, who, due, record, "victim-safety", "decided"))


def plans(akt: Akt, desk: Desk, person: FictionalPerson) -> None:
    """The person's own plan (recorded, not printed) and the organisation's."""
    today = desk.clock.today()
    planning.enter_safety_plan(akt, story.safety_plan(today))
    planning.enter_protection_plan(akt, story.protection_plan(person.phone, today))
    for item in story.plan_items():
        planning.enter_plan_item(akt, item)


def _context(hand: Hand = "asked") -> Context:
    return Context(
        purpose=story.PURPOSE,
        setting="Enskilt samtal",
        sources=story.SOURCES,
        sources_refused=story.SOURCES_REFUSED,
        hand=hand,
    )


def _confirmation(desk: Desk, owner: str) -> RuleConfirmation:
    return RuleConfirmation(
        instrument="",
        version="",
        rule="",
        rule_sha256="",
        owner=owner,
        function="Metodansvarig (påhittad)",
        organisation=story.SHELTER,
        on=desk.clock.today().isoformat(),
        form_edition="Påhittad utgåva för demonstration",
    )


def _levels(desk: Desk) -> tuple[Level, ...]:
    """A level in each of the worksheet's conclusion fields, chosen by the person in the story."""
    asked = [c for c in desk.catalogue.find(SARA).table.conclusions if c.type == "level"]
    return tuple(
        Level(each.id, each.levels[-1], each.if_no_measures, story.BECAUSE)
        for each in asked
        if each.levels
    )


def _now(item: str) -> str:
    if item in story.NO_INFORMATION:
        return "--"
    if item in story.PRESENT_NOW:
        return "J"
    return "D" if item in story.PARTIAL_NOW else "N"


def _before(item: str) -> str:
    if item in story.NO_INFORMATION:
        return "--"
    return "J" if item in story.PRESENT_BEFORE else "N"


def _expect(akt: Akt, desk: Desk, made: RecordId, status: str) -> None:
    evaluation = results.outcome(akt, desk, made).evaluation
    found = evaluation.first.status if evaluation else "own-appraisal-first"
    if found != status:
        raise StepFailedError(step=f"{found}, not {status}")
