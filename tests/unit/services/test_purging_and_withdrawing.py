# SPDX-License-Identifier: EUPL-1.2
"""Texts are taken away by two people, or by one under stricter rules; an author has a day."""

import pytest

from tests.unit.services.offices import Office, judgement
from tests.vault.making import PASSPHRASE
from tests.vault.seating import SECOND_PASSPHRASE, SECOND_PLACE, give, seat_second
from workbench.domain.assessments import Answer, RuleConfirmation
from workbench.domain.beside import AssessmentLock
from workbench.domain.disclosures import Printed
from workbench.domain.erasing import EraseProposed, Exported, Purge, Purged, Urgent
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure
from workbench.domain.subject import Note, Subject
from workbench.services.assess import assessing, judging, locking
from workbench.services.purge import purging
from workbench.services.purge.approving import Alone, OnePerson, TwoPeople
from workbench.services.purge.erasing_errors import (
    HasLeftError,
    NotApprovedError,
    TooEarlyError,
    TooLateToWithdrawError,
    UncheckedError,
)
from workbench.services.purge.purging import PurgeRequest
from workbench.services.records.akt import Draft
from workbench.services.removing import withdrawing
from workbench.vault.errors import SameSecondPersonError, WrongPassphraseError, WrongRecoveryError

SECRET, GROUND = "Hon bor hos sin syster", "wrong-case@2025-09-01"
BOTH = TwoPeople(SECOND_PLACE, SECOND_PASSPHRASE)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    made.code = made.place.code
    yield made
    made.session.close()


@pytest.fixture
def case(office):
    return office.begin()


def noted(office, case, *texts):
    akt = office.akt(case)
    return [akt.enter(Draft(Note(text))).records[0] for text in texts]


def request(akt, *records):
    keys = [entry.key for entry in akt.file.entries() if entry.header.record in records]
    return PurgeRequest(purging.versions_of(akt, keys), GROUND, "Hör till en annan akt")


def texts(akt):
    return [note.value.text for note in akt.all(Note)]


def test_two_people_take_a_note_away_with_all_its_versions(office, case):
    seat_second(office.place, office.desk.vault)
    (wrong, _right) = noted(office, case, SECRET, "Ringde")
    akt = office.akt(case)
    akt.enter(Draft(Note(f"{SECRET} nu", reason="stavfel"), wrong))
    changes = purging.purge(office.desk, akt, request(akt, wrong), BOTH)
    assert changes.kinds == {"note", "purge"}
    for read in (akt, office.afresh(case)):
        assert texts(read) == ["Ringde"]
        assert [entry.body for entry in read.history(Note, wrong)] == [None, None]
        assert read.unreadable() == ()
        (act,) = read.all(Purge)
        assert (act.value.why, act.value.approval) == ("legal-ground", "two-people")
    (told,) = office.desk.house.all(Purged)
    assert set(told.value.entries) == office.desk.vault.erasing.purged(case)
    assert told.value.purge == act.entry
    assert office.verify()


def test_the_second_person_is_another_one_and_knows_their_passphrase(office, case):
    seat_second(office.place, office.desk.vault)
    (note,) = noted(office, case, SECRET)
    akt = office.akt(case)
    with pytest.raises(SameSecondPersonError):
        purging.purge(office.desk, akt, request(akt, note), TwoPeople(1, PASSPHRASE))
    with pytest.raises(WrongPassphraseError):
        purging.purge(office.desk, akt, request(akt, note), TwoPeople(2, "fel"))
    assert texts(akt) == [SECRET]


@pytest.mark.parametrize("change", [{"ground": " "}, {"reason": ""}, {"entries": ()},
                                    {"entries": ("f" * 64,)}])  # fmt: skip
def test_a_purge_without_ground_reason_or_entries_is_refused(office, case, change):
    seat_second(office.place, office.desk.vault)
    (note,) = noted(office, case, SECRET)
    akt = office.akt(case)
    said = {"entries": request(akt, note).entries, "ground": GROUND, "reason": "skäl"} | change
    with pytest.raises(UncheckedError):
        purging.purge(office.desk, akt, PurgeRequest(**said), BOTH)
    assert texts(akt) == [SECRET]


def test_a_purge_cannot_be_purged(office, case):
    seat_second(office.place, office.desk.vault)
    (note,) = noted(office, case, SECRET)
    akt = office.akt(case)
    purging.purge(office.desk, akt, request(akt, note), BOTH)
    act = akt.all(Purge)[0]
    with pytest.raises(UncheckedError):
        purging.purge(office.desk, akt, PurgeRequest((act.entry,), GROUND, "skäl"), BOTH)


def test_a_purged_subject_leaves_the_register_without_its_name(office, case):
    seat_second(office.place, office.desk.vault)
    akt = office.akt(case)
    subject = akt.all(Subject)[0]
    purging.purge(office.desk, akt, request(akt, subject.record), BOTH)
    (row,) = office.desk.vault.cases()
    assert (row.summary.names, row.summary.personal_numbers, row.is_stale) == ((), (), False)


def test_who_acts_alone_because_life_is_at_risk_is_in_the_log_first(office, case):
    (note,) = noted(office, case, SECRET)
    akt = office.akt(case)
    with pytest.raises(UncheckedError):
        purging.purge(office.desk, akt, request(akt, note), Alone("  ", PASSPHRASE))
    purging.purge(office.desk, akt, request(akt, note), Alone("Han står utanför", PASSPHRASE))
    assert texts(office.afresh(case)) == []
    (urgent,) = office.desk.house.all(Urgent)
    assert (urgent.value.act, urgent.value.case) == ("purge", case)
    assert akt.all(Purge)[0].value.approval == "urgent"


def proposed(office, case, akt, record):
    value = EraseProposed("E1", case, GROUND, "skäl", request(akt, record).entries)
    office.desk.house.enter(Draft(value))
    return office.desk.house.all(EraseProposed)[-1].entry


def test_one_person_confirms_on_another_day_with_the_recovery_code(office, case):
    (note,) = noted(office, case, SECRET)
    word = OnePerson(proposed(office, case, office.akt(case), note), (office.code,))
    office.wait()
    akt = office.akt(case)
    purging.purge(office.desk, akt, request(akt, note), word)
    assert texts(office.afresh(case)) == []
    assert akt.all(Purge)[0].value.approval == "one-person"
    office.relock()
    assert office.verify()
    assert office.akt(case).all(Purge)[0].value.proposal == word.proposal


def test_a_clock_set_ahead_is_not_enough(office, case):
    (note,) = noted(office, case, SECRET)
    word = OnePerson(proposed(office, case, office.akt(case), note), (office.code,))
    office.place.clock.step(days=2)
    noted(office, case, "en anteckning av en annan dag")
    akt = office.akt(case)
    with pytest.raises(TooEarlyError):
        purging.purge(office.desk, akt, request(akt, note), word)
    office.place.clock.step(days=-2)
    office.relock()
    akt = office.akt(case)
    with pytest.raises(TooEarlyError):
        purging.purge(office.desk, akt, request(akt, note), word)
    assert texts(akt)[0] == SECRET


@pytest.mark.parametrize("hours", [(30, 0), (0.5, 30), (30, 0.5), (61 * 24, 2)])
def test_nor_is_a_clock_set_ahead_once_and_any_number_of_unlocks(office, case, hours):
    """An unlock lies between, an hour from both ends; and nothing leaps as if the vault rested."""
    (note,) = noted(office, case, SECRET)
    word = OnePerson(proposed(office, case, office.akt(case), note), (office.code,))
    for ahead in hours:
        office.place.clock.step(hours=ahead)
        office.relock()
        office.relock()
    akt = office.akt(case)
    with pytest.raises(TooEarlyError):
        purging.purge(office.desk, akt, request(akt, note), word)
    assert texts(akt) == [SECRET]


def test_nor_a_clock_that_went_back_since(office, case):
    (note,) = noted(office, case, SECRET)
    word = OnePerson(proposed(office, case, office.akt(case), note), (office.code,))
    office.wait()
    office.place.clock.step(hours=-10)
    office.relock()
    office.place.clock.step(hours=20)
    office.relock()
    akt = office.akt(case)
    with pytest.raises(TooEarlyError):
        purging.purge(office.desk, akt, request(akt, note), word)


def test_one_person_needs_the_code_an_own_proposal_and_to_be_the_only_one(office, case):
    (note, other) = noted(office, case, SECRET, "annat")
    proposal = proposed(office, case, office.akt(case), note)
    office.wait()
    akt = office.akt(case)
    wrong_code = "0" * 4 + office.code[4:]
    for code in (wrong_code, ""):
        with pytest.raises(Exception, match="VAULT-0"):
            purging.purge(office.desk, akt, request(akt, note), OnePerson(proposal, (code,)))
    for word, of in ((OnePerson("f" * 64, (office.code,)), note),
                     (OnePerson(proposal, (office.code,)), other)):  # fmt: skip
        with pytest.raises(NotApprovedError):
            purging.purge(office.desk, akt, request(akt, of), word)
    seat_second(office.place, office.desk.vault)
    with pytest.raises(NotApprovedError):
        purging.purge(office.desk, akt, request(akt, note), OnePerson(proposal, (office.code,)))
    assert texts(akt) == [SECRET, "annat"]
    assert issubclass(WrongRecoveryError, Exception)


def test_what_a_crash_left_untold_is_told_when_the_akt_is_settled(office, case):
    (note,) = noted(office, case, SECRET)
    akt = office.akt(case)
    entries = request(akt, note).entries
    version = purging.purge_version(akt, Purge(entries, "legal-ground", approval="urgent"))
    akt.purge([version], entries)  # and here the machine stopped
    assert office.desk.house.all(Purged) == ()
    purging.settle(office.desk, office.afresh(case))
    purging.settle(office.desk, office.akt(case))
    (told,) = office.desk.house.all(Purged)
    assert set(told.value.entries) == set(entries) == office.desk.vault.erasing.purged(case)


def test_an_author_takes_a_note_back_within_a_day(office, case):
    (note,) = noted(office, case, SECRET)
    office.place.clock.step(hours=23)
    akt = office.akt(case)
    assert withdrawing.may_withdraw(office.desk, akt, Note, note)
    withdrawing.withdraw(office.desk, akt, Note, note)
    for read in (akt, office.afresh(case)):
        assert texts(read) == []
        old, trace = read.history(Note, note)
        assert (old.body, trace.is_tombstone, trace.content()) == (
            None, True, {"tombstone": {"reason": ""}})  # fmt: skip
    assert office.desk.vault.erasing.purged(case) == {old.id}
    assert office.verify()


def test_after_a_day_it_is_too_late(office, case):
    (note,) = noted(office, case, SECRET)
    office.place.clock.step(hours=24, seconds=1)
    akt = office.akt(case)
    assert not withdrawing.may_withdraw(office.desk, akt, Note, note)
    with pytest.raises(TooLateToWithdrawError):
        withdrawing.withdraw(office.desk, akt, Note, note)
    office.place.clock.step(hours=-5)
    noted(office, case, "klockan gick tillbaka")
    assert withdrawing.may_withdraw(office.desk, akt, Note, note)
    assert texts(akt)[0] == SECRET


def test_a_clock_set_back_gives_no_more_time(office, case):
    (note,) = noted(office, case, SECRET)
    office.place.clock.step(days=3)
    noted(office, case, "tre dagar senare")
    office.place.clock.step(days=-3)
    with pytest.raises(TooLateToWithdrawError):
        withdrawing.withdraw(office.desk, office.akt(case), Note, note)


def test_taking_back_a_correction_brings_the_earlier_words_again(office, case):
    (note,) = noted(office, case, "Ringde")
    office.place.clock.step(days=3)
    akt = office.akt(case)
    akt.enter(Draft(Note(SECRET, reason="tillägg"), note))
    withdrawing.withdraw(office.desk, akt, Note, note)
    assert texts(office.afresh(case)) == ["Ringde"]
    bodies = [entry.body is None for entry in office.akt(case).history(Note, note)]
    assert bodies == [False, True, False]


def test_somebody_elses_note_is_not_taken_back(office, case):
    user = seat_second(office.place, office.desk.vault)
    (note,) = noted(office, case, SECRET)
    give(office.desk.vault, user, case)
    office.session.close()
    from workbench.app.opening import open_session

    office.session = open_session(
        office.place.folder, SECOND_PLACE, SECOND_PASSPHRASE, office.place.around
    )
    akt = office.akt(case)
    with pytest.raises(TooLateToWithdrawError):
        withdrawing.withdraw(office.desk, akt, Note, note)
    akt.enter(Draft(Note("rättat av en annan", reason="fel"), note))
    office.session.close()
    office.session = open_session(office.place.folder, 1, PASSPHRASE, office.place.around)
    with pytest.raises(TooLateToWithdrawError):
        withdrawing.withdraw(office.desk, office.akt(case), Note, note)


def test_what_may_have_left_is_not_taken_back(office, case):
    akt = office.akt(case)
    incident = akt.enter(Draft(Incident("2026-11-01", "physical", 3, "Slag"))).records[0]
    (note,) = noted(office, case, "Ringde")
    assert withdrawing.may_withdraw(office.desk, akt, Incident, incident)
    office.desk.house.enter(Draft(Printed(case, "assessment", "polisen", "ab" * 32)))
    with pytest.raises(HasLeftError):
        withdrawing.withdraw(office.desk, akt, Incident, incident)
    assert withdrawing.may_withdraw(office.desk, akt, Note, note)  # no paper holds a note
    office.desk.house.enter(Draft(Exported((case,), "arkiv", 3)))
    with pytest.raises(HasLeftError):
        withdrawing.withdraw(office.desk, akt, Note, note)


def test_a_signed_judgement_is_not_taken_back(office, case):
    akt = office.akt(case)
    made = judging.enter_judgement(akt, judgement()).records[0]
    measure = akt.enter(Draft(Measure("Ring", "Sten", ""))).records[0]
    from workbench.domain.assessments import Judgement, SignOff

    assert withdrawing.may_withdraw(office.desk, akt, Judgement, made)
    judging.sign(akt, SignOff(made, "Sten Skyddsson", "", "ensam"))
    with pytest.raises(HasLeftError):
        withdrawing.withdraw(office.desk, akt, Judgement, made)
    assert withdrawing.may_withdraw(office.desk, akt, Measure, measure)


def test_nothing_of_a_locked_assessment_is_taken_back_nor_the_lock(office, case):
    akt = office.akt(case)
    made = office.assess(akt)
    office.answer_all(akt, made)
    assessing.enter_sitting(akt, made)
    said = akt.all(Answer)[0].record
    assert withdrawing.may_withdraw(office.desk, akt, Answer, said)
    locking.lock(akt, office.desk, made)
    lock = akt.all(AssessmentLock)[0].record
    for kind, record in ((Answer, said), (AssessmentLock, lock)):
        with pytest.raises(TooLateToWithdrawError):
            withdrawing.withdraw(office.desk, akt, kind, record)


def test_the_word_for_a_rule_is_revoked_and_not_taken_back(office):
    office.confirm()
    (word,) = office.desk.house.all(RuleConfirmation)
    with pytest.raises(TooLateToWithdrawError):
        withdrawing.withdraw(office.desk, office.desk.house, RuleConfirmation, word.record)
