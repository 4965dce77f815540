# SPDX-License-Identifier: EUPL-1.2
"""The vault against bare SQLCipher with the same settings, and unlock against one Argon2id.

Ours and the floor take turns, so that a slow moment of the machine hits both. Figures are
medians. `python -m tests.benchmarks.vault` prints them alone.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.vault.making import PASSPHRASE, Workplace, Writer
from workbench.crypto import kdf
from workbench.domain.ids import RecordId
from workbench.domain.journal import fold
from workbench.domain.subject import Note
from workbench.domain.working import WorkingKey, WorkingRow
from workbench.services.records.akt import Akt, Draft
from workbench.vault import cipher, schemas
from workbench.vault.opening import Surroundings, create_vault, unlock_vault
from workbench.vault.unlocked import UnlockedVault

ROOT = Path(__file__).parents[2]
Figure = tuple[str, str, float, float, float]
BLOCK = 10  # answers measured at a time: a busy disk serves in steps that would hide the median
BLOCKS = 31
SITTING = 40
SITTINGS = 41
LONG = 5000
OPENINGS = 15
UNLOCKS = 9
SLOW_BLOCKS = 9
_SLOW = "-answers-on-a-slow-disk"


def measure() -> Iterable[Figure]:
    """Name, name of the floor, seconds of the floor, our seconds, highest ratio."""
    with workplace() as place:
        yield ("one answer durable", "bare UPDATE + COMMIT", *_answers(place, BLOCKS), 2.0)
        yield (
            "enter a sitting of 40 answers",
            "40 bare INSERTs, one COMMIT",
            *_sittings(place),
            4.0,
        )
        yield ("open an akt with 5 000 entries", "read the same bytes", *_openings(place), 4.0)
    slow = _on_a_slow_disk()
    if slow is not None:
        yield ("one answer durable, fsync 3 ms", "the same bare UPDATE", *slow, 1.1)
    yield ("unlock", "one Argon2id", *_unlocks(), 1.15)


@contextmanager
def workplace() -> Iterator[Workplace]:
    """A real vault on this disk, under build/."""
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as folder:
        yield Workplace(Path(folder))


def bare(folder: Path) -> cipher.Connection:
    """A SQLCipher file with the vault's own settings and nothing of ours on top."""
    return cipher.create_file(folder / "bare.db", bytearray(os.urandom(48)), name="bare.db")


def _answers(place: Workplace, rounds: int) -> tuple[float, float]:
    vault = place.create()
    file = vault.new_case("1")
    floor = bare(place.root)
    floor.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, value TEXT, at TEXT) STRICT")
    floor.executemany("INSERT INTO row VALUES (?, ?, ?)", [(n, "", "") for n in range(SITTING)])
    at = "2026-11-22T01:10:00Z"
    record = RecordId(place.ids.new_uuid())
    update = "UPDATE row SET value = ?, at = ? WHERE id = ?"

    def answer(n: int) -> str:
        return f'"{n:08}"'  # never the same twice: SQLite would write nothing at all

    def ours(n: int) -> None:
        for each in range(n * BLOCK, (n + 1) * BLOCK):
            key = WorkingKey("answer", record, f"q{each % SITTING:02}", "", vault.signer.user)
            file.put_working(WorkingRow(key, answer(each), at))

    def theirs(n: int) -> None:
        for each in range(n * BLOCK, (n + 1) * BLOCK):
            floor.execute("BEGIN IMMEDIATE")
            floor.execute(update, (answer(each), at, each % SITTING))
            floor.execute("COMMIT")

    blocks = take_turns(theirs, ours, rounds)
    floor.close()
    vault.close()
    return blocks[0] / BLOCK, blocks[1] / BLOCK


def _sittings(place: Workplace) -> tuple[float, float]:
    vault = place.unlock()
    file = vault.new_case("2")
    akt = Akt(file, vault, place.clock, place.ids)
    (place.root / "bare.db").unlink()
    floor = bare(place.root)
    floor.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, header BLOB, rest BLOB) STRICT")
    header, rest = os.urandom(529), os.urandom(254)  # what an entry takes, id to body

    def ours(n: int) -> None:
        akt.enter(*[Draft(Note(f"svar {n} {each}")) for each in range(SITTING)])

    def theirs(n: int) -> None:
        floor.execute("BEGIN IMMEDIATE")
        for _ in range(SITTING):
            floor.execute("INSERT INTO row (header, rest) VALUES (?, ?)", (header, rest))
        floor.execute("COMMIT")

    result = take_turns(theirs, ours, SITTINGS)
    floor.close()
    vault.close()
    return result


def _openings(place: Workplace) -> tuple[float, float]:
    vault = place.unlock()
    file = vault.new_case("3")
    writer = Writer(vault, file, place.around)
    file.append(writer.run([{"text": "ett svar " * 12, "n": n} for n in range(LONG)]))
    case, key = file.case, bytes(vault._keychain.keys(file.case, vault._shelf.files(file.case))[0])
    path = vault._shelf.files(case).database
    file.close()

    def ours(_n: int) -> None:
        vault._keychain._keys.clear()  # unwrap anew
        opened = vault.open_case(case)
        assert len(fold(opened.entries())) == LONG
        opened.close()

    def theirs(_n: int) -> None:
        raw = kdf.derive_buffer(key, kdf.Label.FILE_KEY, size_bytes=48)
        connection = cipher.open_file(path, raw, name="", newest=schemas.NEWEST["case"])
        rows = connection.execute("SELECT * FROM entry ORDER BY position").fetchall()
        assert len(rows) == LONG
        connection.close()

    result = take_turns(theirs, ours, OPENINGS)
    vault.close()
    return result


def _unlocks() -> tuple[float, float]:
    with workplace() as place:
        around = Surroundings(place.clock, place.ids, place.state)
        create_vault(place.folder, PASSPHRASE, around)[0].close()

        def ours(_n: int) -> None:
            opened.append(unlock_vault(place.folder, 1, PASSPHRASE, around))

        def theirs(_n: int) -> None:
            kdf.stretch(PASSPHRASE.encode(), bytes(16), kdf.DEFAULT_COST)

        def close() -> None:
            while opened:
                opened.pop().close()

        opened: list[UnlockedVault] = []
        return take_turns(theirs, ours, UNLOCKS, between=close)


def take_turns(
    theirs: Callable[[int], None],
    ours: Callable[[int], None],
    rounds: int,
    *,
    between: Callable[[], None] = lambda: None,
) -> tuple[float, float]:
    """Medians of both in seconds, after one round each that does not count.

    Who goes first changes every round: on a busy disk the second may wait for the first's sync.
    """
    floor, own = [], []
    turns = [(theirs, floor), (ours, own)]
    for n in range(rounds + 1):
        turns.reverse()
        for act, seconds in turns:
            begun = time.perf_counter()
            act(n)
            seconds.append(time.perf_counter() - begun)
            between()
    return statistics.median(floor[1:]), statistics.median(own[1:])


def _on_a_slow_disk() -> tuple[float, float] | None:
    """The first figure again in a child whose every fsync takes 3 ms longer."""
    if shutil.which("strace") is None:
        return None
    slow = ["strace", "-f", "--seccomp-bpf", "-o", os.devnull, "-e", "trace=fsync,fdatasync"]
    slow += ["-e", "inject=fsync,fdatasync:delay_exit=3000"]
    command = [*slow, sys.executable, "-m", "tests.benchmarks.vault", _SLOW]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    floor, own = json.loads(done.stdout)
    return floor, own


def _main() -> None:
    if _SLOW in sys.argv:
        with workplace() as place:
            print(json.dumps(_answers(place, SLOW_BLOCKS)))
        return
    for name, against, floor, own, target in measure():
        print(
            f"{name}: {own * 1e3:.3f} ms, {against} {floor * 1e3:.3f} ms, "
            f"{own / floor:.2f}x (at most {target})"
        )


if __name__ == "__main__":
    _main()
