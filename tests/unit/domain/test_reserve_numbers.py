# SPDX-License-Identifier: EUPL-1.2
"""Reserve numbers: stable, plainly no personal numbers, and a wrong letter is seen."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.ids import CaseId
from workbench.domain.personal_number import digits_of, doubt_about
from workbench.domain.reserve_numbers import _LETTERS, is_reserve_number, reserve_number

_CASES = st.uuids(version=4).map(lambda uuid: CaseId(str(uuid)))


def test_it_is_the_same_for_ever() -> None:
    case = CaseId(str(UUID(int=7, version=4)))
    assert reserve_number(case) == reserve_number(case) == "R-HSQFT-PHVJC"


@given(_CASES)
def test_it_is_no_personal_number_and_known_for_what_it_is(case: CaseId) -> None:
    made = reserve_number(case)
    assert digits_of(made) == ""
    assert doubt_about(made) == "length"
    assert is_reserve_number(made)
    assert is_reserve_number(made.lower().replace("-", " "))


@given(_CASES, st.integers(0, 9), st.integers(1, 19))
def test_one_wrong_letter_never_passes(case: CaseId, at: int, by: int) -> None:
    letters = list(reserve_number(case).replace("-", ""))
    was = _LETTERS.index(letters[at + 1])
    letters[at + 1] = _LETTERS[(was + by) % len(_LETTERS)]
    assert not is_reserve_number("".join(letters))


@given(st.text(max_size=20))
def test_nothing_else_passes_for_one(text: str) -> None:
    assert not is_reserve_number(text) or text.strip().upper().startswith("R")
