# SPDX-License-Identifier: EUPL-1.2
"""One process owns a vault; the lock dies with the process and tells of no person."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.vault.damage import outcome
from tests.vault.making import Workplace
from workbench.vault import owner_lock
from workbench.vault.errors import InUseError
from workbench.vault.opening import read_info

ROOT = Path(__file__).parents[2]
_HOLD = """
import sys
from pathlib import Path
from tests.vault.making import Workplace
vault = Workplace(Path(sys.argv[1])).unlock()
print("open", flush=True)
sys.stdin.readline()
vault.close()
print("closed", flush=True)
"""


@contextmanager
def holder(place: Workplace, *, state: Path | None = None) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the vault open until its standard input ends."""
    root = place.root
    if state is not None:
        root = state
        (root / "vault").symlink_to(place.folder)
    child = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(root)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        yield child
        if child.poll() is None:
            child.kill()


def in_use(place: Workplace) -> bool:
    return read_info(place.folder, given_state_folder=place.state).is_in_use


def test_a_second_process_is_told_since_when_the_vault_is_open(place: Workplace):
    place.create().close()
    with holder(place) as child:
        with pytest.raises(InUseError) as refused:
            place.unlock()
        assert refused.value.facts == {"since": "2026-11-22T01:10:00Z"}
        assert in_use(place)
        child.communicate("\n")
        assert not in_use(place)
    place.unlock().close()


def test_the_lock_of_a_killed_process_is_taken_over(place: Workplace):
    place.create().close()
    with holder(place) as child:
        assert outcome(place.unlock) == "VAULT-011"
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        assert list(place.state.glob("*.lock")), "the note of the killed process is still there"
        assert not in_use(place)
        place.unlock().close()


def test_the_lock_holds_for_another_account_with_its_own_state_folder(place: Workplace, tmp_path):
    place.create().close()
    elsewhere = tmp_path / "another account"
    elsewhere.mkdir()
    with holder(place, state=elsewhere):
        assert outcome(place.unlock) == "VAULT-011"
        assert in_use(place)


def test_the_same_process_cannot_open_it_twice_either(place: Workplace):
    vault = place.create()
    assert outcome(place.unlock) == "VAULT-011"
    vault.close()
    place.unlock().close()


def test_who_only_looks_does_not_keep_another_from_looking(place: Workplace):
    place.create().close()
    looking = owner_lock._try_lock(place.folder, place.state / "note", is_shared=True)
    assert looking is not None
    assert not in_use(place)
    os.close(looking)


def test_who_only_looks_does_not_keep_anyone_out(place: Workplace):
    """`vault info` holds the lock for a moment: an unlock that meets it tries again."""
    place.create().close()
    looking = [owner_lock._try_lock(place.folder, place.state / "note", is_shared=True)]
    waited: list[float] = []

    def pause(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 2:
            os.close(looking.pop())

    note = place.state / "note"
    lock = owner_lock.take(place.folder, note, "device", "since", pause=pause)
    assert len(waited) == 2
    assert in_use(place)
    lock.release()


def test_who_keeps_the_vault_is_waited_for_a_fifth_of_a_second_and_no_more(place: Workplace):
    vault = place.create()
    waited: list[float] = []
    with pytest.raises(InUseError):
        owner_lock.take(place.folder, place.state / "n", "device", "since", pause=waited.append)
    assert 0.1 <= sum(waited) <= 0.3
    vault.close()


def test_a_refused_unlock_gives_the_lock_back(place: Workplace):
    place.create().close()
    assert outcome(lambda: place.unlock("fel")) == "VAULT-001"
    assert not in_use(place)
    place.unlock().close()


def test_a_vault_in_use_is_not_derived_for(place: Workplace):
    """The lock is asked before the passphrase: nobody waits a second to be told no."""
    vault = place.create()
    assert outcome(lambda: place.unlock("fel")) == "VAULT-011"
    assert not list(place.state.glob("*.tries"))
    vault.close()


def test_the_note_holds_the_device_and_the_time_and_nothing_else(place: Workplace):
    vault = place.create()
    (note,) = place.state.glob("*.lock")
    assert json.loads(note.read_bytes()) == {
        "device": vault.device,
        "since": "2026-11-22T01:10:00Z",
    }
    assert note.stem == vault.vault
    vault.close()
    assert not note.exists()


def test_two_copies_of_a_vault_have_a_lock_each(place: Workplace):
    vault = place.create()
    vault.close()
    copy = place.root / "copy"
    shutil.copytree(place.folder, copy)
    vault = place.unlock()
    assert not read_info(copy, given_state_folder=place.state).is_in_use
    vault.close()
