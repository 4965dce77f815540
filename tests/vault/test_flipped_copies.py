# SPDX-License-Identifier: EUPL-1.2
"""A flipped bit anywhere on a medium is named, and nothing is put back from it."""

import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.vault.backing_up import PEACE, akt_with, copied, restored
from tests.vault.damage import outcome
from tests.vault.making import Workplace
from tests.vault.taking import say_erased
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId

FLIPS = 220
UNLIKE = {"VAULT-026", "VAULT-060", "VAULT-062"}
CODES = {"VAULT-003", "VAULT-004", "VAULT-010", "VAULT-025", "VAULT-006", "VAULT-001", *UNLIKE}


@pytest.fixture(scope="module")
def master(tmp_path_factory) -> tuple[Workplace, CaseId]:
    """A medium with one copy, a ring and a list of what was erased; the vault is gone."""
    place = Workplace(tmp_path_factory.mktemp("flips"))
    vault = place.create()
    case, gone = akt_with(place, vault), akt_with(place, vault)
    say_erased(place, vault, gone)
    vault.erasing.erase(gone)
    copied(place, vault)
    vault.close()
    return place, case


def flipped(path: Path, chance: Random) -> str:
    """One bit of one file, which are all as likely."""
    files = sorted(found for found in path.rglob("*") if found.is_file())
    file = chance.choice(files)
    content = bytearray(file.read_bytes())
    at = chance.randrange(len(content) * 8)
    content[at // 8] ^= 1 << at % 8
    file.write_bytes(content)
    return file.name


def test_nothing_is_put_back_from_a_medium_with_a_flipped_bit(master, tmp_path: Path):
    of, _case = master
    chance, found = Random(11), Counter[str]()
    for n in range(FLIPS):
        place = Workplace(tmp_path / f"{n}", seed=f"flip {n}")
        shutil.copytree(of.root / "medium", place.root / "medium")
        file = flipped(place.root / "medium", chance)
        found[outcome(lambda place=place: restored(place))] += 1
        assert not place.folder.exists(), file
        shutil.rmtree(place.root)
    assert found.keys() <= CODES
    assert sum(found[code] for code in UNLIKE) > FLIPS // 4


def test_what_was_copied_is_checked_to_the_bit(master, tmp_path: Path):
    of, _case = master
    place = Workplace(tmp_path / "at", seed="checking")
    shutil.copytree(of.folder, place.folder)
    shutil.copytree(of.root / "medium", tmp_path / "good")
    vault, chance = place.unlock(), Random(12)
    for _n in range(FLIPS // 2):
        shutil.rmtree(place.root / "medium", ignore_errors=True)
        shutil.copytree(tmp_path / "good", place.root / "medium")
        (copy,) = (place.root / "medium").glob("varn-copies/*/generations/*")
        flipped(copy, chance)
        with pytest.raises(WorkbenchError) as refusal:
            vault.copies.check(place.root / "medium", PEACE)
        assert refusal.value.code in {*UNLIKE, "VAULT-010"}
    vault.close()
