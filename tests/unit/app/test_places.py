# SPDX-License-Identifier: EUPL-1.2
"""Where a vault is looked for, and where first start may put one."""

import os
from pathlib import Path

import pytest

from workbench.app import places
from workbench.vault.errors import NotEmptyError, UnsafePlaceError


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


def test_a_folder_that_may_not_be_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root, as in CI, may write everywhere: the system's answer is given, the rest is real.
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    refused = places.check_place(tmp_path / "locked" / "Varn")
    assert refused is not None
    assert refused.code == "FILE-003"


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
