# SPDX-License-Identifier: EUPL-1.2
"""Recovery: codes that hold, codes that no longer hold, and a way back that proves itself first."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from tests.unit.vault.test_slots import someone
from tests.vault.backing_up import copied, folder_of, medium_of
from tests.vault.damage import flip
from tests.vault.making import CHEAP, Workplace, writer
from workbench.crypto.seeds import fingerprint
from workbench.domain.errors import Cancelled
from workbench.domain.ids import CaseId
from workbench.services.jobs import no_pulse
from workbench.vault import history, recovery_grants, seats, signed, slots
from workbench.vault.errors import (
    DamagedCopyError,
    DiskFullError,
    InUseError,
    NoAccessError,
    NoCopyError,
    OldRecoveryError,
    RecoveryCodesError,
    RecoveryPairError,
    RecoveryTypoError,
    SlotsNotSignedError,
    WrongPassphraseError,
    WrongRecoveryError,
)
from workbench.vault.history import Author, Deed
from workbench.vault.recovered import Recovered
from workbench.vault.returning import recover_vault
from workbench.vault.unlocked import UnlockedVault

NEW = "ett helt nytt lås"
FORMATS = Path(__file__).parents[1] / "vaults"


def renew(vault: UnlockedVault, kind: str = "one") -> tuple[str, ...]:
    codes = vault.recovery.renew(kind)
    vault.recovery.prove(codes, no_pulse)
    return codes


def recover(place: Workplace, *codes: str) -> Recovered:
    return recover_vault(place.folder, codes or (place.code,), place.around)


def seat(place: Workplace, *codes: str, at: int = 1, passphrase: str = NEW) -> tuple[str, ...]:
    """Somebody comes back at a place; returns the akter that stayed closed."""
    recovered = recover(place, *codes)
    try:
        return recovered.seat(recovered.newcomer(at), passphrase, CHEAP, no_pulse)
    finally:
        recovered.close()


def with_an_akt(place: Workplace) -> CaseId:
    vault = place.create()
    akt = writer(place, vault)
    akt.enter("måndag", "tisdag")
    akt.type("text", "halv mening")
    vault.close()
    return akt.file.case


def whys(vault: UnlockedVault) -> list[str]:
    return [report.why for report in vault.verify()]


def left_beside(place: Workplace) -> set[str]:
    return {path.name for path in place.root.iterdir()} - {"vault", place.state_name}


def with_two_users(place: Workplace) -> tuple[CaseId, CaseId]:
    """The founder at place 1 and another administrator at place 2, each with an akt of their own."""
    first = with_an_akt(place)
    seat(place, at=2)
    other = place.unlock(NEW, place=2)
    second = other.new_case("2026-0002").case
    other.close()
    return first, second


# --- new codes ---------------------------------------------------------------------------------


def test_a_new_code_holds_when_it_was_typed_back_and_not_before(place: Workplace):
    with_an_akt(place)
    vault = place.unlock()
    (drawn,) = vault.recovery.renew("one")
    vault.close()
    recover(place).close()
    with pytest.raises(WrongRecoveryError):
        recover(place, drawn)
    vault = place.unlock()
    (code,) = renew(vault)
    vault.close()
    recover(place, code).close()
    with pytest.raises(WrongRecoveryError):
        recover(place)


def test_a_mistyped_or_another_code_does_not_prove_a_new_one(place: Workplace):
    vault = place.create()
    (drawn,) = vault.recovery.renew("one")
    with pytest.raises(RecoveryTypoError):
        vault.recovery.prove([drawn[:-1] + ("2" if drawn[-1] != "2" else "3")], no_pulse)
    with pytest.raises(WrongRecoveryError):
        vault.recovery.prove([place.code], no_pulse)
    with pytest.raises(RecoveryCodesError):
        vault.recovery.prove([drawn, drawn], no_pulse)
    vault.recovery.forget()
    vault.recovery.prove([place.code], no_pulse)
    vault.close()
    recover(place).close()


@pytest.mark.parametrize("pair", [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)])
def test_any_two_of_three_codes_open(place: Workplace, pair: tuple[int, int]):
    with_an_akt(place)
    vault = place.unlock()
    codes = renew(vault, "two-of-three")
    assert vault.recovery.standing().codes == "two-of-three"
    vault.close()
    assert seat(place, codes[pair[0]], codes[pair[1]]) == ()
    vault = place.unlock(NEW)
    assert whys(vault) == ["", ""]
    vault.close()


def test_one_of_three_the_same_twice_or_two_of_different_days_open_nothing(place: Workplace):
    vault = place.create()
    codes = renew(vault, "two-of-three")
    later = renew(vault, "two-of-three")
    vault.close()
    for given, error in (
        (later[:1], RecoveryCodesError),
        ([later[0], ""], RecoveryCodesError),
        ([later[0], later[0]], RecoveryPairError),
        ([codes[0], later[1]], RecoveryPairError),
        (codes[:2], RecoveryPairError),
        ([later[0], later[1][:-1]], RecoveryTypoError),
    ):
        with pytest.raises(error):
            recover(place, *given)


def test_the_old_code_opens_no_file_that_the_renewing_user_could_open(place: Workplace):
    case = with_an_akt(place)
    vault = place.unlock()
    old = vault._inside.body.recovery.public
    renew(vault)
    for akt in (case, CaseId(vault._inside.body.house)):
        body = recovery_grants.read(vault._inside, akt)
        assert not recovery_grants.opens(body, bytes.fromhex(old))
    wraps = vault._inside.body.recovery.register
    assert vault.recovery.uncovered(no_pulse) == 0
    vault.close()
    drill = place.unlock()
    assert wraps == drill._inside.body.recovery.register
    drill.close()


def test_a_replaced_recovery_key_signs_no_list_any_more(place: Workplace):
    vault = place.create()
    old = vault._inside.body.user(vault._inside.body.users[1].user)
    renew(vault)
    body = vault._inside.body
    vault.close()
    assert old is not None
    assert slots.RECOVERY in old.roles
    assert not body.may_sign(old.user)
    assert body.may_sign(body.users[2].user)


def test_only_an_administrator_draws_and_drills(place: Workplace):
    vault = place.create()
    inside = vault._inside
    me = msgspec.structs.replace(inside.me, roles=("practitioner",))
    inside.body = msgspec.structs.replace(inside.body, users=(me, *inside.body.users[1:]))
    with pytest.raises(NoAccessError):
        vault.recovery.renew("one")
    with pytest.raises(NoAccessError):
        vault.recovery.drill([place.code], no_pulse)
    vault.close()


def test_another_users_akter_are_brought_over_when_they_open_them(place: Workplace):
    _first, second = with_two_users(place)
    vault = place.unlock()
    codes = renew(vault)
    assert vault.recovery.uncovered(no_pulse) == 1
    assert vault.recovery.drill(codes, no_pulse).uncovered == ("2026-0002",)
    vault.close()
    other = place.unlock(NEW, place=2)
    other.open_case(second).close()
    assert other.recovery.uncovered(no_pulse) == 0
    assert other.recovery.drill(codes, no_pulse).opened == 2
    other.close()


def test_a_user_brings_over_all_their_akter_at_once(place: Workplace):
    with_two_users(place)
    vault = place.unlock()
    renew(vault)
    vault.close()
    other = place.unlock(NEW, place=2)
    other.recovery.bring_over(no_pulse)
    assert other.recovery.uncovered(no_pulse) == 0
    other.close()


def test_a_renewal_that_a_lock_cut_off_is_as_if_it_never_was_and_can_be_done_again(place):
    case = with_an_akt(place)
    vault = place.unlock()
    codes = vault.recovery.renew("one")
    with pytest.raises(Cancelled):
        vault.recovery.prove(codes, cancelled_after(3))
    vault.close()
    vault = place.unlock()
    assert whys(vault) == ["", ""]
    vault.open_case(case).close()
    assert vault.recovery.uncovered(no_pulse) == 0  # the grants of the new key are gone again
    codes = renew(vault)
    vault.close()
    assert seat(place, *codes) == ()


def cancelled_after(calls: int):
    left = iter(range(calls))

    def pulse() -> None:
        if next(left, None) is None:
            raise Cancelled

    return pulse


# --- back into the vault -------------------------------------------------------------------------


def test_who_comes_back_reads_everything_with_the_new_passphrase_and_not_the_old(place: Workplace):
    case = with_an_akt(place)
    assert seat(place) == ()
    with pytest.raises(WrongPassphraseError):
        place.unlock()
    vault = place.unlock(NEW)
    assert whys(vault) == ["", ""]
    (row,) = vault.cases()
    file = vault.open_case(row.case)
    assert row.case == case
    assert [entry.content()["text"] for entry in file.entries()] == ["måndag", "tisdag"]
    assert vault.check_signatures(file.entries()) is None
    assert [row.value for row in file.working_rows(vault.signer.user)] == ['"halv mening"']
    assert vault.recovery.came_by_recovery
    vault.close()


def test_what_the_old_user_could_open_hangs_in_no_line_that_begins_with_them(place: Workplace):
    case = with_an_akt(place)
    before = place.unlock()
    old = before.signer.user
    before.close()
    seat(place)
    vault = place.unlock(NEW)
    body = recovery_grants.read(vault._inside, case)
    assert {granted.to for granted in body.grants} == {vault.signer.user, "recovery"}
    assert old not in {granted.by for granted in body.grants}
    assert old in {member.user for member in vault.members()}
    vault.close()


def test_others_keep_what_they_have_when_somebody_comes_back(place: Workplace):
    first, second = with_two_users(place)
    vault = place.unlock()
    other = next(user for user in vault._inside.body.users if user.user == user_at(vault, 2))
    inside = vault._inside
    body = recovery_grants.read(inside, first)
    reader = recovery_grants.Reader(other.user, other.wrap_public)
    recovery_grants.write(inside, recovery_grants.regranted(inside, body, body.grants, [reader]))
    inside.register.grants.put(first, other.user)
    vault.close()
    assert seat(place, passphrase="en annan") == ()
    again = place.unlock(NEW, place=2)
    assert {row.case for row in again.cases()} == {first, second}
    again.open_case(first).close()
    assert whys(again) == ["", "", ""]
    again.close()
    back = place.unlock("en annan")
    assert [row.case for row in back.cases()] == [first]
    back.close()


def user_at(vault: UnlockedVault, place: int) -> str:
    return next(member.user for member in vault.members() if member.place == place)


def test_a_place_that_was_nobodys_gets_an_administrator_without_akter(place: Workplace):
    with_an_akt(place)
    seat(place, at=5)
    vault = place.unlock(NEW, place=5)
    assert vault.cases() == ()
    assert vault._inside.me.roles == ("administrator",)
    vault.close()
    vault = place.unlock()
    assert len(vault.cases()) == 1
    vault.close()


def test_a_new_place_takes_the_akter_that_nobody_with_a_place_can_open(place: Workplace):
    first, second = with_two_users(place)
    vault = place.unlock()
    other = user_at(vault, 2)
    vault.access.remove_user(other, lambda _count: None, no_pulse, to_recovery=True)
    vault.close()
    seat(place, at=3, passphrase="plats tre")
    heir = place.unlock("plats tre", place=3)
    assert [row.case for row in heir.cases()] == [second]
    heir.open_case(second).close()
    assert whys(heir) == ["", ""]
    heir.close()
    vault = place.unlock()
    assert [row.case for row in vault.cases()] == [first]
    vault.close()


def test_wrong_codes_open_nothing_and_change_nothing(place: Workplace, tmp_path: Path):
    with_an_akt(place)
    stranger = Workplace(tmp_path / "stranger", seed="stranger")
    stranger.create().close()
    before = contents(place.folder)
    for codes, error in (
        ([stranger.code], WrongRecoveryError),
        ([place.code[:-1]], RecoveryTypoError),
        ([place.code, place.code], RecoveryCodesError),
        ([], RecoveryCodesError),
    ):
        with pytest.raises(error):
            recover_vault(place.folder, codes, place.around)
    assert contents(place.folder) == before
    place.unlock().close()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_looking_without_taking_a_place_changes_nothing_for_anyone(place: Workplace):
    with_an_akt(place)
    recovered = recover(place)
    assert [seat.place for seat in recovered.seats()] == [1]
    recovered.newcomer(1)
    recovered.close()
    recovered.close()
    vault = place.unlock()
    assert whys(vault) == ["", ""]
    vault.close()


def test_a_vault_that_is_in_use_is_not_recovered_beside_its_user(place: Workplace):
    vault = place.create()
    with pytest.raises(InUseError):
        recover(place)
    vault.close()


def test_a_list_that_the_founder_did_not_begin_is_not_believed_by_the_code(place: Workplace):
    """Somebody without any key puts the recovery key into a list of their own."""
    with_an_akt(place)
    body = slots.read(place.folder, smallest_kib=CHEAP.m_kib)
    forger = someone(7, slots.ROLES)
    slot = msgspec.structs.replace(body.slots[0], user=forger.user)
    founded = Deed("founded", forger.user, fingerprint(forger.wrap_public), slots.ROLES)
    recovery = body.users[1]
    steps = history.after(
        (), body.vault, Author(forger.user, bytes([7]) * 32), founded, slots.arrival(recovery)
    )
    forged = msgspec.structs.replace(
        body, users=(forger, recovery), slots=(slot,), signed_by=forger.user, generation=9,
        history=steps,
    )  # fmt: skip
    slots.check(forged)
    slots.write(place.folder, slots.file_of(forged, bytes([7]) * 32))
    with pytest.raises(SlotsNotSignedError):
        recover(place)


def test_coming_back_that_was_cut_off_leaves_the_vault_as_it_was_and_can_be_done_again(place):
    with_an_akt(place)
    recovered = recover(place)
    with pytest.raises(Cancelled):
        recovered.seat(recovered.newcomer(1), NEW, CHEAP, cancelled_after(1))
    recovered.close()
    vault = place.unlock()
    assert whys(vault) == ["", ""]
    assert len(vault.cases()) == 1
    vault.close()
    assert seat(place) == ()
    vault = place.unlock(NEW)
    (row,) = vault.cases()
    assert {g.to for g in recovery_grants.read(vault._inside, row.case).grants} == {
        vault.signer.user,
        "recovery",
    }
    vault.close()


def test_a_lock_after_the_place_changed_hands_does_not_take_it_back(place: Workplace):
    with_an_akt(place)
    recovered = recover(place)
    assert recovered.seat(recovered.newcomer(1), NEW, CHEAP, cancelled_after(3)) == ()
    recovered.close()
    vault = place.unlock(NEW)
    assert whys(vault) == ["", ""]
    vault.close()


def test_an_akt_that_was_not_brought_over_stays_closed_and_is_named(place: Workplace):
    with_two_users(place)
    vault = place.unlock()
    codes = renew(vault)
    vault.close()
    assert seat(place, *codes, at=2, passphrase="tredje") == ("2026-0002",)
    again = place.unlock("tredje", place=2)
    assert again.cases() == ()
    again.close()


def test_the_organisations_own_keys_are_made_anew_when_nobody_has_them_any_more(place: Workplace):
    with_an_akt(place)
    seat(place)
    vault = place.unlock(NEW)
    assert vault.recovery.lacks_exchange()
    vault.recovery.renew_exchange()
    assert not vault.recovery.lacks_exchange()
    assert len(vault.exchange_keys().mailboxes) == 8
    with pytest.raises(NoAccessError):
        vault.recovery.renew_exchange()
    vault.close()


# --- vaults of before ------------------------------------------------------------------------------


@pytest.fixture
def v1(place: Workplace) -> dict:
    shutil.copytree(FORMATS / "v1" / "vault", place.folder)
    return json.loads((FORMATS / "v1" / "content.json").read_text(encoding="utf-8"))


def test_the_oldest_vault_is_recovered_with_its_own_code(place: Workplace, v1: dict):
    recover(place, v1["recovery_code"]).close()
    place.unlock(v1["passphrase"]).close()  # looking was not taking
    assert seat(place, v1["recovery_code"]) == ()
    vault = place.unlock(NEW)
    assert whys(vault) == ["", "", ""]
    assert len(vault.cases()) == 2
    vault.close()
    assert seat(place, v1["recovery_code"], passphrase="och en gång till") == ()
    place.unlock("och en gång till").close()


def test_the_oldest_vault_gets_new_codes_and_drills(place: Workplace, v1: dict):
    vault = place.unlock(v1["passphrase"])
    assert vault.recovery.drill([v1["recovery_code"]], no_pulse).opened == 2
    codes = renew(vault, "two-of-three")
    assert vault.recovery.drill(codes[1:], no_pulse).opened == 2
    vault.close()
    assert seat(place, *codes[:2]) == ()


def test_an_old_vault_with_two_users_asks_for_a_new_code_first(place: Workplace, v1: dict):
    vault = place.unlock(v1["passphrase"])
    body, inside = vault._inside.body, vault._inside
    second = someone(5, ("practitioner",))
    slot = msgspec.structs.replace(body.slots[0], place=2, user=second.user)
    inside.write_slots(
        msgspec.structs.replace(
            body,
            generation=body.generation + 1,
            history=slots.after(body, seats.author(inside), slots.arrival(second)),
            users=(*body.users, second),
            slots=(*body.slots, slot),
        )
    )
    vault.close()
    with pytest.raises(OldRecoveryError):
        recover(place, v1["recovery_code"])


# --- drills ------------------------------------------------------------------------------------------


def test_a_drill_opens_every_akt_of_a_copy_and_leaves_none(place: Workplace):
    with_two_users(place)
    vault = place.unlock()
    before = contents(place.folder)
    found = vault.recovery.drill([place.code], no_pulse)
    assert (found.codes, found.opened, found.uncovered, found.faulty) == ("one", 2, (), ())
    assert found.entries == 2
    assert contents(place.folder) == before
    assert left_beside(place) == set()
    vault.close()


def test_a_drill_names_akter_that_are_not_whole(place: Workplace):
    case = with_an_akt(place)
    path = place.folder / "cases" / f"{case}.db"
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    path.write_bytes(damaged)
    vault = place.unlock()
    found = vault.recovery.drill([place.code], no_pulse)
    assert (found.opened, found.faulty) == (0, ("2026-0001",))
    vault.close()
    assert left_beside(place) == set()


def test_wrong_codes_copy_nothing(place: Workplace, monkeypatch):
    vault = place.create()
    monkeypatch.setattr("workbench.vault.durable.make_folder", refuse)
    with pytest.raises(RecoveryTypoError):
        vault.recovery.drill(["0"], no_pulse)
    vault.close()


def refuse(*_args: object) -> None:
    raise AssertionError("nothing is to be made")


def test_a_drill_that_a_lock_cut_off_leaves_no_copy(place: Workplace):
    with_an_akt(place)
    vault = place.unlock()
    with pytest.raises(Cancelled):
        vault.recovery.drill([place.code], cancelled_after(2))
    vault.close()
    assert left_beside(place) == set()


def test_a_copy_that_a_killed_drill_left_is_gone_after_the_next_unlock(place: Workplace):
    vault = place.create()
    aside = place.root / f".varn-drill-{vault.vault}"
    vault.close()
    (aside / "cases").mkdir(parents=True)
    for name in ("vault.slots", "register.db", "register.db-wal", f"cases/{CASE}.keys"):
        (aside / name).write_bytes(b"ciphertext")
    place.unlock().close()
    assert left_beside(place) == set()


CASE = "00000000-0000-4000-8000-00000000aaaa"


def test_what_is_not_a_drills_is_never_removed(place: Workplace):
    vault = place.create()
    aside = place.root / f".varn-drill-{vault.vault}"
    aside.mkdir()
    (aside / "semesterbild.jpg").write_bytes(b"mine")
    vault.close()
    vault = place.unlock()
    with pytest.raises(Exception, match="VAULT-015"):
        vault.recovery.drill([place.code], no_pulse)
    vault.close()
    assert (aside / "semesterbild.jpg").read_bytes() == b"mine"


def test_a_drill_without_room_is_told_and_leaves_nothing(place: Workplace, monkeypatch):
    with_an_akt(place)
    vault = place.unlock()

    def full(_path: Path) -> None:
        raise DiskFullError

    monkeypatch.setattr("workbench.vault.durable.reserve", full)
    with pytest.raises(DiskFullError):
        vault.recovery.drill([place.code], no_pulse)
    monkeypatch.undo()
    vault.close()
    assert left_beside(place) == set()


def test_a_drill_on_a_backup_opens_it_as_if_the_computer_were_gone(place: Workplace):
    with_two_users(place)
    vault = place.unlock()
    copied(place, vault)
    before = contents(place.root / "medium")
    found = vault.recovery.drill([place.code], no_pulse, medium_of(place))
    assert (found.opened, found.uncovered, found.faulty) == (2, (), ())
    assert contents(place.root / "medium") == before
    assert left_beside(place) == {"medium"}
    vault.close()


def test_a_backup_with_a_damaged_akt_is_told_and_one_that_is_not_there_too(place: Workplace):
    case = with_an_akt(place)
    vault = place.unlock()
    with pytest.raises(NoCopyError):
        vault.recovery.drill([place.code], no_pulse, medium_of(place))
    made = copied(place, vault)
    flip(folder_of(place, made) / "cases" / f"{case}.db", 5000)
    with pytest.raises(DamagedCopyError):
        vault.recovery.drill([place.code], no_pulse, medium_of(place))
    vault.close()
    assert left_beside(place) == {"medium"}


def test_a_drill_on_a_backup_wants_the_code_of_the_last_visit(place: Workplace):
    with_an_akt(place)
    vault = place.unlock()
    copied(place, vault)
    codes = renew(vault)
    with pytest.raises(WrongRecoveryError):
        vault.recovery.drill(codes, no_pulse, medium_of(place))
    copied(place, vault)
    assert vault.recovery.drill(codes, no_pulse, medium_of(place)).opened == 1
    vault.close()


def test_a_drill_while_akter_are_open_sees_what_was_just_written(place: Workplace):
    vault = place.create()
    akt = writer(place, vault)
    akt.enter(*(f"dag {n}" for n in range(5)))
    assert vault.recovery.drill([place.code], no_pulse).entries == 5
    akt.enter("en till")
    vault.close()
    vault = place.unlock()
    assert whys(vault) == ["", ""]
    vault.close()


def keys_of(place: Workplace, case: CaseId) -> Sequence[dict]:
    path = place.folder / "cases" / f"{case}.keys"
    return json.loads(path.read_bytes())["grants"]


def test_every_new_akt_is_granted_to_the_recovery_key_of_today(place: Workplace):
    vault = place.create()
    renew(vault)
    case = vault.new_case("2026-0001").case
    public = bytes.fromhex(vault._inside.body.recovery.public)
    vault.close()
    recipients = {each["recipient"] for each in keys_of(place, case) if each["to"] == "recovery"}
    assert recipients == {fingerprint(public)}
    assert signed.format_of(slots.SlotsBody) == "varn.slots/2"
