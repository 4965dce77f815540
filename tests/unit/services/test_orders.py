# SPDX-License-Identifier: EUPL-1.2
"""Restraining orders: reminders before the end, what is refused, what is only doubted."""

from datetime import date, timedelta

import pytest

from tests.support.desk import Bench
from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.orders import OrderBreach, OrderExtension, RestrainingOrder
from workbench.services.akter import cases
from workbench.services.loop import deadlines, orders
from workbench.services.loop.orders import (
    EndBeforeStartError,
    NoSuchOrderError,
    OrderDayAheadError,
    OverlappingOrderError,
    StepTooLongError,
)
from workbench.services.records import working
from workbench.services.records.akt import Akt, Draft

TODAY = "2026-11-22"


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def akt(bench) -> Akt:
    return bench.akt(bench.begin("Karin Exempel"))


def order(kind="no_contact", begins="2026-06-01", ends="2027-05-31", **more) -> RestrainingOrder:
    return RestrainingOrder(
        kind, decision="granted", decided_on=begins, begins=begins, ends=ends, **more
    )


def entered(akt: Akt, value: RestrainingOrder) -> RecordId:
    orders.require_order(akt, value)
    return akt.enter(Draft(value)).records[0]


def extended(akt: Akt, record: RecordId, ends: str, decided: str = TODAY) -> RecordId:
    value = OrderExtension(record, decided, ends)
    orders.require_extension(akt, value)
    return akt.enter(Draft(value)).records[0]


def dates(akt: Akt) -> dict[str, str]:
    return {each.what: each.day for each in deadlines.open_deadlines(akt)}


def test_an_order_that_ends_in_seven_days_reminds_today(akt) -> None:
    ends = (date.fromisoformat(TODAY) + timedelta(days=7)).isoformat()
    entered(akt, order(ends=ends))
    assert dates(akt)["order-contact"] == TODAY
    assert ("order-contact", TODAY) in cases.summary_of(akt).dates
    assert dates(akt)["order-new-application"] == "2026-10-30"


@pytest.mark.parametrize(
    ("ends", "call", "apply"),
    [
        ("2027-03-07", "2027-02-28", "2027-02-05"),
        ("2028-03-07", "2028-02-29", "2028-02-06"),
        ("2026-12-31", "2026-12-24", "2026-12-01"),
    ],
)
def test_reminders_fall_on_their_day_over_months_and_leap_days(akt, ends, call, apply) -> None:
    entered(akt, order(begins="2026-11-01", ends=ends))
    assert dates(akt) == {"order-contact": call, "order-new-application": apply}


def test_a_shared_home_cannot_be_extended_by_more_than_two_weeks(akt) -> None:
    record = entered(akt, order("shared_home", "2026-09-30", "2026-11-30"))
    assert dates(akt)["shared-home-ends"] == "2026-11-30"
    with pytest.raises(StepTooLongError) as refused:
        extended(akt, record, "2026-12-15")
    assert refused.value.facts["latest"] == "2026-12-14"
    assert dates(akt)["shared-home-ends"] == "2026-11-30"
    extended(akt, record, "2026-12-14")
    assert dates(akt) == {"shared-home-ends": "2026-12-14", "order-contact": "2026-12-07"}
    with pytest.raises(StepTooLongError):
        extended(akt, record, "2026-12-29")
    extended(akt, record, "2026-12-28")


def test_a_correction_of_an_extension_is_no_step_further(akt) -> None:
    record = entered(akt, order("shared_home", "2026-09-30", "2026-11-30"))
    first = extended(akt, record, "2026-12-07")
    with pytest.raises(StepTooLongError):
        orders.require_extension(akt, OrderExtension(record, TODAY, "2026-12-21"), first)
    orders.require_extension(akt, OrderExtension(record, TODAY, "2026-12-14"), first)


def test_a_shared_home_without_an_end_or_with_too_late_a_one_ends_after_two_months(akt) -> None:
    entered(akt, order("shared_home", "2026-10-31", ""))
    entered(akt, order("shared_home", "2026-10-01", "2027-03-01", against="En annan"))
    ends = [each.day for each in deadlines.open_deadlines(akt) if each.what == "shared-home-ends"]
    assert ends == ["2026-12-01", "2026-12-31"]


def test_monitoring_ends_with_the_stretch_it_was_granted_for(akt) -> None:
    record = entered(akt, order("extended", "2026-09-01", "2026-11-30", monitored=True))
    assert dates(akt)["monitoring-ends"] == "2026-11-30"
    extended(akt, record, "2027-02-28")
    assert dates(akt)["monitoring-ends"] == "2027-02-28"
    (extension,) = orders.extensions_of(akt, record)
    assert orders.doubt_about_step(akt, extension) == ""


def test_longer_than_the_text_is_doubted_and_not_refused(akt) -> None:
    exact, long = order(ends="2027-06-01"), order(ends="2027-06-02")
    assert (orders.doubt_about(exact), orders.doubt_about(long)) == ("", "longer-than-law")
    record = entered(akt, long)
    extended(akt, record, "2028-06-03")
    (extension,) = orders.extensions_of(akt, record)
    assert orders.doubt_about_step(akt, extension) == "step-longer-than-law"


def test_an_extension_moves_the_reminders_and_leaves_the_call_that_was_made(akt) -> None:
    record = entered(akt, order(ends="2026-11-29"))
    call = next(d for d in deadlines.open_deadlines(akt) if d.what == "order-contact")
    deadlines.settle(akt, call, "done", TODAY, "Hon vill söka igen")
    extended(akt, record, "2027-11-29")
    told = [(d.day, d.state) for d in deadlines.deadlines_of(akt) if d.what == "order-contact"]
    assert told == [("2026-11-22", "done"), ("2027-11-22", "open")]


def test_an_order_asked_for_waits_for_its_decision(akt) -> None:
    record = akt.enter(Draft(RestrainingOrder("no_contact", applied_on="2026-11-16"))).records[0]
    assert dates(akt) == {"order-decision": "2026-11-23"}
    akt.enter(Draft(order(applied_on="2026-11-16", begins="2026-11-20"), record))
    assert "order-decision" not in dates(akt)


def test_what_was_lifted_or_had_ended_before_it_was_written_reminds_nobody(akt) -> None:
    entered(akt, order(begins="2020-01-01", ends="2020-12-31"))
    entered(akt, order(lifted_on="2026-11-01", against="En annan"))
    akt.enter(Draft(RestrainingOrder("extended", decision="refused", decided_on="2026-11-01")))
    assert dates(akt) == {}


def test_what_ends_while_nobody_looks_stays_until_somebody_says(bench, akt) -> None:
    entered(akt, order(ends="2026-12-01"))
    bench.clock.step(hours=24 * 60)
    assert dates(akt) == {"order-contact": "2026-11-24", "order-new-application": "2026-11-01"}


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (order(begins="2026-06-02", ends="2026-06-01"), EndBeforeStartError),
        (order(lifted_on="2026-05-31"), EndBeforeStartError),
        (order(applied_on="2026-06-02"), EndBeforeStartError),
        (RestrainingOrder("no_contact", applied_on="2026-11-23"), OrderDayAheadError),
        (order(begins="2026-11-23"), OrderDayAheadError),
        (order(lifted_on="2026-11-23"), OrderDayAheadError),
    ],
)
def test_days_that_cannot_be_are_refused(akt, value, error) -> None:
    with pytest.raises(error):
        orders.require_order(akt, value)


def test_the_same_order_twice_at_once_is_refused_and_another_persons_is_not(akt) -> None:
    first = entered(akt, order(against="Han"))
    with pytest.raises(OverlappingOrderError):
        orders.require_order(akt, order(begins="2026-10-01", against=" han "))
    with pytest.raises(OverlappingOrderError):
        orders.require_order(akt, order(begins="2020-05-31", ends="2026-06-01", against="han"))
    for other in (
        order(against="Hans bror"),
        order(for_child=True, against="Han"),
        order("extended", against="Han"),
        order(begins="2020-05-31", ends="2026-05-31", against="Han"),
    ):
        orders.require_order(akt, other)
    orders.require_order(akt, order(against="Han", ends="2027-01-01"), first)


def test_an_extension_ends_after_the_end_and_has_an_order(akt) -> None:
    record = entered(akt, order())
    with pytest.raises(EndBeforeStartError):
        extended(akt, record, "2027-05-31")
    with pytest.raises(OrderDayAheadError):
        extended(akt, record, "2027-12-31", decided="2026-11-23")
    asked = akt.enter(Draft(RestrainingOrder("extended"))).records[0]
    for unknown in (RecordId("0"), asked):
        with pytest.raises(NoSuchOrderError):
            extended(akt, unknown, "2027-12-31")


def test_a_breach_is_one_step_from_an_incident(akt) -> None:
    record = entered(akt, order())
    with pytest.raises(OrderDayAheadError):
        orders.require_breach(akt, OrderBreach(record, "2026-11-23", "Han ringde"))
    breach = akt.enter(Draft(OrderBreach(record, "2026-11-20", "Han ringde 14 gånger"))).records[0]
    orders.begin_incident(akt, breach)
    (begun,) = working.unentered(akt)
    assert begun.kind == "incident"
    fields = working.fields_of(akt, "incident", begun.record)
    assert fields == {"day": "2026-11-20", "what": "Han ringde 14 gånger"}
    assert akt.all(Incident) == ()
    with pytest.raises(NoSuchOrderError):
        orders.begin_incident(akt, RecordId("0"))


def test_what_is_no_day_breaks_nothing(akt) -> None:
    akt.enter(Draft(order(begins="i våras", ends="snart")))
    akt.enter(Draft(RestrainingOrder("shared_home", decision="granted", begins="?", ends="")))
    assert dates(akt) == {}
