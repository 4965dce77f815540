# SPDX-License-Identifier: EUPL-1.2
"""A computer that is lost: a medium and the recovery code are all there is."""

import shutil

import msgspec
import pytest

from tests.vault.backing_up import (
    PEACE,
    TEXTS,
    akt_with,
    copied,
    folder_of,
    prepared,
    restored,
    said_in,
    tree,
)
from tests.vault.colleagues import at
from tests.vault.damage import flip
from tests.vault.making import CHEAP, PASSPHRASE, Workplace
from tests.vault.seating import SECOND_PASSPHRASE, seat_second
from tests.vault.taking import say_erased
from workbench.domain.errors import WorkbenchError
from workbench.services.jobs import no_pulse
from workbench.vault import keyrings, putting_back
from workbench.vault.errors import DamagedCopyError, WrongPassphraseError
from workbench.vault.keyrings import Granter, Place, Reader, grant

BACK = "sex nya ord för den som kom tillbaka"


@pytest.fixture
def lost(place: Workplace, tmp_path):
    """(the new computer, codes, akt): one akt in the copy, one that was erased since."""
    vault = place.create()
    case, gone = akt_with(place, vault), akt_with(place, vault)
    copied(place, vault)
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    copied(place, vault)
    vault.close()
    new = Workplace(tmp_path / "new", seed="new computer")
    new.root.mkdir()
    shutil.copytree(place.root / "medium", new.root / "medium")
    return new, (place.code,), case, gone


def come_back(new: Workplace, codes, at=1, **said):
    with prepared(new, codes=codes, **said) as ready:
        returning = ready.returning
        assert returning is not None
        newcomer = returning.recovered.newcomer(at)
        closed = returning.seat(newcomer, BACK, CHEAP, no_pulse)
        ready.take_over()
    return ready.told, closed


def test_a_medium_and_the_code_bring_the_workplace_back_with_a_new_passphrase(lost):
    new, codes, case, gone = lost
    oldest = min(path.name for path in new.root.glob("medium/varn-copies/*/generations/*"))
    told, closed = come_back(new, codes, generation=oldest)
    assert (told.opened, told.hash_only, told.erased, closed) == (2, 0, 1, ())
    with pytest.raises(WrongPassphraseError):
        new.unlock(PASSPHRASE)
    vault = new.unlock(BACK)
    assert said_in(vault, case) == TEXTS
    assert vault.recovery.came_by_recovery
    assert [row.case for row in vault.cases()] == [case]
    assert vault.erasing.is_erased(gone)  # only the medium's list knew
    assert not any(report.why for report in vault.verify())
    assert copied(new, vault).copy.opened == 2
    vault.close()
    assert sorted(path.name for path in new.root.iterdir()) == ["medium", "state", "vault"]


def test_two_of_three_codes_do_it_too_and_each_slip_has_the_code_that_recovery_has(lost):
    new, codes, _case, _gone = lost
    come_back(new, codes)
    vault = new.unlock(BACK)
    three = vault.recovery.renew("two-of-three")
    vault.recovery.prove(three, no_pulse)
    copied(new, vault)
    vault.close()
    shutil.rmtree(new.folder)
    wrong = [
        (codes, "VAULT-036"),
        ((three[0], three[0]), "VAULT-037"),
        ((three[0], codes[0]), "VAULT-037"),
        ((three[0][:-1] + ("0" if three[0][-1] != "0" else "1"), three[1]), "VAULT-016"),
    ]
    for typed, code in wrong:
        with pytest.raises(WorkbenchError) as refusal, prepared(new, codes=typed):
            pass
        assert refusal.value.code == code
        assert not new.folder.exists()
    told, _closed = come_back(new, (three[2], three[0]))
    assert told.opened == 2
    new.unlock(BACK).close()


def test_nothing_takes_the_place_before_somebody_can_unlock_it(lost):
    new, codes, _case, _gone = lost
    with prepared(new, codes=codes) as ready, pytest.raises(AssertionError):
        ready.take_over()
    assert sorted(path.name for path in new.root.iterdir()) == ["medium", "state"]


def test_over_a_vault_that_lies_there_the_wrong_tries_of_before_are_forgotten(place: Workplace):
    vault = place.create()
    akt_with(place, vault)
    copied(place, vault)
    vault.close()
    for _ in range(2):
        with pytest.raises(WrongPassphraseError):
            place.unlock("inte den")
    told, _closed = come_back(place, (place.code,))
    assert (place.root / told.left_aside / "vault.slots").is_file()
    place.unlock(BACK).close()


# --- akter that are damaged in the copy ----------------------------------------------------------


@pytest.fixture
def twice(place: Workplace):
    """Two copies of three akter; all of them grew in between, and the vault is lost."""
    vault = place.create()
    cases = [akt_with(place, vault) for _ in range(3)]
    first = copied(place, vault)
    for case in cases:
        akt_with(place, vault, "onsdag", case=case)
    second = copied(place, vault)
    vault.close()
    shutil.rmtree(place.folder)
    shutil.rmtree(place.state)
    return place, cases, folder_of(place, first), folder_of(place, second)


def test_damaged_akter_are_all_named_and_nothing_is_put_back_unasked(twice):
    place, cases, _first, second = twice
    for case in cases[:2]:
        flip(second / "cases" / f"{case}.db", 5000)
    before = tree(place.root / "medium")
    with pytest.raises(DamagedCopyError) as refusal:
        restored(place)
    assert refusal.value.code == "VAULT-060"
    assert refusal.value.facts["count"] == 2
    assert refusal.value.facts["akter"] == "2026-0001, 2026-0001"
    assert not place.folder.exists()
    assert tree(place.root / "medium") == before


@pytest.mark.parametrize("by_code", [False, True])
def test_knowingly_a_damaged_akt_comes_from_the_older_copy_or_is_left_out_and_told(twice, by_code):
    place, (older, nowhere, whole), first, second = twice
    flip(second / "cases" / f"{older}.db", 5000)
    (second / "cases" / f"{nowhere}.db").unlink()
    flip(first / "cases" / f"{nowhere}.db", 9000)
    if by_code:
        told, _closed = come_back(place, (place.code,), without_damaged=True)
    else:
        told = restored(place, without_damaged=True)
    assert [(a.case, a.generation, a.missing) for a in told.from_older] == [(older, first.name, 1)]
    assert [a.case for a in told.left_out] == [nowhere]
    assert (told.opened, told.hash_only, told.damaged) == (3, 0, ())
    vault = place.unlock(BACK if by_code else PASSPHRASE)
    assert said_in(vault, older) == TEXTS  # no older copy that nobody knew of: the register knows
    assert said_in(vault, whole) == (*TEXTS, "onsdag")
    whys = {report.case: report.why for report in vault.verify()}
    assert [case for case, why in whys.items() if why] == [nowhere]
    vault.close()
    (kept,) = place.folder.glob(f"cases/{older}.db.damaged-*")
    assert kept.read_bytes() == (second / "cases" / f"{older}.db").read_bytes()


def test_who_came_back_by_the_code_puts_back_what_was_left_out_from_a_medium_of_before(twice):
    """They are another user than its keys know; the vault's own keys are theirs."""
    place, (left_out, *_others), first, second = twice
    good = {copy: (copy / "cases" / f"{left_out}.db").read_bytes() for copy in (first, second)}
    for copy in good:
        flip(copy / "cases" / f"{left_out}.db", 5000)
    come_back(place, (place.code,), without_damaged=True)
    for copy, content in good.items():
        (copy / "cases" / f"{left_out}.db").write_bytes(content)
    vault = place.unlock(BACK)
    found = vault.copies.find_whole(place.root / "medium", left_out)
    assert found is not None
    assert (found.generation, found.is_shorter) == (second.name, False)
    vault.copies.put_back(place.root / "medium", left_out, PEACE)
    assert said_in(vault, left_out) == (*TEXTS, "onsdag")
    vault.close()


def with_a_later_key_of(vault, user, stranger, case, key):
    """Into the keys file of an akt that she cannot open: a later key of hers, for both."""
    keychain, files = vault._keychain, vault._inside.shelf.files(case)
    ring, at = keychain.ring(case, files), Place(vault.vault, case, 9)
    by = Granter(stranger.user, stranger.signing, vault._inside.now())
    known = [vault._inside.body.user(each) for each in (stranger.user, user)]
    given = tuple(grant(at, key, Reader(each.user, each.wrap_public), by) for each in known)
    keyrings.replace(files.keys, msgspec.structs.replace(ring, grants=(*ring.grants, *given)))


def test_no_later_key_in_the_vault_s_own_file_is_taken_for_what_is_put_back(twice):
    """Nothing beside that file says who made it: it may be a stranger's, who would read it all."""
    place, (left_out, *_others), first, second = twice
    good = {copy: (copy / "cases" / f"{left_out}.db").read_bytes() for copy in (first, second)}
    for copy in good:
        flip(copy / "cases" / f"{left_out}.db", 5000)
    come_back(place, (place.code,), without_damaged=True)
    for copy, content in good.items():
        (copy / "cases" / f"{left_out}.db").write_bytes(content)
    key = bytearray(place.ids.random_bytes(32))
    vault = place.unlock(BACK)
    hers, user = seat_second(place, vault), vault.signer.user
    vault.close()
    with at(place, 2, SECOND_PASSPHRASE) as vault:
        assert vault.signer.user == hers
        with_a_later_key_of(vault, user, vault._keychain, left_out, key)
    vault = place.unlock(BACK)
    vault.copies.put_back(place.root / "medium", left_out, PEACE)
    assert said_in(vault, left_out) == (*TEXTS, "onsdag")
    assert not putting_back._is_under(place.folder / "cases" / f"{left_out}.db", key)
    vault.close()


def test_what_is_left_out_can_still_be_read_as_far_as_it_verifies(place: Workplace):
    vault = place.create()
    case = akt_with(place, vault)
    made = copied(place, vault)
    vault.close()
    flip(folder_of(place, made) / "cases" / f"{case}.db", 4096 * 3 + 100)
    shutil.rmtree(place.folder)
    shutil.rmtree(place.state)
    assert [akt.case for akt in restored(place, without_damaged=True).left_out] == [case]
    vault = place.unlock()
    assert vault.copies.salvage(case, PEACE).damaged_pages
    assert copied(place, vault).copy.damaged == (f"cases/{case}.db",)
    vault.close()


@pytest.mark.parametrize("name", ["register.db", "house.db"])
def test_without_register_or_log_the_next_older_whole_copy_is_named(twice, name):
    place, _cases, first, second = twice
    flip(second / name, 3000)
    with pytest.raises(DamagedCopyError) as refusal:
        restored(place, without_damaged=True)
    assert refusal.value.code == "VAULT-061"
    assert refusal.value.facts["older"] == first.name
    flip(first / "house.db", 3000)
    with pytest.raises(DamagedCopyError) as refusal:
        restored(place, without_damaged=True)
    assert refusal.value.code == "VAULT-026"
