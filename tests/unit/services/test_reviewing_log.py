# SPDX-License-Identifier: EUPL-1.2
"""The log is read through and signed off; what is worth a look is pointed out as it is."""

import pytest

from tests.unit.services.offices import Office
from workbench.domain.access import LogReview, Unlocked
from workbench.domain.disclosures import Opened, Printed, Spoken
from workbench.domain.erasing import Urgent
from workbench.domain.ids import EntryId
from workbench.services.house import reviewing_log, settings
from workbench.services.house.log_signals import MANY_AKTER, signals
from workbench.services.house.reviewing_log import ReviewedMeanwhileError, ReviewNeedsNotesError
from workbench.services.records.akt import Draft

CASE = "0c0ffee0-0000-4000-8000-00000000c0de"


def sign(office: Office, opinion="nothing-to-note", notes: str = "") -> None:
    read = reviewing_log.waiting(office.desk)
    reviewing_log.sign_off(office.desk, read[-1].entry, opinion, notes, entries=len(read))


def facts(office: Office) -> dict[str, int]:
    found = signals(reviewing_log.waiting(office.desk))
    return {signal.fact: signal.count for signal in found}


def test_a_review_says_from_where_to_where_the_log_was_read(office: Office):
    entries = office.desk.house.file.entries()
    sign(office)
    (review,) = reviewing_log.reviews(office.desk)
    assert review.value == LogReview(
        entries[0].id, entries[-1].id, len(entries), "nothing-to-note", ""
    )


def test_only_what_came_after_a_review_waits_for_the_next_and_nothing_is_gone(office: Office):
    before = office.desk.house.file.entries()
    sign(office)
    office.desk.house.enter(Draft(Opened(CASE)))
    waiting = reviewing_log.waiting(office.desk)
    assert [line.kind for line in waiting] == ["log_review", "opened"]
    assert reviewing_log.standing(office.desk).waiting == len(waiting)
    assert office.desk.house.file.entries()[: len(before)] == before


def test_what_was_followed_up_must_be_said(office: Office):
    with pytest.raises(ReviewNeedsNotesError):
        sign(office, "followed-up", "  ")
    sign(office, "followed-up", "Frågade Sten om natten.")
    assert reviewing_log.reviews(office.desk)[0].value.notes == "Frågade Sten om natten."


def test_entries_that_somebody_else_signed_off_meanwhile_are_not_signed_off_twice(office: Office):
    read = reviewing_log.waiting(office.desk)
    sign(office)
    with pytest.raises(ReviewedMeanwhileError):
        reviewing_log.sign_off(office.desk, read[-1].entry, "nothing-to-note", entries=len(read))
    with pytest.raises(ReviewedMeanwhileError):
        reviewing_log.sign_off(office.desk, EntryId("0" * 64), "nothing-to-note", entries=1)
    assert len(reviewing_log.reviews(office.desk)) == 1


def test_entries_that_came_while_the_reviewer_read_wait_for_the_next_review(office: Office):
    read = reviewing_log.waiting(office.desk)
    office.desk.house.enter(Draft(Opened(CASE)))
    reviewing_log.sign_off(office.desk, read[-1].entry, "nothing-to-note", entries=len(read))
    assert [line.kind for line in reviewing_log.waiting(office.desk)] == ["opened", "log_review"]


@pytest.mark.parametrize(("days", "is_due"), [(29, False), (30, True)])
def test_a_review_is_due_after_as_many_days_as_are_set(office: Office, days, is_due):
    sign(office)
    office.place.clock.step(days=days)
    assert reviewing_log.standing(office.desk).is_due is is_due


def test_the_days_between_reviews_can_be_set(office: Office):
    settings.set_number(office.desk, settings.LOG_REVIEW_DAYS, 7)
    sign(office)
    office.place.clock.step(days=7)
    assert reviewing_log.standing(office.desk).is_due


def test_many_akter_on_one_day_are_counted_once_each(office: Office):
    for number in range(MANY_AKTER):
        opened = Opened(f"{number:08}-0000-4000-8000-00000000c0de")
        office.desk.house.enter(Draft(opened))
        office.desk.house.enter(Draft(opened))
    assert facts(office)["many"] == MANY_AKTER
    office.place.clock.step(days=1)
    office.desk.house.enter(Draft(Opened(CASE)))
    assert facts(office)["many"] == MANY_AKTER


def test_what_left_the_house_and_wrong_tries_are_pointed_out(office: Office):
    office.desk.house.enter(Draft(Printed(CASE, "assessment", "Socialtjänsten", "0" * 64)))
    office.desk.house.enter(Draft(Spoken(CASE, "ab" * 16, "Polisen", "consent")))
    office.desk.house.enter(Draft(Unlocked(1, 3, "2026-11-22T01:00:00Z")))
    office.desk.house.enter(Draft(Urgent("purge", CASE, "Fara för liv")))
    found = facts(office)
    assert (found["carried-out"], found["failed"], found["urgent"]) == (2, 3, 1)


def test_a_clock_that_went_back_is_pointed_out(office: Office):
    office.place.clock.step(days=-2)
    office.desk.house.enter(Draft(Opened(CASE)))
    assert facts(office)["set-back"] == 1
