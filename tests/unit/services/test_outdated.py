# SPDX-License-Identifier: EUPL-1.2
"""What was built on something that changed is outdated until a person says what becomes of it."""

import pytest

from tests.unit.services.offices import DA
from workbench.domain.assessments import Answer, Judgement
from workbench.domain.errors import WorkbenchError
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure, NoMeasure
from workbench.domain.plans import PlanItem
from workbench.domain.scenarios import Scenario
from workbench.domain.worksheets import FactorRef
from workbench.services.assess import assessing
from workbench.services.loop import outdated
from workbench.services.records.akt import Draft

HIT = Incident("2026-08-12", "physical", 4, "Knuffad")


@pytest.fixture
def akt(shared_office):
    return shared_office.akt(shared_office.begin(""))


def enter(akt, value, record=None):
    return akt.enter(Draft(value, record)).records[0]


def old(akt):
    return {each.kind for each in outdated.outdated(akt)}


def keep(akt, because="Det gäller ändå"):
    for each in outdated.outdated(akt):
        outdated.still_holds(akt, each, because)


def test_a_corrected_incident_makes_the_scenario_outdated_and_not_what_stands_on_it(akt) -> None:
    incident = enter(akt, HIT)
    scenario = enter(akt, Scenario("Knivhot", "Han", "Kim", incidents=(incident,)))
    measure = enter(akt, Measure("Larm", "Alex", "2026-12-01", scenario))
    assert old(akt) == set()
    enter(akt, HIT, incident)
    assert old(akt) == {"scenario"}
    keep(akt)
    assert old(akt) == set()
    enter(akt, Scenario("Knivhot", "Han", "Kim och Lo", incidents=(incident,)), scenario)
    assert old(akt) == {"measure"}
    enter(akt, Measure("Larm", "Bo", "2026-12-01", scenario), measure)
    assert old(akt) == set()


def test_a_change_after_the_confirmed_one_is_a_new_one(akt) -> None:
    incident = enter(akt, HIT)
    enter(akt, Scenario("Knivhot", "Han", "Kim", incidents=(incident,)))
    enter(akt, HIT, incident)
    (on_screen,) = outdated.outdated(akt)
    enter(akt, HIT, incident)  # while the person was writing why
    with pytest.raises(WorkbenchError) as refused:
        outdated.still_holds(akt, on_screen, "Gäller")
    assert refused.value.code == "LOOP-013"
    assert old(akt) == {"scenario"}
    keep(akt)
    enter(akt, HIT, incident)
    assert old(akt) == {"scenario"}


def test_a_withdrawn_incident_or_scenario_is_a_change(akt) -> None:
    incident = enter(akt, HIT)
    scenario = enter(akt, Scenario("Knivhot", "Han", "Kim", incidents=(incident,)))
    enter(akt, Measure("Larm", "Alex", "2026-12-01", scenario))
    akt.withdraw(Incident, incident, "fel akt")
    assert old(akt) == {"scenario"}
    keep(akt)
    assert old(akt) == set()
    akt.withdraw(Scenario, scenario, "fel akt")
    assert old(akt) == {"measure"}


def test_an_answer_changes_what_stands_on_its_own_factor_and_the_judgement(
    shared_office, akt
) -> None:
    made = shared_office.assess(akt, DA)
    for item, code in (("q01", "yes"), ("q03", "yes")):
        assessing.record_answer(akt, made, item, code)
    assessing.enter_sitting(akt, made)
    enter(akt, Scenario("Knivhot", "Han", "Kim", factors=(FactorRef(made, "q01"),)))
    enter(akt, Measure("Larm", "Alex", "2026-12-01", factors=(FactorRef(made, "q03"),)))
    enter(akt, Judgement((made,), "Hot", "Kim", "skäl", "", "Inga", "2027-02-22"))
    assert old(akt) == set()
    answer = next(each for each in akt.all(Answer) if each.value.item == "q03")
    enter(akt, Answer(made, "q03", "value", "no", reason="hörde fel"), answer.record)
    assert old(akt) == {"measure", "judgement"}
    (changed,) = next(e for e in outdated.outdated(akt) if e.kind == "measure").changed
    assert (changed.kind, changed.record, changed.item) == ("answer", made, "q03")
    keep(akt)
    akt.withdraw(Answer, answer.record, "struken")
    assert old(akt) == {"measure", "judgement"}


def test_points_of_plans_and_reasons_for_no_measure_stand_on_something_too(akt) -> None:
    scenario = enter(akt, Scenario("Knivhot", "Han", "Kim"))
    enter(akt, PlanItem("person", "", "Nyckel", "M", scenarios=(scenario,)))
    enter(akt, NoMeasure(scenario, "Han är häktad"))
    enter(akt, Scenario("Knivhot", "Han och brodern", "Kim"), scenario)
    assert old(akt) == {"plan_item", "no_measure"}
    keep(akt)
    enter(akt, Judgement((), "Hot", "Kim", "skäl", "", "Inga", "2027-02-22"))
    assert old(akt) == {"plan_item"}


def test_nothing_is_kept_without_a_reason_and_every_reason_stays(shared_office, akt) -> None:
    incident = enter(akt, HIT)
    enter(akt, Scenario("Knivhot", "Han", "Kim", incidents=(incident,)))
    for because in ("Det var samma kväll", "Bara källan rättad"):
        enter(akt, HIT, incident)
        (found,) = outdated.outdated(akt)
        with pytest.raises(WorkbenchError) as refused:
            outdated.still_holds(akt, found, "  ")
        assert refused.value.code == "LOOP-012"
        outdated.still_holds(akt, found, because)
    akt = shared_office.afresh(akt.case)
    assert old(akt) == set()
    kept = outdated.reasons_to_keep(akt, "scenario", found.record)
    assert [each.value.because for each in kept] == ["Det var samma kväll", "Bara källan rättad"]
