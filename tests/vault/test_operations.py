# SPDX-License-Identifier: EUPL-1.2
"""Each operation that is put under fire works when nothing happens, and its invariant can fail."""

import shutil
from pathlib import Path

import pytest

from tests.vault.making import Workplace
from tests.vault.operations import OPERATIONS
from tests.vault.pulses import Gaps
from workbench.domain.errors import WorkbenchError
from workbench.services.jobs import no_pulse

LONGEST_S, TRIES = 0.250, 3


def done(name: str, place: Workplace) -> list[list[str]]:
    """Prepare it and run it to its end; what it said."""
    return measured(name, place)[0]


def measured(name: str, place: Workplace) -> tuple[list[list[str]], Gaps]:
    """The same, and how long it went on without asking whether a lock has come."""
    said: list[list[str]] = []
    OPERATIONS[name].prepare(place)
    place.pulse = gaps = Gaps()

    def say(*words: object) -> None:
        gaps()  # a call has come back: a lock is next in line
        said.append([str(word) for word in words])

    OPERATIONS[name].work(place, say)
    gaps()
    place.pulse = no_pulse
    return said, gaps


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_that_nothing_interrupts_keeps_its_promises(place: Workplace, name, tmp_path):
    said, gaps = measured(name, place)
    assert said
    assert list(OPERATIONS[name].broken(place, said)) == []
    for again in range(1, TRIES):  # this machine may stall once; what is not sliced stalls always
        if gaps.longest_s > LONGEST_S:
            gaps = measured(name, Workplace(tmp_path / f"again {again}"))[1]
    assert gaps.longest_s <= LONGEST_S


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
