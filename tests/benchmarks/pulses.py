# SPDX-License-Identifier: EUPL-1.2
"""How long vault work with an akt of 80 MB and 5 000 entries goes on without asking for a lock.

"Floor" is the limit here, so a ratio under one keeps it. The best of three: on a quiet machine.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.vault.long_work import LONG, BigVault, Size
from tests.vault.pulses import Gaps

SIZE = Size(attachments=20, attachment_bytes=4 << 20, entries=5000)
SLICE_S, TRIES = 0.050, 3


def measure() -> Iterator[tuple[str, str, float, float, float]]:
    """(name, limit's name, limit in seconds, ours in seconds, target ratio)."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "big").mkdir()
        big = BigVault(root / "big", SIZE)
        for name in LONG:
            longest = min(_longest_gap(big, name) for _try in range(TRIES))
            yield (f"longest step: {name}", "promised", SLICE_S, longest, 1.0)


def _longest_gap(big: BigVault, name: str) -> float:
    prepare, work = LONG[name]
    with tempfile.TemporaryDirectory() as folder:
        place = big.copied(Path(folder))
        prepare(big, place)
        place.pulse = gaps = Gaps(time.perf_counter)
        work(big, place)
        gaps()
    return gaps.longest_s
