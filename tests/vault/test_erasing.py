# SPDX-License-Identifier: EUPL-1.2
"""An akt that was erased is gone, with its keys and rows, and nothing brings it again."""

import hashlib
import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest

from tests.vault.damage import crashed_copy, flip, outcome
from tests.vault.making import Workplace, writer
from tests.vault.seating import SECOND_PASSPHRASE, seat_second
from tests.vault.taking import say_erased, take
from workbench.domain.ids import CaseId
from workbench.services.ports import CaseSummary
from workbench.services.purge.erasing_errors import NotApprovedError
from workbench.vault import erased_list
from workbench.vault.errors import NoAccessError
from workbench.vault.unlocked import UnlockedVault

FORMATS = Path(__file__).parents[1] / "vaults"
SECRET = "Hon bor hos sin syster i Påhittsby"
KEPT = "Ringde på måndagen"


def begun(place: Workplace) -> tuple[UnlockedVault, CaseId, CaseId]:
    """An open vault with an akt to erase and one to keep."""
    vault = place.create()
    gone, kept = writer(place, vault), writer(place, vault)
    gone.enter(SECRET)
    kept.enter(KEPT)
    vault.mirror(gone.file.case, CaseSummary(("Vera Exempel",)))
    gone.file.close()
    kept.file.close()
    return vault, gone.file.case, kept.file.case


def files_of(place: Workplace, case: CaseId) -> list[str]:
    return sorted(path.name for path in place.folder.rglob(f"{case}*"))


def is_gone(place: Workplace, gone: CaseId, kept: CaseId) -> None:
    vault = place.unlock()
    try:
        assert files_of(place, gone) == []
        assert [row.case for row in vault.cases()] == [kept]
        with pytest.raises(NoAccessError):
            vault.open_case(gone)
        assert [e.content() for e in vault.open_case(kept).entries()] == [{"text": KEPT}]
        assert [report.why for report in vault.verify()] == ["", ""]
        assert vault.erasing.is_erased(gone)
        assert not vault.erasing.is_erased(kept)
        assert vault._register.grants.of(vault.signer.user).keys() == {kept}
    finally:
        vault.close()
    listed = erased_list.read(place.folder / "vault.erased", vault.vault, vault.members())
    assert listed.erasures.cases == {gone}


def test_an_erased_akt_leaves_no_file_no_row_and_no_grant(place):
    vault, gone, kept = begun(place)
    for leftover in (".new", ".db.migrating", ".keys.new", ".before-2026-11-22"):
        (place.folder / "cases" / f"{gone}{leftover}").write_bytes(b"rest")
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    assert files_of(place, gone) == []
    vault.close()
    is_gone(place, gone, kept)


def test_an_akt_is_erased_while_it_lies_open(place):
    vault, gone, kept = begun(place)
    handle = vault.open_case(gone)
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    assert files_of(place, gone) == []
    handle.close()
    vault.close()
    is_gone(place, gone, kept)


def test_nothing_is_erased_without_its_entry(place):
    vault, gone, kept = begun(place)
    say_erased(place, vault, kept, level="E0")
    say_erased(place, vault, gone, approval="two-people")
    say_erased(place, vault, gone, approval="one-person", proposal="f" * 64, confirmed="00" * 64)
    before = files_of(place, gone)
    with pytest.raises(NotApprovedError):
        vault.erasing.erase(gone)
    vault.close()
    place.unlock().close()
    assert files_of(place, gone) == before
    assert not (place.folder / "vault.erased").exists()


def test_who_has_no_grant_may_not_erase(place):
    vault, gone, _kept = begun(place)
    seat_second(place, vault)
    vault.erasing.require_key(gone)
    vault.close()
    vault = place.unlock(SECOND_PASSPHRASE, place=2)
    with pytest.raises(NoAccessError):
        vault.erasing.require_key(gone)
    vault.close()


def crashed_at_every_step(place, vault, case, root: Path, monkeypatch) -> list[Workplace]:
    """Copies of the place as a power cut would leave it before each removal, and after all."""
    copies: list[Workplace] = []
    unlink, replace = Path.unlink, Path.replace

    def copy() -> None:
        with monkeypatch.context() as undone:
            undone.setattr(Path, "unlink", unlink)
            undone.setattr(Path, "replace", replace)
            copies.append(crashed_copy(place, root / f"crash{len(copies)}"))

    def spied(method):
        def act(path: Path, *args, **kwargs):
            if place.folder in path.parents:
                copy()
            return method(path, *args, **kwargs)

        return act

    say_erased(place, vault, case)
    monkeypatch.setattr(Path, "unlink", spied(unlink))
    monkeypatch.setattr(Path, "replace", spied(replace))
    vault.erasing.erase(case)
    copy()
    monkeypatch.undo()
    return copies


def test_a_crash_at_any_step_is_finished_at_the_next_unlock(place, tmp_path, monkeypatch):
    vault, gone, kept = begun(place)
    copies = crashed_at_every_step(place, vault, gone, tmp_path, monkeypatch)
    vault.close()
    assert len(copies) >= 5
    assert {len(files_of(copy, gone)) for copy in copies} >= {0, 1, 2}
    for copy in copies:
        is_gone(copy, gone, kept)


def test_another_user_finishes_what_a_crash_cut_off(place):
    vault, gone, _kept = begun(place)
    seat_second(place, vault)
    say_erased(place, vault, gone)
    vault.close()
    vault = place.unlock(SECOND_PASSPHRASE, place=2)
    assert files_of(place, gone) == []
    vault.close()


def test_files_that_are_put_back_go_again(place, tmp_path):
    vault, gone, kept = begun(place)
    vault.close()
    shutil.copytree(place.folder / "cases", tmp_path / "copy")
    vault = place.unlock()
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    vault.close()
    for path in (tmp_path / "copy").glob(f"{gone}*"):
        shutil.copy(path, place.folder / "cases")
    assert files_of(place, gone) != []
    is_gone(place, gone, kept)


def test_an_older_vault_obeys_the_list_of_the_newer(place, tmp_path):
    """As when a backup from before is put back and the list is laid beside it."""
    vault, gone, kept = begun(place)
    vault.close()
    older = crashed_copy(place, tmp_path / "older")
    vault = place.unlock()
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    vault.close()
    shutil.copy(place.folder / "vault.erased", older.folder)
    is_gone(older, gone, kept)


@pytest.mark.parametrize("how", ["missing", "changed", "cut", "nonsense"])
def test_a_list_that_does_not_count_is_made_again(place, how):
    vault, gone, kept = begun(place)
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    vault.close()
    path = place.folder / "vault.erased"
    good = path.read_bytes()
    if how == "missing":
        path.unlink()
    elif how == "changed":
        flip(path, 100)
    else:
        path.write_bytes(good[:40] if how == "cut" else b"{}\n")
    is_gone(place, gone, kept)
    assert path.read_bytes() == good


def test_a_list_of_a_later_version_is_not_replaced(place):
    vault, gone, _kept = begun(place)
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    vault.close()
    path = place.folder / "vault.erased"
    newer = path.read_bytes().replace(b"varn.erased/2", b"varn.erased/3")
    path.write_bytes(newer)
    vault = place.unlock()
    assert outcome(lambda: vault.erasing.is_erased(gone)) == "VAULT-010"
    vault.close()
    assert path.read_bytes() == newer


def test_a_list_that_a_former_user_signed_is_not_believed(place):
    vault, gone, kept = begun(place)
    vault.close()
    vault = place.unlock()
    forged = erased_list.Erasures(cases=frozenset({kept}))
    keychain = vault._keychain
    stranger = "ab" * 32
    erased_list.write(place.folder / "vault.erased", vault.vault, forged, stranger,
                      keychain.signing)  # fmt: skip
    vault.close()
    vault = place.unlock()
    assert {row.case for row in vault.cases()} == {gone, kept}
    vault.close()


def test_whoever_unlocks_signs_the_list_anew(place):
    vault, gone, _kept = begun(place)
    user = seat_second(place, vault)
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    vault.close()
    vault = place.unlock(SECOND_PASSPHRASE, place=2)
    listed = erased_list.read(place.folder / "vault.erased", vault.vault, vault.members())
    assert (listed.signed_by, listed.erasures.cases) == (user, {gone})
    vault.close()


def test_sealed_files_that_came_for_the_akt_go_with_it(place):
    vault, gone, _kept = begun(place)
    own, other = b"sealed for it", b"sealed for another"
    for name, content in (("own.age", own), ("other.age", other)):
        vault.keep_incoming(BytesIO(content), name)
    say_erased(place, vault, gone, arrivals=[hashlib.sha256(own).hexdigest()])
    vault.erasing.erase(gone)
    assert [path.name for path in (place.folder / "incoming").iterdir()] == ["other.age"]
    vault.close()


def test_a_file_of_before_a_migration_goes_when_a_text_is_purged(place):
    """It holds what was purged since, under a key that is still there."""
    vault, gone, kept = begun(place)
    for leftover in (".db.before-1", ".db.migrating"):
        (place.folder / "cases" / f"{kept}{leftover}").write_bytes(SECRET.encode())
    other = place.folder / "cases" / f"{gone}.db.before-1"
    other.write_bytes(b"annan")
    handle = vault.open_case(kept)
    take(place, vault, kept, [handle.entries()[0].id])
    assert [name.partition(".")[2] for name in files_of(place, kept)][:2] == ["db", "db-shm"]
    assert not any("before" in name or "migrating" in name for name in files_of(place, kept))
    assert other.exists()
    vault.close()


def test_what_was_purged_stays_on_the_list(place):
    vault, gone, kept = begun(place)
    (entry,) = vault.open_case(kept).entries()
    take(place, vault, kept, [entry.id])
    take(place, vault, gone, ["cd" * 32])
    assert vault.erasing.purged(kept) == {entry.id}
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    vault.close()
    vault = place.unlock()
    assert vault.erasing.purged(kept) == {entry.id}
    assert vault.open_case(kept).entries()[0].content() == {}
    vault.close()


def test_an_unlock_without_erasures_writes_no_list(place):
    vault, _gone, _kept = begun(place)
    vault.close()
    place.unlock().close()
    assert not (place.folder / "vault.erased").exists()


def test_a_code_that_cannot_sign_confirms_nothing(place):
    """The oldest released format: its code opens, and has no key that anybody admitted."""
    shutil.copytree(FORMATS / "v1" / "vault", place.folder)
    facts = json.loads((FORMATS / "v1" / "content.json").read_text(encoding="utf-8"))
    vault = place.unlock(facts["passphrase"])
    with pytest.raises(NotApprovedError):
        vault.erasing.confirm([facts["recovery_code"]], b"{}")
    vault.close()


def test_the_code_of_today_confirms(place):
    vault = place.create()
    signature = vault.erasing.confirm([place.code], b"{}")
    assert len(signature) == 128
    assert outcome(lambda: vault.erasing.confirm(["nonsense"], b"{}")) == "VAULT-016"
    vault.close()
