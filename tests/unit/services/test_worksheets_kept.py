# SPDX-License-Identifier: EUPL-1.2
"""Worksheets and hidden answers in the journal, on paper and in a bundle."""

import json
from dataclasses import asdict

import pytest

from tests.unit.services.offices import SARA, enter_judgement, judgement
from workbench.domain.assessments import Answer, Coding, InstrumentPin, Judgement, Result, SignOff
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.errors import UnknownVersionError
from workbench.services.assess import assessing, judging, results, sheets
from workbench.services.assess.sheets import DefinitionChangedError
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.papers.assessment import assessment_document
from workbench.services.papers.shared import Writing

SHEETS = [d.id for d in load_catalogue().all() if d.kind == "spj" and d.items]
VIEW = View("risk-assessment", "", "")
SHORT, GATE, BEHIND = "freda-kortfragor", "har-funktionsnedsattning", "funktionsnedsattning"


def code_all(office, akt, made, instrument, code):
    definition = office.definition(instrument)
    for item in definition.items:
        for column in definition.columns:
            assessing.record_coding(akt, made, item.id, column.id, code)
    assessing.enter_sitting(akt, made)


def numbers(part, path=""):
    """Every number in a plain tree, by the name that it stands under."""
    if isinstance(part, dict):
        for key, inner in part.items():
            yield from numbers(inner, str(key))
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from numbers(inner, path)
    elif isinstance(part, int | float) and not isinstance(part, bool):
        yield path


@pytest.mark.parametrize("instrument", SHEETS)
def test_spj_01_every_factor_present_gives_no_number_in_journal_paper_or_bundle(
    shared_office, instrument
):
    akt, desk = shared_office.akt(shared_office.begin()), shared_office.desk
    made = shared_office.assess(akt, instrument)
    present = shared_office.definition(instrument).table.codes.present
    code_all(shared_office, akt, made, instrument, present)
    results.keep_results(akt, desk, made)
    judged = enter_judgement(akt, made)

    codings = [each.value for each in akt.all(Coding)]
    assert {coding.code for coding in codings} == {present}
    for kept in akt.all(Result):
        said = kept.value
        assert (said.value, said.band, said.lowest, said.highest) == (None, "", None, None)
    (part,) = assessment_document(Writing(akt, desk, "sv"), judged).results
    assert set(numbers(asdict(part))) <= {"omitted", "not_coded"}
    shared = shared_record(akt, desk, VIEW, "")
    bodies = [each.body for each in shared.parts if each.kind.partition("/")[0] != "judgement"]
    assert set(numbers(bodies)) == set()


def test_spj_02_a_sheet_that_lacks_all_information_is_signed_with_its_limitations(office):
    akt = office.akt(office.begin())
    made = office.assess(akt, SARA)
    code_all(office, akt, made, SARA, "--")
    judged = enter_judgement(akt, made)
    (part,) = assessment_document(Writing(akt, office.desk, "sv"), judged).results
    assert [column.omitted for column in part.columns] == [15, 15]
    judging.sign(akt, SignOff(judged, "Sten Skyddsson", "Berit Bedömare"))
    assert judging.signature_of(akt, judged) is not None


def test_spj_07_without_its_reasons_a_judgement_of_a_sheet_is_not_signed(office):
    akt = office.akt(office.begin())
    whole = judgement(office.assess(akt, SARA))
    told = {name: getattr(whole, name) for name in whole.__slots__} | {"why": ""}
    record = judging.enter_judgement(akt, Judgement(**told)).records[0]
    with pytest.raises(judging.JudgementIncompleteError) as caught:
        judging.sign(akt, SignOff(record, "Sten Skyddsson", "Berit Bedömare"))
    assert caught.value.facts == {"parts": "why"}


def test_spj_09_a_sheet_of_sara_v2_is_not_opened_as_v3(shared_office):
    desk, v2 = shared_office.desk, shared_office.definition("sara-v2")
    assert sheets.pinned(desk, v2.pin) is v2
    with pytest.raises(UnknownVersionError):
        sheets.pinned(desk, InstrumentPin("sara-v3", v2.version, v2.sha256))
    with pytest.raises(DefinitionChangedError):
        sheets.pinned(desk, InstrumentPin("sara-v3", "2015", v2.sha256))


def test_fr_05_an_answer_behind_a_no_stays_in_the_journal_and_leaves_paper_and_bundle(office):
    akt, desk = office.akt(office.begin()), office.desk
    made = office.assess(akt, SHORT)
    assessing.record_answer(akt, made, GATE, "yes")
    assessing.record_answer(akt, made, BEHIND, "yes")
    assessing.enter_sitting(akt, made)
    judged = enter_judgement(akt, made)
    assert _told(akt, desk, judged) == (True, True)

    assessing.record_answer(akt, made, GATE, "no")
    assessing.enter_sitting(akt, made)
    assert "yes" in {a.value.choice for a in akt.all(Answer) if a.value.item == BEHIND}
    assert _told(akt, desk, judged) == (False, False)

    assessing.record_answer(akt, made, GATE, "yes")
    assessing.enter_sitting(akt, made)
    assert _told(akt, desk, judged) == (True, True)


def _told(akt, desk, judged):
    """Whether the answer stands on paper, and whether it goes in a bundle."""
    label = desk.catalogue.find(SHORT).by_id[BEHIND].labels["sv"]
    paper = json.dumps(asdict(assessment_document(Writing(akt, desk, "sv"), judged)), default=str)
    parts = shared_record(akt, desk, VIEW, "").parts
    return json.dumps(label)[1:-1] in paper, any(p.body.get("item") == BEHIND for p in parts)
