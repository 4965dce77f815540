# SPDX-License-Identifier: EUPL-1.2
"""The recovery code: easy to copy by hand, and a slip of the pen is told."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.crypto.recovery import MistypedError, read_code, recovery_seed, write_code

CODES = st.binary(min_size=20, max_size=20)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(CODES)
def test_a_code_is_read_as_it_was_written(code):
    text = write_code(code)
    assert read_code(text) == code
    assert [len(group) for group in text.split("-")] == [4] * 9
    assert set(text) <= set(ALPHABET + "-")


@given(CODES)
def test_case_spaces_and_lookalikes_do_not_matter(code):
    text = write_code(code)
    sloppy = text.lower().replace("-", " ").replace("0", "o").replace("1", "l").replace("v", "u")
    assert read_code(f"  {sloppy}\n") == code


@given(CODES, st.integers(0, 35), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_nearly_always_told(code, at, letter):
    text = write_code(code).replace("-", "")
    if text[at] == letter:
        return
    typed = text[:at] + letter + text[at + 1 :]
    with suppress(MistypedError):
        assert read_code(typed) != code  # one in a million fits by chance: then it is another code


def test_a_thousand_slips_are_told():
    told = 0
    for number in range(1000):
        text = write_code(number.to_bytes(20, "big"))
        at = number % 32
        swapped = text.replace("-", "")
        letter = ALPHABET[(ALPHABET.index(swapped[at]) + 1 + number) % 32]
        if letter == swapped[at]:
            letter = ALPHABET[(ALPHABET.index(letter) + 1) % 32]
        try:
            read_code(swapped[:at] + letter + swapped[at + 1 :])
        except MistypedError:
            told += 1
    assert told == 1000


@pytest.mark.parametrize("typed", ["", "ABCD", "Å" * 36, "0" * 35, "0" * 37, "0" * 35 + "!"])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(MistypedError):
        read_code(typed)


def test_the_same_code_is_another_key_in_another_vault():
    code = bytes(range(20))
    assert recovery_seed(code, "a") != recovery_seed(code, "b")
    assert recovery_seed(code, "a") == recovery_seed(bytearray(code), "a")
