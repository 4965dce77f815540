# SPDX-License-Identifier: EUPL-1.2
"""Bad input that no other file of tests brings: foreign registers; copies that were cut, exchanged
with each other, of a later format; a clock that runs far ahead and comes back.

The whole list, and where each of its items is tried, is `tests/contract/test_bad_input.py`.
"""

import json
import shutil
from pathlib import Path

import pytest

from tests.vault.backing_up import PEACE, akt_with, copied, folder_of, restored, tree
from tests.vault.damage import cut, outcome
from tests.vault.making import Workplace
from workbench.vault import register
from workbench.vault.errors import DamagedCopyError

DAYS_AHEAD = 3650
# An akt can be done without; without the register or the log there is an older copy to take.
CODES = {
    "register.db": "VAULT-061",
    "house.db": "VAULT-061",
    "akt": "VAULT-060",
    "manifest": "VAULT-026",
}
CHECKED = {"VAULT-060": "VAULT-062"}  # nothing is put back: another remedy


@pytest.fixture
def made(place: Workplace):
    """A vault with two akter, closed, and two copies of it; the newer one's folder."""
    vault = place.create()
    cases = [akt_with(place, vault), akt_with(place, vault, "onsdag")]
    copied(place, vault)
    akt_with(place, vault, "torsdag", case=cases[0])
    copy = folder_of(place, copied(place, vault))
    vault.close()
    return copy, cases


def check(place: Workplace) -> str:
    """The code with which the newest copy is refused, looked at from the vault."""
    vault = place.unlock()
    try:
        return outcome(lambda: vault.copies.check(place.root / "medium", PEACE))
    finally:
        vault.close()


def refused_everywhere(place: Workplace, code: str) -> bool:
    """Whether it is neither opened nor put back, and the vault is as it was."""
    assert check(place) == CHECKED.get(code, code)
    before = tree(place.folder)
    return outcome(lambda: restored(place)) == code and tree(place.folder) == before


def test_the_register_of_another_vault_opens_nothing_and_is_not_written_to(place, tmp_path):
    place.create().close()
    stranger = Workplace(tmp_path / "stranger", seed="stranger")
    stranger.create().close()
    path = place.folder / register.FILE
    own, foreign = path.read_bytes(), (stranger.folder / register.FILE).read_bytes()
    path.write_bytes(foreign)
    assert outcome(lambda: place.unlock().close()) == "VAULT-006"
    assert path.read_bytes() == foreign
    path.write_bytes(own)
    place.unlock().close()


@pytest.mark.parametrize("name", CODES)
@pytest.mark.parametrize("share", [0, 0.5, 0.99])
def test_a_copy_that_was_cut_is_refused(place, made, name, share):
    copy, cases = made
    path = copy / (f"cases/{cases[0]}.db" if name == "akt" else name)
    cut(path, int(path.stat().st_size * share))
    assert refused_everywhere(place, CODES[name])


def test_files_of_a_copy_that_changed_places_are_refused(place, made):
    copy, cases = made
    one, two = (copy / "cases" / f"{case}.db" for case in cases)
    exchange(one, two)
    assert refused_everywhere(place, CODES["akt"])


@pytest.mark.parametrize("name", ["register.db", "manifest"])
def test_files_of_two_copies_that_changed_places_are_refused(place, made, name):
    copy, _cases = made
    (earlier,) = [path for path in copy.parent.iterdir() if path != copy]
    exchange(copy / name, earlier / name)
    assert refused_everywhere(place, "VAULT-026")


def test_keys_on_a_medium_that_changed_places_open_nothing(place, made):
    copy, cases = made
    keys = copy.parent.parent / "ring" / "cases"
    exchange(*(keys / f"{case}.keys" for case in cases))
    before = tree(place.folder)
    assert outcome(lambda: restored(place)) == "VAULT-026"
    assert tree(place.folder) == before


def test_a_copy_of_a_later_format_is_told_and_not_touched(place, made):
    copy, _cases = made
    path = copy / "manifest"
    content = path.read_text(encoding="utf-8")
    assert '"varn.copy/1"' in content
    path.write_text(content.replace("varn.copy/1", "varn.copy/2"), encoding="utf-8")
    before = tree(place.root / "medium")
    named = copy.name
    vault = place.unlock()
    assert outcome(lambda: vault.copies.check(place.root / "medium", PEACE, named)) == "VAULT-010"
    assert named in vault.copies.look(place.root / "medium").unreadable
    vault.close()
    assert outcome(lambda: restored(place, generation=named)) == "VAULT-010"
    assert tree(place.root / "medium") == before


def test_a_copy_of_another_vault_under_this_ones_name_is_refused(place, made, tmp_path):
    copy, _cases = made
    stranger = Workplace(tmp_path / "stranger", seed="stranger")
    vault = stranger.create()
    akt_with(stranger, vault)
    foreign = folder_of(stranger, copied(stranger, vault))
    vault.close()
    shutil.rmtree(copy)
    shutil.copytree(foreign, copy)
    vault = place.unlock()
    with pytest.raises(DamagedCopyError):
        vault.copies.check(place.root / "medium", PEACE, copy.name)
    assert copy.name in vault.copies.look(place.root / "medium").unreadable
    vault.close()


def test_a_clock_far_ahead_and_back_again_locks_nobody_out_and_takes_nothing(place: Workplace):
    vault = place.create()
    case = akt_with(place, vault)
    kept = copied(place, vault)
    vault.close()
    before = place.clock.moment
    place.clock.step(days=DAYS_AHEAD)
    assert [outcome(lambda: place.unlock("fel").close()) for _try in range(5)] == ["VAULT-001"] * 5
    place.clock.step(minutes=10)
    vault = place.unlock()
    akt_with(place, vault, "om tio år", case=case)
    copied(place, vault)
    vault.close()
    place.clock.moment = before
    vault = place.unlock()
    texts = [entry.content()["text"] for entry in vault.open_case(case).entries()]
    assert texts == ["måndag", "tisdag", "om tio år"]
    akt_with(place, vault, "idag igen", case=case)
    found = vault.copies.look(place.root / "medium")
    assert kept.copy.generation in {copy.generation for copy in found.copies}
    assert copied(place, vault).copy.opened == 2
    assert [report.why for report in vault.verify() if report.why] == []
    vault.close()


def test_a_wait_from_years_ahead_is_over_in_minutes(place: Workplace):
    place.create().close()
    place.clock.step(days=DAYS_AHEAD)
    for _try in range(6):
        outcome(lambda: place.unlock("fel").close())
    place.clock.step(days=-DAYS_AHEAD)
    assert outcome(lambda: place.unlock().close()) == "VAULT-002"
    (note,) = place.state.glob("*.tries")
    assert json.loads(note.read_text())["count"] >= 5
    place.clock.step(hours=1)
    place.unlock().close()


def exchange(one: Path, two: Path) -> None:
    """Each under the other's name."""
    first, second = one.read_bytes(), two.read_bytes()
    assert first != second
    one.write_bytes(second)
    two.write_bytes(first)
