# SPDX-License-Identifier: EUPL-1.2
"""Interpreters: never a child, never a relative, no number of theirs where somebody is hidden."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.desk import Bench
from workbench.domain.interpreters import INTERPRETED_BY, InterpretedTalk, InterpreterNeed
from workbench.domain.subject import Subject
from workbench.services.person import interpreting
from workbench.services.person.interpreting import RelativeInterpretedError, require_talk
from workbench.services.person.whom import set_subject
from workbench.services.records.akt import Akt, Draft

TALK = InterpretedTalk("2026-11-22", "Bokning 48213", how_it_went="Lugnt.")


@pytest.fixture(scope="module")
def akt() -> Akt:
    bench = Bench()
    return bench.akt(bench.begin("Karin Exempel"))


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"by": "child"}, "INTERPRET-001"),
        ({"by": "relative", "deviation": "  "}, "INTERPRET-001"),
        ({"who": "dottern, 12 år"}, "INTERPRET-001"),
        ({"who": "Her BROTHER"}, "INTERPRET-001"),
        ({"who": "kusinen på övervåningen"}, "INTERPRET-001"),
        ({"day": "20261101"}, "INTERPRET-003"),
        ({"day": "2026-11-23"}, "INTERPRET-003"),
        ({"day": ""}, "INTERPRET-003"),
    ],
)
def test_what_may_not_stand_is_refused_by_its_code(akt: Akt, changed, code: str) -> None:
    with pytest.raises(Exception) as refused:  # noqa: PT011  the code is the claim
        require_talk(akt, replace(TALK, **changed))
    assert getattr(refused.value, "code", "") == code


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"who": "Sonja, tolkförmedlingen"},  # a word that only begins like one of the family
        {"who": "070-123 45 67"},
        {"by": "child", "who": "dottern", "deviation": "Akut, ingen tolk svarade."},
    ],
)
def test_an_interpreter_and_a_deviation_with_its_why_may_stand(akt: Akt, changed) -> None:
    require_talk(akt, replace(TALK, **changed))


@given(st.sampled_from(INTERPRETED_BY), st.text(max_size=12), st.text(max_size=12))
def test_no_words_make_a_child_or_a_relative_stand_without_a_why(akt: Akt, by, who, why) -> None:
    talk = replace(TALK, by=by, who=who, deviation=why)
    if by in ("relative", "child") and not why.strip():
        with pytest.raises(RelativeInterpretedError):
            require_talk(akt, talk)
    else:
        require_talk(akt, talk)


def test_the_number_of_an_interpreter_is_not_kept_about_somebody_who_is_protected() -> None:
    bench = Bench()
    hidden = bench.akt(bench.begin())
    set_subject(hidden, Subject("Karin Exempel", identity="protected"))
    for number in ("070-123 45 67", "+46 70 123 45 67", "tolk 0046701234567"):
        with pytest.raises(Exception) as refused:  # noqa: PT011  the code is the claim
            require_talk(hidden, replace(TALK, who=number))
        assert refused.value.code == "INTERPRET-002"
    require_talk(hidden, replace(TALK, who="Bokning 48213"))


def test_the_newest_need_stands_and_the_earlier_stays_in_its_history() -> None:
    bench = Bench()
    akt = bench.akt(bench.begin())
    assert interpreting.need_of(akt) is None
    record = akt.enter(Draft(InterpreterNeed("dari"))).records[0]
    akt.enter(Draft(InterpreterNeed("dari", same="never-same", reason="Kände släkten."), record))
    found = interpreting.need_of(akt)
    assert (found.value.same, found.versions) == ("never-same", 2)
