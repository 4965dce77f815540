# SPDX-License-Identifier: EUPL-1.2
"""Whatever step an act about users or keys is cut off after: nobody is locked out, nothing lost."""

from pathlib import Path

import pytest

from tests.vault.dying import deaths
from tests.vault.operations_of_users import OPERATIONS

FEWEST = {"come": 20, "give": 40, "take-back": 40, "go": 80}


@pytest.mark.slow
@pytest.mark.parametrize("name", OPERATIONS)
def test_an_act_that_is_cut_off_after_any_step_leaves_a_vault_that_goes_on(name, tmp_path: Path):
    done = list(deaths(name, tmp_path))
    assert len(done) >= FEWEST[name]
    assert [death for death in done if death.broken] == []
