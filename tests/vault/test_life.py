# SPDX-License-Identifier: EUPL-1.2
"""A vault from its founding to the next morning: what was written is there, and only there."""

import os
import stat
from dataclasses import replace

import pytest

from tests.vault.making import CHEAP, PASSPHRASE, Workplace, writer
from workbench.crypto.kdf import SMALLEST_MEMORY_KIB, Cost
from workbench.domain.ids import CaseId, RecordId
from workbench.domain.journal import fold
from workbench.domain.working import WorkingKey
from workbench.services.ports import CaseSummary, StoredCard
from workbench.vault.errors import (
    MisfitEntryError,
    NoAccessError,
    NotAVaultError,
    NotEmptyError,
    RecoveryNotProvenError,
    RecoveryTypoError,
    SlotLimitsError,
    WrongPassphraseError,
    WrongRecoveryError,
)
from workbench.vault.opening import create_vault, read_info, unlock_vault


def test_entries_and_working_rows_are_there_the_next_morning(place: Workplace):
    vault = place.create()
    akt = writer(place, vault)
    entries = akt.enter("måndag", "tisdag \U0001f600 \u05d0")
    row = akt.type("text", "halv mening")
    case, user = akt.file.case, vault.signer.user
    vault.close()
    vault = place.unlock()
    file = vault.open_case(case)
    assert file.entries() == tuple(entries)
    assert file.head() == entries[-1].id
    assert file.working_rows(user) == (row,)
    assert vault.check_signatures(file.entries()) is None
    vault.close()


def test_entering_takes_the_working_rows_and_brings_the_attachments_in_one_commit(place):
    vault = place.create()
    akt = writer(place, vault)
    row, other = akt.type("text", "klar"), akt.type("later", "inte än")
    entry = akt.version({"text": "klar"})
    akt.file.append([entry], clearing=[row.key], attachments={"ab" * 32: b"\x00bild"})
    assert akt.file.working_rows(vault.signer.user) == (other,)
    assert akt.file.attachment("ab" * 32) == b"\x00bild"
    with pytest.raises(KeyError):
        akt.file.attachment("cd" * 32)
    akt.file.drop_working([other.key])
    assert akt.file.working_rows(vault.signer.user) == ()
    vault.close()


def test_a_working_row_written_twice_is_the_later_one(place):
    vault = place.create()
    akt = writer(place, vault)
    akt.type("text", "först")
    later = akt.type("text", "sedan")
    assert akt.file.working_rows(vault.signer.user) == (later,)
    vault.close()


def test_working_rows_belong_to_their_author(place):
    vault = place.create()
    akt = writer(place, vault)
    row = akt.type("text", "mitt")
    key = WorkingKey("note", RecordId("x"), "text", "past", "ab" * 32)
    akt.file.put_working(replace(row, key=key))
    assert akt.file.working_rows(vault.signer.user) == (row,)
    assert [found.key for found in akt.file.working_rows("ab" * 32)] == [key]
    vault.close()


@pytest.mark.parametrize("why", ["known", "other-case", "body-hash", "parents", "header-hash"])
def test_an_entry_that_does_not_continue_the_journal_is_refused_and_nothing_written(place, why):
    vault = place.create()
    akt = writer(place, vault)
    (first,) = akt.enter("först")
    row = akt.type("text", "kvar")
    good = akt.version({"text": "sedan"})
    bad = {
        "known": first,
        "other-case": writer(place, vault).version({"text": "x"}),
        "body-hash": replace(akt.version({"text": "ny"}), body=b'{"text":"ersatt"}'),
        "parents": akt.version({"text": "x"}, parent="f" * 64),
        "header-hash": replace(akt.version({"text": "ny"}), id="f" * 64),
    }[why]
    with pytest.raises(MisfitEntryError) as refused:
        akt.file.append([good, bad], clearing=[row.key])
    assert refused.value.facts == {"why": why}
    assert akt.file.entries() == (first,)
    assert akt.file.working_rows(vault.signer.user) == (row,)
    vault.close()


def test_an_akt_opened_twice_is_one_file(place):
    vault = place.create()
    akt = writer(place, vault)
    again = writer(place, vault, akt.file.case)
    akt.enter("ett")
    again.enter("två")
    akt.file.close()
    akt.file.close()
    again.enter("tre")
    assert len(again.file.entries()) == 3
    vault.close()


def test_the_register_lists_own_akter_newest_first_with_what_was_mirrored(place):
    vault = place.create()
    one, two = writer(place, vault), writer(place, vault)
    one.enter("ett", "två")
    summary = CaseSummary(
        ("Vera Exempel",), ("20000101-0000",), (("measure", "2026-12-01"),), ("protected",)
    )
    vault.announce(one.file.case)
    assert [row.is_stale for row in vault.cases()] == [True, True]
    vault.mirror(one.file.case, summary)
    vault.close()
    vault = place.unlock()
    newest, oldest = vault.cases()
    assert (newest.case, oldest.case) == (two.file.case, one.file.case)
    assert (oldest.summary, oldest.is_stale, oldest.count) == (summary, False, 2)
    assert oldest.head == one.file.head()
    assert (newest.summary, newest.is_stale) == (CaseSummary(), True)
    vault.close()


def test_cards_are_kept_and_change_state(place):
    vault = place.create()
    card = StoredCard("ab" * 32, b"content", "unverified", "2026-11-22T01:10:00Z")
    vault.put_card(card)
    vault.put_card(replace(card, state="verified"))
    vault.close()
    vault = place.unlock()
    assert vault.cards() == (replace(card, state="verified"),)
    vault.close()


def test_the_organisation_akt_is_open_as_long_as_the_vault_and_is_not_a_case(place):
    vault = place.create()
    house = vault.house()
    assert vault.house() is house
    with pytest.raises(NoAccessError):
        vault.open_case(house.case)
    with pytest.raises(NoAccessError):
        vault.open_case(CaseId("00000000-0000-4000-8000-000000000000"))
    assert house.case not in {row.case for row in vault.cases()}
    vault.close()


def test_exchange_keys_are_the_same_every_day_and_reach_eight_quarters(place):
    vault = place.create()
    before = [bytes(seed) for seed in vault.exchange_keys().seeds]
    vault.close()
    vault = place.unlock()
    keys = vault.exchange_keys()
    assert keys.seeds == tuple(before)
    epochs = [box.epoch for box in keys.mailboxes]
    assert epochs == ["2026-Q4", *(f"{y}-Q{q}" for y in (2027, 2028) for q in (1, 2, 3, 4))][:8]
    for box, following in zip(keys.mailboxes, keys.mailboxes[1:], strict=False):
        assert (following.first_day - box.last_day).days == 1
    assert len(set(before)) == 10
    vault.close()


def test_link_keys_differ_between_akter_and_stay(place):
    vault = place.create()
    one, two = (writer(place, vault).file.case for _ in range(2))
    link = bytes(vault.case_link_key(one))
    assert link != vault.case_link_key(two)
    vault.close()
    vault = place.unlock()
    assert vault.case_link_key(one) == link
    vault.close()


def test_no_akt_is_begun_before_the_recovery_code_was_typed_back(place):
    vault = place.create(proven=False)
    assert not vault.is_recovery_proven
    with pytest.raises(RecoveryNotProvenError):
        vault.new_case("2026-0001")
    with pytest.raises(RecoveryTypoError):
        vault.prove_recovery(place.code[:-1] + ("A" if place.code[-1] != "A" else "B"))
    other = Workplace(place.root / "other", seed="other")
    other.create().close()
    with pytest.raises(WrongRecoveryError):
        vault.prove_recovery(other.code)
    vault.prove_recovery(place.code.lower().replace("-", " "))
    vault.close()
    vault = place.unlock()
    assert vault.is_recovery_proven
    vault.new_case("2026-0001")
    vault.close()


def test_a_wrong_passphrase_or_place_opens_nothing_and_loses_nothing(place):
    place.create().close()
    for passphrase, number in ((PASSPHRASE + "r", 1), (PASSPHRASE, 2), ("", 1)):
        with pytest.raises(WrongPassphraseError):
            place.unlock(passphrase, place=number)
    place.unlock().close()


def test_a_passphrase_is_the_same_however_its_letters_were_composed(place):
    place.create().close()
    decomposed = PASSPHRASE.replace("ö", "o\u0308").replace("ä", "a\u0308")
    assert decomposed != PASSPHRASE
    place.unlock(decomposed).close()


def test_a_vault_can_be_described_without_a_passphrase_also_while_open(place):
    vault = place.create()
    info = read_info(place.folder, given_state_folder=place.state)
    assert (info.format, info.vault, info.generation) == ("varn.vault/1", vault.vault, 2)
    assert (info.slots, info.costs, info.is_in_use) == (1, (CHEAP,), True)
    vault.close()
    assert not read_info(place.folder, given_state_folder=place.state).is_in_use


def test_a_folder_without_a_vault_is_told(place):
    with pytest.raises(NotAVaultError):
        read_info(place.root, given_state_folder=place.state)
    with pytest.raises(NotAVaultError):
        unlock_vault(place.root / "nowhere", 1, PASSPHRASE, place.around)


def test_a_vault_is_not_made_over_anything(place):
    place.folder.mkdir()
    (place.folder / "brev.txt").write_text("mitt")
    with pytest.raises(NotEmptyError):
        place.create()
    assert [path.name for path in place.folder.iterdir()] == ["brev.txt"]


def test_the_program_makes_no_vault_with_a_cheap_passphrase(place):
    around = replace(place.around, smallest_kib=SMALLEST_MEMORY_KIB)
    with pytest.raises(SlotLimitsError):
        create_vault(place.folder, PASSPHRASE, around, cost=Cost(SMALLEST_MEMORY_KIB - 1, 3, 4))
    assert not place.folder.exists()


def test_nobody_else_on_the_computer_can_read_any_of_it(place):
    before = os.umask(0)
    try:
        vault = place.create()
        akt = writer(place, vault)
        akt.enter("hemligt")
        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in place.root.rglob("*")}
        assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}
        assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
        vault.close()
    finally:
        os.umask(before)


def test_keys_are_cleared_when_the_vault_closes(place):
    vault = place.create()
    akt = writer(place, vault)
    keychain = vault._keychain
    held = [keychain.wrapping, keychain.signing, *vault._inside.register_keys]
    held += list(keychain._keys[akt.file.case])
    assert all(any(buffer) for buffer in held)
    vault.close()
    assert not any(any(buffer) for buffer in held)
    with pytest.raises(ValueError, match="forgotten"):
        vault.signer.sign_entry(b"{}")
    vault.close()


def test_what_a_service_folds_is_what_was_entered(place):
    vault = place.create()
    akt = writer(place, vault)
    (first,) = akt.enter("måndag")
    fixed = akt.version({"text": "tisdag"}, record=first.header.record, supersedes=(first.id,))
    akt.file.append([fixed])
    (record,) = fold(akt.file.entries()).values()
    assert (record.current, record.history) == (fixed, (first, fixed))
    vault.close()
