# SPDX-License-Identifier: EUPL-1.2
"""`kill -9` at any moment: the vault opens, and everything that was acknowledged is there.

`make evidence` kills thousands of times.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.evidence.campaign import folder_in_memory
from tests.vault.killing import Kill, Nursery, kills
from tests.vault.operations import OPERATIONS

KILLS = 210
EACH = -(-KILLS // len(OPERATIONS))


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as opened:
        yield opened


def killed(nursery: Nursery, name: str, folder: Path, count: int) -> list[Kill]:
    return list(kills(nursery, name, folder, range(count), Random(name)))


@pytest.mark.slow
@pytest.mark.parametrize("name", OPERATIONS)
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(nursery: Nursery, name):
    with folder_in_memory() as folder:
        done = killed(nursery, name, folder, EACH)
    assert [kill for kill in done if kill.broken] == []
    assert len({kill.moment for kill in done}) > 1


def test_a_program_that_breaks_its_promises_is_found_out(nursery: Nursery, tmp_path: Path):
    assert any(k.broken for k in killed(nursery, "tests.vault.careless:NO_WRITING", tmp_path, 12))


def test_a_child_that_fails_by_itself_proves_nothing(nursery: Nursery, tmp_path: Path):
    with pytest.raises(ChildProcessError):
        killed(nursery, "tests.vault.careless:NO_WORK", tmp_path, 1)
