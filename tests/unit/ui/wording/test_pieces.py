# SPDX-License-Identifier: EUPL-1.2
"""A form's text in pieces: nothing is lost, nothing is guessed."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.wording.pieces import by_number, pieces_of, words_of

FORM = """Blankett
1. Har det hänt något
som går över två ra-
der?
2) Andra frågan?
3a Tredje frågan?

En rad för sig
□ Ett val
2. Andra frågan igen?"""


def test_wrapped_lines_are_one_piece_and_numbers_begin_another():
    assert pieces_of(FORM) == (
        "Blankett",
        "1. Har det hänt något som går över två rader?",
        "2) Andra frågan?",
        "3a Tredje frågan?",
        "En rad för sig",
        "□ Ett val",
        "2. Andra frågan igen?",
    )


def test_questions_with_letters_are_pieces_and_abbreviations_are_not():
    form = "a. Första frågan,\nt. ex. om hot?\nb) Andra frågan om en\nf. d. partner?\nI hemmet?"
    found = pieces_of(form)
    assert found == (
        "a. Första frågan, t. ex. om hot?",
        "b) Andra frågan om en f. d. partner? I hemmet?",
    )
    words = {"one": "Första frågan, t. ex. om hot?", "two": found[1][3:]}
    assert by_number(found, {"one": "a", "two": "b"}) == words


def test_the_number_of_the_question_is_not_its_words():
    assert words_of(["1. Har det hänt?"], "1") == "Har det hänt?"
    assert words_of(["3a Tredje", "frågan"], "3a") == "Tredje frågan"
    assert words_of(["12 månader"], "1") == "12 månader"
    assert words_of(["□ Ett val"]) == "Ett val"


def test_a_number_that_stands_twice_is_not_filled():
    found = by_number(pieces_of(FORM), {"q1": "1", "q2": "2", "q3a": "3A", "q4": "4"})
    assert found == {"q1": "Har det hänt något som går över två rader?", "q3a": "Tredje frågan?"}


@given(st.text())
def test_no_letter_of_a_form_is_lost(text):
    kept = "".join("".join(pieces_of(text)).split())
    letters = "".join(text.replace("\x0c", "\n").split())
    assert sorted(kept.replace("-", "").replace("\u00ad", "")) == sorted(
        letters.replace("-", "").replace("\u00ad", "")
    )
