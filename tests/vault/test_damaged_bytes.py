# SPDX-License-Identifier: EUPL-1.2
"""A byte that is no letter, a day that never was: damage like any other, with its code."""

import re

import pytest

from tests.unit.domain.journals import make
from tests.vault.making import Workplace, writer
from workbench.domain.errors import WorkbenchError
from workbench.domain.journal import MalformedEntryError
from workbench.vault.errors import DamagedFileError, WrongPassphraseError
from workbench.vault.headers import read_header


@pytest.mark.parametrize(
    ("pattern", "text", "code"),
    [
        ("vault.slots", b'"salt":"', "VAULT-004"),
        ("cases/*.keys", b'"enc":"', "VAULT-006"),
        ("house.keys", b'"sealed":"', "VAULT-006"),
        ("mailbox.keys", b'"public":"', "VAULT-006"),
    ],
)
def test_a_byte_that_is_no_utf8_is_refused_with_a_code(place: Workplace, pattern, text, code):
    vault = place.create()
    case = writer(place, vault).file.case
    vault.close()
    path = min(place.folder.glob(pattern))
    path.write_bytes(path.read_bytes().replace(text, text + b"\xb3", 1))
    with pytest.raises(WorkbenchError) as refused:
        read_all(place, case)
    assert refused.value.code == code


def read_all(place: Workplace, case) -> None:
    vault = place.unlock()
    try:
        vault.open_case(case)
        vault.house()
        vault.exchange_keys()
    finally:
        vault.close()


def test_a_header_that_is_no_utf8_is_no_header():
    good = make(1, record="0c0ffee0-0000-4000-8000-000000000001").header_bytes
    with pytest.raises(MalformedEntryError):
        read_header(good.replace(b'"kind":"', b'"kind":"\xb3'))


def test_this_installations_own_notes_are_no_reason_to_refuse(place: Workplace):
    place.create().close()
    notes = [path for path in place.state.iterdir() if path.is_file()]
    assert notes
    for path in notes:
        path.write_bytes(b'{"fmt":"\xb3"}')
    place.unlock().close()


@pytest.mark.parametrize("last", ["2026-31-22T01:10:00Z", "0026-11-22T01:10:00Z"])
def test_a_note_of_wrong_passphrases_with_a_day_that_never_was_locks_nobody_out(place, last):
    place.create().close()
    for _ in range(5):
        with pytest.raises(WrongPassphraseError):
            place.unlock("fel")
    (note,) = place.state.glob("*.tries")
    note.write_text(re.sub(r"[0-9-]{10}T[0-9:]{8}Z", last, note.read_text()))
    place.unlock().close()


def test_an_akt_whose_grant_lost_its_reader_is_damaged_and_does_not_vanish(place: Workplace):
    vault = place.create()
    case, user = writer(place, vault).file.case, vault.signer.user
    vault.close()
    keys = place.folder / "cases" / f"{case}.keys"
    other = ("0" if user[0] != "0" else "1") + user[1:]
    keys.write_text(keys.read_text().replace(f'"to":"{user}"', f'"to":"{other}"'))
    vault = place.unlock()
    assert [row.case for row in vault.cases()] == [case]
    assert {report.case: report.why for report in vault.verify()}[case] == "damaged-keys"
    with pytest.raises(DamagedFileError):
        vault.open_case(case)
    vault.close()
