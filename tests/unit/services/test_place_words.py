# SPDX-License-Identifier: EUPL-1.2
"""Known places are found however they are spelt, and cut out without a rest."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.services.person.place_words import numbers_in, sought, spelt

LETTERS = st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=5, max_size=12)


def stands_in(words: str, text: str) -> bool:
    return sought(words).stands_in(spelt(text))


def taken_out(words: str, text: str, instead: str) -> str:
    return sought(words).taken_out(text, instead)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Ljungbo kommun", "Hon bor i ljungbo nu."),
        ("Ljungbo", "Hon är Ljungbobo."),
        ("Ljungbos kommun", "familjerätten i Ljungbo"),
        ("Storgatan 5 B, 123 45 Påhittsholm", "på storgatan"),
        ("Storgatan 5 B, 123 45 Påhittsholm", "buss till Påhittsholms station"),
        ("Lilla Fiktiva vägen 3", "Lilla  Fiktiva\nvägen"),
        ("070-123 45 67", "ring +46 70 123 45 67"),
        ("+46701234567", "(070) 1234567 efter fem"),
        ("ABC 123", "en röd abc-123"),
        ("ABC123", "ABC 123 stod där"),
        ("Vinterskolan", "på Vinter\u00adskolan"),
        ("Vinterskolan", "Vinter\u200bskolan"),
        ("Åby", "från A\u030aby"),
        ("Ek", "hos Eks"),
        ("Storgatan 12 123 45 Påhittsholm", "på Storgatan"),
        ("Storgatan 12 123 45 Påhittsholm", "i Påhittsholm"),
        ("Storgatan 12A-C", "på Storg. 12"),
        ("Vinterskolan i Åby", "på Vinterskolan"),
        ("Vinterskolan (Åby)", "i Åby"),
        ("Vinterskolan – Åby", "i Åby"),
        ("vårdcentralen Åby", "Åbytrakten"),
        ("Vinterskolan", "Vinter skolan"),
        ("Ljungås", "Ljungas"),
        ("röd kombi ABC 123", "bilen ABC123"),
        ("070-123 45 67", "070–123 45 67"),
        ("070-123 45 67", "070\u20111234567"),
        ("070-123 45 67", "på 123 45 67"),
        ("070-123 45 67 08-17", "ring 070-1234567"),
        ("070-123 45 67\n073-987 65 43", "0739876543"),
    ],
)
def test_a_place_is_found_in_every_spelling(place: str, text: str) -> None:
    assert stands_in(place, text)
    left = taken_out(place, text, "…")
    assert not stands_in(place, left)
    assert "…" in left


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Ek", "ekonomi"),
        ("skolan", "på skolan"),
        ("070-123 45 67", "den 7 januari 2026 kl. 12.34"),
        ("", "vad som helst"),
        ("5", "rum 5"),
        ("12345", "123"),
        ("sedan 2026-11-22", "2026-11-22"),
        ("Vinterskolan klass 4B", "klass 4B"),
        ("070-123 45 67", "19900101-0009 kom 2026-11-22T12:34:56Z"),
    ],
)
def test_what_leads_to_nobody_is_no_place(place: str, text: str) -> None:
    assert not stands_in(place, text)
    assert taken_out(place, text, "…") == text


def test_the_text_around_a_place_keeps_its_letters() -> None:
    assert taken_out("Ljungbo", "Vera åkte till Ljungbo. ÅTER!", "…") == "Vera åkte till …. ÅTER!"


def test_numbers_are_read_out_of_a_safe_contact() -> None:
    assert numbers_in("sms till 070-000 11 22, vardagar 8-17") == ("070-000 11 22",)


@given(LETTERS, LETTERS, st.sampled_from(["{}", "i {}.", "{}s", "{}trakten", "({})", "x {} y"]))
def test_a_long_word_never_passes_and_leaves_no_rest(word: str, other: str, form: str) -> None:
    assume(stands_in(word, word))  # a plain word leads to nobody
    text = f"{other} {form.format(word.upper())} {other}"
    assert stands_in(word, text)
    assert not stands_in(word, taken_out(word, text, "…"))


@pytest.mark.parametrize("place", ["x" * 100_000, "Ljungbo i " * 10_000, "070-123 45 67 " * 7_000])
def test_a_hundred_thousand_characters_are_sought_as_well(place: str) -> None:
    assert stands_in(place, f"före {place} efter")
    assert not stands_in(place, "hej då " * 15_000)
