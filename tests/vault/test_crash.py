# SPDX-License-Identifier: EUPL-1.2
"""`kill -9` at any moment: the vault opens, and everything that was acknowledged is there."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.vault.making import Workplace
from workbench.vault.errors import NotAVaultError

ROOT = Path(__file__).parents[2]
KILLS = 30
# The child acknowledges each step on standard output, only after the call has returned.
_WRITE = """
import sys
from pathlib import Path
from tests.vault.making import SeededIds, Workplace, Writer
from workbench.services.ports import CaseSummary
place = Workplace(Path(sys.argv[1]), seed=sys.argv[2])
vault = place.unlock()
say = lambda *words: print(*words, flush=True)
say("open")
n = 0
while True:
    akt = Writer(vault, vault.new_case(str(n)), place.around)
    say("case", akt.file.case)
    for _ in range(3):
        n += 1
        row = akt.type("text", f"text {n}")
        say("typed", akt.file.case, n)
        entries = akt.run([{"n": n, "part": part} for part in range(8)])
        vault.announce(akt.file.case)
        akt.file.append(entries, clearing=[row.key], attachments={f"{n:064}": bytes(9000)})
        say("entered", akt.file.case, n)
        vault.mirror(akt.file.case, CaseSummary((f"name {n}",)))
        say("mirrored", akt.file.case, n)
    akt.file.close()
    say("closed", akt.file.case, n)
"""
_CREATE = """
import sys
from pathlib import Path
from tests.vault.making import Workplace
print("begin", flush=True)
Workplace(Path(sys.argv[1])).create()
"""


@pytest.fixture(scope="module")
def worked_in(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """One vault that is killed again and again, each time by what the last time left behind."""
    place = Workplace(tmp_path_factory.mktemp("crash"))
    place.create().close()
    return place


def killed_after(place: Workplace, lines: int, seed: str) -> list[list[str]]:
    """What the child acknowledged before it was killed: somewhere after its nth line."""
    command = [sys.executable, "-c", _WRITE, str(place.root), seed]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [line for line, _ in zip(child.stdout, range(lines), strict=False)]
        os.kill(child.pid, signal.SIGKILL)
        said += list(child.stdout)
    return [line.split() for line in said if line.endswith("\n")]


def acknowledged(said: list[list[str]], word: str) -> Iterator[tuple[str, int]]:
    return ((line[1], int(line[2])) for line in said if line[0] == word)


@pytest.mark.slow
@pytest.mark.parametrize("kill", range(KILLS))
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(worked_in: Workplace, kill):
    said = killed_after(worked_in, 1 + (kill * 7) % 23, seed=f"child {kill}")
    vault = worked_in.unlock()
    assert not [report for report in vault.verify() if report.why]
    listed = {row.case: row for row in vault.cases()}
    for line in said:
        if line[0] == "case":
            assert line[1] in listed
    for case, number in acknowledged(said, "entered"):
        file = vault.open_case(case)
        parts = [e.content()["part"] for e in file.entries() if e.content()["n"] == number]
        assert parts == list(range(8))
        assert file.attachment(f"{number:064}") == bytes(9000)
        file.close()
    for case, number in acknowledged(said, "mirrored"):
        assert int(listed[case].summary.names[0].split()[1]) >= number
    vault.close()


@pytest.mark.slow
def test_what_was_typed_and_not_yet_entered_is_there_after_a_kill(worked_in: Workplace):
    said = killed_after(worked_in, 3, seed="typed")
    typed, entered = (list(acknowledged(said, word)) for word in ("typed", "entered"))
    vault = worked_in.unlock()
    for case, number in typed:
        file = vault.open_case(case)
        rows = [row.value for row in file.working_rows(vault.signer.user)]
        done = {entry.content()["n"] for entry in file.entries()}
        assert number in done or f'"text {number}"' in rows
        file.close()
    assert len(typed) >= len(entered)
    vault.close()


@pytest.mark.slow
@pytest.mark.parametrize("delay_ms", [0, 5, 10, 15, 20, 30, 50])
def test_a_vault_whose_making_was_killed_is_no_vault_or_a_whole_one(tmp_path: Path, delay_ms):
    place = Workplace(tmp_path)
    command = [sys.executable, "-c", _CREATE, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "begin\n"
        with suppress(subprocess.TimeoutExpired):
            child.wait(delay_ms / 1000)
        child.kill()
    try:
        place.unlock().close()
    except NotAVaultError:
        assert not (place.folder / "vault.slots").exists()
