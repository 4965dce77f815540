# SPDX-License-Identifier: EUPL-1.2
"""A vault put back from a copy: aside, verified, swapped; what was erased or taken away stays so."""

import shutil
from pathlib import Path

import msgspec
import pytest

from tests.vault.backing_up import (
    TEXTS,
    akt_with,
    copied,
    folder_of,
    order,
    prepared,
    restored,
    said_in,
    tree,
)
from tests.vault.colleagues import ALL_ROLES, BERIT, add, at, nothing
from tests.vault.damage import flip, outcome
from tests.vault.making import PASSPHRASE, Workplace
from tests.vault.taking import say_erased, take
from workbench.domain.ids import CaseId
from workbench.vault import replacing, slots
from workbench.vault.errors import (
    DamagedCopyError,
    InUseError,
    NoAccessError,
    NoCopyError,
    NotEmptyError,
    OlderCopyError,
    WrongPassphraseError,
)


def beside(place: Workplace) -> list[str]:
    """Everything at the place of the vault but medium and state, in order."""
    kept = {"medium", "state"}
    return sorted(path.name for path in place.root.iterdir() if path.name not in kept)


@pytest.fixture
def written(place: Workplace) -> tuple[Workplace, CaseId, CaseId]:
    """A copy; after it one akt was continued and one begun."""
    vault = place.create()
    case = akt_with(place, vault)
    copied(place, vault)
    akt_with(place, vault, "efter kopian", case=case)
    later = akt_with(place, vault)
    vault.close()
    return place, case, later


def test_a_copy_takes_the_place_of_the_vault_which_stays_beside_it(written):
    place, case, later = written
    told = restored(place)
    assert (told.opened, told.hash_only, told.damaged) == (2, 0, ())
    assert (told.exchange, told.made) == ("kept", "2026-11-22T01:11:00Z")
    assert beside(place) == ["vault", told.left_aside]
    vault = place.unlock()
    assert said_in(vault, case) == TEXTS
    assert [row.case for row in vault.cases()] == [case]
    assert [report.why for report in vault.verify()] == ["", ""]
    assert len(vault.exchange_keys().mailboxes) == 8
    vault.close()
    old = place.root / told.left_aside
    assert (old / "cases" / f"{later}.db").exists()


def test_what_was_restored_is_worked_in_and_copied_again(written):
    place, case, _later = written
    restored(place)
    vault = place.unlock()
    akt_with(place, vault, "och vidare", case=case)
    assert copied(place, vault).copy.opened == 2
    vault.close()
    told = restored(place)
    vault = place.unlock()
    assert said_in(vault, case) == (*TEXTS, "och vidare")
    vault.close()
    assert len(beside(place)) == 3
    assert told.left_aside in beside(place)


def test_on_a_new_computer_nothing_lies_there_and_the_contact_card_is_new(written, tmp_path):
    place, case, _later = written
    new = Workplace(tmp_path / "new", seed="new computer")
    new.root.mkdir()
    shutil.copytree(place.root / "medium", new.root / "medium")
    told = restored(new)
    assert (told.opened, told.exchange, told.left_aside) == (2, "new-card", "")
    assert beside(new) == ["vault"]
    vault = new.unlock()
    assert said_in(vault, case) == TEXTS
    vault.close()


def test_an_earlier_copy_can_be_named(written):
    place, case, _later = written
    first = sorted(path.name for path in place.root.glob("medium/varn-copies/*/generations/*"))
    vault = place.unlock()
    copied(place, vault)
    vault.close()
    restored(place, generation=first[0])
    vault = place.unlock()
    assert said_in(vault, case) == TEXTS
    vault.close()


def test_the_folder_that_was_replaced_is_noticed_when_it_is_put_back(written):
    place, _case, _later = written
    told = restored(place)
    shutil.rmtree(place.folder)
    (place.root / told.left_aside).rename(place.folder)
    with pytest.raises(OlderCopyError):
        place.unlock()


def test_nothing_comes_of_it_unless_it_takes_over(written):
    place, case, _later = written
    before = tree(place.folder)
    with prepared(place) as ready:
        assert said_in(ready.vault, case) == TEXTS
        assert tree(place.folder) == before
    assert beside(place) == ["vault"]
    assert tree(place.folder) == before
    vault = place.unlock()
    assert said_in(vault, case) == (*TEXTS, "efter kopian")
    vault.close()


def test_what_is_entered_aside_is_entered_in_the_vault(written):
    place, _case, _later = written
    with prepared(place) as ready:
        say_erased(place, ready.vault, "00000000-0000-4000-8000-000000000000")
        ready.take_over()
    vault = place.unlock()
    assert len(vault.house().entries()) == 1
    vault.close()


def test_a_damaged_vault_is_put_back_and_the_damaged_one_kept(written):
    place, case, _later = written
    for name in ("vault.slots", "register.db", "house.db", f"cases/{case}.db"):
        flip(place.folder / name, 50)
    damaged = tree(place.folder)
    told = restored(place)
    vault = place.unlock()
    assert said_in(vault, case) == TEXTS
    vault.close()
    assert tree(place.root / told.left_aside) == damaged


@pytest.mark.parametrize("name", ["register.db", "house.db", "akt", "manifest"])
def test_a_damaged_copy_is_not_put_back_and_the_vault_is_as_it_was(written, name):
    place, case, _later = written
    (copy,) = place.root.glob("medium/varn-copies/*/generations/*")
    flip(copy / (f"cases/{case}.db" if name == "akt" else name), 3000, bit=1)
    before = tree(place.folder)
    with pytest.raises(DamagedCopyError):
        restored(place)
    assert tree(place.folder) == before
    assert beside(place) == ["vault"]


def test_a_wrong_passphrase_an_open_vault_and_a_foreign_folder_are_refused(written, tmp_path):
    place, _case, _later = written
    with pytest.raises(WrongPassphraseError):
        restored(place, passphrase="fel")
    open_now = place.unlock()
    with pytest.raises(InUseError):
        restored(place)
    open_now.close()
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "brev.txt").write_text("mitt")
    with pytest.raises(NotEmptyError):
        restored(place, target=foreign)
    other = Workplace(tmp_path / "other", seed="other")
    other.create().close()
    with pytest.raises(NotEmptyError):
        restored(place, target=other.folder)
    with pytest.raises(NoCopyError):
        restored(place, medium=tmp_path)
    assert (foreign / "brev.txt").read_text() == "mitt"
    assert sorted(path.name for path in tmp_path.iterdir() if "restor" in path.name) == []


def test_an_empty_folder_is_in_nobody_s_way(written, tmp_path):
    place, case, _later = written
    empty = tmp_path / "empty" / "vault"
    empty.mkdir(parents=True)
    told = restored(place, target=empty)
    assert told.left_aside == ""
    assert [path.name for path in empty.parent.iterdir()] == ["vault"]
    assert (empty / "cases" / f"{case}.db").exists()


def test_an_akt_that_was_erased_since_stays_erased(place: Workplace):
    vault = place.create()
    gone, kept = akt_with(place, vault), akt_with(place, vault)
    copied(place, vault)
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    vault.close()
    told = restored(place)
    assert (told.opened, told.erased) == (2, 1)
    assert not list(place.folder.rglob(f"{gone}*"))
    vault = place.unlock()
    assert [row.case for row in vault.cases()] == [kept]
    assert vault.erasing.is_erased(gone)
    vault.close()


def test_the_medium_remembers_what_was_erased_when_the_vault_is_gone(place: Workplace, tmp_path):
    vault = place.create()
    gone, kept = akt_with(place, vault), akt_with(place, vault)
    first = copied(place, vault)
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    copied(place, vault)
    vault.close()
    assert not list((place.root / "medium").rglob(f"{gone}.keys"))
    new = Workplace(tmp_path / "new", seed="new")
    told = restored(new, medium=place.root / "medium", generation=first.copy.generation)
    assert (told.opened, told.erased, told.keyless) == (2, 1, 0)
    vault = new.unlock()
    assert [row.case for row in vault.cases()] == [kept]
    vault.close()


def test_texts_that_were_purged_since_do_not_come_back(place: Workplace):
    vault = place.create()
    case = akt_with(place, vault, "kvar", "ska bort")
    copied(place, vault)
    akt = vault.open_case(case)
    entry = akt.entries()[1].id
    akt.close()
    take(place, vault, case, [entry])
    vault.close()
    restored(place)
    vault = place.unlock()
    akt = vault.open_case(case)
    assert [found.body is None for found in akt.entries()] == [False, True]
    vault.close()


def test_who_was_removed_since_the_copy_does_not_come_back_with_it(place: Workplace):
    vault = place.create()
    hers = add(vault, 2, ("practitioner",))
    case = akt_with(place, vault)
    vault.access.grant(case, hers, nothing)
    copied(place, vault)
    vault.access.remove_user(hers, lambda _n: None, nothing, to_recovery=False)
    vault.close()
    restored(place)
    with pytest.raises(WrongPassphraseError):
        place.unlock(BERIT, place=2)
    vault = place.unlock()
    assert vault.access.rekey_due() == {case}
    assert said_in(vault, case) == TEXTS
    assert vault.access.readers(case) == (vault.signer.user,)
    assert vault.access.rekey_due() == frozenset()
    vault.close()


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_removed_administrator_s_own_list_does_not_hold_when_a_copy_is_put_back(place, is_whole):
    """The register tells which list is the vault's; where it cannot, the medium's list does."""
    vault = place.create()
    hers = add(vault, 2, ALL_ROLES)
    vault.close()
    with at(place, 2) as her_view:
        seed, then = bytes(her_view._keychain.signing), her_view._inside.body
    with at(place) as vault:
        vault.access.remove_user(hers, lambda _n: None, nothing, to_recovery=False)
        copied(place, vault)
        now = vault._inside.body
    own = next(slot for slot in then.slots if slot.user == hers)
    forged = msgspec.structs.replace(
        now, generation=now.generation + 1, slots=(*now.slots, own), signed_by=hers
    )
    slots.write(place.folder, slots.file_of(forged, seed))
    if not is_whole:
        flip(place.folder / "register.db", 20)
    restored(place)
    with at(place) as vault:
        assert [slot.user for slot in vault._inside.body.slots] == [vault.signer.user]


def test_a_medium_s_list_signed_by_who_may_no_more_is_not_believed(place: Workplace):
    vault = place.create()
    hers = add(vault, 2, ALL_ROLES)
    vault.close()
    shutil.copytree(place.folder, place.root / "kept")
    with at(place, 2) as her_view:  # a list of her own, with a high number
        inside = her_view._inside
        body = msgspec.structs.replace(inside.body, generation=50, signed_by=hers)
        inside.write_slots(body)
        copied(place, her_view)
    shutil.rmtree(place.folder)
    shutil.rmtree(place.state)
    (place.root / "kept").rename(place.folder)
    with at(place) as vault:
        vault.access.remove_user(hers, lambda _n: None, nothing, to_recovery=False)
    with pytest.raises(DamagedCopyError):
        restored(place)
    with at(place) as vault:
        assert [slot.user for slot in vault._inside.body.slots] == [vault.signer.user]


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_list_of_users_that_is_newer_than_the_medium_s_holds(place: Workplace, is_whole):
    vault = place.create()
    copied(place, vault)
    hers = add(vault, 2, ("practitioner",))
    vault.close()
    if not is_whole:
        flip(place.folder / "register.db", 20)
    restored(place)
    with at(place) as vault:
        assert hers in {slot.user for slot in vault._inside.body.slots}


def test_who_lost_access_to_an_akt_since_the_copy_does_not_get_it_back(place: Workplace):
    vault = place.create()
    hers = add(vault, 2, ("practitioner",))
    case = akt_with(place, vault)
    vault.access.grant(case, hers, nothing)
    copied(place, vault)
    vault.access.revoke(case, hers, nothing, nothing)
    vault.close()
    restored(place)
    with at(place, 2) as her_view:
        assert her_view.cases() == ()
        with pytest.raises(NoAccessError):
            her_view.open_case(case)
    vault = place.unlock()
    assert said_in(vault, case) == TEXTS
    assert vault.access.readers(case) == (vault.signer.user,)
    vault.close()


def test_who_was_let_in_after_an_earlier_copy_finds_the_akt_that_they_can_open(place: Workplace):
    vault = place.create()
    hers = add(vault, 2, ("practitioner",))
    case = akt_with(place, vault)
    first = copied(place, vault)
    vault.access.grant(case, hers, nothing)
    copied(place, vault)
    vault.close()
    restored(place, generation=first.copy.generation)
    with at(place, 2) as her_view:
        assert [row.case for row in her_view.cases()] == [case]
        assert said_in(her_view, case) == TEXTS


def test_a_copy_under_an_earlier_key_of_the_register_is_put_back_under_today_s(place: Workplace):
    vault = place.create()
    case = akt_with(place, vault)
    first = copied(place, vault)
    gone = add(vault, 2, ("practitioner",))
    vault.access.remove_user(gone, lambda _n: None, nothing, to_recovery=False)
    copied(place, vault)
    vault.close()
    told = restored(place, generation=first.copy.generation)
    assert told.opened == 2
    vault = place.unlock()
    assert said_in(vault, case) == TEXTS
    vault.close()


def test_sealed_files_that_wait_come_along(written):
    place, _case, _later = written
    waiting = place.folder / "incoming" / "paket.age"
    waiting.write_bytes(b"age-encryption.org/v1")
    restored(place)
    assert waiting.read_bytes() == b"age-encryption.org/v1"


def swapped(place: Workplace, state: str) -> str:
    """The folder of the vault as a power cut may leave it while a copy takes its place.

    What the folder that was replaced will be called.
    """
    with prepared(place) as ready:
        if state == "making":
            shutil.copytree(replacing.making(place.folder), place.root / "half")
            return ""
        ready.decide()
    told = ready.told.left_aside
    if state != "decided":
        place.folder.rename(place.root / told)
    if state == "done":
        (place.root / told.replace("replaced", "restored")).rename(place.folder)
    return told


@pytest.mark.parametrize("state", ["decided", "between", "done"])
def test_what_was_decided_is_finished_at_the_next_start(written, state):
    place, case, _later = written
    told = swapped(place, state)
    vault = place.unlock()
    assert said_in(vault, case) == TEXTS
    vault.close()
    assert beside(place) == ["vault", told]


def test_what_was_not_decided_changes_nothing_and_is_cleared_by_the_next_attempt(written):
    place, case, _later = written
    swapped(place, "making")
    (place.root / "half").rename(place.root / "vault.restoring")
    vault = place.unlock()
    assert said_in(vault, case) == (*TEXTS, "efter kopian")
    vault.close()
    told = restored(place)
    assert beside(place) == ["vault", told.left_aside]


def test_a_list_of_users_that_this_computer_has_seen_later_is_given_up_knowingly(written):
    place, _case, _later = written
    vault = place.unlock()
    vault.prove_recovery(place.code)  # a later list of users than the medium's
    vault.close()
    flip(place.folder / "vault.slots", 100)
    restored(place)
    assert outcome(lambda: place.unlock().close()) == ""


def test_an_order_says_nothing_of_its_passphrase(place: Workplace):
    assert PASSPHRASE not in repr(order(place))


def test_a_copy_made_of_a_damaged_akt_is_put_back_with_it_and_says_so(place: Workplace):
    vault = place.create()
    case, other = akt_with(place, vault), akt_with(place, vault)
    flip(place.folder / "cases" / f"{case}.db", 6000)
    made = copied(place, vault)
    vault.close()
    told = restored(place)
    assert told.damaged == (f"cases/{case}.db",) == made.copy.damaged
    vault = place.unlock()
    assert said_in(vault, other) == TEXTS
    vault.close()
    assert Path(folder_of(place, made)).is_dir()


def test_who_was_let_in_through_somebody_since_gone_keeps_their_access(place: Workplace):
    """A grant leads to whoever made the key; that line is not cut."""
    vault = place.create()
    users = [add(vault, number, ("practitioner",)) for number in (2, 3)]
    vault.close()
    with at(place, 2) as hers:
        case = akt_with(place, hers)
        hers.access.grant(case, users[1], nothing)
    with at(place, 1) as vault:
        copied(place, vault)
    with at(place, 3) as cilla:
        cilla.access.revoke(case, users[0], nothing, nothing)
    restored(place)
    with at(place, 3) as cilla:
        assert said_in(cilla, case) == TEXTS
        assert cilla.access.readers(case) == (users[1],)
    with at(place, 2) as hers:
        assert hers.cases() == ()
        with pytest.raises(NoAccessError):
            hers.open_case(case)
