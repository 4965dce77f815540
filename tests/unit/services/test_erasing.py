# SPDX-License-Identifier: EUPL-1.2
"""An akt is hidden, taken away by two people, and told of with what is known to survive."""

from datetime import date

import pytest

from tests.unit.services.offices import Office
from tests.vault.making import PASSPHRASE
from tests.vault.seating import SECOND_PASSPHRASE, SECOND_PLACE, seat_second
from workbench.app.opening import open_session
from workbench.domain.backups import BackupMade, Restored
from workbench.domain.disclosures import Printed, Sent, Spoken
from workbench.domain.erasing import (
    DeviceSanitised,
    Erased,
    EraseProposed,
    Exported,
    Urgent,
    UrgentReviewed,
)
from workbench.domain.measures import Measure
from workbench.services.akter import cases
from workbench.services.house.settings import NotAllowedError
from workbench.services.law import erasing_law
from workbench.services.papers import certificate
from workbench.services.purge.approving import Alone, OnePerson, TwoPeople, proposals
from workbench.services.purge.erasing_errors import NotApprovedError, UncheckedError
from workbench.services.records.akt import Draft
from workbench.services.removing import erased, erasing
from workbench.services.removing.erasing import EraseRequest
from workbench.vault.errors import NoAccessError, WaitError, WrongPassphraseError
from workbench.words import speech

GROUND = "retention-private@2025-09-01"
NO = frozenset(question.version for question in erasing_law.questions("sv"))
BOTH = TwoPeople(SECOND_PLACE, SECOND_PASSPHRASE)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


@pytest.fixture
def case(office):
    made = office.begin()
    seat_second(office.place, office.desk.vault)
    return made


def request(case, **change):
    said = {"ground": GROUND, "reason": "två år har gått", "answered_no": NO} | change
    return EraseRequest(case, **said)


def files(office, case):
    return list(office.place.folder.rglob(f"{case}*"))


def test_a_hidden_akt_is_in_no_list_and_in_no_search_and_is_found_where_it_is_hidden(office, case):
    other = office.begin("Nils Exempelsson")
    erasing.hide(office.akt(case), "avslutad")
    office.relock()
    desk = office.desk
    assert [row.case for row in cases.open_cases(desk)] == [other]
    assert [row.case for row in cases.find_cases(desk, "karin")] == []
    assert [row.case for row in cases.hidden_cases(desk)] == [case]
    assert cases.next_number(desk) == "2026-0003"
    erasing.unhide(office.akt(case), "öppnas igen")
    assert not erasing.is_hidden(office.akt(case))
    assert [row.case for row in cases.open_cases(desk)] == [other, case]


def test_hiding_needs_a_reason(office, case):
    with pytest.raises(UncheckedError):
        erasing.hide(office.akt(case), " ")
    assert not erasing.is_hidden(office.akt(case))


def test_two_people_erase_an_akt(office, case):
    other = office.begin("Nils Exempelsson")
    record = erasing.erase(office.session, request(case), BOTH)
    assert files(office, case) == []
    for _again in range(2):
        assert [row.case for row in cases.open_cases(office.desk)] == [other]
        with pytest.raises(NoAccessError):
            office.akt(case)
        assert office.verify()
        office.relock()
    (told,) = erased.all_erased(office.desk)
    assert (told.record, told.level, len(told.by)) == (record, "E1", 2)
    assert told.value.case_number == "2026-0001"
    assert set(told.value.checked) == NO
    assert "Karin" not in str(told)


@pytest.mark.parametrize("change", [{"ground": ""}, {"reason": " "},
                                    {"answered_no": frozenset(list(NO)[1:])}])  # fmt: skip
def test_nothing_is_erased_before_everything_was_answered(office, case, change):
    with pytest.raises(UncheckedError):
        erasing.erase(office.session, request(case, **change), BOTH)
    assert len(files(office, case)) == 4
    assert office.desk.house.all(Erased) == ()


def test_what_is_open_must_have_been_seen(office, case):
    office.akt(case).enter(Draft(Measure("Ring", "Sten", "2026-12-01")))
    assert erasing.before_erasing(office.desk, office.akt(case)).open_measures == 1
    with pytest.raises(UncheckedError):
        erasing.erase(office.session, request(case), BOTH)
    erasing.erase(office.session, request(case, has_seen_open=True), BOTH)
    assert files(office, case) == []


def test_who_has_no_grant_erases_nothing_whatever_the_roles(office, case):
    office.session.close()
    around = office.place.around
    office.session = open_session(office.place.folder, SECOND_PLACE, SECOND_PASSPHRASE, around)
    with pytest.raises(NoAccessError):
        erasing.erase(office.session, request(case), TwoPeople(1, PASSPHRASE))
    assert files(office, case) != []
    assert office.desk.house.all(Erased) == ()


def test_a_damaged_akt_can_be_erased(office, case):
    office.session.put_away()
    path = office.place.folder / "cases" / f"{case}.db"
    path.write_bytes(path.read_bytes()[:5000])
    erasing.erase(office.session, request(case, has_seen_open=True), BOTH)
    assert files(office, case) == []


def test_one_person_proposes_and_confirms_on_another_day(tmp_path):
    office = Office(tmp_path / "alone")
    case = office.begin()
    erasing.propose(office.desk, EraseProposed("E1", case, GROUND, "två år har gått"))
    (proposal,) = proposals(office.desk)
    word = OnePerson(proposal.entry, (office.place.code,))
    office.wait(hours=30)
    erasing.erase(office.session, request(case), word)
    office.relock()
    (told,) = erased.all_erased(office.desk)
    assert (told.value.approval, len(told.by)) == ("one-person", 1)
    assert files(office, case) == []
    office.session.close()


def test_a_proposal_needs_ground_and_reason_and_can_be_taken_back(office, case):
    with pytest.raises(UncheckedError):
        erasing.propose(office.desk, EraseProposed("E1", case, "", "skäl"))
    record = erasing.propose(office.desk, EraseProposed("E1", case, GROUND, "skäl")).records[0]
    erasing.take_back(office.desk, record)
    assert proposals(office.desk) == ()


def urgently(office, case):
    erasing.erase(office.session, request(case), Alone("Han är på väg hit", PASSPHRASE))
    (urgent,) = erased.unreviewed(office.desk)
    return urgent


def test_who_acts_alone_shows_their_own_passphrase_again(office, case):
    """An unlocked screen takes nothing away; wrong ones count as they do at the door."""
    for _ in range(5):
        with pytest.raises(WrongPassphraseError):
            erasing.erase(office.session, request(case), Alone("Han är på väg", "fel"))
    with pytest.raises(WaitError):
        erasing.erase(office.session, request(case), Alone("Han är på väg", SECOND_PASSPHRASE))
    assert office.desk.house.all(Urgent) == ()
    assert len(files(office, case)) == 4
    office.place.clock.step(minutes=10)
    urgently(office, case)


def test_an_urgent_exception_is_reviewed_by_another_person(office, case):
    urgent = urgently(office, case)
    assert (urgent.value.act, urgent.value.case) == ("erased", case)
    fine = UrgentReviewed(urgent.record, "justified")
    with pytest.raises(NotApprovedError):
        erased.review(office.desk, fine)
    office.session.close()
    around = office.place.around
    office.session = open_session(office.place.folder, SECOND_PLACE, SECOND_PASSPHRASE, around)
    with pytest.raises(UncheckedError):
        erased.review(office.desk, UrgentReviewed(urgent.record, "not-justified"))
    erased.review(office.desk, fine)
    assert erased.unreviewed(office.desk) == ()
    with pytest.raises(UncheckedError):
        erased.review(office.desk, fine)


def test_who_reviews_signs_no_more_than_what_they_were_told(office, case):
    """A part that names no text, by a program that is not ours, or of before texts were named."""
    office.desk.house.enter(Draft(Urgent("purge", case, "Fara")))
    (urgent,) = erased.unreviewed(office.desk)
    office.session.close()
    around = office.place.around
    office.session = open_session(office.place.folder, SECOND_PLACE, SECOND_PASSPHRASE, around)
    erased.review(office.desk, UrgentReviewed(urgent.record, "justified"))
    (said,) = office.desk.house.all(UrgentReviewed)
    assert (said.value.opinion, said.value.signature) == ("justified", "")


def test_a_practitioner_does_not_review(office):
    case = office.begin()
    seat_second(office.place, office.desk.vault, roles=("practitioner",))
    urgent = urgently(office, case)
    erased.review(office.desk, UrgentReviewed(urgent.record, "justified"))  # nobody else could
    office.session.close()
    around = office.place.around
    office.session = open_session(office.place.folder, SECOND_PLACE, SECOND_PASSPHRASE, around)
    with pytest.raises(NotAllowedError):
        erased.review(office.desk, UrgentReviewed(urgent.record, "justified"))
    assert len(office.desk.house.all(Urgent)) == 1


def test_ones_own_word_about_an_urgent_exception_leaves_it_to_whoever_comes_to_review(office):
    """Alone in the house they may say what they think; no backup obeys before another does."""
    case = office.begin()
    urgent = urgently(office, case)
    erased.review(office.desk, UrgentReviewed(urgent.record, "justified"))
    assert erased.unreviewed(office.desk) == ()
    seat_second(office.place, office.desk.vault)
    office.session.close()
    around = office.place.around
    office.session = open_session(office.place.folder, SECOND_PLACE, SECOND_PASSPHRASE, around)
    assert [each.record for each in erased.unreviewed(office.desk)] == [urgent.record]
    erased.review(office.desk, UrgentReviewed(urgent.record, "justified"))
    assert erased.unreviewed(office.desk) == ()
    (_own, others) = office.desk.house.all(UrgentReviewed)
    assert others.value.signature


def made(office, medium, generation):
    office.desk.house.enter(Draft(BackupMade(medium, generation, 1, 0, 9)))


def level(office):
    (told,) = erased.all_erased(office.desk)
    return told.level, told.surviving.media


def test_the_level_grows_with_the_media_that_are_visited_and_the_device(office, case):
    made(office, "blå", "1")
    made(office, "röd", "1")
    erasing.erase(office.session, request(case), BOTH)
    assert level(office) == ("E1", ("blå", "röd"))
    made(office, "blå", "2")
    assert level(office) == ("E1", ("röd",))
    device = str(office.desk.vault.device)
    with pytest.raises(UncheckedError):
        erasing.note_sanitised(office.desk, DeviceSanitised(device, ""))
    erasing.note_sanitised(office.desk, DeviceSanitised(device, "disken är mald"))
    assert level(office) == ("E1", ("röd",))
    made(office, "röd", "2")
    assert level(office) == ("E4", ())


def test_a_visit_takes_an_urgent_removal_off_a_medium_once_another_person_found_it_justified(
    office, case
):
    made(office, "blå", "1")
    urgent = urgently(office, case)
    made(office, "blå", "2")
    assert level(office) == ("E1", ("blå",))
    office.session.close()
    around = office.place.around
    office.session = open_session(office.place.folder, SECOND_PLACE, SECOND_PASSPHRASE, around)
    assert not office.desk.vault._inside.shelf.erasures.cases
    erased.review(office.desk, UrgentReviewed(urgent.record, "justified", signature="ab" * 64))
    assert office.desk.vault._inside.shelf.erasures.cases == {case}
    assert level(office) == ("E1", ("blå",))
    made(office, "blå", "3")
    assert level(office) == ("E1b", ())


def test_every_medium_visited_is_a_level_of_its_own_and_no_medium_claims_nothing(office, case):
    made(office, "blå", "1")
    second = office.begin("Nils Exempelsson")
    erasing.erase(office.session, request(case), BOTH)
    made(office, "blå", "2")
    assert level(office) == ("E1b", ())
    assert office.akt(second) is not None


def test_without_any_medium_only_this_device_is_claimed(office, case):
    erasing.erase(office.session, request(case), BOTH)
    assert level(office) == ("E1", ())


def test_what_left_is_listed_as_surviving(office, case):
    house = office.desk.house
    sent = Sent("ab" * 16, case, "cd" * 32, "ef" * 32, 1, "0" * 64, "referral", "consent", ())
    other = Sent("ac" * 16, "annan", "cd" * 32, "ef" * 32, 2, "0" * 64, "referral", "consent", ())
    house.enter(Draft(sent), Draft(other))
    house.enter(Draft(Printed(case, "assessment", "polisen", "ab" * 32)))
    house.enter(Draft(Exported((case,), "arkiv", 2)))
    house.enter(Draft(Spoken(case, "ab" * 16, "polisen", "consent")))
    house.enter(Draft(Spoken("annan", "ab" * 16, "polisen", "consent")))
    house.enter(Draft(Restored("blå", "1", "valv-före")))
    erasing.erase(office.session, request(case), BOTH)
    house.enter(Draft(Printed(case, erased.CERTIFICATE, "arkivet", "ab" * 32)))
    house.enter(Draft(Restored("blå", "2", "valv-efter")))
    (told,) = erased.all_erased(office.desk)
    copies = told.surviving
    assert told.value.bundles_sent == len(copies.bundles) == 1
    assert (copies.papers, copies.open_copies, copies.left_aside) == (1, 1, ("valv-före",))
    assert copies.talks == 1
    rows = [row.what for row in certificate.copies(copies, {}, speech("en"))]
    assert rows == ["Sealed bundle", "Paper", "Open copy", "Told by mouth", "Replaced vault folder"]


def test_the_age_of_a_text_is_told_in_whole_months():
    text = erasing_law.questions("sv")[0]
    days = [(date(2025, 9, 1), 0), (date(2025, 9, 30), 0), (date(2026, 2, 28), 5),
            (date(2026, 3, 1), 6), (date(2026, 9, 1), 12), (date(2026, 8, 31), 11)]  # fmt: skip
    assert [text.months_old(day) for day, _months in days] == [months for _day, months in days]


def test_the_dated_texts_are_whole_and_a_decision_names_its_version():
    for language in ("sv", "en"):
        texts = [*erasing_law.grounds("case", "municipal", language),
                 *erasing_law.grounds("entries", "municipal", language),
                 *erasing_law.questions(language)]  # fmt: skip
        assert all(text.title and text.text and text.certainty for text in texts)
        assert not any(text.is_reviewed for text in texts)
    municipal = {text.id for text in erasing_law.grounds("case", "municipal", "sv")}
    private = {text.id for text in erasing_law.grounds("case", "private_licensed", "sv")}
    assert "retention-board" in municipal - private
    assert "retention-private" in private - municipal
    assert erasing_law.words_of(GROUND, "sv").startswith("Gallringstiden är ute (enskild")
    assert erasing_law.words_of("okänd@1999-01-01", "sv") == "okänd@1999-01-01"


def test_the_number_of_an_erased_akt_is_never_given_again(office, case):
    erasing.erase(office.session, request(case), BOTH)
    assert cases.next_number(office.desk) == "2026-0002"
    assert cases.number_of(office.desk, office.begin("Nils Exempelsson")) == "2026-0002"
