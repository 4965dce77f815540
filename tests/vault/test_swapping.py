# SPDX-License-Identifier: EUPL-1.2
"""A put-back that is cut off anywhere leaves the akt as it was, or as it was to be."""

import subprocess
from pathlib import Path

import pytest

from tests.vault.backing_up import PEACE, copied, said_in
from tests.vault.damage import crashed_copy
from tests.vault.making import Workplace, writer
from workbench.domain.ids import CaseId
from workbench.services.ports import CaseSummary
from workbench.vault import swapping
from workbench.vault.errors import DiskError
from workbench.vault.unlocked import UnlockedVault

SUMMARY = CaseSummary(("Vera Exempel",))
SAID = ("måndag", "tisdag", "onsdag")


@pytest.fixture
def crashed(place: Workplace, tmp_path: Path) -> tuple[Workplace, CaseId]:
    """An undamaged akt that a crash left with a log; there is a copy with all of it."""
    vault = place.create()
    akt = writer(place, vault)
    akt.enter(*SAID[:2])
    vault.mirror(akt.file.case, SUMMARY)
    akt.file.close()
    akt = writer(place, vault, akt.file.case)
    akt.enter(SAID[2])
    akt.vault.mirror(akt.file.case, SUMMARY)
    left = crashed_copy(place, tmp_path / "crashed")
    copied(place, vault)
    vault.close()
    (place.root / "medium").rename(left.root / "medium")
    return left, akt.file.case


def cut_at(monkeypatch, step: int, names: str) -> None:
    """The machine stops before the nth step that touches the akt's files."""
    replace, done = Path.replace, []

    def cut(path: Path, target: Path) -> Path:
        if names in path.name:
            done.append(path)
            if len(done) == step:
                raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", cut)


def put_back(place: Workplace, vault: UnlockedVault, case: CaseId) -> None:
    vault.copies.put_back(place.root / "medium", case, PEACE)


@pytest.mark.parametrize("step", [1, 2, 3])
def test_an_akt_cut_off_in_mid_swap_is_no_older_copy(crashed, step, monkeypatch, tmp_path):
    place, case = crashed
    assert (place.folder / "cases" / f"{case}.db-wal").stat().st_size > 0
    vault = place.unlock()
    cut_at(monkeypatch, step, str(case))
    with pytest.raises(KeyboardInterrupt):
        put_back(place, vault, case)
    monkeypatch.undo()
    left = Workplace(tmp_path / "left", place.seed, place.clock, place.code)
    subprocess.run(["cp", "-a", place.root, left.root], check=True)  # both names of one file
    vault.close()
    for _ in range(2):
        vault = left.unlock()
        assert said_in(vault, case) == SAID
        assert [report.why for report in vault.verify()] == ["", ""]
        vault.close()
    assert not list(left.folder.rglob("*.damaged-*"))


def test_a_swap_that_was_finished_stays(crashed):
    place, case = crashed
    vault = place.unlock()
    put_back(place, vault, case)
    vault.close()
    vault = place.unlock()
    assert said_in(vault, case) == SAID
    vault.close()
    assert [path.suffix for path in place.folder.rglob("*.damaged-*")] != []


def test_a_rename_that_the_disk_refuses_leaves_file_and_log_where_they_were(tmp_path):
    database = tmp_path / "00000000-0000-4000-8000-000000000000.db"
    log = database.with_name(database.name + "-wal")
    database.write_bytes(b"file")
    log.write_bytes(b"log")
    with pytest.raises(DiskError):
        swapping.take_place(tmp_path / "is not there", database, "20261122T010000Z-00000000")
    assert sorted(tmp_path.iterdir()) == [database, log]
    assert log.read_bytes() == b"log"
