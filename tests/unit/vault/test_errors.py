# SPDX-License-Identifier: EUPL-1.2
"""Every code of the vault has its words, and the words only ask for facts that are given."""

import re

import pytest

from workbench import words
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, EntryId
from workbench.services.ports import CaseReport
from workbench.services.records.trust import BadSignatureError
from workbench.vault import checking, errors

CLASSES = [
    found
    for found in (*vars(errors).values(), BadSignatureError)
    if isinstance(found, type) and issubclass(found, WorkbenchError) and found is not WorkbenchError
]
FACTS = {
    "VAULT-002": {"seconds"},
    "VAULT-005": {"file", "kind"},
    "VAULT-006": {"file", "kind"},
    "VAULT-008": {"file", "entry", "why", "kind"},
    "VAULT-010": {"file"},
    "VAULT-011": {"since"},
    "VAULT-012": {"why"},
    "VAULT-013": {"mib"},
    "VAULT-022": {"akter", "number"},
    "VAULT-026": {"file"},
    "VAULT-029": {"needed_mib", "free_mib"},
    "VAULT-030": {"file"},
    "VAULT-036": {"needed"},
    "VAULT-039": {"akter"},
    "VAULT-055": {"most"},
    "VAULT-060": {"count", "akter", "file"},
    "VAULT-062": {"count", "akter", "file"},
    "VAULT-061": {"file", "made", "older"},
    "JOURNAL-001": {"why"},
    "JOURNAL-002": {"file", "entry"},
}


OF_THE_FILE = {"kind"}  # what a file is called on screen is told by its name


@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.code)
def test_a_code_has_all_its_words(error):
    entry = words.error_entries()[error.code]
    assert set(entry) == {"cause", "what_sv", "what_en", "remedy_sv", "remedy_en"}
    for text in entry.values():
        asked = set(re.findall(r"{(\w+)}", text))
        assert asked <= FACTS.get(error.code, set())


def test_codes_are_unique_and_each_is_somebodys():
    codes = [error.code for error in CLASSES]
    assert len(set(codes)) == len(codes)
    assert set(codes) <= words.error_entries().keys()


@pytest.mark.parametrize(
    ("why", "code"),
    [
        ("", ""),
        ("damaged", "VAULT-006"),
        ("newer-format", "VAULT-010"),
        ("older-copy", "VAULT-005"),
        ("signature", "JOURNAL-002"),
        ("not-canonical", "VAULT-008"),
        ("body-hash", "VAULT-008"),
        ("parents", "VAULT-008"),
    ],
)
def test_what_verify_finds_amounts_to_a_code(why, code):
    report = CaseReport(CaseId("c"), 3, EntryId("h"), EntryId("b") if why else None, why)
    error = checking.error_of(report, "cases/c.db")
    assert (error.code if error is not None else "") == code
    if error is not None:
        assert FACTS[code] - OF_THE_FILE <= set(error.facts)
