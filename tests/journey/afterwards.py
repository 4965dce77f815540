# SPDX-License-Identifier: EUPL-1.2
"""What stands in the vaults when the windows are closed, read by the services."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.journey import telling
from tests.journey.assessing import LEFT_OPEN, YES
from tests.journey.place import Workplace
from tests.oracle.danger_assessment import score
from workbench.app.opening import open_session
from workbench.domain.assessments import (
    Coding,
    Judgement,
    OwnAppraisal,
    PaperReading,
    Result,
    RuleConfirmation,
    SignOff,
)
from workbench.domain.disclosures import Printed, Received, Sent
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure
from workbench.domain.plans import PlanItem, ProtectionPlan, SafetyPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Note, ProtectionNow, SafeContact
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.person.whom import subject_of
from workbench.services.records.akt import Akt


@contextmanager
def session_of(workplace: Workplace) -> Iterator[Session]:
    """The vault without a window."""
    session = open_session(workplace.vault, 1, workplace.passphrase, workplace.around)
    try:
        yield session
    finally:
        session.close()


def only_akt(session: Session) -> Akt:
    """The one akt that was begun."""
    (row,) = cases.open_cases(session.desk)
    return session.akt(row.case)


def check_sender(workplace: Workplace) -> None:
    """Everything that was typed, once, where it belongs."""
    with session_of(workplace) as session:
        akt, desk = only_akt(session), session.desk
        _check_beginning(akt)
        _check_assessments(akt, desk)
        _check_judgement(akt)
        _check_plans(akt)
        (printed,) = desk.house.all(Printed)
        (sent,) = desk.house.all(Sent)
        assert (printed.value.case, sent.value.case) == (akt.case, akt.case)
        session.put_away()
        assert [r.why for r in desk.vault.verify() if r.first_bad or r.why] == []


def check_receiver(workplace: Workplace, sender: Workplace) -> None:
    """One document, from the shelter."""
    with session_of(workplace) as session:
        (received,) = only_akt(session).all(Received)
        assert received.value.sender_org == sender.organisation
        assert [each.role for each in received.value.objects] == ["record", "render"]


def _check_beginning(akt: Akt) -> None:
    subject = subject_of(akt)
    assert (subject.name, subject.personal_number) == (telling.NAME, telling.NUMBER)
    (need,) = akt.all(ProtectionNow)
    assert (need.value.needed, need.value.reasons) == ("yes", telling.NEED_REASONS)
    (contact,) = akt.all(SafeContact)
    assert (contact.value.channel, contact.value.code_word) == (telling.CHANNEL, telling.CODE_WORD)
    assert contact.value.may_leave_message == "no"
    incidents = {(i.value.day, i.value.severity, i.value.what) for i in akt.all(Incident)}
    assert incidents == {
        (telling.day(-ago), int(severity), what)
        for ago, _kind, severity, _noticed, what in telling.INCIDENTS
    }
    assert telling.NOTE in [note.value.text for note in akt.all(Note)]


def _check_assessments(akt: Akt, desk: Desk) -> None:
    (own,) = akt.all(OwnAppraisal)
    assert (own.value.words, own.value.after_score) == (telling.OWN_WORDS, False)
    (confirmed,) = desk.house.all(RuleConfirmation)
    assert confirmed.value.owner == telling.METHOD_OWNER
    items = [item.id for item in desk.catalogue.find("danger-assessment").items]
    chosen = {i: "yes" if n in {*YES, LEFT_OPEN} else "no" for n, i in enumerate(items)}
    expected = score(chosen)
    results = {each.value.instrument.id: each.value for each in akt.all(Result)}
    danger = results["danger-assessment"]
    assert (danger.status, danger.value) == (expected["status"], expected["value"])
    assert danger.band == expected["band"]
    (reading,) = akt.all(PaperReading)
    assert (reading.value.points, reading.value.form_edition) == ("11", "oktober 2014")
    codes = [coding.value.code for coding in akt.all(Coding)]
    assert (len(codes), set(codes)) == (30, {"J", "D", "N", "--"})
    assert results["sara-sv"].value is None


def _check_judgement(akt: Akt) -> None:
    (judged,) = akt.all(Judgement)
    assert (judged.value.risk_for_what, judged.value.why) == (telling.RISK, telling.BECAUSE)
    assert judged.value.reassess_on == telling.day(28)
    assert len(judged.value.assessments) == 3
    assert {level.level for level in judged.value.levels} == {"high"}
    (signed,) = akt.all(SignOff)
    assert signed.value.review_skipped_because == telling.SKIPPED


def _check_plans(akt: Akt) -> None:
    scenarios = {each.record: each.value.what for each in akt.all(Scenario)}
    found = {
        (scenarios.get(m.value.scenario), m.value.what, m.value.who, m.value.due)
        for m in akt.all(Measure)
    }
    assert found == {
        (what, done, by, telling.day(days))
        for what, _who, measures in telling.SCENARIOS
        for done, by, days in measures
    }
    (own,) = akt.all(SafetyPlan)
    assert (own.value.own_words, own.value.repeated_back) == (telling.PLAN_WORDS, True)
    (ours,) = akt.all(ProtectionPlan)
    assert ours.value.if_something_happens == telling.IF_SEEN
    points = {(p.value.owner, p.value.text, p.value.carry) for p in akt.all(PlanItem)}
    assert points == {
        ("person", telling.PLAN_POINT, "M"),
        ("organisation", telling.OUR_POINT, "P"),
    }
