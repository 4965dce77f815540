# SPDX-License-Identifier: EUPL-1.2
"""`kill -9` at any moment: the vault opens, and everything that was acknowledged is there.

`make evidence` kills hundreds of times, at random moments.
"""

from pathlib import Path

import pytest

from tests.vault.killing import MAKING, WRITING, acknowledged, broken, killed
from tests.vault.making import Workplace
from workbench.vault.errors import NotAVaultError

KILLS = 30


@pytest.fixture(scope="module")
def worked_in(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """One vault that is killed again and again, each time by what the last time left behind."""
    place = Workplace(tmp_path_factory.mktemp("crash"))
    place.create().close()
    return place


@pytest.mark.slow
@pytest.mark.parametrize("kill", range(KILLS))
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(worked_in: Workplace, kill):
    said = killed(worked_in, WRITING, f"child {kill}", lines=2 + (kill * 7) % 23)
    assert ["open"] in said
    assert broken(worked_in, said) == []


@pytest.mark.slow
def test_what_was_typed_and_not_yet_entered_is_there_after_a_kill(worked_in: Workplace):
    said = killed(worked_in, WRITING, "typed", lines=4)
    typed, entered = (list(acknowledged(said, word)) for word in ("typed", "entered"))
    assert len(typed) >= max(1, len(entered))
    assert broken(worked_in, said) == []


@pytest.mark.slow
@pytest.mark.parametrize("delay_ms", [0, 5, 10, 15, 20, 30, 50])
def test_a_vault_whose_making_was_killed_is_no_vault_or_a_whole_one(tmp_path: Path, delay_ms):
    place = Workplace(tmp_path)
    killed(place, MAKING, "varn", lines=1, delay_s=delay_ms / 1000)
    try:
        place.unlock().close()
    except NotAVaultError:
        assert not (place.folder / "vault.slots").exists()
