# SPDX-License-Identifier: EUPL-1.2
"""The fast header reader reads exactly what the plain one reads."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.domain.journals import JOURNALS
from workbench.domain import journal
from workbench.domain.canonical import canonical_bytes
from workbench.domain.journal import Header, MalformedEntryError
from workbench.vault import headers

TEXTS = st.text(max_size=5)
STRANGE = st.none() | st.booleans() | st.integers() | TEXTS | st.lists(TEXTS | st.integers())
FIELDS = [*Header.__slots__, "fmt", "more"]


def said_by(read, content: bytes) -> Header | None:
    try:
        return read(content)
    except MalformedEntryError:
        return None


@given(JOURNALS)
def test_both_read_what_was_written(entries):
    for entry in entries:
        assert headers.read_header(entry.header_bytes) == entry.header


@given(JOURNALS, st.sampled_from(FIELDS), STRANGE, st.booleans())
def test_both_refuse_the_same(entries, field, value, remove):
    fields = json.loads(entries[0].header_bytes)
    if remove:
        fields.pop(field, None)
    else:
        fields[field] = value
    content = json.dumps(fields).encode()
    assert said_by(headers.read_header, content) == said_by(journal.read_header, content)


@given(st.binary(max_size=60))
def test_both_refuse_noise(content):
    assert said_by(headers.read_header, content) is None
    assert said_by(journal.read_header, content) is None


def test_both_refuse_what_is_json_and_no_object():
    for value in ([], "x", 1, None, {}):
        content = canonical_bytes(value)
        assert said_by(headers.read_header, content) is None
        assert said_by(journal.read_header, content) is None
