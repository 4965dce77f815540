# SPDX-License-Identifier: EUPL-1.2
"""Where a vault is looked for, and where first start may put one."""

import os
import tempfile
from pathlib import Path

import pytest

from workbench.app import places
from workbench.vault.errors import NotEmptyError, UnsafePlaceError

_NOBODY = 65534


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("VARN_STATE_DIR", str(tmp_path / "state"))
    return folder


def vault_in(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "vault.slots").write_bytes(b"")
    return folder


def test_without_any_vault_the_home_folder_is_proposed(home: Path) -> None:
    assert places.usual() == home / "Varn"
    assert places.is_unborn(places.usual())


def test_a_vault_in_another_place_is_found_again(tmp_path: Path) -> None:
    elsewhere = vault_in(tmp_path / "disk" / "åäö" / "Varn")
    places.remember(elsewhere, None)
    assert places.usual() == elsewhere


def test_a_vault_at_home_goes_before_one_that_was_noted(home: Path, tmp_path: Path) -> None:
    places.remember(vault_in(tmp_path / "disk" / "Varn"), None)
    vault_in(home / "Varn")
    assert places.usual() == home / "Varn"


def test_a_noted_vault_that_is_gone_is_not_proposed(home: Path, tmp_path: Path) -> None:
    places.remember(tmp_path / "stick" / "Varn", None)
    assert places.usual() == home / "Varn"


def test_a_vault_at_home_needs_no_note(home: Path, tmp_path: Path) -> None:
    places.remember(vault_in(tmp_path / "disk" / "Varn"), None)
    places.remember(home / "Varn", None)
    assert not list((tmp_path / "state").iterdir())


def test_only_an_absent_or_empty_folder_is_unborn(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    found = {name: places.is_unborn(tmp_path / name) for name in ("none", "empty", "file")}
    assert found == {"none": True, "empty": True, "file": False}
    assert not places.is_unborn(vault_in(tmp_path / "vault"))


def test_a_chosen_folder_that_is_used_gets_one_in_it(tmp_path: Path) -> None:
    empty, used = tmp_path / "empty", tmp_path / "used"
    empty.mkdir()
    used.mkdir()
    (used / "brev.txt").write_bytes(b"x")
    assert places.room_in(empty) == empty
    assert places.room_in(used) == used / "Varn"


def test_a_synchronised_or_used_folder_is_refused_with_its_reason(tmp_path: Path) -> None:
    assert places.check_place(tmp_path / "new" / "Varn") is None
    assert isinstance(places.check_place(tmp_path / "Dropbox" / "Varn"), UnsafePlaceError)
    assert isinstance(places.check_place(vault_in(tmp_path / "vault")), NotEmptyError)


def test_a_folder_that_may_not_be_written_is_refused() -> None:
    with tempfile.TemporaryDirectory() as made:  # not under pytest's own, which is root's alone
        Path(made).chmod(0o755)
        locked = Path(made) / "locked"
        locked.mkdir(mode=0o555)
        assert _told_to_nobody(locked / "Varn") == "FILE-003"


def _told_to_nobody(folder: Path) -> str:
    """What somebody without rights is told: root, as in CI, may write everywhere."""
    places.check_place(folder)  # loads what it needs: nobody may read the library's folder
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setuid(_NOBODY)
        refused = places.check_place(folder)
        os.write(writing, (refused.code if refused else "none").encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as told:
        return told.read()


def test_a_plain_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    refused = places.check_place(tmp_path / "file" / "Varn")
    assert refused is not None


def test_when_home_is_synchronised_a_folder_beside_the_state_is_proposed(tmp_path: Path) -> None:
    wanted = tmp_path / "OneDrive" / "Varn"
    assert places.proposed(wanted, places.check_place) == tmp_path / "Varn"
    fine = tmp_path / "plain" / "Varn"
    assert places.proposed(fine, places.check_place) == fine


def test_a_backup_that_was_taking_the_vault_s_place_is_no_unborn_vault(tmp_path: Path) -> None:
    ready = tmp_path / "Varn.restored-20261122T011000Z-0c0ffee0"
    ready.mkdir()
    (ready / "vault.slots").write_bytes(b"{}")
    assert not places.is_unborn(tmp_path / "Varn")
    assert places.is_vault(tmp_path / "Varn")
    assert not ready.exists()
