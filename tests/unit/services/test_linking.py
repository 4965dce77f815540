# SPDX-License-Identifier: EUPL-1.2
"""Scenarios and measures rest on factors and incidents, in words; no code is moved for them."""

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.services.offices import SARA, enter_judgement, judgement
from workbench.domain.assessments import Level
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.measures import DOMAINS, PROTECTIONS, Measure
from workbench.domain.scenarios import Scenario, has_number
from workbench.domain.worksheets import Citation, ColumnHead, FactorRef, WorksheetHead
from workbench.services.assess import assessing, linking, settling, sheets, worksheets
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.loop import planning
from workbench.services.papers.assessment import assessment_document
from workbench.services.papers.shared import Writing
from workbench.services.records.akt import Draft

PATRIARK, SARA_3, SAM = "patriark-2013", "sara-v3", "sam-2008"


@pytest.fixture
def akt(shared_office):
    return shared_office.akt(shared_office.begin(""))


def refused(act, *given_to):
    with pytest.raises(WorkbenchError) as caught:
        act(*given_to)
    return caught.value.code


def scenario(akt, *refs, incidents=(), **said):
    value = Scenario("Hon förs utomlands", "Bröderna", "Karin", factors=refs,
                     incidents=incidents, **said)  # fmt: skip
    return planning.enter_scenario(akt, value).records[0]


def test_a_scenario_rests_on_factors_own_ones_too_and_on_incidents(shared_office, akt):
    made, desk = shared_office.assess(akt, PATRIARK), shared_office.desk
    own, on = akt.new_record(), (made, shared_office.definition(PATRIARK))
    worksheets.record_extra(akt, on, own, on[1].table.extra_factor_rows[0], "Resan är bokad")
    assessing.enter_sitting(akt, made)
    happened = planning.enter_incident(akt, Incident("2026-11-02", "honour", 4, "Pass togs"))
    refs = (FactorRef(made, "t2"), FactorRef(made, own))
    record = scenario(akt, *refs, incidents=happened.records, likelihood="hög", turn="escalate")
    akt = shared_office.afresh(akt.case)
    kept = akt.find(Scenario, record).value
    assert (kept.factors, kept.incidents) == (refs, happened.records)
    known = linking.factors(akt, desk, "sv")
    labels = [each.label for each in linking.linked(known, kept.factors)]
    assert labels == ["T2. Hot eller planer om våld", "Resan är bokad"]
    assert [each.value.what for each in linking.happened(akt, kept.incidents)] == ["Pass togs"]


@pytest.mark.parametrize(
    ("instrument", "beside"),
    [(SARA, True), ("sara-v2", True), (SARA_3, False), (SAM, False), (PATRIARK, False)],
)
def test_a_scenario_of_a_method_without_that_step_stands_beside_the_instrument(
    shared_office, akt, instrument, beside
):
    made = shared_office.assess(akt, instrument)
    assert linking.has_scenarios(shared_office.definition(instrument)) is not beside
    item = shared_office.definition(instrument).items[0].id
    record = scenario(akt, FactorRef(made, item))
    known = linking.factors(akt, shared_office.desk, "sv")
    found = linking.linked(known, akt.find(Scenario, record).value.factors)
    title = shared_office.definition(instrument).title("sv")
    assert linking.beside_instruments(found) == ((title,) if beside else ())
    judged = enter_judgement(akt, made)
    (part,) = assessment_document(Writing(akt, shared_office.desk, "sv"), judged).scenarios
    assert (f"Vid sidan av instrumentet: {title}" in part.note) is beside
    assert found[0].label in part.note


@pytest.mark.parametrize("told", ["70 %", "7 av 10", "ungefär en procent", "⅔", "Ⅳ"])
def test_a_likelihood_in_figures_is_refused_and_nothing_is_entered(akt, told):
    value = Scenario("Hon förs utomlands", "Bröderna", "Karin", likelihood=told)
    assert refused(planning.enter_scenario, akt, value) == "LOOP-010"
    assert akt.all(Scenario) == ()


@settings(deadline=None)
@given(st.text("abcdefghijklmnoprstuvxyzåäö ,.", max_size=40))
def test_any_words_are_a_likelihood(words):
    assert has_number(words) is ("procent" in words)
    assert has_number(f"{words}7")


def test_a_link_to_what_is_not_there_is_refused(shared_office, akt):
    nowhere = RecordId("0b0e0a52-6d1e-4d0c-9a5e-000000000001")
    for value in (
        Scenario("Hot", "Han", "Hon", factors=(FactorRef(nowhere, "f01"),)),
        Scenario("Hot", "Han", "Hon", incidents=(nowhere,)),
    ):
        assert refused(planning.enter_scenario, akt, value) == "LOOP-009"
    for value in (
        Measure("Ring", "Sten", "", scenario=nowhere),
        Measure("Ring", "Sten", "", factors=(FactorRef(nowhere, "f01"),)),
    ):
        assert refused(planning.enter_measure, akt, value) == "LOOP-009"


def test_no_own_id_of_a_link_leaves_in_a_bundle(shared_office, akt):
    made = shared_office.assess(akt, SARA_3)
    happened = planning.enter_incident(akt, Incident("2026-11-02", "physical", 4, "Slag"))
    ref = FactorRef(made, "n1")
    under = scenario(akt, ref, incidents=happened.records)
    planning.enter_measure(akt, Measure("Ring", "Sten", "", scenario=under, factors=(ref,)))
    worksheets.record_citation(
        akt, akt.new_record(), Citation(made, "n1", "recent", "", incident=happened.records[0])
    )
    assessing.enter_sitting(akt, made)
    shared = shared_record(akt, shared_office.desk, View("risk-assessment", "", ""), "")
    text = json.dumps([asdict(part) for part in shared.parts], default=str)
    for own in (made, under, *happened.records):
        assert own not in text
    fresh = {part.kind: part.id for part in shared.parts}
    body = next(part.body for part in shared.parts if part.kind == "measure/1")
    assert body["factors"] == [{"assessment": fresh["assessment/1"], "item": "n1"}]
    assert body["scenario"] == fresh["scenario/1"]


def test_a_measure_has_both_classifications_as_tags_and_all_that_a_strategy_needs(
    shared_office, akt
):
    made = shared_office.assess(akt, PATRIARK)
    under, refs, said = scenario(akt), (FactorRef(made, "t2"),), []
    for domain in DOMAINS:
        for protection in PROTECTIONS:
            measure = Measure("Spärra passet", "Sten", "2026-11-23", under, domain, "decided",
                              protection=protection, follow_up_on="2026-12-01",
                              factors=refs)  # fmt: skip
            planning.enter_measure(akt, measure)
            said.append(measure)
    assert [each.value for each in shared_office.afresh(akt.case).all(Measure)] == said
    schemes = shared_office.definition(PATRIARK).table.management
    assert [tuple(scheme.domains) for scheme in schemes] == [DOMAINS, PROTECTIONS]


def test_spj_08_a_plan_of_nothing_but_what_is_done_or_refused_is_an_empty_one(shared_office, akt):
    made = shared_office.assess(akt, SARA)
    low = Level("current-risk", "low", because="Lugnt i ett år.")
    value = replace(judgement(made), levels=(low,))

    def told():
        return [each.what for each in settling.doubts(akt, shared_office.desk, value)]

    for status in ("done", "refused"):
        planning.enter_measure(akt, Measure("Ring", "Sten", "2026-11-23", status=status))
        assert told() == ["plan-even-low"]
    planning.enter_measure(akt, Measure("Ring", "Sten", "2026-11-23", status="decided"))
    assert told() == []
    assert settling.doubts(akt, shared_office.desk, judgement(made)) == ()  # no level, no plan due


def test_patriark_proposes_measures_for_each_scenario_and_sara_v3_does_not(shared_office, akt):
    honour, partner = (shared_office.assess(akt, each) for each in (PATRIARK, SARA_3))
    first = scenario(akt, FactorRef(honour, "t2"))
    scenario(akt, FactorRef(partner, "n1"))
    assert [e.record for e in linking.unanswered(akt, shared_office.desk)] == [first]
    found = settling.doubts(akt, shared_office.desk, judgement(honour))
    assert [(each.what, each.item) for each in found] == [("scenario-without-measure", first)]
    planning.enter_measure(akt, Measure("Spärra passet", "Sten", "2026-11-23", first))
    assert settling.doubts(akt, shared_office.desk, judgement(honour)) == ()


@pytest.mark.parametrize(
    ("day", "outside"),
    [
        ("2026-10-26", False),
        ("2026-10-25", True),
        ("2026-10", False),  # it can have been the last of October
        ("2026-09", True),
        ("2026", False),
    ],
)
def test_a_linked_incident_of_day_28_is_pointed_out_of_day_27_not_and_moves_no_code(
    shared_office, akt, day, outside
):
    made = shared_office.assess(akt, SARA)
    akt.enter(
        Draft(WorksheetHead(made, columns=(ColumnHead("current", reference_on="2026-11-22"),)))
    )
    assessing.record_coding(akt, made, "f01", "current", "J")
    incident = planning.enter_incident(akt, Incident("2026-11-20", "physical", 3, "Slag"))
    record = incident.records[0]
    cited = Citation(made, "f01", "current", "", incident=record)
    worksheets.record_citation(akt, akt.new_record(), cited)
    assessing.enter_sitting(akt, made)

    def found():
        sheet = sheets.entered_sheet(akt, shared_office.desk, made)
        codes = {item: dict(each.codes) for item, each in sheet.given.items()}
        assert {i: {c: k.text for c, k in of.items()} for i, of in codes.items()} == {
            "f01": {"current": "J"}
        }
        return [(d.what, d.item, d.column) for d in settling.doubts_on(sheet)]

    assert found() == []
    planning.enter_incident(akt, Incident(day, "physical", 3, "Slag"), record)  # corrected later
    assert found() == ([("outside-window", "f01", "current")] if outside else [])
    judged = enter_judgement(akt, made)
    (part,) = assessment_document(Writing(akt, shared_office.desk, "sv"), judged).results
    assert any(
        f"händelse {day}: Slag" in row.source for group in part.groups for row in group.factors
    )


def test_a_citation_of_an_incident_alone_is_taken_back_whole(shared_office, akt):
    made = shared_office.assess(akt, SARA)
    incident = planning.enter_incident(akt, Incident("2026-11-20", "physical", 3, "Slag"))
    cited = Citation(made, "f01", "current", "", incident=incident.records[0])
    worksheets.record_citation(akt, akt.new_record(), cited)
    beside = sheets.sheet(akt, shared_office.desk, made).beside
    assert beside.citations[0].value.happened_on == "2026-11-20"
    worksheets.drop_citation(akt, beside.citations[0])
    assert sheets.sheet(akt, shared_office.desk, made).beside.citations == ()
