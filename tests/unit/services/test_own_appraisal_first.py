# SPDX-License-Identifier: EUPL-1.2
"""Before the person's own appraisal no number appears anywhere: screen, journal, paper, bundle."""

import json
from dataclasses import asdict

import pytest

from tests.unit.services.offices import DA, FREDA, SARA, appraise, enter_judgement
from workbench.domain.assessments import OwnAppraisal, PaperReading, Result, SignOff
from workbench.services.assess import assessing, judging, rating, results
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.keeping.open_case_json import case_json
from workbench.services.papers.assessment import assessment_document
from workbench.services.papers.journal import journal_document
from workbench.services.papers.shared import Writing
from workbench.services.records.akt import Draft

VIEW = View("risk-assessment", "", "")
POINTS = "4711"


@pytest.fixture
def assessed(office):
    """A whole Danger Assessment and a FREDA read off the form, no own appraisal yet."""
    office.confirm()
    case = office.begin()
    akt = office.akt(case)
    danger, freda = office.assess(akt), office.assess(akt, FREDA)
    office.answer_all(akt, danger)
    assessing.enter_sitting(akt, danger)
    assessing.read_off(akt, PaperReading(freda, POINTS, "hög", "2014", "2026-11-20"))
    for made in (danger, freda):
        results.keep_results(akt, office.desk, made)
    return office, akt, danger, freda, enter_judgement(akt, danger, freda)


def _parts(office, akt):
    return [part.kind for part in shared_record(akt, office.desk, VIEW, "").parts]


def test_nothing_of_the_result_is_shown_kept_printed_or_shared_before(assessed):
    office, akt, danger, freda, judged = assessed
    for made in (danger, freda):
        for shown in (results.outcome, results.entered_outcome):
            outcome = shown(akt, office.desk, made)
            assert outcome.needs_own_appraisal
            assert (outcome.evaluation, outcome.reading) == (None, None)
    assert akt.all(Result) == ()
    paper = assessment_document(Writing(akt, office.desk, "sv"), judged)
    assert paper.results == ()
    assert POINTS not in json.dumps(asdict(paper), default=str)
    record = shared_record(akt, office.desk, VIEW, "")
    assert not {"result/1", "paper_reading/1"} & {part.kind for part in record.parts}
    assert POINTS not in json.dumps(asdict(record), default=str)


@pytest.mark.parametrize(
    "appraisal", [OwnAppraisal("Jag är rädd"), OwnAppraisal("", declined=True)]
)
def test_everything_is_shown_after_also_when_she_declined_to_say(assessed, appraisal):
    office, akt, danger, freda, judged = assessed
    assessing.record_own_appraisal(akt, appraisal)
    for made in (danger, freda):
        results.keep_results(akt, office.desk, made)
    assert results.outcome(akt, office.desk, danger).evaluation.first.status == "computed"
    assert results.outcome(akt, office.desk, freda).reading.value.points == POINTS
    assert len(assessment_document(Writing(akt, office.desk, "sv"), judged).results) == 2
    assert {"result/1", "paper_reading/1"} <= set(_parts(office, akt))


def test_an_own_appraisal_taken_later_takes_no_signature_away(assessed):
    """The result can be given then, and is entered by who asks for it, not by saving that."""
    office, akt, danger, _freda, judged = assessed
    by = SignOff(judged, "Sten Skyddsson", review_skipped_because="Ensam i natt.")
    judging.sign(akt, by)
    appraise(akt)
    results.keep_if_entered(akt, office.desk, danger)
    assert akt.all(Result) == ()
    assert judging.signature_of(akt, judged) is not None
    shown = results.outcome(akt, office.desk, danger)
    assert (shown.evaluation.first.status, shown.is_unkept) == ("computed", True)
    results.keep_results(akt, office.desk, danger)  # asked for: then it is to be signed anew
    assert judging.signature_of(akt, judged) is None


def test_an_own_appraisal_taken_before_a_signature_keeps_what_can_be_given(assessed):
    office, akt, danger, _freda, _judged = assessed
    appraise(akt)
    results.keep_if_entered(akt, office.desk, danger)
    assert {each.value.assessment for each in akt.all(Result)} == {danger}


def test_results_are_hidden_again_when_the_appraisal_was_entered_in_the_wrong_akt(assessed):
    office, akt, danger, _freda, judged = assessed
    appraise(akt)
    results.keep_results(akt, office.desk, danger)
    (appraisal,) = akt.all(OwnAppraisal)
    akt.withdraw(OwnAppraisal, appraisal.record, "Fel akt")
    assert results.outcome(akt, office.desk, danger).evaluation is None
    assert assessment_document(Writing(akt, office.desk, "sv"), judged).results == ()
    assert not {"result/1", "paper_reading/1"} & set(_parts(office, akt))


def test_a_worksheet_without_a_number_waits_for_nothing(office):
    akt = office.akt(office.begin())
    made = office.assess(akt, SARA)
    evaluation = results.outcome(akt, office.desk, made).evaluation
    assert evaluation.first.status == "not-a-score"
    assert evaluation.first.value is None


def test_a_confirmation_of_another_rule_or_a_revoked_one_lets_nothing_be_computed(office):
    akt = office.akt(office.begin())
    appraise(akt)
    made = office.assess(akt)
    office.answer_all(akt, made)
    assert results.outcome(akt, office.desk, made).evaluation.first.status == "not-confirmed"
    office.confirm()
    assert results.outcome(akt, office.desk, made).evaluation.first.status == "computed"
    (held,) = office.desk.house.all(results.RuleConfirmation)
    from dataclasses import replace

    for changed in ({"rule_sha256": "0" * 64}, {"revoked_on": "2026-11-22"}, {"version": "x"}):
        office.desk.house.enter(Draft(replace(held.value, **changed), held.record))
        shown = results.outcome(akt, office.desk, made).evaluation.first
        assert (shown.status, shown.value, shown.min) == ("not-confirmed", None, None)
    assert office.definition(DA).table.own_appraisal_first


def test_what_the_person_thought_last_time_opens_no_result_of_this_time(office):
    akt = office.akt(office.begin())
    office.confirm()
    first = office.assess(akt)
    office.answer_all(akt, first)
    assessing.enter_sitting(akt, first)
    appraise(akt)
    again = rating.begin_again(akt, office.desk, first)
    office.answer_all(akt, again)
    assert results.outcome(akt, office.desk, first).evaluation is not None
    shown = results.outcome(akt, office.desk, again)
    assert (shown.evaluation, shown.own_appraisal) == (None, None)
    appraise(akt, "Nu är det värre.")
    assert results.outcome(akt, office.desk, again).own_appraisal.value.words == "Nu är det värre."


def test_f_28_points_read_off_a_form_stand_in_no_journal_paper_or_export_before(assessed):
    office, akt, _danger, _freda, _judged = assessed
    writing = Writing(akt, office.desk, "sv")
    for _half in range(2):
        said = json.dumps(asdict(journal_document(writing)), default=str)
        said += case_json(writing, "1", {}).decode()
        assert (f'"{POINTS}"' in said) == bool(akt.all(OwnAppraisal))
        appraise(akt)
