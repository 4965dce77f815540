# SPDX-License-Identifier: EUPL-1.2
"""A child that works in a vault until it is killed, and what must be there afterwards."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from tests.vault.making import Workplace
from workbench.services.ports import CaseFile
from workbench.vault.unlocked import UnlockedVault

ROOT = Path(__file__).parents[2]
PARTS = 8
CONTENT = bytes(9000)
# The child acknowledges each step on standard output, only after the call has returned.
WRITING = f"""
import sys
from pathlib import Path
from tests.vault.making import SeededIds, Workplace, Writer
from workbench.services.ports import CaseSummary
place = Workplace(Path(sys.argv[1]), seed=sys.argv[2])
say = lambda *words: print(*words, flush=True)
say("begin")
vault = place.unlock()
say("open")
n = 0
while True:
    akt = Writer(vault, vault.new_case(str(n)), place.around)
    say("case", akt.file.case)
    for _ in range(3):
        n += 1
        row = akt.type("text", f"text {{n}}")
        say("typed", akt.file.case, n)
        entries = akt.run([{{"n": n, "part": part}} for part in range({PARTS})])
        vault.announce(akt.file.case)
        akt.file.append(entries, clearing=[row.key], attachments={{f"{{n:064}}": bytes(9000)}})
        say("entered", akt.file.case, n)
        vault.mirror(akt.file.case, CaseSummary((f"name {{n}}",)))
        say("mirrored", akt.file.case, n)
    akt.file.close()
    say("closed", akt.file.case, n)
"""
MAKING = """
import sys
from pathlib import Path
from tests.vault.making import Workplace
place = Workplace(Path(sys.argv[1]), seed=sys.argv[2])
print("begin", flush=True)
place.create()
print("made", flush=True)
"""


def killed(
    place: Workplace, child: str, seed: str, *, lines: int, delay_s: float = 0.0
) -> list[list[str]]:
    """What `child` acknowledged until it was killed: `delay_s` after its nth line."""
    command = [sys.executable, "-c", child, str(place.root), seed]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = list(islice(process.stdout, lines))
        with suppress(subprocess.TimeoutExpired):
            process.wait(delay_s)
        process.kill()
        said += list(process.stdout)
    return [line.split() for line in said if line.endswith("\n")]


def acknowledged(said: list[list[str]], word: str) -> Iterator[tuple[str, int]]:
    """The akt and the sitting in each line that begins with `word`."""
    return ((line[1], int(line[2])) for line in said if line[0] == word)


def broken(place: Workplace, said: list[list[str]]) -> list[str]:
    """Everything that does not hold in a vault after a kill: damage, halves, losses.

    Raises:
        WorkbenchError: it does not even open.
    """
    vault = place.unlock()
    try:
        found = [f"verify: {report.why}" for report in vault.verify() if report.why]
        listed = {row.case: row for row in vault.cases()}
        cases = [line[1] for line in said if line[0] == "case"]
        found += [f"akt {case} is not listed" for case in cases if case not in listed]
        for case, row in listed.items():
            file = vault.open_case(case)
            found += _broken_in(file, vault, said)
            mirrored = [n for of, n in acknowledged(said, "mirrored") if of == case]
            if mirrored and _name(row.summary.names) < max(mirrored):
                found.append(f"the register forgot sitting {max(mirrored)}")
            file.close()
    finally:
        vault.close()
    return found


def _broken_in(file: CaseFile, vault: UnlockedVault, said: list[list[str]]) -> Iterator[str]:
    """What does not hold in one akt."""
    parts = Counter(entry.content()["n"] for entry in file.entries())
    yield from (f"half of sitting {n}" for n, found in parts.items() if found != PARTS)
    for case, n in acknowledged(said, "entered"):
        if case == file.case and not _has_entered(file, parts, n):
            yield f"sitting {n} is lost"
    rows = {row.value for row in file.working_rows(vault.signer.user)}
    for case, n in acknowledged(said, "typed"):
        if case == file.case and n not in parts and f'"text {n}"' not in rows:
            yield f"what was typed for sitting {n} is lost"


def _has_entered(file: CaseFile, parts: Counter[int], n: int) -> bool:
    return parts[n] == PARTS and file.attachment(f"{n:064}") == CONTENT


def _name(names: tuple[str, ...]) -> int:
    return int(names[0].split()[1]) if names else 0
