# SPDX-License-Identifier: EUPL-1.2
"""Text from people: printed or named, never lost, never wider than its column."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.reading import squeezed
from workbench.reports.text import Typesetter
from workbench.reports.theme import BODY, CELL, fonts

ANYTHING = st.text(st.characters(), max_size=120)


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(fonts())


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Åsa såg <b>allt</b> &amp; mer", "Åsa såg <b>allt</b> &amp; mer"),
        ("\U0001f600", "[U+1F600]"),
        ("\U0001f512", "[U+1F512]"),  # our font has this one
        ("\u05e9\u05dc\u05d5\u05dd", "[U+05E9][U+05DC][U+05D5][U+05DD]"),
        ("\u202eabc", "[U+202E]abc"),
        ("a\x00b\x1bc", "a[U+0000]b[U+001B]c"),
        ("\ud800", "[U+D800]"),
        ("\ufeffBörjan", "[U+FEFF]Början"),
        ("a\u030a", "å"),
        ("q\u030a", "q[U+030A]"),
        ("rad\r\nrad\rrad\tsteg", "rad\nrad\nrad steg"),
        ("\u4e2d", "[U+4E2D]"),
        ("5\u00a0kr – ”ja”…", "5\u00a0kr – ”ja”…"),
    ],
)
def test_a_character_is_printed_or_named(setter: Typesetter, typed: str, printed: str) -> None:
    assert setter.printable(typed) == printed


@given(ANYTHING)
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_between_what_was_typed_and_its_lines(typed: str) -> None:
    setter = Typesetter(fonts())
    lines = setter.lines(typed, CELL, 90.0)
    assert squeezed("".join(lines)) == squeezed(setter.printable(typed))


@given(ANYTHING)
@settings(max_examples=150, deadline=None)
def test_every_character_stands_for_itself_or_its_number(typed: str) -> None:
    printed = Typesetter(fonts()).printable(typed)
    for sign in unicodedata.normalize("NFC", typed):
        if sign not in "\r\n\t":
            assert sign in printed or f"[U+{ord(sign):04X}]" in printed


@given(ANYTHING, st.floats(min_value=20, max_value=400))
@settings(max_examples=150, deadline=None)
def test_no_line_is_wider_than_its_column(typed: str, width: float) -> None:
    setter = Typesetter(fonts())
    assert all(
        setter.width(line, BODY) <= width + 0.001 for line in setter.lines(typed, BODY, width)
    )


def test_a_compound_breaks_after_its_hyphen_but_a_date_never_does(setter: Typesetter) -> None:
    lines = setter.lines("brottsoffer-handläggare 2026-11-22 S1-S2 --", CELL, 62.0)
    assert lines[:2] == ["brottsoffer-", "handläggare"]
    assert any("2026-11-22" in line for line in lines)


def test_many_empty_lines_become_one(setter: Typesetter) -> None:
    assert setter.lines("\n\na\n\n\n\n\nb\n\n", BODY, 200.0) == ["a", "", "b"]


def test_a_word_of_a_hundred_thousand_characters_is_cut_and_kept(setter: Typesetter) -> None:
    word = "ö" * 100_000
    lines = setter.lines(word, BODY, 300.0)
    assert "".join(lines) == word
    assert all(setter.width(line, BODY) <= 300.0 for line in lines)
