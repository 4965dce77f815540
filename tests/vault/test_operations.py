# SPDX-License-Identifier: EUPL-1.2
"""Each operation that is put under fire works when nothing happens, and its invariant can fail."""

import shutil
from pathlib import Path

import pytest

from tests.vault.making import Workplace
from tests.vault.operations import OPERATIONS
from workbench.domain.errors import WorkbenchError


def done(name: str, place: Workplace) -> list[list[str]]:
    """Prepare it and run it to its end; what it said."""
    said: list[list[str]] = []
    OPERATIONS[name].prepare(place)
    OPERATIONS[name].work(place, lambda *words: said.append([str(word) for word in words]))
    return said


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_that_nothing_interrupts_keeps_its_promises(place: Workplace, name):
    said = done(name, place)
    assert said
    assert list(OPERATIONS[name].broken(place, said)) == []


@pytest.mark.parametrize("name", [name for name in OPERATIONS if not OPERATIONS[name].is_once])
def test_an_operation_can_be_done_again_in_the_same_place(place: Workplace, name):
    said = done(name, place)
    again = Workplace(place.root, "another child")
    OPERATIONS[name].work(again, lambda *words: said.append([str(word) for word in words]))
    assert list(OPERATIONS[name].broken(again, said)) == []


@pytest.mark.parametrize("name", OPERATIONS)
def test_what_was_acknowledged_and_is_not_there_is_noticed(place: Workplace, name, tmp_path: Path):
    said = done(name, place)
    shutil.rmtree(place.root)
    before = Workplace(tmp_path)
    OPERATIONS[name].prepare(before)
    if name in ("migrate", "drill"):  # they promise nothing that was not there before
        min(before.folder.glob("cases/*.db")).write_bytes(b"")
    assert is_noticed(name, before, said)


def is_noticed(name: str, place: Workplace, said: list[list[str]]) -> bool:
    try:
        return bool(list(OPERATIONS[name].broken(place, said)))
    except (WorkbenchError, AssertionError):
        return True
