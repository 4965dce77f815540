# SPDX-License-Identifier: EUPL-1.2
"""A stick that is pulled out: told, nothing acknowledged lost, and it goes on when it is back."""

from pathlib import Path

import pytest

from tests.tools import require
from tests.vault.making import Workplace, writer
from tests.vault.pulling import DONE, TOLD, Pulled, pullings
from workbench.vault import durable
from workbench.vault.errors import DiskError

SAMPLE = (1, 4, 9, 16, 30, 60, 110, 180)
OFTEN = ("create", "enter", "erase", "migrate", "copy", "restore", "recover", "drill", "give", "go")


@pytest.mark.tool
@pytest.mark.slow
@pytest.mark.parametrize("at", SAMPLE)
def test_a_stick_pulled_out_in_mid_write_is_told_and_costs_nothing(tmp_path: Path, at: int):
    require("strace")
    found = pullings(OFTEN, tmp_path, at)
    assert {name: pulled.faults for name, pulled in found.items() if pulled.faults} == {}
    is_told = {name for name, pulled in found.items() if pulled.code in TOLD}
    assert is_told == set(OFTEN) if at == 1 else is_told
    assert [name for name, pulled in found.items() if at == 1 and pulled.said] == []


def test_another_code_or_a_loss_would_be_found(tmp_path: Path):
    assert Pulled(1, "VAULT-019", [], ()).faults == ()
    assert Pulled(1, DONE, [], ("an entry is lost",)).faults == ("an entry is lost",)
    assert Pulled(1, "VAULT-006", [], ()).faults == ("told VAULT-006 for a stick that is gone",)


def test_a_vault_whose_folder_is_gone_says_so_and_is_there_again(place: Workplace):
    """Files that are open go on to answer; whatever is opened or made is not there."""
    vault = place.create()
    akt = writer(place, vault)
    akt.enter("ett")
    kept = place.folder.rename(place.root / "kept")
    with pytest.raises(DiskError) as told:
        vault.new_case("2026-0002")
    assert told.value.code == "VAULT-019"
    kept.rename(place.folder)
    akt.enter("två")
    case = akt.file.case
    vault.close()
    vault = place.unlock()
    assert [each.content()["text"] for each in vault.open_case(case).entries()] == ["ett", "två"]
    vault.close()


def test_an_unlock_that_could_not_leave_its_note_lets_the_vault_go(place: Workplace, monkeypatch):
    place.create().close()

    def gone(*_given: object) -> None:
        raise DiskError

    with monkeypatch.context() as cut:
        cut.setattr(durable, "replace", gone)
        with pytest.raises(DiskError):
            place.unlock()
    place.unlock().close()


def test_a_note_that_cannot_be_taken_away_keeps_nobody_out(place: Workplace, monkeypatch):
    vault = place.create()
    plainly = Path.unlink

    def stuck(path: Path, **how: bool) -> None:
        if path.suffix == ".lock":
            raise OSError(5, "gone")
        plainly(path, **how)

    with monkeypatch.context() as cut:
        cut.setattr(Path, "unlink", stuck)
        vault.close()
    place.unlock().close()
