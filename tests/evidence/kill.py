# SPDX-License-Identifier: EUPL-1.2
"""`kill -9` at random moments: no vault becomes unreadable, nothing acknowledged is lost.

Real files on the disk of the temporary folder. A kill shows what the program asked the system
to keep, not what a disk keeps when the power goes.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.evidence.campaign import Campaign, Part, Tally
from tests.vault.killing import MAKING, WRITING, broken, killed
from tests.vault.making import Workplace
from workbench.domain.errors import WorkbenchError
from workbench.vault.errors import NotAVaultError

LONGEST_S = 0.3
MAKING_S = 0.25
WORDS = {"case": "akter", "typed": "typed answers", "entered": "sittings"}


def while_writing(part: Part, child: str = WRITING) -> Tally:
    """Kill the same vault again and again while sittings are entered in it.

    Every third kill may fall into the unlocking; the others into the work.
    """
    tally, chance = Tally(), Random(part.first)
    so_far: list[list[str]] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Workplace(Path(folder), seed=f"vault {part.first}")
        place.create().close()
        for number in part:
            lines = 1 if number % 3 == 2 else 5
            delay = chance.uniform(0, LONGEST_S)
            said = killed(place, child, f"child {number}", lines=lines, delay_s=delay)
            if len(said) < lines:
                tally.breach(f"kill {number}: the child ended by itself")
            tally.note("kills while working" if ["open"] in said else "kills while unlocking")
            for word, name in WORDS.items():
                tally.counts[f"{name} acknowledged"] += len([1 for s in said if s[0] == word])
            so_far += said
            for what in _broken(place, so_far):
                tally.breach(f"kill {number} after {delay:.3f} s: {what}")
    return tally


def while_making(part: Part) -> Tally:
    """Kill the making of a vault: there is no vault afterwards, or a whole one."""
    tally, chance = Tally(), Random(part.first)
    for number in part:
        with tempfile.TemporaryDirectory() as folder:
            place, delay = Workplace(Path(folder)), chance.uniform(0, MAKING_S)
            said = killed(place, MAKING, "varn", lines=1, delay_s=delay)
            try:
                place.unlock().close()
                tally.note("whole")
            except NotAVaultError:
                tally.note("no vault yet")
                if ["made"] in said:
                    tally.breach(f"kill {number} after {delay:.3f} s: a made vault is gone")
            except WorkbenchError as refusal:
                tally.breach(f"kill {number} after {delay:.3f} s: {refusal}")
    return tally


def _broken(place: Workplace, said: list[list[str]]) -> Iterator[str]:
    try:
        yield from broken(place, said)
    except WorkbenchError as refusal:
        yield f"unreadable: {refusal}"


CAMPAIGNS = (
    Campaign(
        "killed while entering: no vault unreadable, nothing acknowledged lost",
        400,
        while_writing,
        10,
    ),
    Campaign("killed while being made: no vault, or a whole one", 100, while_making, 25),
)
