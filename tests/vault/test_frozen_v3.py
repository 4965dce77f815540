# SPDX-License-Identifier: EUPL-1.2
"""The vault whose list carries its history, as it was first written, opens for ever and whole."""

from pathlib import Path

import pytest

from tests.vault.backing_up import PEACE, prepared
from tests.vault.frozen import Frozen, laid_out, texts, unlocked
from tests.vault.making import CHEAP, Workplace
from tests.vault.operations import pseudonym
from workbench.domain.ids import CaseId
from workbench.domain.journal import fold
from workbench.services.jobs import no_pulse
from workbench.vault import slots
from workbench.vault.errors import (
    NoAccessError,
    RecoveryCodesError,
    RecoveryPairError,
    WrongPassphraseError,
)
from workbench.vault.returning import recover_vault

PURGED = None
SHARED = ["Ringde.", PURGED, "Kom. Pratade en timme.", "Ringde. Träff på tisdag.", PURGED]


@pytest.fixture
def v3(tmp_path: Path) -> Frozen:
    return laid_out(tmp_path, "v3")


def test_both_users_read_what_they_may_and_nothing_has_changed_in_it(v3):
    _place, facts = v3
    shared, own = facts["cases"]
    for number, opened in ((1, [shared, own]), (2, [shared])):
        vault = unlocked(v3, number)
        assert sorted(row.case for row in vault.own.rows()) == sorted(opened)
        assert texts(vault, shared) == [*SHARED, "Efter kopian."]
        named = [row.summary for row in vault.cases() if row.case == shared]
        assert [(s.names, s.dates, s.flags) for s in named] == [
            (("Vera Exempel",), (("reassessment", "2027-01-31"),), ("protected",))
        ]
        assert {report.why for report in vault.verify()} == {""}
        assert pseudonym(vault, CaseId(shared)) == facts["pseudonym"]
        vault.close()
    vault = unlocked(v3, 1)
    assert texts(vault, own) == ["Bara min."]
    vault.close()
    vault = unlocked(v3, 2)
    with pytest.raises(NoAccessError):
        vault.open_case(CaseId(own))
    vault.close()


def test_the_correction_the_picture_and_the_half_typed_are_there(v3):
    _place, facts = v3
    vault = unlocked(v3, 1)
    akt = vault.open_case(CaseId(facts["cases"][0]))
    first, again = facts["corrected"]
    record = next(r for r in fold(akt.entries()).values() if r.history[0].id == first)
    assert record.current is not None
    assert record.current.id == again
    assert akt.attachment(facts["attachment"]) == bytes(range(256)) * 5
    (row,) = akt.working_rows(vault.signer.user)
    assert row.value == '"Halvskrivet, inte infört."'
    akt.close()
    vault.close()


def test_its_history_says_who_is_in_and_who_left(v3):
    place, facts = v3
    body = slots.read(place.folder, smallest_kib=CHEAP.m_kib)
    assert [step.act for step in body.history] == facts["history"]
    vault = unlocked(v3, 1)
    assert len(vault.members()) == 5  # three people, and recovery with its first and second code
    assert facts["removed"]["user"] not in vault.access.readers(CaseId(facts["cases"][0]))
    vault.close()
    with pytest.raises(WrongPassphraseError):
        place.unlock(facts["removed"]["passphrase"], place=facts["removed"]["place"])


def test_what_was_taken_away_stays_so_by_the_word_of_two_and_of_the_code(v3):
    _place, facts = v3
    vault = unlocked(v3, 1)
    shared = CaseId(facts["cases"][0])
    assert vault.erasing.is_erased(CaseId(facts["erased"]))
    assert vault.erasing.purged(shared) == frozenset({facts["purged"]})
    with pytest.raises(NoAccessError):
        vault.open_case(CaseId(facts["erased"]))
    vault.close()


def test_two_of_its_codes_let_in_and_the_former_code_does_not(v3):
    place, facts = v3
    codes = facts["recovery_code"].split("\n")
    for wrong in ([facts["former_recovery_code"]], [facts["former_recovery_code"], codes[0]]):
        with pytest.raises((RecoveryCodesError, RecoveryPairError)):
            recover_vault(place.folder, wrong, place.around)
    recovered = recover_vault(place.folder, codes, place.around)
    assert recovered.seat(recovered.newcomer(1), "ett nytt lås", CHEAP, no_pulse) == ()
    recovered.close()
    vault = place.unlock("ett nytt lås")
    assert texts(vault, facts["cases"][1]) == ["Bara min."]
    vault.close()


def test_its_copy_is_checked_and_put_back(v3, tmp_path: Path):
    place, facts = v3
    vault = unlocked(v3, 1)
    told = vault.copies.check(place.root / "medium", PEACE)
    assert (told.generation, told.opened, told.damaged) == (facts["copy"], 3, ())
    vault.close()
    new = Workplace(tmp_path / "new", seed="new")
    passphrase = facts["passphrases"]["1"]
    with prepared(new, medium=place.root / "medium", passphrase=passphrase) as ready:
        assert ready.told.opened == 3
        ready.take_over()
    vault = new.unlock(passphrase)
    assert texts(vault, facts["cases"][0]) == SHARED
    vault.close()
