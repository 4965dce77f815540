# SPDX-License-Identifier: EUPL-1.2
"""After a lock no key of the vault stands in the process's memory, raw or in hex, whole or half.

Looked for from outside, by who can read another process: root, or its parent where that is
allowed. Copies of the typed passphrase are counted and not promised away.
"""

import sys
from pathlib import Path

import pytest

from tests.tools import missing_tool
from tests.vault.memory import Found, found_after

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def looked(name: str, root: Path, *, keeps_everything: bool = False) -> Found:
    try:
        return found_after(name, root, keeps_everything=keeps_everything)
    except PermissionError:
        return missing_tool("the right to read another process's memory")


@pytest.mark.slow
def test_no_copy_of_a_key_was_ever_left_to_chance(tmp_path: Path):
    found = looked("vault", tmp_path, keeps_everything=True)
    assert found.secrets > 30
    assert found.copies == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bundles", "window"])
def test_no_key_is_in_memory_after_the_lock(tmp_path: Path, name):
    found = looked(name, tmp_path)
    assert found.secrets > 20
    assert found.copies == {}


@pytest.mark.slow
def test_a_copy_that_is_kept_is_found(tmp_path: Path):
    found = looked("kept", tmp_path)
    assert set(found.copies) == {
        "place 1, signing seed (first half)",
        "place 1, signing seed (second half)",
        "register 0, key (hex)",
    }


@pytest.mark.slow
def test_a_copy_that_was_thrown_away_uncleared_is_found(tmp_path: Path):
    assert looked("freed", tmp_path, keeps_everything=True).copies
