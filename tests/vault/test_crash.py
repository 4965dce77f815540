# SPDX-License-Identifier: EUPL-1.2
"""`kill -9` at any moment: the vault opens, and everything that was acknowledged is there.

The sound operations are killed in `test_evidence.py`, some hundred times in all, and thousands of
times by `make evidence`; here it is seen that careless ones are found out.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.vault.killing import Kill, Nursery, kills


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as opened:
        yield opened


def killed(nursery: Nursery, name: str, folder: Path, count: int) -> list[Kill]:
    return list(kills(nursery, name, folder, range(count), Random(name)))


def test_a_program_that_breaks_its_promises_is_found_out(nursery: Nursery, tmp_path: Path):
    assert any(k.broken for k in killed(nursery, "tests.vault.careless:NO_WRITING", tmp_path, 12))


def test_a_child_that_fails_by_itself_proves_nothing(nursery: Nursery, tmp_path: Path):
    with pytest.raises(ChildProcessError):
        killed(nursery, "tests.vault.careless:NO_WORK", tmp_path, 1)
