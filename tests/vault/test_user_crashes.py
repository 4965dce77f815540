# SPDX-License-Identifier: EUPL-1.2
"""Whatever step an act about users or keys is cut off after: nobody is locked out, nothing lost."""

import pytest

from tests.evidence.campaign import folder_in_memory
from tests.vault.dying import deaths
from tests.vault.operations_of_users import OPERATIONS

FEWEST = {"come": 20, "give": 40, "take-back": 40, "go": 80}


@pytest.mark.slow
@pytest.mark.parametrize("name", OPERATIONS)
def test_an_act_that_is_cut_off_after_any_step_leaves_a_vault_that_goes_on(name):
    with folder_in_memory() as folder:
        done = list(deaths(name, folder))
    assert len(done) >= FEWEST[name]
    assert [death for death in done if death.broken] == []


def test_a_program_that_breaks_its_promises_is_found_out(tmp_path):
    assert any(death.broken for death in deaths("tests.vault.careless:NO_WRITING", tmp_path))
