# SPDX-License-Identifier: EUPL-1.2
"""When something happened, as exactly as it is known: kept, reached over, refused with a code."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.desk import Bench
from workbench.domain.incidents import Incident
from workbench.domain.life_events import LifeEvent
from workbench.services.facts import happening
from workbench.services.facts.silence import LONG_DAYS, Silence, silences
from workbench.services.loop import planning
from workbench.services.records.akt import Draft

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2024, 1, 1), date(2027, 3, 1))


def _incident(day: str, until: str = "", *, about: bool = False) -> Incident:
    return Incident(day, "physical", 3, "Knuffad", until=until, about=about)


@pytest.mark.parametrize(
    ("day", "until", "first", "last"),
    [
        ("2026-03-10", "", "2026-03-10", "2026-03-10"),
        ("2024-02", "", "2024-02-01", "2024-02-29"),
        ("2026-02", "", "2026-02-01", "2026-02-28"),
        ("2026-04", "", "2026-04-01", "2026-04-30"),
        ("2026", "", "2026-01-01", "2026-12-31"),
        ("2024-02-29", "2024-03", "2024-02-29", "2024-03-31"),
        ("2025-12", "2026", "2025-12-01", "2026-12-31"),
    ],
)
def test_a_day_that_is_not_known_is_all_the_days_it_can_be(day, until, first, last) -> None:
    reach = happening.reach_of(_incident(day, until))
    assert (str(reach.first), str(reach.last)) == (first, last)
    assert reach.is_exact is (first == last)


@pytest.mark.parametrize("day", ["2026-03-10", "2026-03", "2026", "0001", "9999-12-31"])
def test_about_reaches_further_to_both_sides_and_is_never_exact(day) -> None:
    sure = happening.reach_of(_incident(day))
    about = happening.reach_of(_incident(day, about=True))
    assert about.first <= sure.first
    assert about.last >= sure.last
    assert (about.last - about.first) > (sure.last - sure.first)
    assert not about.is_exact


def test_it_is_spelled_as_exactly_as_it_is_known() -> None:
    assert happening.spelled(_incident("2026-03")) == "2026-03"
    assert happening.spelled(_incident("2026-03", "2026-05")) == "2026-03 – 2026-05"
    assert happening.spelled(_incident("2023", about=True)) == "ca 2023"


@pytest.fixture
def akt():
    bench = Bench()
    return bench.akt(bench.begin())


@pytest.mark.parametrize(
    ("day", "until"),
    [("2026-11-23", ""), ("2026-12", ""), ("2027", ""), ("2026-11-01", "2026-11-23")],
)
def test_an_incident_that_lies_ahead_is_refused(akt, day, until) -> None:
    with pytest.raises(happening.IncidentAheadError) as caught:
        happening.require_incident(akt, _incident(day, until))
    assert caught.value.code == "INCIDENT-001"


@pytest.mark.parametrize("day", ["2026-11-22", "2026-11", "2026", "2024-02-29"])
def test_today_and_the_month_and_year_that_it_lies_in_have_come(akt, day) -> None:
    happening.require_incident(akt, _incident(day))


@pytest.mark.parametrize(
    ("day", "until"), [("2026-03-10", "2026-03-09"), ("2026-03", "2026-02"), ("2026", "2025-12-31")]
)
def test_nothing_ends_before_it_began(akt, day, until) -> None:
    with pytest.raises(happening.EndsBeforeItBeganError) as caught:
        happening.require_incident(akt, _incident(day, until))
    assert caught.value.code == "INCIDENT-002"
    with pytest.raises(happening.EndsBeforeItBeganError):
        happening.require_event(akt, LifeEvent(day, "move", until=until))


@pytest.mark.parametrize("day", ["", "2026-02-29", "2026-13", "i våras", "0000", "2026-1-1"])
def test_what_is_no_day_month_or_year_is_refused(akt, day) -> None:
    with pytest.raises(happening.NoSuchDayError) as caught:
        happening.require_incident(akt, _incident(day))
    assert caught.value.code == "INCIDENT-003"


def test_a_document_that_is_not_there_is_not_cited(akt) -> None:
    with pytest.raises(happening.NoSuchDocumentError) as caught:
        happening.require_incident(akt, Incident("2026-03", "leak", 1, "Adressen", document=7))
    assert caught.value.code == "INCIDENT-004"


def test_an_event_of_the_life_may_lie_ahead(akt) -> None:
    happening.require_event(akt, LifeEvent("2027-01-15", "court_date"))


def test_a_correction_keeps_what_stood_before(akt) -> None:
    record = planning.enter_incident(akt, _incident("2026-03")).records[0]
    planning.enter_incident(akt, _incident("2026-03-10"), record)
    assert [entry.content()["day"] for entry in akt.history(Incident, record)] == [
        "2026-03",
        "2026-03-10",
    ]


def test_an_old_incident_is_read_with_nothing_said_of_what_was_not_asked(akt) -> None:
    akt.enter(Draft(Incident("2026-05-09", "physical", 2, "Knuffad", "Kim", "yes")))
    old = akt.all(Incident)[0].value
    assert (old.until, old.about, old.certainty, old.children) == ("", False, "", ())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(DAYS, st.integers(0, 60))))
def test_a_silence_is_long_holds_nothing_noted_and_lies_between(noted) -> None:
    pairs = [(first, first + timedelta(days=more)) for first, more in noted]
    found = silences(pairs, TODAY)
    for each in found:
        assert (each.last - each.first).days + 1 >= LONG_DAYS
        assert each.last <= TODAY
        assert not any(first <= each.last and last >= each.first for first, last in pairs)
        assert min(first for first, _last in pairs) < each.first
    assert list(found) == sorted(found, key=lambda each: each.first)


def test_every_long_gap_is_found_also_the_one_that_lasts_until_today() -> None:
    spring, summer = date(2026, 1, 31), date(2026, 8, 1)
    found = silences([(spring, spring), (summer, summer)], TODAY)
    assert found == (
        Silence(date(2026, 2, 1), date(2026, 7, 31)),
        Silence(date(2026, 8, 2), TODAY),
    )
    assert silences([(TODAY - timedelta(days=LONG_DAYS),) * 2], TODAY) == ()
    assert silences([], TODAY) == ()
