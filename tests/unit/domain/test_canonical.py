# SPDX-License-Identifier: EUPL-1.2
"""Equal values have equal bytes, and they are the bytes of RFC 8785."""

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.canonical import (
    LARGEST_INTEGER,
    NotCanonicalError,
    canonical_bytes,
    replace_surrogates,
)

KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_our_bytes_are_those_of_rfc_8785(value):
    assert canonical_bytes(value) == rfc8785.dumps(value)


@given(st.dictionaries(KEYS, LEAVES, max_size=6))
def test_the_order_in_which_keys_were_put_in_does_not_show(value):
    assert canonical_bytes(value) == canonical_bytes(dict(reversed(value.items())))


@given(st.lists(LEAVES, max_size=4))
def test_a_tuple_is_written_as_a_list(value):
    assert canonical_bytes(tuple(value)) == canonical_bytes(value)


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        {"a": [0.0]},
        {"nyckel å": 1},
        {1: "a"},
        LARGEST_INTEGER + 1,
        -LARGEST_INTEGER - 1,
        "lone \ud800",
        [b"bytes"],
        {"a": {"b": {1, 2}}},
    ],
    ids=repr,
)
def test_what_has_no_canonical_form_is_refused(value):
    with pytest.raises(NotCanonicalError):
        canonical_bytes(value)


@given(st.text(max_size=30))
def test_typed_text_can_always_be_stored(text):
    kept = replace_surrogates(text)
    canonical_bytes(kept)
    assert kept == text or "\ufffd" in kept


def test_a_surrogate_pair_is_the_character_that_it_stands_for():
    assert replace_surrogates("\ud83d\ude00 \udc00") == "\U0001f600 \ufffd"
