# SPDX-License-Identifier: EUPL-1.2
"""The receiver view never lets pass what is the person's own, whatever akt it is given."""

import json
import re
import typing
from dataclasses import asdict, fields

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.services.offices import appraise
from workbench.domain.assessments import Judgement, SignOff
from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure
from workbench.domain.plans import PlanItem, ProtectionPlan, SafetyPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Note, ProtectionNow, SafeContact
from workbench.services.assess import assessing, results, sheets
from workbench.services.handing_over.receiver_view import REFERENCES, SHARED, View, shared_record
from workbench.services.records import bodies, working
from workbench.services.records.akt import Draft

VIEW = View("risk-assessment", "", "")
UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
SECRET = "hemligt{}slut"


class Secrets:
    """Texts that must never leave, each different, all found by one search."""

    def __init__(self):
        self.made = 0

    def __call__(self):
        self.made += 1
        return SECRET.format(self.made)


def _safe_contact(draw, akt, desk, made, secret):
    return SafeContact(
        secret(), secret(), code_word=secret(), do_not_contact=secret(), note=secret()
    )


def _note(draw, akt, desk, made, secret):
    return Note(secret(), source=secret())


def _safety_plan(draw, akt, desk, made, secret):
    return SafetyPlan(secret(), "2026-11-22")


def _own_item(draw, akt, desk, made, secret):
    return PlanItem("person", "B2", secret(), draw(st.sampled_from("UMP")), secret())


def _kept_item(draw, akt, desk, made, secret):
    return PlanItem("organisation", "H3", secret(), "P", secret())


def _shown_item(draw, akt, desk, made, secret):
    return PlanItem("organisation", "G1", "visas", draw(st.sampled_from("UM")))


def _working(draw, akt, desk, made, secret):
    assessing.record_answer(akt, made, draw(st.sampled_from(["q01", "q02"])), secret())
    sheet = sheets.sheet(akt, desk, made)
    assessing.record_note(akt, sheet, "q03", secret())
    working.type_field(akt, working.Field("judgement", akt.new_record(), "why"), secret())


def _incident(draw, akt, desk, made, secret):
    return Incident("2026-01-01", "physical", 3, "visas")


def _scenario(draw, akt, desk, made, secret):
    return Scenario("visas", "han", "henne")


def _measure(draw, akt, desk, made, secret):
    known = [each.record for each in akt.all(Scenario)]
    return Measure("visas", "jouren", "", draw(st.sampled_from([None, *known])))


def _judgement(draw, akt, desk, made, secret):
    return Judgement((made,), "a", "b", "c", "d", "e", "2027-01-01")


def _sign_off(draw, akt, desk, made, secret):
    known = [each.record for each in akt.all(Judgement)]
    return SignOff(known[-1], "Sten", "Berit") if known else None


def _withdrawn(draw, akt, desk, made, secret):
    """References to what no longer holds."""
    for kind in (Scenario, Judgement):
        known = akt.all(kind)
        if known:
            akt.withdraw(kind, known[0].record, secret())


def _corrected(draw, akt, desk, made, secret):
    """Only the version that holds leaves; the original stays here."""
    record = akt.enter(Draft(ProtectionNow("yes", secret()))).records[0]
    akt.enter(Draft(ProtectionNow("no", "visas"), record))


def _protection_plan(draw, akt, desk, made, secret):
    return ProtectionPlan("visas", "visas", "visas", "2026-12-01")


ACTS = (
    _safe_contact, _note, _safety_plan, _own_item, _kept_item, _shown_item, _working, _incident,
    _scenario, _measure, _judgement, _sign_off, _withdrawn, _corrected, _protection_plan,
)  # fmt: skip


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=st.data())
def test_whatever_an_akt_holds_nothing_withheld_passes(shared_office, drawn):
    office = shared_office
    akt, desk, secret = office.akt(office.begin()), office.desk, Secrets()
    made = office.assess(akt)
    results.keep_results(akt, desk, made)
    for act in drawn.draw(st.lists(st.sampled_from(ACTS), max_size=20)):
        value = act(drawn.draw, akt, desk, made, secret)
        if value is not None:
            akt.enter(Draft(value))
    record = shared_record(akt, desk, VIEW, "")
    told = json.dumps(asdict(record), ensure_ascii=False)
    assert SECRET.partition("{}")[0] not in told
    kinds = {part.kind for part in record.parts}
    assert kinds <= {bodies.kind_of(of) for of in SHARED}
    assert not kinds & {"safe_contact/1", "safety_plan/1", "note/1"}
    _ids_are_fresh_and_consistent(akt, desk, record)


def _ids_are_fresh_and_consistent(akt, desk, record):
    ours = {each.header.record for file in (akt.file, desk.house.file) for each in file.entries()}
    ours |= {str(akt.case)}
    told = json.dumps(asdict(record))
    named = set(UUID4.findall(told))
    assert named & ours == set()
    ids = [part.id for part in record.parts]
    assert len(set(ids)) == len(ids)
    assert named <= set(ids)  # whatever is referred to is there
    again = shared_record(akt, desk, VIEW, "")
    assert {part.id for part in again.parts} & set(ids) == set()
    assert [part.kind for part in again.parts] == [part.kind for part in record.parts]


def test_references_lead_to_the_record_that_they_named(office):
    akt = office.akt(office.begin())
    office.confirm()
    appraise(akt)
    made = office.assess(akt)
    office.answer_all(akt, made)
    assessing.enter_sitting(akt, made)
    results.keep_results(akt, office.desk, made)
    scenario = akt.enter(Draft(Scenario("s", "han", "henne"))).records[0]
    akt.enter(Draft(Measure("m", "jouren", "", scenario)))
    judged = akt.enter(Draft(Judgement((made,), "a", "b", "c", "d", "e", "2027-01-01"))).records[0]
    akt.enter(Draft(SignOff(judged, "Sten", "Berit")))
    parts = shared_record(akt, office.desk, VIEW, "").parts
    by_kind = {part.kind: part for part in parts}
    assert by_kind["measure/1"].body["scenario"] == by_kind["scenario/1"].id
    assert by_kind["judgement/1"].body["assessments"] == [by_kind["assessment/1"].id]
    assert by_kind["sign_off/1"].body["judgement"] == by_kind["judgement/1"].id
    answers = [part for part in parts if part.kind == "answer/1"]
    assert {part.body["assessment"] for part in answers} == {by_kind["assessment/1"].id}
    assert len(answers) == len(akt.all(assessing.Answer))
    assert by_kind["result/1"].body["assessment"] == by_kind["assessment/1"].id
    assert by_kind["result/1"].body["confirmation"] == ""  # it stands in the house's own akt


def test_text_that_looks_like_an_id_is_text(office):
    akt = office.akt(office.begin())
    record = akt.enter(Draft(Scenario("x", "han", "henne"))).records[0]
    akt.enter(Draft(Scenario(str(record), "hon", "11111111-1111-4111-8111-111111111111"), record))
    (part,) = [p for p in shared_record(akt, office.desk, VIEW, "").parts if p.kind == "scenario/1"]
    assert part.body["what"] == str(record)
    assert part.body["against_whom"] == "11111111-1111-4111-8111-111111111111"


def test_every_field_that_names_a_record_is_known_as_a_reference():
    for of in SHARED:
        hints = typing.get_type_hints(of)
        for each in fields(of):
            if "RecordId" in str(hints[each.name]) or hints[each.name] is RecordId:
                assert each.name in REFERENCES, (of, each.name)
