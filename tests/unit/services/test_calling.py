# SPDX-License-Identifier: EUPL-1.2
"""Calls: which are the agreed contact, and that a deadline goes by nothing else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.desk import Bench
from workbench.domain.calls import CALL_TO, CODE_WORDS, REACHED, Call
from workbench.domain.plans import StayPlan
from workbench.services.law.deadline_rules import rules
from workbench.services.loop import following
from workbench.services.loop.plan_gaps import plan_gaps
from workbench.services.person import calling
from workbench.services.records.akt import Akt, Draft

CALL = Call("subject", "2026-11-22", "reached")
AGREED = date(2026, 11, 20)


@pytest.fixture
def akt() -> Akt:
    bench = Bench()
    return bench.akt(bench.begin())


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"at": "2026-11-23"}, "CALL-001"),
        ({"at": "2030-01-01T08:00:00Z"}, "CALL-001"),
        ({"at": ""}, "CALL-001"),
        ({"at": "20261101"}, "CALL-001"),  # no order among days that are spelt otherwise
        ({"to": "other", "whom": " "}, "CALL-002"),
    ],
)
def test_what_may_not_stand_is_refused_by_its_code(akt: Akt, changed, code: str) -> None:
    with pytest.raises(Exception) as refused:  # noqa: PT011  the code is the claim
        calling.require_call(akt, replace(CALL, **changed))
    assert getattr(refused.value, "code", "") == code


def test_a_call_that_was_made_may_stand(akt: Akt) -> None:
    calling.require_call(akt, CALL)
    calling.require_call(akt, Call("other", akt.now(), "not-reached", whom="Skolkuratorn"))


def test_a_call_settles_the_agreed_contact_and_the_duty_of_being_late(akt: Akt) -> None:
    akt.enter(Draft(StayPlan("stays", "2026-11-20")))
    assert plan_gaps(akt, "2026-11-22") == ("contact-overdue",)
    assert [each.what for each in following.following(akt, rules())] == [following.REVIEW]
    akt.enter(Draft(replace(CALL, reached="not-reached")))
    akt.enter(Draft(replace(CALL, code_word="given")))
    akt.enter(Draft(Call("other", "2026-11-22", "reached", whom="Läraren")))
    assert plan_gaps(akt, "2026-11-22") == ("contact-overdue",)
    akt.enter(Draft(CALL))
    assert plan_gaps(akt, "2026-11-22") == ()
    assert following.following(akt, rules()) == ()


def test_a_new_agreed_day_waits_for_a_call_of_its_own(akt: Akt) -> None:
    akt.enter(Draft(CALL))
    akt.enter(Draft(StayPlan("stays", "2026-11-23")))
    assert calling.contact_had_on(akt, StayPlan("stays", "2026-11-23")) == ""
    assert [each.due for each in following.following(akt, rules())] == ["2026-11-23"]


CALLS = st.builds(
    Call,
    to=st.sampled_from(CALL_TO),
    at=st.integers(-3, 2).map(lambda days: (AGREED + timedelta(days)).isoformat()),
    reached=st.sampled_from(REACHED),
    code_word=st.sampled_from(CODE_WORDS),
    whom=st.just("X"),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(CALLS, max_size=5))
def test_no_row_of_calls_takes_the_day_away_without_a_talk_on_it_or_later(made) -> None:
    bench = Bench()
    akt = bench.akt(bench.begin())
    plan = StayPlan("stays", AGREED.isoformat())
    akt.enter(Draft(plan), *(Draft(each) for each in made))
    talks = [
        each.at
        for each in made
        if (each.to, each.reached) == ("subject", "reached")
        and each.code_word != "given"
        and each.at >= plan.contact_on
    ]
    assert calling.contact_had_on(akt, plan) == (min(talks) if talks else "")
    assert bool(following.following(akt, rules())) is not bool(talks)
