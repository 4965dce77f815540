# SPDX-License-Identifier: EUPL-1.2
"""One person under two spellings is one person."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.names import is_same_name


@pytest.mark.parametrize(
    "other",
    [
        unicodedata.normalize("NFD", "Åsa Öberg"),
        "åsa  öberg ",
        "Åsa Öberg\u200b",
        "\u202eÅsa Öberg",
        "Åsa\u00a0Öberg",
        "Åsa Öberg",
    ],
)
def test_spelling_makes_no_other_person(other):
    assert is_same_name("Åsa Öberg", other)


@pytest.mark.parametrize("other", ["Asa Oberg", "Åsa Öbergh", "Öberg Åsa", ""])
def test_another_name_is_another(other):
    assert not is_same_name("Åsa Öberg", other)


@given(st.text())
def test_a_name_is_its_own_in_every_form_of_it(name):
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert is_same_name(name, unicodedata.normalize(form, name))


def test_a_name_that_nobody_sees_is_none():
    assert is_same_name("\u200b \u2060", "")
