# SPDX-License-Identifier: EUPL-1.2
"""A copy put in the place of the vault in the window: whoever leaves the computer ends it."""

import pytest

from tests.vault.backing_up import akt_with, copied, said_in
from tests.vault.making import PASSPHRASE, Workplace
from workbench.app.restoring import RestoreHere
from workbench.services.jobs import InlineJobs
from workbench.ui.handing_over.outside import RestoreOrder
from workbench.words import _


@pytest.mark.parametrize("was_left", [False, True])
def test_a_computer_that_is_left_keeps_no_key_to_put_a_backup_back(tmp_path, was_left):
    place = Workplace(tmp_path)
    vault = place.create()
    case = akt_with(place, vault)
    made = copied(place, vault)
    akt_with(place, vault, "efter kopian", case=case)
    told: list[str] = []
    here = RestoreHere(
        place.folder,
        place.around,
        InlineJobs(),
        vault.close,
        lambda problem: told.append(problem.title),
        lambda: was_left,
    )
    here(RestoreOrder(place.root / "medium", vault.vault, made.copy.generation, 1, PASSPHRASE))
    again = place.unlock()
    texts = said_in(again, case)
    again.close()
    assert ("efter kopian" in texts) == was_left
    ended, done = (
        _("The computer was left: no backup was put back."),
        _("The backup is put back. Unlock as usual."),
    )
    assert told[-1] == (ended if was_left else done)
    assert not list(place.root.glob("vault.restoring*"))
