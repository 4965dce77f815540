# SPDX-License-Identifier: EUPL-1.2
"""Structured judgement as recorded: nothing is added up, nothing is assumed, nothing is lost."""

import dataclasses
import typing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.services.offices import DA, SARA, judgement
from workbench.domain import worksheets as records
from workbench.domain.assessments import (
    Coding,
    Conclusion,
    Judgement,
    Level,
    SignOff,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.measures import Measure
from workbench.domain.worksheets import (
    Citation,
    ColumnHead,
    FactorMark,
    WorksheetHead,
)
from workbench.instruments.forms import counts
from workbench.services.assess import (
    assessing,
    comparing,
    judging,
    locking,
    rating,
    results,
    reviewing,
    settling,
    sheets,
    worksheets,
)
from workbench.services.assess.assessing import Context
from workbench.services.loop import planning
from workbench.services.records import bodies, working
from workbench.services.records.akt import Draft
from workbench.ui.worksheet_frame import specs

SARA_2, SARA_3, PATRIARK, SAM = "sara-v2", "sara-v3", "patriark-2013", "sam-2008"
PACKS = (SARA, SARA_2, SARA_3, PATRIARK, SAM)
EXPECTED = {SARA: 30, SARA_2: 20, SARA_3: 48, PATRIARK: 30, SAM: 30}
QUICK = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TYPED = (records.FactorMark, records.ExtraFactor, records.Citation)
RECORDS = (
    *TYPED, records.Material, records.SheetPerson, records.ColumnHead, records.WorksheetHead,
    Coding, Level, Conclusion,
)  # fmt: skip


@pytest.fixture
def akt(shared_office):
    return shared_office.akt(shared_office.begin(""))


def refused(code, act, *given_to):
    with pytest.raises(WorkbenchError) as caught:
        act(*given_to)
    assert caught.value.code == code
    return caught.value.facts


def code_all(office, akt, made, pick, instrument=SARA):
    """Every factor in every column; `pick` gives a code, "" leaves it."""
    definition = office.definition(instrument)
    for at, item in enumerate(definition.items):
        for column in definition.columns:
            if code := pick(item, column, at):
                assessing.record_coding(akt, made, item.id, column.id, code)
    assessing.enter_sitting(akt, made)
    results.keep_results(akt, office.desk, made)


def judged(office, akt, made, levels=(), instrument=SARA, conclusions=()):
    if not levels:
        levels = [
            Level(each.id, each.levels[0], because="Sådant är läget.")
            for each in office.definition(instrument).table.conclusions
            if each.type == "level"
        ]
    whole = dataclasses.replace(
        judgement(made), levels=tuple(levels), conclusions=tuple(conclusions)
    )
    return judging.enter_judgement(akt, whole).records[0]


def sign(office, akt, record):
    by = SignOff(record, "Sten Skyddsson", review_skipped_because="Ensam i natt.")
    return reviewing.sign(akt, office.desk, by)


def on(office, made, instrument):
    return (made, office.definition(instrument))


def test_spj_01_every_factor_present_gives_no_number_in_result_journal_or_record(
    shared_office, akt
):
    made = shared_office.assess(akt, SARA)
    code_all(shared_office, akt, made, lambda *_at: "J")
    outcome = results.entered_outcome(akt, shared_office.desk, made)
    assert outcome.evaluation.first.status == "not-a-score"
    bodied = [e.content() for e in akt.file.entries() if e.key.kind in ("coding", "result")]
    assert len(bodied) == 31
    for body in bodied:
        assert not [v for v in body.values() if isinstance(v, int | float)], body


def test_n_01_no_record_of_a_worksheet_can_hold_a_number():
    """Marks and the numbers of sources are text: there is nothing that could be added."""
    for record in RECORDS:
        hints = typing.get_type_hints(record)
        hints.pop("if_no_measures", None)  # a property of the field, not of the case
        for name, hint in hints.items():
            parts = {hint, *typing.get_args(hint)}
            assert not parts & {int, float, bool, complex}, (record.__name__, name)
    for record in TYPED:
        for operation in ("__add__", "__radd__", "__int__", "__float__", "__index__"):
            assert not hasattr(record, operation), (record.__name__, operation)


@QUICK
@given(data=st.data())
def test_n_01_what_is_counted_never_tells_one_code_from_another(shared_office, akt, data):
    """Present, partial and absent change nothing that the program says of a worksheet."""
    instrument = data.draw(st.sampled_from(PACKS))
    definition = shared_office.definition(instrument)
    presence = definition.table.codes
    said = []
    pattern = data.draw(st.lists(st.booleans(), min_size=5, max_size=5))
    for code in (presence.present, presence.partial, presence.absent):
        made = shared_office.assess(akt, instrument)
        for at, item in enumerate(definition.items):
            if pattern[at % 5]:
                column = definition.columns[0].id
                assessing.record_coding(akt, made, item.id, column, code)
        sheet = sheets.sheet(akt, shared_office.desk, made)
        shown = results.outcome(akt, shared_office.desk, made).evaluation
        said.append((counts(definition, sheet.given), shown.results, settling.doubts_on(sheet)))
        assessing.discard_sitting(akt, made)
    assert said[0] == said[1] == said[2]


def test_spj_02_a_sheet_that_lacks_all_information_is_signed_with_its_limitations(
    shared_office, akt
):
    made = shared_office.assess(akt, SARA)
    code_all(shared_office, akt, made, lambda *_at: "--")
    found = counts(
        shared_office.definition(SARA), sheets.sheet(akt, shared_office.desk, made).given
    )
    assert (found.omitted, found.total, found.not_coded) == (30, 30, 0)
    record = judged(shared_office, akt, made)
    unlimited = dataclasses.replace(akt.find(Judgement, record).value, limitations=" ")
    judging.enter_judgement(akt, unlimited, record)
    assert refused("LOOP-001", sign, shared_office, akt, record) == {"parts": "limitations"}
    limited = dataclasses.replace(unlimited, limitations="Ingen är hörd.")
    judging.enter_judgement(akt, limited, record)
    sign(shared_office, akt, record)


def test_spj_03_one_factor_not_coded_is_named_and_an_incomplete_end_says_why(shared_office, akt):
    made = shared_office.assess(akt, SARA)
    code_all(
        shared_office, akt, made, lambda item, column, _at:
        "" if (item.id, column.id) == ("f09", "past") else "D",
    )  # fmt: skip
    record = judged(shared_office, akt, made)
    facts = refused("LOOP-007", sign, shared_office, akt, record)
    item = shared_office.definition(SARA).by_id["f09"]
    assert facts["factor"] == f"9. {item.labels['sv']}"
    assert akt.all(SignOff) == ()
    named = refused("ASSESS-002", locking.lock, akt, shared_office.desk, made, "  ")
    assert named == {"items": facts["factor"]}
    locking.lock(akt, shared_office.desk, made, "Socialtjänstens akt kom inte.")
    sign(shared_office, akt, record)


def test_spj_04_patriark_has_no_field_for_relevance(shared_office, akt):
    made = shared_office.assess(akt, PATRIARK)
    refused(
        "LOOP-006",
        worksheets.record_mark, akt, on(shared_office, made, PATRIARK), "t1", "relevance", "yes",
    )  # fmt: skip
    assert worksheets.rows_of(akt, made) == ()


def test_spj_05_a_critical_mark_is_refused_outside_sara_v2(shared_office, akt):
    for instrument in (SARA, SARA_3, PATRIARK, SAM):
        made = shared_office.assess(akt, instrument)
        item = shared_office.definition(instrument).items[0].id
        refused(
            "LOOP-006",
            worksheets.record_mark, akt, on(shared_office, made, instrument), item, "critical",
            "yes",
        )  # fmt: skip
    made = shared_office.assess(akt, SARA_2)
    item = shared_office.definition(SARA_2).items[0].id
    worksheets.record_mark(akt, on(shared_office, made, SARA_2), item, "critical", "yes")
    assert sheets.sheet(akt, shared_office.desk, made).beside.marks[item].critical == "yes"


def test_spj_06_codes_that_look_like_numbers_are_text_in_the_record(shared_office, akt):
    made = shared_office.assess(akt, SARA_2)
    code_all(shared_office, akt, made, lambda _item, _column, at: "210"[at % 3], SARA_2)
    codes = [c.value.code for c in akt.all(Coding) if c.value.assessment == made]
    assert sorted(set(codes)) == ["0", "1", "2"]
    with pytest.raises(TypeError):
        sum(codes)
    given_codes = sheets.entered_sheet(akt, shared_office.desk, made).given
    with pytest.raises(TypeError):
        sum(code for each in given_codes.values() for code in each.codes.values())


def test_spj_07_a_level_without_its_reasons_is_not_signed(shared_office, akt):
    made = shared_office.assess(akt, SARA)
    code_all(shared_office, akt, made, lambda *_at: "N")
    levels = [Level("current-risk", "low", if_no_measures=True, because="Lugnt i ett år.")]
    record = judged(shared_office, akt, made, levels)
    label = shared_office.definition(SARA).labels["sv"].conclusions
    facts = refused("LOOP-008", sign, shared_office, akt, record)
    assert facts == {"field": label["future-risk"]}  # required, not chosen
    levels += [Level("future-risk", "low", because=" "), Level("future-severity", "low")]
    record = judged(shared_office, akt, made, levels)
    facts = refused("LOOP-008", sign, shared_office, akt, record)
    assert facts == {"field": label["future-risk"]}  # chosen, no reasons
    sign(shared_office, akt, judged(shared_office, akt, made))


def test_spj_07_a_level_of_a_worksheet_that_is_not_under_it_is_not_signed(shared_office, akt):
    """Its reasons would be asked for by nobody."""
    made = shared_office.assess(akt, SARA)
    code_all(shared_office, akt, made, lambda *_at: "N")
    other = shared_office.assess(akt, DA)
    loose = judged(shared_office, akt, other, [Level("current-risk", "low")])
    facts = refused("LOOP-001", sign, shared_office, akt, loose)
    assert facts == {"parts": "assessments"}
    said = [Conclusion("possible-victims", "Systern")]
    refused("LOOP-001", sign, shared_office, akt, judged(
        shared_office, akt, other, [Level("current-risk", "")], conclusions=said
    ))  # fmt: skip
    both = judged(shared_office, akt, made)
    whole = akt.find(Judgement, both).value
    judging.enter_judgement(
        akt, dataclasses.replace(whole, assessments=(made, other), reason="Båda"), both
    )
    sign(shared_office, akt, both)


def test_spj_08_a_low_level_without_a_plan_is_pointed_out_and_signed(shared_office, akt):
    made = shared_office.assess(akt, SARA)
    code_all(shared_office, akt, made, lambda *_at: "N")
    record = judged(shared_office, akt, made)
    value = akt.find(Judgement, record).value
    assert [d.what for d in settling.doubts(akt, shared_office.desk, value)] == ["plan-even-low"]
    sign(shared_office, akt, record)
    planning.enter_measure(akt, Measure("Ring i morgon", "Sten", "2026-11-23"))
    assert settling.doubts(akt, shared_office.desk, value) == ()


def test_spj_09_a_sara_v2_record_is_never_opened_as_sara_v3(shared_office, akt):
    made = shared_office.assess(akt, SARA_2)
    code_all(shared_office, akt, made, lambda *_at: "2", SARA_2)
    newer = shared_office.definition(SARA_3)
    other = assessing.begin(akt, newer, Context())
    assert refused("ASSESS-008", comparing.compare, akt, shared_office.desk, made, other) == {
        "why": "other-version"
    }
    again = rating.begin_again(akt, shared_office.desk, made)
    read = [sheets.sheet(akt, shared_office.desk, each) for each in (made, other, again)]
    assert [each.definition.id for each in read] == [SARA_2, SARA_3, SARA_2]
    assert read[1].earlier == {}


def test_spj_10_earlier_codes_are_not_reviewed_until_each_is_coded_again(shared_office, akt):
    earlier = shared_office.assess(akt, SARA)
    code_all(shared_office, akt, earlier, lambda _item, _column, at: "JDN"[at % 3])
    record = judged(shared_office, akt, earlier)
    made = rating.begin_again(akt, shared_office.desk, earlier)
    sheet = sheets.sheet(akt, shared_office.desk, made)
    assert len(sheet.earlier) == 30
    assert sheet.given == {}
    assert counts(sheet.definition, sheet.given).coded == 0
    assessing.record_coding(akt, made, "f01", "current", sheet.earlier["f01", "current"])
    sheet = sheets.sheet(akt, shared_office.desk, made)
    assert len(sheet.earlier) == 29
    assert counts(sheet.definition, sheet.given).coded == 1
    assessing.enter_sitting(akt, made)
    later = judged(shared_office, akt, made)
    refused("LOOP-007", sign, shared_office, akt, later)  # f29: what is not reviewed is not coded
    assert made not in akt.find(Judgement, record).value.assessments  # no conclusion came along


def test_spj_10_own_factors_of_last_time_are_told_and_are_none_here_until_they_are_named(
    shared_office, akt
):
    earlier, group = shared_office.assess(akt, PATRIARK), "t-other"
    pin, own = on(shared_office, earlier, PATRIARK), akt.new_record()
    worksheets.record_extra(akt, pin, own, group, "Resan är bokad")
    assessing.record_coding(akt, earlier, "t1", "now", "J")
    assessing.record_coding(akt, earlier, own, "now", "J")
    assessing.enter_sitting(akt, earlier)
    made = rating.begin_again(akt, shared_office.desk, earlier)
    sheet = sheets.sheet(akt, shared_office.desk, made)
    assert [(each.group, each.label) for each in sheet.earlier_extras] == [
        (group, "Resan är bokad")
    ]
    assert (sheet.beside.extras, sheet.extras, dict(sheet.earlier)) == (
        (),
        {},
        {("t1", "now"): "J"},
    )
    pin = on(shared_office, made, PATRIARK)
    worksheets.record_extra(akt, pin, akt.new_record(), group, "resan är bokad ")
    assert sheets.sheet(akt, shared_office.desk, made).earlier_extras == ()


@pytest.mark.parametrize("instrument", PACKS)
def test_spj_12_as_many_codings_are_expected_as_the_sheet_has_places(
    shared_office, akt, instrument
):
    made = shared_office.assess(akt, instrument)
    definition = shared_office.definition(instrument)
    sheet = sheets.sheet(akt, shared_office.desk, made)
    assert counts(definition, sheet.given).total == EXPECTED[instrument]
    extra, group = akt.new_record(), definition.table.extra_factor_rows[0]
    worksheets.record_extra(akt, on(shared_office, made, instrument), extra, group, "Eget")
    code, column = definition.items[0].codes[0], definition.columns[0].id
    assessing.record_coding(akt, made, extra, column, code)
    sheet = sheets.sheet(akt, shared_office.desk, made)
    assert counts(definition, sheet.given).total == EXPECTED[instrument]  # not among them
    assert sheet.extras[extra].codes[column].text == code
    assert not results.outcome(akt, shared_office.desk, made).evaluation.faults


def test_spj_12_the_second_column_of_sam_is_counted_once_it_is_begun(shared_office, akt):
    made = shared_office.assess(akt, SAM)
    assessing.record_coding(akt, made, "n1", "past", "J")
    sheet = sheets.sheet(akt, shared_office.desk, made)
    assert counts(sheet.definition, sheet.given).total == 60


def test_what_is_typed_beside_codes_is_durable_entered_whole_and_thrown_away(shared_office, akt):
    made = shared_office.assess(akt, SARA_3)
    pin = on(shared_office, made, SARA_3)
    extra, cited = akt.new_record(), akt.new_record()
    worksheets.record_mark(akt, pin, "p6", "provisional", "yes")
    worksheets.record_mark(akt, pin, "p6", "provisional_because", "Läkarens sak.")
    worksheets.record_mark(akt, pin, "p6", "relevance", "partly")
    worksheets.record_extra(akt, pin, extra, "other-considerations", "Vapen i huset")
    citation = Citation(made, "p6", "recent", "2", "14", "”Jag hör röster.”")
    worksheets.record_citation(akt, cited, citation)
    afresh = shared_office.afresh(akt.case)
    typed = sheets.sheet(afresh, shared_office.desk, made).beside
    assert sheets.entered_sheet(afresh, shared_office.desk, made).beside.marks == {}
    assessing.enter_sitting(afresh, made)
    entered = sheets.entered_sheet(afresh, shared_office.desk, made).beside
    assert entered == typed
    assert entered.marks["p6"] == FactorMark(
        made, "p6", "partly", provisional="yes", provisional_because="Läkarens sak."
    )
    assert entered.of_item("p6")[0].value == citation
    assert working.unentered(afresh) == ()
    worksheets.drop_citation(afresh, entered.citations[0])
    worksheets.record_extra(afresh, pin, extra, "other-considerations", "Annat")
    assessing.discard_sitting(afresh, made)
    assert sheets.sheet(afresh, shared_office.desk, made).beside == entered


def test_a_change_of_one_mark_is_a_version_of_the_same_record(shared_office, akt):
    made = shared_office.assess(akt, SARA_2)
    pin = on(shared_office, made, SARA_2)
    for mark in ("yes", ""):
        worksheets.record_mark(akt, pin, "f08", "critical", mark)
        assessing.enter_sitting(akt, made)
    marks = [each for each in akt.all(FactorMark) if each.value.assessment == made]
    assert [(each.versions, each.value.critical) for each in marks] == [(2, "")]


def test_a_critical_mark_on_an_absent_factor_is_pointed_out(shared_office, akt):
    made = shared_office.assess(akt, SARA_2)
    item = shared_office.definition(SARA_2).items[0].id
    for code, told in (("0", True), ("--", True), ("1", False), ("2", False)):
        assessing.record_coding(akt, made, item, "whole", code)
        pin = on(shared_office, made, SARA_2)
        worksheets.record_mark(akt, pin, item, "critical", "yes")
        sheet = sheets.sheet(akt, shared_office.desk, made)
        found = [d.what for d in settling.doubts_on(sheet)]
        assert (found == ["critical-without-presence"]) is told, code
        assert sheet.given[item].codes["whole"].text == code


@pytest.mark.parametrize(
    ("happened", "outside"), [("2026-10-26", False), ("2026-10-25", True), ("2026", False)]
)
def test_day_27_lies_inside_four_weeks_and_day_28_outside(shared_office, akt, happened, outside):
    made = shared_office.assess(akt, SARA)
    head = WorksheetHead(made, columns=(ColumnHead("current", reference_on="2026-11-22"),))
    akt.enter(Draft(head))
    cited = Citation(made, "f01", "current", "1", happened_on=happened)
    worksheets.record_citation(akt, akt.new_record(), cited)
    sheet = sheets.sheet(akt, shared_office.desk, made)
    found = [(d.what, d.item, d.column) for d in settling.doubts_on(sheet)]
    assert found == ([("outside-window", "f01", "current")] if outside else [])


def test_a_signature_no_longer_holds_when_a_mark_or_a_citation_changed(shared_office, akt):
    made = shared_office.assess(akt, SARA)
    code_all(shared_office, akt, made, lambda *_at: "J")
    record = judged(shared_office, akt, made)
    sign(shared_office, akt, record)
    assert judging.signature_of(akt, record) is not None
    pin = on(shared_office, made, SARA)
    worksheets.record_mark(akt, pin, "f10", "provisional", "yes")
    refused("LOOP-004", assessing.enter_sitting, akt, made)
    assessing.enter_sitting(akt, made, "Psykiatrin ska läsa.")
    assert judging.signature_of(akt, record) is None


def test_records_from_before_these_fields_still_read():
    """A kind's fields are only added to: what was stored earlier is the same record."""
    for of, lacking in ((Level, ("because",)), (Judgement, ("conclusions",))):
        fields = {f.name: f for f in dataclasses.fields(of)}
        for name in lacking:
            assert fields[name].default is not dataclasses.MISSING
    assert {bodies.kind_of(each) for each in TYPED} == {
        "factor_mark/1", "extra_factor/1", "citation/1",
    }  # fmt: skip


def test_a_method_about_one_of_each_gets_no_second_perpetrator_in_any_way(shared_office, akt):
    definition, made = shared_office.definition(SARA), shared_office.assess(akt, SARA)
    spec = specs.person_spec(made, definition, frozenset)  # a form that knows of nobody else
    first, other = akt.new_record(), akt.new_record()
    man = records.SheetPerson(made, "perpetrator", "Kim")
    spec.require_as(akt, man, first)
    akt.enter(Draft(man, first))
    spec.require_as(akt, dataclasses.replace(man, name="Kim Påhittad"), first)
    refused("LOOP-017", spec.require_as, akt, dataclasses.replace(man, name="Robin"), other)
    akt.enter(Draft(records.SheetPerson(made, "victim", "Mira"), other))
    turned = records.SheetPerson(made, "perpetrator", "Mira", reason="fel part")
    refused("LOOP-017", spec.require_as, akt, turned, other)
    several = shared_office.assess(akt, PATRIARK)
    many = specs.person_spec(several, shared_office.definition(PATRIARK), frozenset)
    for name in ("Far", "Bror"):
        person = records.SheetPerson(several, "perpetrator", name)
        many.require_as(akt, person, akt.new_record())
        akt.enter(Draft(person))
