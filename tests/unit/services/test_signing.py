# SPDX-License-Identifier: EUPL-1.2
"""Signing: what is refused, what a signature stands under, and what changes afterwards."""

from dataclasses import replace

import pytest

from tests.unit.services.offices import DA, appraise, enter_judgement, judgement
from tests.vault.making import Writer
from workbench.app.paper import assessment_pdf
from workbench.domain.assessments import Judgement, Level, Result, SignOff
from workbench.domain.errors import WorkbenchError
from workbench.services.assess import assessing, confirming, judging, results
from workbench.services.loop import planning
from workbench.services.papers.assessment import assessment_document
from workbench.services.papers.shared import Writing
from workbench.services.records.akt import Draft
from workbench.services.records.trust import BadSignatureError


def refused(code, act, *given):
    with pytest.raises(WorkbenchError) as caught:
        act(*given)
    assert caught.value.code == code


@pytest.fixture
def akt(office):
    return office.akt(office.begin())


def sign_off(record, **how):
    return SignOff(record, "Sten Skyddsson", **({"reviewer": "Berit Bedömare"} | how))


@pytest.mark.parametrize(
    "missing", ["risk_for_what", "against_whom", "why", "limitations", "reassess_on"]
)
def test_a_judgement_that_lacks_a_part_is_not_signed(akt, missing):
    whole = judgement()
    told = {name: getattr(whole, name) for name in whole.__slots__} | {missing: "  "}
    record = judging.enter_judgement(akt, Judgement(**told)).records[0]
    with pytest.raises(judging.JudgementIncompleteError) as caught:
        judging.sign(akt, sign_off(record))
    assert caught.value.facts == {"parts": missing}
    assert akt.all(SignOff) == ()


def test_a_level_that_rests_on_no_assessment_is_not_signed(akt):
    """Its scale and its reasons are the worksheet's: without one nobody asks for them."""
    loose = replace(judgement(), assessments=(), levels=(Level("akut-risk", "high"),))
    record = judging.enter_judgement(akt, loose).records[0]
    with pytest.raises(judging.JudgementIncompleteError) as caught:
        judging.sign(akt, sign_off(record))
    assert caught.value.facts == {"parts": "assessments"}


def test_no_judgement_no_signature(akt):
    refused("LOOP-001", judging.sign, akt, sign_off(akt.new_record()))


def test_a_review_is_made_by_another_or_skipped_for_a_reason(akt):
    record = enter_judgement(akt)
    refused("LOOP-002", judging.sign, akt, sign_off(record, reviewer=" "))
    refused("LOOP-003", judging.sign, akt, sign_off(record, reviewer=" STEN skyddsson "))
    assert akt.all(SignOff) == ()
    judging.sign(akt, sign_off(record, reviewer="", review_skipped_because="Ensam i natt"))
    assert judging.signature_of(akt, record).value.review_skipped_because == "Ensam i natt"


def test_a_signed_assessment_changes_with_a_reason_only(office, akt):
    made = office.assess(akt)
    record = enter_judgement(akt, made)
    judging.sign(akt, sign_off(record))
    assessing.record_answer(akt, made, "q01", "yes")
    refused("LOOP-004", assessing.enter_sitting, akt, made)
    refused("LOOP-004", assessing.enter_sitting, akt, made, "  ")
    assert office.afresh(akt.case).all(assessing.Answer) == ()
    assert assessing.working_rows(office.akt(akt.case), made)
    assessing.enter_sitting(office.akt(akt.case), made, "Hon kom ihåg mer")
    (answer,) = office.akt(akt.case).all(assessing.Answer)
    assert answer.value.reason == "Hon kom ihåg mer"


def test_an_assessment_that_nobody_stands_behind_is_not_done_whatever_step_asks_for_the_rest(akt):
    dayless = replace(judgement(), reassess_on="")
    record = judging.enter_judgement(akt, dayless).records[0]
    assert _gaps(akt) == ()
    assert _step(akt).state == "begun"
    judging.enter_judgement(akt, judgement(), record)
    judging.sign(akt, sign_off(record))
    assert _step(akt).state == "done"


def test_a_signed_judgement_changes_with_a_reason_and_is_then_to_be_signed_anew(office, akt):
    record = enter_judgement(akt)
    judging.sign(akt, sign_off(record))
    assert _gaps(akt) == ()
    refused("LOOP-004", judging.enter_judgement, akt, judgement(), record)
    judging.enter_judgement(akt, judgement(reason="Nya uppgifter"), record)
    akt = office.afresh(akt.case)
    assert judging.signature_of(akt, record) is None
    assert judging.was_signed(akt, record)
    assert _gaps(akt) == ("judgement-not-signed",)
    paper = assessment_document(Writing(akt, office.desk, "sv"), record)
    assert paper.signature.signed_at is None
    judging.sign(akt, sign_off(record))
    assert judging.signature_of(akt, record) is not None
    assert len(akt.all(SignOff)) == 2


def test_a_renewed_confirmation_or_engine_unsigns_nothing_and_another_result_does(office, akt):
    office.confirm()
    made = office.assess(akt)
    office.answer_all(akt, made)
    assessing.enter_sitting(akt, made)
    appraise(akt)
    results.keep_results(akt, office.desk, made)
    record = enter_judgement(akt, made)
    judging.sign(akt, sign_off(record))
    (word,) = confirming.confirmations_of(office.desk, office.definition(DA))
    confirming.revoke(office.desk, word, "förnyas")
    office.confirm()
    results.keep_results(akt, office.desk, made)
    (kept,) = (each for each in akt.all(Result) if each.value.assessment == made)
    assert kept.versions == 2  # the new word stands in it
    akt.enter(Draft(replace(kept.value, engine="2"), kept.record))
    assert judging.signature_of(akt, record) is not None
    akt.enter(Draft(replace(kept.value, value=3), kept.record))
    assert judging.signature_of(akt, record) is None


def test_another_judgement_is_not_covered_by_a_signature(akt):
    first = enter_judgement(akt)
    judging.sign(akt, sign_off(first))
    second = enter_judgement(akt)
    assert judging.signature_of(akt, second) is None
    judging.enter_judgement(akt, judgement(), second)  # not signed: no reason is needed


def test_nothing_is_signed_or_printed_over_an_entry_that_is_not_its_authors(office, akt):
    record = enter_judgement(akt)
    writer = Writer(office.desk.vault, akt.file, office.place.around)
    good = writer.version({"text": "aldrig skrivet"}, parent=akt.file.head())
    forged = type(good)(good.id, good.header, good.header_bytes, bytes(64), good.salt, good.body)
    akt.file.append([forged])
    akt = office.afresh(akt.case)
    for act in (
        lambda: judging.sign(akt, sign_off(record)),
        lambda: assessment_pdf(akt, office.desk, record, "sv"),
    ):
        with pytest.raises(BadSignatureError) as caught:
            act()
        assert caught.value.code == "JOURNAL-002"
        assert caught.value.facts["entry"] == forged.id
    assert not office.verify()


def _step(akt):
    return next(e for e in planning.loop_of(akt, "2026-11-22") if e.step == "assessment")


def _gaps(akt):
    return _step(akt).gaps
