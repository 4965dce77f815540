# SPDX-License-Identifier: EUPL-1.2
"""Users and grants, and that the log has each act before anybody can use what it gave them."""

from dataclasses import replace

import pytest

from tests.unit.services.offices import Office
from tests.vault.making import CHEAP, PASSPHRASE
from workbench.app.opening import open_session
from workbench.crypto.passphrases import word_list
from workbench.domain.access import (
    Granted,
    PassphraseChanged,
    Revoked,
    RolesChanged,
    UserAdded,
    UserRemoved,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import UserId
from workbench.domain.people import StaffMember
from workbench.services.akter import cases
from workbench.services.house import access
from workbench.services.house.access import NewColleague
from workbench.services.jobs import no_pulse
from workbench.services.person.whom import set_subject, subject_of
from workbench.services.records.akt import Draft
from workbench.vault.errors import DiskFullError
from workbench.vault.inside import Inside

PRACTITIONER = ("practitioner",)


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path / "office")


def berit(office: Office, roles: tuple[str, ...] = PRACTITIONER) -> tuple[UserId, str]:
    phrase = access.new_passphrase(office.desk, roles)
    new = NewColleague("Berit Påhittad", "kurator", 2, phrase, roles, CHEAP)
    return access.add_colleague(office.desk, new), phrase


def as_berit(office: Office, phrase: str):
    """The session changes hands: the first locks, the second unlocks."""
    office.session.close()
    office.session = open_session(office.place.folder, 2, phrase, office.place.around)
    return office.session.desk


def code(act) -> str:
    try:
        act()
    except WorkbenchError as error:
        return error.code
    return ""


def test_a_colleague_has_a_name_a_place_and_roles_and_comes_to_their_own_akter(office):
    office.begin()
    user, phrase = berit(office)
    assert [(one.place, one.name, one.function) for one in access.staff(office.desk)] == [
        (1, "Sten Skyddsson", "handläggare"),
        (2, "Berit Påhittad", "kurator"),
    ]
    assert [added.value for added in office.desk.house.all(UserAdded)] == [
        UserAdded(user, 2, PRACTITIONER)
    ]
    desk = as_berit(office, phrase.upper())
    assert desk.vault.signer.user == user
    assert cases.open_cases(desk) == ()


def test_passphrases_are_drawn_longer_for_administrators(office):
    drawn = [
        access.new_passphrase(office.desk, roles) for roles in (PRACTITIONER, access.ALL_ROLES)
    ]
    assert [len(phrase.split()) for phrase in drawn] == [5, 6]
    assert set(" ".join(drawn).split()) <= set(word_list())


def test_the_lowest_free_place_is_offered(office):
    assert access.free_place(office.desk) == 2
    user, _phrase = berit(office)
    assert access.free_place(office.desk) == 3
    access.remove_colleague(office.desk, user, "slutade", no_pulse)
    assert access.free_place(office.desk) == 2


def test_a_place_that_is_taken_leaves_no_trace_in_the_log(office):
    berit(office)
    again = NewColleague("Cilla Påhittad", "", 2, "fem ord", PRACTITIONER, CHEAP)
    assert code(lambda: access.add_colleague(office.desk, again)) == "VAULT-023"
    assert len(office.desk.house.all(UserAdded)) == 1
    assert len(office.desk.house.all(StaffMember)) == 2


def test_a_slot_that_could_not_be_written_is_withdrawn_from_the_log(office, monkeypatch):
    def refuse(_inside, _body) -> None:
        raise DiskFullError

    monkeypatch.setattr(Inside, "write_slots", refuse)
    assert code(lambda: berit(office)) == "VAULT-009"
    assert office.desk.house.all(UserAdded) == ()
    assert [one.name for one in access.staff(office.desk)] == ["Sten Skyddsson"]


def test_a_grant_has_its_reason_in_the_log_and_opens_the_akt(office):
    case = office.begin()
    user, phrase = berit(office)
    access.grant(office.desk, case, user, " semester ")
    access.grant(office.desk, case, user, "en gång till")
    assert [g.value for g in office.desk.house.all(Granted)] == [Granted(case, user, "semester")]
    assert [one.place for one in access.readers(office.desk, case)] == [1, 2]
    desk = as_berit(office, phrase)
    assert [row.case for row in cases.open_cases(desk)] == [case]
    assert cases.open_cases(desk)[0].summary.names == ("Karin Exempelgren",)


def test_a_grant_that_may_not_be_given_is_not_in_the_log(office):
    case = office.begin()
    _user, phrase = berit(office, access.ALL_ROLES)
    desk = as_berit(office, phrase)
    own = desk.vault.signer.user
    assert code(lambda: access.grant(desk, case, own, "nyfiken")) == "VAULT-007"
    assert desk.house.all(Granted) == ()


def test_an_access_that_ends_is_in_the_log_and_ends(office):
    case = office.begin()
    user, phrase = berit(office)
    access.grant(office.desk, case, user, "")
    access.revoke(office.desk, case, user, "åter i tjänst", no_pulse)
    assert [one.value.reason for one in office.desk.house.all(Revoked)] == ["åter i tjänst"]
    assert [one.place for one in access.readers(office.desk, case)] == [1]
    assert cases.open_cases(as_berit(office, phrase)) == ()


def test_an_akt_lies_open_while_its_key_changes(office):
    case = office.begin()
    user, _phrase = berit(office)
    akt = office.akt(case)
    access.grant(office.desk, case, user, "")
    access.revoke(office.desk, case, user, "", no_pulse)
    set_subject(akt, replace(subject_of(akt), name="Karin Annatnamn"))
    assert subject_of(office.afresh(case)).name == "Karin Annatnamn"
    assert office.verify()


def test_the_last_reader_is_not_removed_and_nothing_is_entered(office):
    user, phrase = berit(office)
    as_berit(office, phrase)
    office.begin()
    office.relock()
    assert code(lambda: access.remove_colleague(office.desk, user, "", no_pulse)) == "VAULT-022"
    assert office.desk.house.all(UserRemoved) == ()
    assert access.leaving(office.desk, user).alone == ("2026-0001",)
    access.remove_colleague(office.desk, user, "borta", no_pulse, to_recovery=True)
    assert [each.value for each in office.desk.house.all(UserRemoved)] == [
        UserRemoved(user, "borta", 1)
    ]


def test_the_log_goes_on_when_the_organisation_akt_has_a_new_key(office):
    user, _phrase = berit(office)
    access.remove_colleague(office.desk, user, "slutade", no_pulse)
    assert access.find_colleague(office.desk, user).name == "Berit Påhittad"
    assert access.find_colleague(office.desk, user).place == 0
    berit(office)
    office.relock()
    assert office.verify()
    assert len(office.desk.house.all(UserAdded)) == 2


def test_roles_and_passphrases_are_in_the_log(office):
    user, phrase = berit(office)
    access.change_roles(office.desk, user, ("practitioner", "reviewer"))
    access.change_passphrase(office.desk, 2, phrase, "en annan", cost=CHEAP)
    access.change_passphrase(office.desk, 1, PASSPHRASE, "min nya", cost=CHEAP)
    changed = [each.value.user for each in office.desk.house.all(PassphraseChanged)]
    assert changed == [user, office.desk.vault.signer.user]
    assert [each.value.roles for each in office.desk.house.all(RolesChanged)] == [
        ("practitioner", "reviewer")
    ]
    assert as_berit(office, "en annan").vault.signer.user == user


def test_one_person_in_every_role_is_alone(office):
    assert access.is_alone(office.desk)
    berit(office)
    assert not access.is_alone(office.desk)


def test_two_people_sign_one_entry_and_it_verifies(office):
    _user, phrase = berit(office)
    with office.desk.vault.second.ask(2, phrase) as beside:
        office.desk.house.enter(Draft(PassphraseChanged(beside.user)), cosigner=beside)
    last = office.desk.house.file.entries()[-1]
    assert (last.header.cosigners, len(last.cosignatures)) == ((beside.user,), 1)
    assert office.verify()
