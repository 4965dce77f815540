# SPDX-License-Identifier: EUPL-1.2
"""The vault of several users, as it was first written, opens for ever, and so does its copy."""

from pathlib import Path

import pytest

from tests.vault.backing_up import PEACE, prepared
from tests.vault.frozen import Frozen, laid_out, texts, unlocked
from tests.vault.making import Workplace
from workbench.domain.ids import CaseId
from workbench.vault.errors import NoAccessError, WrongPassphraseError

PURGED = None


@pytest.fixture
def v2(tmp_path: Path) -> Frozen:
    return laid_out(tmp_path, "v2")


def test_both_users_open_the_akt_with_everything_in_it(v2):
    _place, facts = v2
    for number in (1, 2):
        vault = unlocked(v2, number)
        said = texts(vault, facts["case"])
        assert said[:3] == ["Ringde. Träff på måndag.", PURGED, "Kom. Pratade en timme."]
        assert said[-1] == "Efter kopian."
        assert [row.summary.names for row in vault.cases()] == [("Vera Exempel",)]
        assert [report.why for report in vault.verify()] == ["", ""]
        vault.close()


def test_what_was_typed_is_its_author_s(v2):
    _place, facts = v2
    vault = unlocked(v2, 1)
    akt = vault.open_case(CaseId(facts["case"]))
    (row,) = akt.working_rows(vault.signer.user)
    assert row.value == '"Halvskrivet, inte infört."'
    akt.close()
    vault.close()


def test_who_was_removed_stays_out_and_what_was_erased_stays_gone(v2):
    place, facts = v2
    with pytest.raises(WrongPassphraseError):
        place.unlock(facts["removed"]["passphrase"], place=facts["removed"]["place"])
    vault = unlocked(v2, 1)
    assert facts["removed"]["user"] not in vault.access.readers(CaseId(facts["case"]))
    assert vault.erasing.is_erased(CaseId(facts["erased"]))
    # A list of that time says what any user made it say: the akt's own journal is asked.
    assert vault.erasing.purged(CaseId(facts["case"])) == frozenset()
    with pytest.raises(NoAccessError):
        vault.open_case(CaseId(facts["erased"]))
    vault.close()


def test_its_recovery_code_is_still_right(v2):
    _place, facts = v2
    vault = unlocked(v2, 1)
    vault.prove_recovery(facts["recovery_code"])
    vault.close()


def test_its_copy_is_checked_and_put_back(v2, tmp_path: Path):
    place, facts = v2
    vault = unlocked(v2, 2)
    told = vault.copies.check(place.root / "medium", PEACE)
    assert (told.generation, told.opened, told.damaged) == (facts["copy"], 2, ())
    vault.close()
    new = Workplace(tmp_path / "new", seed="new")
    passphrase = facts["passphrases"]["1"]
    with prepared(new, medium=place.root / "medium", passphrase=passphrase) as ready:
        assert ready.told.opened == 2
        ready.take_over()
    vault = new.unlock(passphrase)
    assert "Efter kopian." not in texts(vault, facts["case"])
    assert texts(vault, facts["case"])[1] is PURGED
    vault.close()
