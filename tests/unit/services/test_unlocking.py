# SPDX-License-Identifier: EUPL-1.2
"""Every unlock is in the log, with the wrong tries that came before it, each told once."""

import pytest

from tests.unit.services.offices import Office
from tests.vault.making import PASSPHRASE
from workbench.app.opening import open_session, open_to_look, passphrase_check
from workbench.domain.access import Unlocked
from workbench.vault.errors import WrongPassphraseError


def unlocks(office: Office) -> list[Unlocked]:
    return [each.value for each in office.desk.house.all(Unlocked)]


def fail(office: Office) -> None:
    with pytest.raises(WrongPassphraseError):
        open_session(office.place.folder, 1, "fel", office.place.around)


def test_every_unlock_is_entered(office: Office):
    office.relock()
    office.relock()
    assert unlocks(office) == [Unlocked(1), Unlocked(1)]


def test_wrong_tries_are_told_by_the_next_unlock_and_once(office: Office):
    office.session.close()
    fail(office)
    first = office.place.clock.now()
    office.place.clock.step(minutes=3)
    fail(office)
    office.relock()
    office.relock()
    told, calm = unlocks(office)
    assert (told.failed_before, told.failed_since) == (2, first.strftime("%Y-%m-%dT%H:%M:%SZ"))
    assert calm == Unlocked(1)


def test_wrong_tries_when_asked_again_while_it_is_open_are_told_too(office: Office):
    check = passphrase_check(office.place.folder, 1, office.place.around)
    with pytest.raises(WrongPassphraseError):
        check("fel")
    check(PASSPHRASE)
    office.relock()
    assert unlocks(office)[-1].failed_before == 1


def test_an_unlock_that_failed_to_be_entered_keeps_the_wrong_tries_for_the_next(office: Office):
    office.session.close()
    fail(office)
    house = office.place.folder / "house.db"
    good = house.read_bytes()
    house.write_bytes(good[:4096] + bytes(4096) + good[8192:])
    vault, unentered = open_to_look(office.place.folder, 1, PASSPHRASE, office.place.around)
    assert unentered is not None
    assert unentered.code == "VAULT-042"
    vault.close()
    house.write_bytes(good)
    office.session = open_session(office.place.folder, 1, PASSPHRASE, office.place.around)
    assert unlocks(office)[-1].failed_before == 1


def test_looking_into_a_vault_is_an_unlock_too(office: Office):
    office.session.close()
    vault, unentered = open_to_look(office.place.folder, 1, PASSPHRASE, office.place.around)
    vault.close()
    office.relock()
    assert unentered is None
    assert len(unlocks(office)) == 2
