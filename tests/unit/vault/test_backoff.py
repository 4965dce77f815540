# SPDX-License-Identifier: EUPL-1.2
"""Wrong passphrases cost patience, over restarts too, and never anything else."""

import pytest

from tests.vault.damage import outcome
from tests.vault.making import Workplace
from workbench.vault.backoff import FREE_TRIES, LONGEST_WAIT_S, wait_s
from workbench.vault.errors import WaitError


@pytest.fixture
def place(tmp_path) -> Workplace:
    place = Workplace(tmp_path)
    place.create().close()
    return place


def fail(place: Workplace, times: int) -> list[str]:
    return [outcome(lambda: place.unlock("fel")) for _ in range(times)]


def test_the_first_tries_are_free_and_then_one_waits(place):
    assert fail(place, FREE_TRIES) == ["VAULT-001"] * FREE_TRIES
    assert fail(place, 2) == ["VAULT-002", "VAULT-002"]


def test_whoever_waited_may_try_again_and_the_right_one_forgives_all(place):
    fail(place, FREE_TRIES)
    with pytest.raises(WaitError) as waiting:
        place.unlock()
    place.clock.step(seconds=waiting.value.facts["seconds"])
    place.unlock().close()
    assert fail(place, FREE_TRIES) == ["VAULT-001"] * FREE_TRIES


def test_the_wait_doubles_and_has_an_end():
    waits = [wait_s(count) for count in range(FREE_TRIES, FREE_TRIES + 12)]
    assert waits[:4] == [2, 4, 8, 16]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT_S == wait_s(10**6)


def test_a_clock_that_was_set_back_does_not_lock_anyone_out(place):
    fail(place, FREE_TRIES)
    place.clock.step(days=-400)
    with pytest.raises(WaitError) as waiting:
        place.unlock()
    assert waiting.value.facts["seconds"] <= wait_s(FREE_TRIES)


def test_another_place_is_not_slowed(place):
    fail(place, FREE_TRIES)
    assert outcome(lambda: place.unlock("fel", place=2)) == "VAULT-001"


def test_the_note_tells_of_no_person_and_an_unreadable_one_is_no_obstacle(place):
    fail(place, FREE_TRIES)
    (note,) = place.state.glob("*.tries")
    assert set(note.read_text()) <= set('{}":,_abcdefghijklmnopqrstuvwxyz./-TZ0123456789\n')
    assert b"count" in note.read_bytes()
    note.write_bytes(b"\x00")
    place.unlock().close()
    assert not list(place.state.glob("*.tries"))


def test_tries_at_a_place_that_nobody_has_are_told_to_the_next_administrator(place):
    for nobodys in (7, 0, 7):
        assert outcome(lambda at=nobodys: place.unlock("fel", place=at)) == "VAULT-001"
    vault = place.unlock()
    assert (vault.came_in.failed_elsewhere, vault.came_in.failed_before) == (3, 0)
    vault.close()
    vault = place.unlock()  # nobody had told the log: they are not lost
    assert vault.came_in.failed_elsewhere == 3
    vault.has_told_how()
    vault.close()
    vault = place.unlock()
    assert vault.came_in.failed_elsewhere == 0
    vault.close()
