# SPDX-License-Identifier: EUPL-1.2
"""Told by mouth: never without a ground and what it asks for; listed with all that left."""

from dataclasses import replace

import pytest

from tests.support.desk import Bench
from tests.unit.services.offices import Office
from workbench.domain.disclosures import GROUNDS, Printed, Spoken, Told
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure
from workbench.domain.orders import RestrainingOrder
from workbench.domain.plans import PlanItem
from workbench.domain.subject import SafeContact
from workbench.services.handing_over import sharing, telling
from workbench.services.law.grounds import find_ground, grounds
from workbench.services.purge.erasing_errors import HasLeftError, TooLateToWithdrawError
from workbench.services.records.akt import Draft
from workbench.services.removing import withdrawing

TOLD = Told("Vakthavande", "consent", "Hon sade ja idag.", "Att hon är i säkerhet.", "Alex",
            "2026-11-20", "phone", "Polisen")  # fmt: skip


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_every_ground_is_in_the_dated_file_in_the_order_of_trying_and_none_stands_first() -> None:
    assert tuple(each.code for each in grounds()) == GROUNDS
    assert find_ground("") is None
    assert find_ground("none") is None
    assert len(find_ground("osl_18c").conditions) == 3
    assert all(each.text.as_of == "2025-09-01" and not each.text.is_reviewed for each in grounds())
    assert find_ground("other_crime_rule").text.text == ""  # known by number only


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"ground": ""}, "TOLD-001"),
        ({"ground": "none"}, "TOLD-001"),
        ({"because": "  "}, "TOLD-001"),
        ({"ground": "osl_18c", "conditions": ("1", "2")}, "TOLD-002"),
        ({"ground": "contact_details_2025_170"}, "TOLD-003"),
        ({"ground": "other_crime_rule", "decided_by": " "}, "TOLD-003"),
        ({"told_at": "2031-01-01"}, "TOLD-004"),
        ({"receiver": ""}, "TOLD-005"),
        ({"what": ""}, "TOLD-005"),
    ],
)
def test_what_may_not_stand_is_refused_by_its_code(bench: Bench, changed, code: str) -> None:
    with pytest.raises(Exception) as refused:  # noqa: PT011  the code is the claim
        telling.require_told(bench.akt(bench.begin()), replace(TOLD, **changed))
    assert getattr(refused.value, "code", "") == code


def test_what_holds_is_let_through(bench: Bench) -> None:
    akt = bench.akt(bench.begin())
    for changed in (
        {},
        {"ground": "osl_18c", "conditions": ("1", "2", "3")},
        {"ground": "contact_details_2025_170", "decided_by": "Chefen"},
    ):
        telling.require_told(akt, replace(TOLD, **changed))


def test_it_is_listed_with_papers_newest_first_and_noted_once_without_what_was_said(
    bench: Bench,
) -> None:
    case = bench.begin()
    akt, desk = bench.akt(case), bench.session.desk
    sharing.note_printed(desk, Printed(case, "assessment", "Handläggaren", "0" * 64))
    record = akt.enter(Draft(TOLD)).records[0]
    telling.note_in_log(desk, akt)
    telling.note_in_log(desk, akt)
    assert [type(each.value) for each in telling.what_left(desk, akt)] == [Printed, Told]
    (noted,) = desk.house.all(Spoken)
    assert noted.value == Spoken(case, record, "Vakthavande", "consent")
    assert "säkerhet" not in str(noted.value)
    other = bench.akt(bench.begin())
    assert telling.what_left(desk, other) == ()


def test_points_hold_no_safe_contact_no_areas_and_nothing_marked_for_us_alone(bench: Bench) -> None:
    akt = bench.akt(bench.begin())
    akt.enter(
        Draft(SafeContact("070-000 00 00", code_word="Blåbär")),
        Draft(RestrainingOrder("no_contact", "Han", begins="2026-11-01", areas="Storgatan 3")),
        Draft(PlanItem("organisation", "", "Låset byts", "P")),
        Draft(Incident("2026-11-01", "physical", 3, "Han slog henne.")),
        Draft(Measure("Anmäla", "Kim", "2026-11-30")),
    )
    said = "\n".join(words for _record, words in telling.points_of(akt))
    assert "Han slog henne." in said
    assert "Anmäla (Kim)" in said
    for secret in ("Blåbär", "070", "Storgatan", "Låset"):
        assert secret not in said


def test_what_was_told_is_never_taken_back_nor_what_it_rests_on(tmp_path) -> None:
    office = Office(tmp_path / "one")
    akt = office.akt(office.begin())
    incident = akt.enter(Draft(Incident("2026-11-01", "physical", 3, "Slag."))).records[0]
    told = akt.enter(Draft(replace(TOLD, rests_on=(incident,)))).records[0]
    with pytest.raises(TooLateToWithdrawError):
        withdrawing.withdraw(office.desk, akt, Told, told)
    with pytest.raises(HasLeftError):
        withdrawing.withdraw(office.desk, akt, Incident, incident)
    office.session.close()
