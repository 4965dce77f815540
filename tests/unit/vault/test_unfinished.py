# SPDX-License-Identifier: EUPL-1.2
"""What a founding leaves that was cut off is known for what it is; anything else is somebody's."""

import shutil
from pathlib import Path

import pytest

from tests.vault.making import CHEAP, PASSPHRASE, Workplace
from workbench.app import places
from workbench.vault import founding, slots, unfinished
from workbench.vault.errors import NotEmptyError


@pytest.fixture
def begun(tmp_path: Path, monkeypatch) -> Path:
    """The folder as a kill right before vault.slots leaves it."""
    place = Workplace(tmp_path)

    def killed(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(slots, "write", killed)
    monkeypatch.setattr(founding, "_unmake", lambda _layout: None)
    with pytest.raises(KeyboardInterrupt):
        founding.found(place.folder, PASSPHRASE, CHEAP, ids=place.ids, clock=place.clock)
    return place.folder


def test_it_is_taken_away_and_a_vault_can_be_made(begun: Path):
    assert {path.name for path in begun.iterdir()} >= {"house.db", "register.db", "mailbox.keys"}
    assert places.is_unborn(begun)
    assert places.check_place(begun) is None
    unfinished.clear(begun)
    assert list(begun.iterdir()) == []


@pytest.mark.parametrize(
    "more",
    ["vault.slots", "vault.erased", "brev.odt", "cases/a.db", "incoming/a.age", "house.db.x"],
)
def test_with_anything_else_in_it_it_stays_as_it_is(begun: Path, more: str):
    (begun / more).write_bytes(b"x")
    before = sorted(begun.rglob("*"))
    assert not places.is_unborn(begun)
    with pytest.raises(NotEmptyError):
        unfinished.clear(begun)
    assert sorted(begun.rglob("*")) == before


def test_a_link_is_not_followed_and_an_empty_folder_is_not_unfinished(begun: Path, tmp_path: Path):
    shutil.rmtree(begun / "cases")
    (begun / "cases").symlink_to(tmp_path)
    assert not unfinished.is_unfinished(begun)
    (tmp_path / "empty").mkdir()
    assert not unfinished.is_unfinished(tmp_path / "empty")
