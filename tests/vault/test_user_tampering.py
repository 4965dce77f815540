# SPDX-License-Identifier: EUPL-1.2
"""What somebody who was let in, or let out, may try with the files; and changes of keys cut short."""

import json
import shutil
from pathlib import Path

import msgspec
import pytest

from tests.vault.backing_up import TEXTS, akt_with, copied, said_in
from tests.vault.colleagues import (
    ALL_ROLES,
    BERIT,
    PRACTITIONER,
    at,
    nobody,
    nothing,
    with_colleagues,
)
from tests.vault.damage import outcome
from tests.vault.making import Workplace, writer
from workbench.domain.errors import Cancelled
from workbench.services.copies_ports import Watch
from workbench.services.ports import CaseSummary
from workbench.vault import (
    casefile,
    exporting,
    index_blob,
    keyrings,
    register,
    seats,
    signed,
    slots,
)
from workbench.vault.errors import DamagedFileError, DiskError, DiskFullError
from workbench.vault.exporting import Export
from workbench.vault.keyrings import Granter, Place, Reader
from workbench.vault.register_pins import RegisterPins

TEXT = "ett"


def shared(place: Workplace, *roles: tuple[str, ...]) -> tuple[str, tuple]:
    """An akt of the founder's that everybody else can open."""
    users = with_colleagues(place, *roles)
    with at(place) as vault:
        akt = writer(place, vault)
        akt.enter(TEXT)
        akt.file.close()
        case = akt.file.case
        for user in users[1:]:
            vault.access.grant(case, user, nothing)
    return case, users


def keys_of(place: Workplace, case: str) -> Path:
    return place.folder / "cases" / f"{case}.keys"


def opens(place: Workplace, number: int, case: str) -> str:
    with at(place, number) as vault:
        return outcome(lambda: vault.open_case(case))


def test_a_removed_administrator_signs_no_list_that_is_believed(place):
    _case, (_founder, berit) = shared(place, ALL_ROLES)
    with at(place, 2) as vault:
        seed, mine = bytes(vault._keychain.signing), vault._inside.body
    with at(place) as vault:
        vault.access.remove_user(berit, nobody, nothing, to_recovery=False)
        now = vault._inside.body
    own_slot = next(slot for slot in mine.slots if slot.user == berit)
    forged = msgspec.structs.replace(
        now, generation=now.generation + 1, slots=(*now.slots, own_slot), signed_by=berit
    )
    slots.write(place.folder, slots.file_of(forged, seed))
    assert outcome(place.unlock) == "VAULT-004"
    assert outcome(lambda: place.unlock(BERIT, place=2)) != ""


def test_the_folder_of_before_somebody_went_is_told_as_older(place, tmp_path):
    _case, (_founder, berit) = shared(place, PRACTITIONER)
    shutil.copytree(place.folder, tmp_path / "before")
    with at(place) as vault:
        vault.access.remove_user(berit, nobody, nothing, to_recovery=False)
    shutil.rmtree(place.folder)
    shutil.copytree(tmp_path / "before", place.folder)
    assert outcome(lambda: place.unlock(BERIT, place=2)) == "VAULT-005"


def test_what_a_removed_user_knew_opens_neither_the_register_nor_an_akt(place):
    case, (_founder, berit) = shared(place, PRACTITIONER)
    with at(place, 2) as vault:
        files = vault._shelf.files(case)
        old_key = bytearray(vault._keychain.keys(case, files)[0])
        old_register, vault_id = bytearray(vault._inside.register_keys[0]), vault.vault
        house = vault._shelf.house
        old_house = bytearray(vault._keychain.keys(house, vault._shelf.files(house))[0])
    with at(place) as vault:
        vault.access.remove_user(berit, nobody, nothing, to_recovery=False)
        vault.open_case(case).close()
        house_files = vault._shelf.files(house)
    with pytest.raises(DamagedFileError):
        register.connect(place.folder, (old_register,), vault_id)
    with pytest.raises(DamagedFileError):
        casefile.connect(files.database, old_key, vault_id, case, name="x")
    with pytest.raises(DamagedFileError):
        casefile.connect(house_files.database, old_house, vault_id, house, name="x")


def test_the_keys_file_of_before_opens_nothing_and_says_which_file(place):
    case, (_founder, berit) = shared(place, PRACTITIONER)
    before = keys_of(place, case).read_bytes()
    with at(place) as vault:
        vault.access.revoke(case, berit, nothing, nothing)
    now = keys_of(place, case).read_bytes()
    keys_of(place, case).write_bytes(before)
    for number in (1, 2):
        assert opens(place, number, case) == "VAULT-006"
    keys_of(place, case).write_bytes(now)
    assert opens(place, 1, case) == ""


def test_keys_files_that_changed_places_open_nothing(place):
    case, _users = shared(place, PRACTITIONER)
    with at(place) as vault:
        other = vault.new_case("2026-0002").case
    one, two = keys_of(place, case), keys_of(place, other)
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    assert [opens(place, 1, each) for each in (case, other)] == ["VAULT-006"] * 2


def test_a_colleague_without_a_grant_cannot_slip_in_before_the_key_is_changed(place):
    """With the register's key one can write rows; with a place, sign grants. Neither is enough."""
    users = with_colleagues(place, PRACTITIONER, PRACTITIONER)
    berit, cilla = users[1:]
    with at(place) as vault:
        akt = writer(place, vault)
        akt.enter(TEXT)
        akt.file.close()
        case = akt.file.case
        vault.access.grant(case, cilla, nothing)
    with at(place, 2) as vault:
        inside = vault._inside
        ring = keyrings.read(keys_of(place, case), name="x")
        granter = Granter(berit, inside.keychain.signing, inside.now())
        reader = Reader(berit, inside.me.wrap_public)
        own = keyrings.grant(Place(vault.vault, case), bytearray(32), reader, granter)
        named = msgspec.structs.replace(own, key=ring.grants[0].key)
        forged = msgspec.structs.replace(ring, grants=(*ring.grants, named))
        keyrings.replace(keys_of(place, case), forged)
        inside.register.grants.put(case, berit)
        inside.register.grants.mark_rekey([case], is_due=True)
    assert opens(place, 1, case) == "VAULT-006"
    keyrings.replace(keys_of(place, case), ring)
    assert opens(place, 1, case) == ""
    assert opens(place, 2, case) == "VAULT-007"
    assert opens(place, 3, case) == ""


def with_a_key_of_her_own(place: Workplace, case: str, evil: bytearray, *, alone: bool) -> None:
    """Berit, who has a place and no grant, puts a key of hers into an akt's keys file."""
    with at(place, 2) as vault:
        inside = vault._inside
        ring = keyrings.read(keys_of(place, case), name="x")
        granter = Granter(inside.me.user, inside.keychain.signing, inside.now())
        at_next = Place(vault.vault, case, keyrings.generations(ring)[0] + 1)
        publics = [(user.user, user.wrap_public) for user in (inside.me, inside.body.users[0])]
        publics.append(("recovery", bytes.fromhex(inside.body.recovery.public)))
        made = [keyrings.grant(at_next, evil, Reader(*each), granter) for each in publics]
        kept = [] if alone else ring.grants
        keyrings.replace(keys_of(place, case), msgspec.structs.replace(ring, grants=(*kept, *made)))
        founder = inside.register.grants.users(case)[0]
        inside.register.grants.drop(case, founder)  # so that no change of key is due


def test_nothing_is_sealed_under_a_key_that_the_akt_is_not_under(place):
    with_colleagues(place, PRACTITIONER)
    with at(place) as vault:
        akt = writer(place, vault)
        akt.enter(TEXT)
        akt.file.close()
        case = akt.file.case
    evil = bytearray(b"e" * 32)
    with_a_key_of_her_own(place, case, evil, alone=False)
    with at(place) as vault:
        vault.open_case(case).close()
        vault.mirror(case, CaseSummary(names=("Anna Ek",)))
    with at(place, 2) as vault:
        sealed = vault._inside.register.row(case).sealed
        with pytest.raises(index_blob.UnreadableBlobError):
            index_blob.unseal(sealed, evil, vault.vault, case)


def test_an_akt_is_not_put_back_under_a_key_of_who_could_not_open_it(place):
    with_colleagues(place, PRACTITIONER)
    with at(place) as vault:
        case = akt_with(place, vault)
        copied(place, vault)
    evil = bytearray(b"e" * 32)
    with_a_key_of_her_own(place, case, evil, alone=True)
    assert opens(place, 1, case) == "VAULT-006"
    with at(place) as vault:
        vault.copies.put_back(place.root / "medium", case, Watch())
        assert said_in(vault, case) == TEXTS
        keys = vault._keychain.keys(case, vault._inside.shelf.files(case))
        assert evil not in keys
    assert opens(place, 2, case) == "VAULT-007"


def test_who_lost_access_does_not_get_it_back_with_a_keys_file_from_the_medium(place):
    with_colleagues(place, PRACTITIONER)
    with at(place) as vault:
        berit = vault.members()[-1].user
        case = akt_with(place, vault)
        vault.access.grant(case, berit, nothing)
        copied(place, vault)
        vault.access.revoke(case, berit, nothing, nothing)
    keys_of(place, case).write_bytes(b"damaged")
    (place.folder / "cases" / f"{case}.db").write_bytes(bytes(8192))
    with at(place) as vault:
        vault.copies.put_back(place.root / "medium", case, Watch(), accepts_shorter=True)
        assert said_in(vault, case) == TEXTS
    assert opens(place, 2, case) == "VAULT-007"


def test_who_leaves_has_no_key_of_today_though_the_row_was_taken_out_before(place):
    case, (_founder, berit) = shared(place, PRACTITIONER)
    with at(place, 2) as vault:
        files = vault._inside.shelf.files(case)
        known = [bytes(key) for key in vault._keychain.keys(case, files)]
        vault._inside.register.grants.drop(case, berit)
    with at(place) as vault:
        vault.access.remove_user(berit, nobody, nothing, to_recovery=False)
        vault.open_case(case).close()
        today = [bytes(key) for key in vault._keychain.keys(case, files)]
        assert not set(today) & set(known)


def test_grants_are_of_one_spelling(place):
    case, _users = shared(place, PRACTITIONER)
    content = json.loads(keys_of(place, case).read_bytes())
    content["grants"][0]["more"] = 1
    keys_of(place, case).write_bytes(json.dumps(content).encode() + b"\n")
    assert opens(place, 1, case) == "VAULT-006"


def test_a_full_disk_leaves_the_akt_under_its_key_and_the_change_due(place, monkeypatch):
    case, (_founder, berit) = shared(place, PRACTITIONER)

    def full(*_given: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patched:
        patched.setattr(exporting, "make", full)
        with at(place) as vault:
            vault.access.revoke(case, berit, nothing, nothing)
            assert vault.access.rekey_due() == {case}
            assert len(vault.open_case(case).entries()) == 1
    with at(place) as vault:
        vault.open_case(case).close()
        assert vault.access.rekey_due() == frozenset()
    assert opens(place, 2, case) == "VAULT-007"


def test_a_full_disk_lets_nobody_back_in_whose_place_was_taken_away(place, monkeypatch):
    _case, (_founder, berit) = shared(place, PRACTITIONER)

    def full(*_given: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patched:
        patched.setattr(exporting, "make", full)
        with at(place) as vault:
            vault.access.remove_user(berit, nobody, nothing, to_recovery=False)
            assert vault.house().entries() == ()
        assert outcome(lambda: place.unlock(BERIT, place=2)) == "VAULT-001"
        with at(place) as vault:
            assert len(vault._inside.register_keys) == 2
    with at(place) as vault:
        assert len(vault._inside.register_keys) == 1
        assert not [each.why for each in vault.verify() if each.why]


def test_another_user_goes_on_with_a_change_that_was_cut_off(place, monkeypatch):
    _case, (_founder, berit, _cilla) = shared(place, PRACTITIONER, PRACTITIONER)

    def full(*_given: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patched:
        patched.setattr(exporting, "make", full)
        with at(place) as vault:
            vault.access.remove_user(berit, nobody, nothing, to_recovery=False)
    with at(place, 3) as vault:
        inside = vault._inside
        assert register.is_under(place.folder, inside.register_keys[0])
        assert len(inside.register_keys) == 2  # the last step is an administrator's
        assert len(vault.access.rekey_due()) == 1
    with at(place) as vault:
        assert len(vault._inside.register_keys) == 1


def test_a_list_that_the_register_could_not_hear_of_is_believed_and_gone_on_from(
    place, monkeypatch
):
    """The disk is full between the list and the register's word on it."""
    _founder, berit = with_colleagues(place, PRACTITIONER)

    def full(*_given: object) -> None:
        raise DiskFullError

    with at(place) as vault:
        with monkeypatch.context() as patched:
            patched.setattr(RegisterPins, "settle", full)
            vault.access.change_roles(berit, ("reviewer",), nothing)
        vault.access.change_roles(berit, ("reviewer", "practitioner"), nothing)
    with at(place) as vault:
        assert vault._inside.body.user(berit).roles == ("practitioner", "reviewer")


def test_a_list_that_could_not_be_written_changes_nothing(place, monkeypatch):
    _founder, berit = with_colleagues(place, PRACTITIONER)

    def full(*_given: object) -> None:
        raise DiskFullError

    with at(place) as vault:
        with monkeypatch.context() as patched:
            patched.setattr(slots, "write", full)
            refused = outcome(lambda: vault.access.change_roles(berit, ("reviewer",), nothing))
        assert refused == "VAULT-009"
        assert vault._inside.body.user(berit).roles == PRACTITIONER
    with at(place) as vault:
        vault.access.change_roles(berit, ("reviewer",), nothing)


def test_a_lock_in_the_middle_leaves_nothing_half_done(place):
    case, (_founder, berit) = shared(place, PRACTITIONER)

    def locked() -> None:
        raise Cancelled

    with at(place) as vault, pytest.raises(Cancelled):
        vault.access.revoke(case, berit, nothing, locked)
    assert list(place.folder.rglob("*.db.new*")) == []
    with at(place, 2) as vault:
        assert vault.cases() == ()
    with at(place) as vault:
        vault.open_case(case).close()
        assert vault.access.rekey_due() == frozenset()
    assert opens(place, 2, case) == "VAULT-007"


def test_a_large_akt_is_copied_in_slices(place):
    case, (_founder, berit) = shared(place, PRACTITIONER)
    beats: list[int] = []
    with at(place) as vault:
        akt = writer(place, vault, case)
        akt.file.append(akt.run([{"text": "stor"}]), attachments={"0" * 64: bytes(4_000_000)})
        akt.file.close()
        vault.access.revoke(case, berit, nothing, lambda: beats.append(1))
        assert vault.open_case(case).attachment("0" * 64) == bytes(4_000_000)
    assert len(beats) >= 4


def test_a_log_that_was_not_folded_in_is_never_read_into_the_copy(tmp_path):
    export = Export(tmp_path / "a.db", bytearray(32), "a.db", 1)
    for name in ("a.db", "a.db.new", "a.db-wal"):
        (tmp_path / name).write_bytes(name.encode())
    with pytest.raises(DiskError):
        exporting.put_in_place(export)
    assert (tmp_path / "a.db").read_bytes() == b"a.db"
    (tmp_path / "a.db-wal").write_bytes(b"")
    exporting.put_in_place(export)
    assert (tmp_path / "a.db").read_bytes() == b"a.db.new"
    assert not (tmp_path / "a.db-wal").exists()


def test_the_list_of_users_is_signed_anew_by_who_changed_it(place):
    _case, (_founder, berit, cilla) = shared(place, ("administrator",), PRACTITIONER)
    with at(place, 2) as vault:
        vault.access.change_roles(cilla, ("administrator", "reviewer"), nothing)
        assert vault._inside.body.signed_by == berit
    content = (place.folder / slots.FILE).read_bytes()
    body, payload, signature = signed.read_signed(content, slots.SlotsBody)
    assert signed.is_signed_by(body.user(berit).sign_public, slots.Signed.SLOTS, payload, signature)
    assert seats.ADMINISTRATOR in body.user(cilla).roles
