# SPDX-License-Identifier: EUPL-1.2
"""From a medium and the recovery code to a session: in the log, and a new code is asked for."""

import shutil

import pytest

from tests.unit.services.offices import Office
from tests.vault.backing_up import folder_of, medium_of
from tests.vault.damage import flip
from tests.vault.making import CHEAP, PASSPHRASE
from workbench.app.opening import open_session
from workbench.app.restoring import restore
from workbench.app.restoring_by_code import RestoringByCode, codes_on
from workbench.domain.access import PassphraseChanged, Unlocked
from workbench.domain.backups import Restored
from workbench.services import recovery
from workbench.services.copies_ports import Watch
from workbench.services.jobs import no_pulse
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
