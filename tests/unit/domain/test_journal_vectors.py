# SPDX-License-Identifier: EUPL-1.2
"""The journal format, frozen: the bytes and results in tests/vectors/journal/."""

import json
from pathlib import Path

import pytest

from workbench.crypto import ed25519
from workbench.crypto.labels import Signed
from workbench.domain.canonical import canonical_bytes
from workbench.domain.journal import (
    Key,
    fold,
    hash_body,
    hash_header,
    read_entry,
    read_header,
)

VECTORS = Path(__file__).parents[2] / "vectors" / "journal"
ENTRIES = json.loads((VECTORS / "entries.json").read_text(encoding="utf-8"))
FOLDS = json.loads((VECTORS / "folds.json").read_text(encoding="utf-8"))


def by_name(vector: dict) -> str:
    return vector["name"]


@pytest.mark.parametrize("vector", ENTRIES, ids=by_name)
def test_a_body_has_its_frozen_bytes_and_hash(vector):
    body = vector["body"].encode()
    assert canonical_bytes(json.loads(body)) == body
    assert hash_body(bytes.fromhex(vector["salt"]), body) == vector["body_hash"]


@pytest.mark.parametrize("vector", ENTRIES, ids=by_name)
def test_a_header_has_its_frozen_bytes_and_id(vector):
    header = read_header(vector["header"].encode())
    assert header.to_bytes() == vector["header"].encode()
    assert header.body_hash == vector["body_hash"]
    assert hash_header(header.to_bytes()) == vector["id"]


@pytest.mark.parametrize("vector", ENTRIES, ids=by_name)
def test_an_entry_has_its_frozen_signatures(vector):
    signed = ed25519.pae(Signed.ENTRY, vector["header"].encode())
    assert signed == vector["pae"].encode()
    assert ed25519.sign(bytes.fromhex(vector["seed"]), signed).hex() == vector["signature"]
    cosigned = [
        ed25519.sign(bytes.fromhex(seed), signed).hex() for seed in vector["cosigner_seeds"]
    ]
    assert cosigned == vector["cosignatures"]


@pytest.mark.parametrize("vector", FOLDS, ids=by_name)
def test_a_journal_folds_to_its_frozen_records(vector):
    entries = [
        read_entry(e["header"].encode(), bytes(64), bytes.fromhex(e["salt"]), e["body"].encode())
        for e in vector["entries"]
    ]
    folded = fold(entries)
    assert len(folded) == len(vector["records"])
    for expected in vector["records"]:
        record = folded[Key(expected["kind"], expected["record"])]
        assert [head.id for head in record.heads] == expected["heads"]
        assert [version.id for version in record.history] == expected["history"]
        assert record.is_disputed == expected["disputed"]
        assert (record.current.id if record.current else None) == expected["current"]
