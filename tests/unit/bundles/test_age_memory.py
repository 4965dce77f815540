# SPDX-License-Identifier: EUPL-1.2
"""A large bundle takes no more memory than a small one."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.age import MOST_GROWTH_BYTES, memory_growth


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_sealing_and_opening_100_mib_stays_flat(tmp_path: Path) -> None:
    assert memory_growth(tmp_path) <= MOST_GROWTH_BYTES
