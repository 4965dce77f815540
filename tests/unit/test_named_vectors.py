# SPDX-License-Identifier: EUPL-1.2
"""Every way in which form programs are known to go wrong, every vector of structured judgement and
everything that is never computed has a test that says so in its name: `f_NN`, `spj_NN`, `n_NN`.

The tests stand beside what they are about (rules in `unit/instruments`, records and papers in
`unit/services`, the screen in `ui`); here they are only counted, so that none goes missing.
"""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent
BUGS = {
    1: "answers under a hidden question are still counted",
    2: "a condition whose source is itself hidden",
    3: "a ring of conditions",
    4: "`not equal` is true of an unanswered source",
    5: "conditions are not applied to what was filled in by other ways than typing",
    6: "a condition on a note instead of the whole section",
    7: "an answer to a question that was never asked",
    8: "a computed value overwrites what a person wrote",
    9: "the screen is not what the engine says",
    10: "a score or its trace is lost in a copy or on paper",
    11: "skip rules are dropped by a copy",
    12: "codes change meaning under what was recorded",
    13: "answers are lost when a list of answers changes",
    14: "one bad stored value makes the form impossible to open",
    15: "two of one id",
    16: "skip logic and scoring in one form",
    17: "a long form is slow",
    18: "the order of answers matters",
    19: "rounding by the language's default",
    20: "unanswered is taken as no",
    21: "a level of a form that is not complete",
    22: "a threshold is off by one",
    23: "a level from another version's table",
    24: "an unscored item changes the score",
    25: "not applicable is scored as 0",
    26: "windows, time zones, leap days, ends of months",
    27: "another language or wording changes a stored code",
    28: "a total is shown before the gate or the own appraisal",
    29: "what was copied forward counts as fresh",
    30: "forbidden numbers leak in what is copied out or sorted",
}
VECTORS = {
    1: "all present is not a score",
    2: "all without information may be ended, with its limitations",
    3: "one factor not coded is named",
    4: "no relevance in PATRIARK",
    5: "no critical mark in SARA-V3",
    6: "codes are text",
    7: "no level without its reasons",
    8: "a low level without a plan is pointed out",
    9: "SARA v2 is never opened as V3",
    10: "last time's codes are not reviewed until each is confirmed",
    11: "two raters: both kept, consensus is a third record",
    12: "as many codings are expected as there are places",
}
NEVER = {
    1: "a sum or a level of a worksheet",
    2: "one level over several instruments, or over a score and the person's own word",
    3: "a probability or an expected share",
    4: "a level of the STABLE-2007 total",
    5: "points or a level of FREDA out of the Danger Assessment",
    6: "a DASH result lowered by a judgement",
    7: "one number over several persons' numbers",
    8: "a score of FREDA's short questions or description",
    9: "a trend over versions, or over whole and incomplete runs",
    10: "a list of persons by score or level",
    11: "a level from a table that is not loaded",
}


@pytest.fixture(scope="module")
def named() -> set[str]:
    """`f_01`, `spj_12` and so on, of every test function there is."""
    found: set[str] = set()
    for path in TESTS.rglob("test_*.py"):
        for name in re.findall(r"^def test_(\w+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            ids = re.findall(r"(?:^|_)(f|spj|n)_?(\d\d)(?=_)", name)
            found |= {f"{kind}_{number}" for kind, number in ids}
    return found


@pytest.mark.parametrize("number", BUGS, ids=BUGS.get)
def test_each_known_bug_of_form_programs_has_its_test(named: set[str], number: int) -> None:
    assert f"f_{number:02}" in named


@pytest.mark.parametrize("number", VECTORS, ids=VECTORS.get)
def test_each_vector_of_structured_judgement_has_its_test(named: set[str], number: int) -> None:
    assert f"spj_{number:02}" in named


@pytest.mark.parametrize("number", NEVER, ids=NEVER.get)
def test_each_thing_that_is_never_computed_has_its_test(named: set[str], number: int) -> None:
    assert f"n_{number:02}" in named
