# SPDX-License-Identifier: EUPL-1.2
"""What was begun or follows from a record waits until somebody says what became of it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.desk import Bench
from workbench.domain.assessments import Judgement
from workbench.domain.deadlines import Deadline, ReviewDate
from workbench.domain.measures import Measure
from workbench.domain.plans import ProtectionPlan
from workbench.domain.protected_identity import ProtectedIdentity
from workbench.domain.subject import Subject
from workbench.domain.triggers import ReassessmentTrigger
from workbench.services.akter import cases
from workbench.services.law import deadline_rules
from workbench.services.law.deadline_rules import LaxerThanLawError
from workbench.services.loop import deadlines
from workbench.services.loop.deadlines import (
    DayAheadError,
    DeadlineReasonError,
    DueDate,
    NotADayError,
)
from workbench.services.records.akt import Akt, Draft

TODAY = date(2026, 11, 22)


def rule(wanted: str) -> deadline_rules.DeadlineRule:
    return deadline_rules.rule(deadline_rules.rules(), wanted)


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def akt(bench) -> Akt:
    return bench.akt(bench.begin("Karin Exempel"))


def the_one(akt: Akt, what: str) -> DueDate:
    (found,) = [each for each in deadlines.deadlines_of(akt) if each.what == what]
    return found


def whats(akt: Akt) -> set[str]:
    return {each.what for each in deadlines.open_deadlines(akt)}


def test_a_deadline_that_begins_keeps_the_text_it_was_begun_on(akt) -> None:
    deadlines.start(akt, rule("immediate-measure-submission"), "2026-11-20")
    (made,) = akt.all(Deadline)
    assert made.value.rule == "immediate-measure-submission@2025-09-01"
    assert (made.value.due, made.value.law_due) == ("2026-11-27", "2026-11-27")
    assert the_one(akt, "immediate-measure-submission").kind == "statutory"


def test_begun_twice_is_begun_once_and_from_another_day_it_is_another(akt) -> None:
    for since in ("2026-11-20", "2026-11-20", "2026-11-21"):
        deadlines.start(akt, rule("preliminary-assessment"), since)
    assert [each.since for each in deadlines.deadlines_of(akt)] == ["2026-11-20", "2026-11-21"]


def test_it_is_late_the_day_after_and_not_on_its_day(akt) -> None:
    deadlines.start(akt, rule("child-protection-assessment"), "2026-11-21")
    due = the_one(akt, "child-protection-assessment")
    assert due.day == "2026-11-22"
    assert not due.is_late(TODAY)
    assert due.is_late(date(2026, 11, 23))


def test_what_is_late_waits_until_it_is_done(akt) -> None:
    deadlines.start(akt, rule("child-protection-assessment"), "2020-01-01")
    assert ("child-protection-assessment", "2020-01-02") in cases.summary_of(akt).dates
    due = the_one(akt, "child-protection-assessment")
    deadlines.settle(akt, due, "done", "2026-11-22", "Inget akut behov")
    assert cases.summary_of(akt).dates == ()
    done = the_one(akt, "child-protection-assessment")
    assert (done.state, done.told.outcome) == ("done", "Inget akut behov")


def test_moved_cancelled_and_open_again_each_with_its_reason_and_every_version_kept(akt) -> None:
    deadlines.start(akt, rule("implementation-plan"), "2026-11-20")
    for act, day, words in (
        ("moved", "2026-12-20", "Hon är sjuk"),
        ("cancelled", "2026-11-22", "Hon flyttade"),
        ("reopened", "", "Hon kom tillbaka"),
    ):
        deadlines.settle(akt, the_one(akt, "implementation-plan"), act, day, words)
    due = the_one(akt, "implementation-plan")
    assert (due.state, due.due) == ("open", "2026-12-20")
    assert len(akt.history(Deadline, due.record)) == 4


@pytest.mark.parametrize(
    ("act", "day", "words", "error"),
    [
        ("done", "2026-11-23", "", DayAheadError),
        ("cancelled", "2026-11-23", "Skäl", DayAheadError),
        ("cancelled", "2026-11-22", "  ", DeadlineReasonError),
        ("moved", "2026-11-26", "", DeadlineReasonError),
        ("moved", "2026-11-28", "Hinner inte", LaxerThanLawError),
        ("moved", "snart", "Skäl", NotADayError),
    ],
)
def test_what_cannot_be_said_of_a_deadline_is_refused_and_it_stays(
    akt, act, day, words, error
) -> None:
    deadlines.start(akt, rule("immediate-measure-submission"), "2026-11-20")
    due = the_one(akt, "immediate-measure-submission")
    with pytest.raises(error):
        deadlines.settle(akt, due, act, day, words)
    assert the_one(akt, "immediate-measure-submission") == due
    assert due.state == "open"


def test_a_statutory_day_can_be_moved_nearer(akt) -> None:
    deadlines.start(akt, rule("immediate-measure-submission"), "2026-11-20")
    due = the_one(akt, "immediate-measure-submission")
    deadlines.settle(akt, due, "moved", "2026-11-24", "Före helgen")
    assert the_one(akt, "immediate-measure-submission").day == "2026-11-24"


@pytest.mark.parametrize("since", ["", "i går", "2026-02-30", "9999-12-31"])
def test_it_does_not_begin_on_what_is_no_day(akt, since) -> None:
    with pytest.raises(NotADayError):
        deadlines.start(akt, rule("preliminary-assessment"), since)
    assert deadlines.deadlines_of(akt) == ()


def test_a_chosen_day_is_never_later_than_the_statute(akt) -> None:
    with pytest.raises(LaxerThanLawError):
        deadlines.start(akt, rule("placement-begins"), "2026-11-01", due="2026-11-30")
    deadlines.start(akt, rule("placement-begins"), "2026-11-01", due="2026-11-29")
    assert the_one(akt, "placement-begins").day == "2026-11-29"


def test_72_hours_are_kept_to_the_minute(akt) -> None:
    deadlines.start(akt, rule("breach-report"), "2026-11-20T10:30:00Z")
    due = the_one(akt, "breach-report")
    assert due.due == "2026-11-23T10:30:00Z"
    with pytest.raises(LaxerThanLawError):
        deadlines.settle(akt, due, "moved", "2026-11-23T10:31:00Z", "Hinner inte")


def test_what_comes_again_is_counted_from_the_day_it_was_done(akt) -> None:
    deadlines.start(akt, rule("placement-consideration"), "2026-01-31")
    first = the_one(akt, "placement-consideration")
    assert first.day == "2026-07-31"
    deadlines.settle(akt, first, "done", "2026-08-31", "Fortsätter")
    (following,) = deadlines.open_deadlines(akt)
    assert (following.day, following.record) == ("2027-02-28", None)
    deadlines.settle(akt, following, "cancelled", "2026-11-22", "Placeringen upphörde")
    assert deadlines.open_deadlines(akt) == ()


def test_a_text_that_is_missing_gives_the_strictest_day_and_never_a_ground(akt) -> None:
    missing = deadline_rules.rule({}, "preliminary-assessment")
    deadlines.start(akt, missing, "2026-11-20")
    due = the_one(akt, "preliminary-assessment")
    assert (due.day, due.kind, missing.is_known) == ("2026-11-20", "local", False)
    assert missing.text.ground == missing.text.text == ""


def test_every_chosen_day_of_the_loop_is_among_the_dates(akt) -> None:
    akt.enter(Draft(Measure("Byta lås", "Sten", "2026-11-25", follow_up_on="2026-12-25")))
    akt.enter(Draft(ProtectionPlan("", "", "", "2026-12-01")))
    akt.enter(Draft(Judgement((), "a", "b", "c", "d", "e", "2027-01-01")))
    akt.enter(Draft(ReviewDate("2026-12-05", "Ring skolan")))
    assert cases.summary_of(akt).dates == (
        ("measure", "2026-11-25"),
        ("follow-up", "2026-12-01"),
        ("review-date", "2026-12-05"),
        ("measure-follow-up", "2026-12-25"),
        ("reassessment", "2027-01-01"),
    )


def test_nothing_but_kind_and_day_reaches_the_register(akt) -> None:
    akt.enter(Draft(ReviewDate("2026-12-05", "Ring Karins syster i Umeå")))
    akt.enter(Draft(ReassessmentTrigger("address_leak", "2026-11-20", "Kusinen vet")))
    told = repr(cases.summary_of(akt).dates)
    assert "Umeå" not in told
    assert "Kusinen" not in told


def test_a_trigger_opens_a_date_that_a_judgement_begun_after_it_answers(akt) -> None:
    old = akt.enter(Draft(Judgement((), "a", "b", "c", "d", "e", ""))).records[0]
    akt.enter(Draft(ReassessmentTrigger("separation", "2026-11-20")))
    assert the_one(akt, "assessment-after-trigger").day == "2026-11-23"
    akt.enter(Draft(Judgement((), "A", "b", "c", "d", "e", ""), old))
    assert "assessment-after-trigger" in whats(akt), "a correction is no new assessment"
    akt.enter(Draft(Judgement((), "a", "b", "c", "d", "e", "")))
    assert "assessment-after-trigger" not in whats(akt)


def test_before_moving_out_means_before(akt) -> None:
    akt.enter(Draft(ReassessmentTrigger("before_move_out", "2026-12-01")))
    assert the_one(akt, "assessment-before-move-out").day == "2026-12-01"


def test_protected_details_are_looked_at_a_year_after_they_were_first_noted(bench, akt) -> None:
    (subject,) = akt.all(Subject)
    akt.enter(Draft(Subject("Karin", identity="protected"), subject.record))
    since = the_one(akt, "protection-review")
    akt.enter(Draft(Subject("Karin Exempel", identity="protected"), subject.record))
    assert the_one(akt, "protection-review") == since
    deadlines.settle(akt, since, "done", "2026-11-22", "Gäller")
    assert the_one_open(akt, "protection-review").day == "2027-11-22"
    akt.enter(Draft(Subject("Karin Exempel"), subject.record))
    assert "protection-review" in whats(akt), "what was begun by hand is ended by hand"


def test_the_day_that_was_set_for_protected_details_holds_before_the_rules(akt) -> None:
    akt.enter(Draft(ProtectedIdentity("protected_registration", since="2024-02-29")))
    assert the_one(akt, "protection-review").day == "2025-02-28"
    (known,) = akt.all(ProtectedIdentity)
    akt.enter(Draft(replace(known.value, review_on="2027-03-01"), known.record))
    assert the_one(akt, "protection-review").day == "2027-03-01"
    akt.enter(Draft(ProtectedIdentity("none"), known.record))
    assert "protection-review" not in whats(akt)


def the_one_open(akt: Akt, what: str) -> DueDate:
    (found,) = [each for each in deadlines.open_deadlines(akt) if each.what == what]
    return found


def test_two_people_who_settle_the_same_date_are_both_heard(akt) -> None:
    akt.enter(Draft(ReassessmentTrigger("move", "2026-11-20")))
    due = the_one(akt, "assessment-after-trigger")
    deadlines.settle(akt, due, "done", "2026-11-21", "Gjord")
    deadlines.settle(akt, due, "moved", "2026-11-30", "Väntar på tolk")
    states = [each.state for each in deadlines.deadlines_of(akt)]
    assert sorted(states) == ["done", "open"]
