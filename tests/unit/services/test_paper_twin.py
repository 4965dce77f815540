# SPDX-License-Identifier: EUPL-1.2
"""Answers that stood on paper first say so for ever: whose hand, which day, keyed in by whom."""

import json

import pytest

from tests.unit.services.offices import DA, SARA, appraise, enter_judgement
from workbench.domain.paper_twins import KeyedIn
from workbench.services.assess import assessing, form_marks, keyed_in, paper_twins, sheets
from workbench.services.assess.keyed_in import Paper
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.words import _, speech

HAND = "Anna Påhittsson, jourhavande"


@pytest.fixture
def akt(shared_office):
    return shared_office.akt(shared_office.begin(""))


def _mark(office, instrument=DA):
    return form_marks.mark_of(office.definition(instrument))


def _paper(office, instrument=DA, **changes):
    said = {"mark": _mark(office, instrument), "written_on": "2026-11-20", "hand": HAND}
    return Paper(**(said | changes))


def test_what_is_entered_from_paper_carries_day_time_hand_and_form(shared_office, akt):
    office, made = shared_office, shared_office.assess(akt)
    mark = _mark(office)
    typed = mark.replace("-", " ").lower()
    paper_twins.begin(akt, office.desk, made,
                      _paper(office, mark=typed, written_on="20261120", written_at="0.05"))  # fmt: skip
    assessing.record_answer(akt, made, "q01", "yes")
    assessing.record_state(akt, made, "q02", "declined")
    assessing.enter_sitting(akt, made)
    (kept,) = office.afresh(akt.case).all(KeyedIn)
    assert kept.value == KeyedIn(made, mark, "2026-11-20", HAND, ("q01", "q02"), ("", ""), "00:05")
    assert kept.author == akt.user


def test_a_time_is_kept_as_a_clock_shows_it(shared_office, akt):
    made = shared_office.assess(akt)
    paper_twins.begin(akt, shared_office.desk, made, _paper(shared_office, written_at="1405"))
    assert keyed_in.under_way(akt, made).written_at == "14:05"


def test_only_what_was_keyed_in_is_marked_and_an_answer_given_anew_is_not(shared_office, akt):
    office, made = shared_office, shared_office.assess(akt)
    assessing.record_answer(akt, made, "q01", "yes")
    assessing.enter_sitting(akt, made)
    paper_twins.begin(akt, office.desk, made, _paper(office))
    assessing.record_answer(akt, made, "q02", "no")
    assessing.record_answer(akt, made, "q03", "no")
    assessing.enter_sitting(akt, made)
    assert set(sheets.sheet(akt, office.desk, made).keyed) == {("q02", ""), ("q03", "")}
    assert sheets.sheet(akt, office.desk, made).paper is None
    assessing.record_answer(akt, made, "q02", "yes")
    assessing.enter_sitting(akt, made)
    assert set(sheets.sheet(akt, office.desk, made).keyed) == {("q03", "")}
    again = _paper(office, written_on="2026-11-21")
    paper_twins.begin(akt, office.desk, made, again)
    assessing.record_answer(akt, made, "q03", "yes")
    assessing.enter_sitting(akt, made)
    found = keyed_in.keyed(akt, made)["q03", ""]
    told = keyed_in.told(found.value, "2026-11-22", "Sten Skyddsson", speech("en"))
    assert told == (
        "Written on paper 2026-11-21 by Anna Påhittsson, jourhavande. "
        "Keyed in 2026-11-22 by Sten Skyddsson."
    )


def test_a_worksheet_marks_each_time_column_for_itself(shared_office, akt):
    office, made = shared_office, shared_office.assess(akt, SARA)
    first = office.definition(SARA).items[0].id
    assessing.record_coding(akt, made, first, "past", "N")
    assessing.enter_sitting(akt, made)
    paper_twins.begin(akt, office.desk, made, _paper(office, SARA))
    assessing.record_coding(akt, made, first, "current", "J")
    assessing.enter_sitting(akt, made)
    assert set(sheets.sheet(akt, office.desk, made).keyed) == {(first, "current")}


def test_thrown_away_leaves_no_paper_behind(shared_office, akt):
    made = shared_office.assess(akt)
    paper_twins.begin(akt, shared_office.desk, made, _paper(shared_office))
    assessing.record_answer(akt, made, "q01", "yes")
    assessing.discard_sitting(akt, made)
    assert keyed_in.under_way(akt, made) is None
    assessing.record_answer(akt, made, "q01", "yes")
    assessing.enter_sitting(akt, made)
    assert not akt.all(KeyedIn)


def test_paper_of_another_form_is_refused_by_its_name(shared_office, akt):
    made = shared_office.assess(akt)
    with pytest.raises(paper_twins.OtherFormError) as refused:
        paper_twins.begin(
            akt, shared_office.desk, made, _paper(shared_office, mark=_mark(shared_office, SARA))
        )
    assert refused.value.facts["named"] == "sara-sv v2-2010"
    with pytest.raises(paper_twins.OtherFormError) as refused:
        paper_twins.begin(akt, shared_office.desk, made, _paper(shared_office, mark="0000-0000"))
    assert refused.value.facts["named"] == "0000-0000"
    assert keyed_in.under_way(akt, made) is None


def test_paper_in_the_organisations_own_text_is_the_same_form(shared_office, akt):
    made, definition = shared_office.assess(akt), shared_office.definition(DA)
    mark = form_marks.mark_of(definition, "ab12" + "0" * 60)
    assert mark == f"{form_marks.mark_of(definition)}-AB12"
    paper_twins.begin(akt, shared_office.desk, made, _paper(shared_office, mark=mark))
    assert keyed_in.under_way(akt, made).mark == mark
    assert form_marks.words_of(mark) == "licensed"
    assert form_marks.words_of(form_marks.mark_of(definition)) == "labels"


def test_nothing_is_keyed_in_before_it_was_written(shared_office, akt):
    office, made = shared_office, shared_office.assess(akt)
    now = office.desk.clock.now().astimezone()
    today = office.desk.clock.today().isoformat()
    later = f"{now.hour}:{now.minute + 1}" if now.minute < 59 else "23:59"
    for changes in ({"written_on": "2199-01-01"}, {"written_on": today, "written_at": later}):
        with pytest.raises(paper_twins.NotWrittenYetError):
            paper_twins.begin(akt, office.desk, made, _paper(office, **changes))
    paper_twins.begin(
        akt, office.desk, made, _paper(office, written_on=today, written_at=f"{now:%H:%M}")
    )


CALLED = {
    "mark": "Mark of the form",
    "written_on": "Date on the paper",
    "written_at": "Time",
    "hand": "Who has written: name and function",
}


@pytest.mark.parametrize(
    "changes",
    [
        {"mark": ""},
        {"mark": "88BD-2F8"},
        {"mark": "88BD-2F8Q"},
        {"written_on": ""},
        {"written_on": "2026-02-30"},
        {"written_on": "i fredags"},
        {"written_at": "25:00"},
        {"hand": "  "},
    ],
)
def test_what_must_stand_on_a_paper_is_asked_for(shared_office, akt, changes):
    made = shared_office.assess(akt)
    with pytest.raises(paper_twins.PaperNotWholeError) as refused:
        paper_twins.begin(akt, shared_office.desk, made, _paper(shared_office, **changes))
    assert refused.value.facts["fields"] == _(CALLED[next(iter(changes))])


def test_answers_of_the_screen_are_never_taken_for_the_papers(shared_office, akt):
    office, made = shared_office, shared_office.assess(akt)
    assessing.record_answer(akt, made, "q01", "yes")
    with pytest.raises(paper_twins.NotEnteredFirstError):
        paper_twins.begin(akt, office.desk, made, _paper(office))
    assessing.enter_sitting(akt, made)
    paper_twins.begin(akt, office.desk, made, _paper(office))
    assessing.record_answer(akt, made, "q02", "yes")
    paper_twins.begin(akt, office.desk, made, _paper(office, hand="Någon annan"))
    assert keyed_in.under_way(akt, made).hand == "Någon annan"


def test_a_receiver_is_told_without_a_record_of_ours(shared_office, akt):
    office, made = shared_office, shared_office.assess(akt, SARA)
    own = akt.new_record()
    paper_twins.begin(akt, office.desk, made, _paper(office, SARA))
    assessing.record_coding(akt, made, own, "current", "J")
    assessing.enter_sitting(akt, made)
    appraise(akt)
    enter_judgement(akt, made)
    record = shared_record(akt, office.desk, View("risk-assessment", "", ""), "")
    (part,) = [part for part in record.parts if part.kind == "keyed_in/1"]
    assert part.body["hand"] == HAND
    assert own not in json.dumps(part.body)
    assert made not in json.dumps(part.body)
