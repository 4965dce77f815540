# SPDX-License-Identifier: EUPL-1.2
"""From a medium and the recovery code to a session: in the log, and a new code is asked for."""

import shutil

import pytest

from tests.unit.services.offices import SARA, Office, enter_judgement
from tests.vault.backing_up import folder_of, medium_of
from tests.vault.damage import flip
from tests.vault.making import CHEAP, PASSPHRASE
from workbench.app.opening import open_session
from workbench.app.restoring import restore
from workbench.app.restoring_by_code import RestoringByCode, codes_on
from workbench.domain.access import PassphraseChanged, Unlocked
from workbench.domain.backups import Restored
from workbench.services.assess import assessing, rating, reviewing, second_asked
from workbench.services.copies_ports import Watch
from workbench.services.house import access
from workbench.services.jobs import no_pulse
from workbench.services.keeping import recovery
from workbench.vault.errors import DamagedCopyError
from workbench.vault.restorers import Order


def copied(office: Office):
    office.place.clock.step(minutes=1)
    medium = medium_of(office.place)
    return office.desk.vault.copies.make(medium, Watch(), allows_same_disk=True)


def lose_computer(office: Office) -> None:
    office.session.close()
    shutil.rmtree(office.place.folder)
    shutil.rmtree(office.place.state)


def order(office: Office, **said) -> Order:
    return Order(office.place.root / "medium", office.place.folder, **said)


def test_who_has_the_code_alone_is_back_and_the_log_tells_how(office: Office):
    case = office.begin()
    (code,) = office.desk.vault.recovery.renew("one")
    recovery.prove_renewed(office.desk, [code], no_pulse)
    made = copied(office)
    lose_computer(office)
    assert codes_on(office.place.root / "medium") == "one"
    way = RestoringByCode(order(office, codes=(code,)), office.place.around, Watch(), lambda: CHEAP)
    (seat,) = way.seating.seats()
    assert seat.name == "Sten Skyddsson"
    passphrase = way.seating.draw(1)
    office.session = way.take_place(no_pulse).session
    house, me = office.desk.house, office.desk.vault.signer.user
    (told,) = house.all(Restored)
    assert (told.value.generation, told.value.reason) == (made.copy.generation, "")
    assert [c.value.user for c in house.all(PassphraseChanged)] == [me]
    assert house.all(Unlocked)[-1].value.by_recovery
    assert recovery.names(house)[me].name == "Sten Skyddsson"
    assert recovery.state(office.desk).is_used  # so a new code is asked for
    assert not office.desk.vault.recovery.lacks_exchange()
    assert [row.case for row in office.desk.vault.cases()] == [case]
    assert office.verify()
    office.session.close()
    office.session = open_session(office.place.folder, 1, passphrase, office.place.around)


def test_what_was_accepted_of_a_damaged_copy_stands_in_the_log_with_its_reason(office: Office):
    case = office.begin()
    office.session.put_away()
    first = copied(office)
    second = copied(office)
    lose_computer(office)
    flip(folder_of(office.place, second) / "cases" / f"{case}.db", 5000)
    typed = order(office, place=1, passphrase=PASSPHRASE)
    with pytest.raises(DamagedCopyError):
        restore(typed, office.place.around, Watch())
    told = restore(typed, office.place.around, Watch(), reason="datorn är stulen")
    assert [each.case for each in told.from_older] == [case]
    office.session = open_session(office.place.folder, 1, PASSPHRASE, office.place.around)
    entered = [each.value for each in office.desk.house.all(Restored)]
    of_akt, whole = sorted(entered, key=lambda each: not each.case)
    assert (whole.reason, whole.without) == ("datorn är stulen", ())
    assert (of_akt.case, of_akt.generation) == (case, first.copy.generation)


def test_who_came_back_by_the_code_is_no_second_rater_and_no_reviewer_of_themselves(office: Office):
    case = office.begin()
    akt = office.akt(case)
    first = office.assess(akt, SARA)
    assessing.record_coding(akt, first, "f01", "current", "J")
    assessing.enter_sitting(akt, first)
    judged = enter_judgement(akt, first)
    before = office.desk.vault.signer.user
    (code,) = office.desk.vault.recovery.renew("one")
    recovery.prove_renewed(office.desk, [code], no_pulse)
    copied(office)
    lose_computer(office)
    way = RestoringByCode(order(office, codes=(code,)), office.place.around, Watch(), lambda: CHEAP)
    way.seating.draw(1)
    office.session = way.take_place(no_pulse).session
    akt, desk = office.akt(case), office.desk
    (me,) = access.readers(desk, case)
    assert (me.user, "reviewer" in me.roles) == (akt.user, True)
    assert me.user != before
    assert not rating.may_begin_second(akt, desk, first)
    with pytest.raises(rating.OwnRatingError):
        rating.begin_second(akt, desk, first, had_read=False)
    assert akt.user not in {one.user for one in second_asked.who_may_rate(akt, desk, first)}
    assert akt.user not in {one.user for one in reviewing.who_may_review(akt, desk, judged)}
