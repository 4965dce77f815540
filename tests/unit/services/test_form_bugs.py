# SPDX-License-Identifier: EUPL-1.2
"""The ways in which form programs go wrong, where services answer for them. One test each."""

import io
import json
from dataclasses import asdict
from datetime import date

import msgspec
import pypdf
import pytest

from tests.support.asking import DA, SARA, Assessed
from workbench.domain.assessments import Answer, Coding, Judgement, Level, Result
from workbench.instruments.answers import ItemAnswer
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.scoring import evaluate
from workbench.instruments.validity import answer_faults
from workbench.reports.assessment import write_assessment
from workbench.services.assess import assessing, judging, rating, results, sheets
from workbench.services.assess.comparing import compare
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.keeping.open_case_json import case_json
from workbench.services.papers.assessment import assessment_document
from workbench.services.papers.shared import Writing
from workbench.services.records import bodies
from workbench.services.records.akt import Draft

CASR = "casr-sf"
HIDDEN_NOTE = "Står under en fråga som inte längre ställs"


@pytest.fixture
def made() -> Assessed:
    begun = Assessed()
    begun.confirm()
    begun.say_own()
    return begun


def _judged(made: Assessed, record) -> Judgement:
    value = Judgement((record,), "Hot", "Henne", "Skäl", "Skydd", "Inga", "2027-01-01")
    return judging.enter_judgement(made.akt, value).records[0]


def _channels(made: Assessed, record, judged) -> str:
    """What leaves: the paper and the bundle. The journal keeps everything."""
    paper = assessment_document(Writing(made.akt, made.desk, "sv"), judged)
    bundle = shared_record(made.akt, made.desk, View("risk-assessment", "", ""), "")
    return json.dumps([asdict(paper), asdict(bundle)], default=str, ensure_ascii=False)


def _answered(made: Assessed):
    """A CASR-SF whose gate is open, and the first of the questions behind it."""
    record = made.begin(CASR)
    items = made.definition(CASR).items
    made.answer(record, {"gate": "yes"} | {i.id: i.codes[-1] for i in items if i.id != "gate"})
    made.enter(record)
    return record, next(item.id for item in items if item.id != "gate")


def test_f_01_what_is_hidden_after_it_was_answered_counts_nowhere_and_comes_back(made):
    record, behind = _answered(made)
    on = sheets.sheet(made.akt, made.desk, record)
    assessing.record_note(made.akt, on, behind, HIDDEN_NOTE)
    made.enter(record)
    judged = _judged(made, record)
    shown = results.entered_outcome(made.akt, made.desk, record).evaluation
    assert HIDDEN_NOTE in _channels(made, record, judged)
    made.answer(record, {"gate": "no"})
    made.enter(record)
    assert HIDDEN_NOTE not in _channels(made, record, judged)
    hidden = results.entered_outcome(made.akt, made.desk, record).evaluation
    assert (shown.counts.items, hidden.counts.items) == (16, 1)
    assert behind not in {line.item for line in hidden.first.trace}
    kept = [a.value for a in made.akt.all(Answer) if a.value.item == behind]
    assert [(each.state, each.note) for each in kept] == [("value", HIDDEN_NOTE)]
    made.answer(record, {"gate": "yes"})
    made.enter(record)
    assert results.entered_outcome(made.akt, made.desk, record).evaluation == shown
    assert HIDDEN_NOTE in _channels(made, record, judged)


def test_f_06_f_01_a_comparison_does_not_tell_what_a_run_has_hidden_the_whole_section(made):
    (first, _behind), (second, _same) = _answered(made), _answered(made)
    made.answer(second, {"gate": "no"})
    made.enter(second)
    pairs = compare(made.akt, made.desk, first, second).pairs
    behind = [pair for pair in pairs if pair.item.id != "gate"]
    assert len(behind) == 15
    assert all(p.left.code and (p.right.code, p.right.is_asked) == ("", False) for p in behind)
    assert {pair.is_same for pair in behind} == {None}
    assert not any(pair.is_asked for pair in behind)


def test_f_08_what_a_person_wrote_is_never_overwritten_by_what_is_computed(made):
    record = made.begin(DA)
    made.answer_da(record)
    made.enter(record)
    level = Level("own", "low")
    value = Judgement((record,), "Hot", "H", "S", "V", "I", "2027-01-01", (level,))
    judged = judging.enter_judgement(made.akt, value).records[0]
    made.answer(record, {"q02": "no", "q05": "yes"})
    made.enter(record)
    assert made.akt.find(Judgement, judged).value == value
    assert made.akt.find(Judgement, judged).versions == 1


def test_f_09_what_is_shown_is_what_the_engine_says_after_every_act_and_after_reading_again(made):
    record = made.begin(DA)
    definition = made.definition(DA)

    def both():
        shown = results.outcome(made.akt, made.desk, record)
        fresh = evaluate(definition, shown.sheet.given, assume_confirmed(definition))
        assert shown.evaluation.first == fresh.first
        return fresh.first

    made.answer_da(record)
    whole = both()
    made.answer(record, {"q10": "no"})
    assert both() != whole
    assessing.record_state(made.akt, record, "q10", "unanswered")
    assert both().value is None
    made.answer(record, {"q10": "yes"})
    made.enter(record)
    assert both() == whole
    made.answer(record, {"q10": "no"})
    assessing.discard_sitting(made.akt, record)
    assert both() == whole
    made.bench.reopen()
    assert both() == whole
    kept = [r.value.value for r in made.akt.all(Result) if r.value.rule == whole.id]
    assert kept == [results.exact(whole.value)]


def test_f_13_a_code_of_another_list_is_kept_and_shown_never_deleted(made):
    record = made.begin(SARA)
    made.akt.enter(Draft(Coding(record, "f01", "current", "Ö")))
    made.code_sara(record, "J")
    assessing.record_coding(made.akt, record, "f01", "current", "N")
    assessing.discard_sitting(made.akt, record)
    assert sheets.sheet(made.akt, made.desk, record).given["f01"].codes["current"].text == "Ö"
    other = rating.begin_again(made.akt, made.desk, record)
    pairs = compare(made.akt, made.desk, record, other).pairs
    assert next(pair.left.code for pair in pairs) == "Ö"


@pytest.mark.parametrize(
    "bad",
    [
        lambda record: Answer(record, "q02", "value", "kanske"),
        lambda record: Answer(record, "q99", "value", "yes"),
        lambda record: Coding(record, "q02", "now", "J"),
    ],
    ids=["unknown choice", "unknown question", "another type"],
)
def test_f_14_one_bad_stored_value_is_named_and_the_form_opens_all_the_same(made, bad):
    record = made.begin(DA)
    made.answer_da(record, leaving=("q02",))
    made.enter(record)
    made.akt.enter(Draft(bad(record)))
    shown = sheets.sheet(made.akt, made.desk, record)
    assert shown.given["q03"].code == "no"
    assert any(
        "q02" in f.path or "q99" in f.path for f in answer_faults(shown.definition, shown.given)
    )
    assert results.outcome(made.akt, made.desk, record).evaluation.first.value is None
    assert results.outcome(made.akt, made.desk, record).evaluation.faults


def test_a_pause_keeps_every_answer_and_it_goes_on_where_it_was_after_a_lock(made):
    record = made.begin(DA)
    made.answer(record, {"q01": "yes"})
    assessing.record_state(made.akt, record, "q02", "postponed")
    made.bench.reopen()
    given = sheets.sheet(made.akt, made.desk, record).given
    assert given == {"q01": ItemAnswer("value", "yes"), "q02": ItemAnswer("postponed")}


def test_f_10_a_result_read_back_from_a_copy_is_the_same_and_paper_tells_the_same(made):
    record = made.begin(DA)
    made.answer_da(record)
    made.enter(record)
    (kept,) = [each.value for each in made.akt.all(Result) if each.value.band]
    judged = _judged(made, record)
    writing = Writing(made.akt, made.desk, "sv")
    entries = json.loads(case_json(writing, "1", {}))["entries"]
    told = [e["body"] for e in entries if e["header"]["kind"] == bodies.kind_of(Result)]
    assert kept in [msgspec.convert(body, Result) for body in told]
    out = io.BytesIO()
    write_assessment(assessment_document(writing, judged), language="sv", out=out)
    pages = pypdf.PdfReader(io.BytesIO(out.getvalue())).pages
    paper = " ".join(" ".join(page.extract_text() for page in pages).split())
    shown = results.entered_outcome(made.akt, made.desk, record)
    first, definition = shown.evaluation.first, made.definition(DA)
    assert f"Värde {first.value} Nivå Ökad Tabell {kept.band_table}" in paper
    for line in first.trace:
        item = definition.by_id[line.item]
        said = "Ja" if line.code == "yes" else "Nej"
        assert f"{item.number} {item.labels['sv']} {said} {line.points}" in paper, line
    assert f"Version {definition.version}" in paper


class _PastMidnight:
    """Half past midnight in Sweden, in the summer: still the day before in UTC."""

    def __init__(self, clock):
        self._clock = clock

    def now(self):
        return self._clock.now()

    def today(self):
        return date(2026, 7, 2)


def test_f_26_an_assessment_of_the_night_has_the_date_of_the_place_not_of_utc(made):
    made.akt._clock = _PastMidnight(made.bench.clock)
    record = made.begin(SARA)
    assert sheets.sheet(made.akt, made.desk, record).context.begun_on == "2026-07-02"
    made.code_sara(record, "J")
    made.enter(record)
    again = rating.begin_again(made.akt, made.desk, record)
    assert sheets.sheet(made.akt, made.desk, again).context.begun_on == "2026-07-02"


def test_f_30_no_sum_share_or_sorting_by_risk_is_in_anything_that_is_copied_out(made):
    """Codes and numbers of one sheet, changed from all absent to all present, change no number."""
    seen = []
    for code in "NJ":
        record = made.begin(SARA)
        made.code_sara(record, code)
        made.enter(record)
        body = next(
            each
            for each in json.loads(case_json(Writing(made.akt, made.desk, "sv"), "1", {}))[
                "entries"
            ]
            if each["header"]["kind"] == "result/1" and each["body"]["assessment"] == record
        )["body"]
        seen.append({name: said for name, said in body.items() if name != "assessment"})
    assert seen[0] == seen[1]
    assert not [said for said in seen[0].values() if isinstance(said, int | float)]
