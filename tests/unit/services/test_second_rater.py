# SPDX-License-Identifier: EUPL-1.2
"""A second rater is blind to the first on every channel, then both stand side by side (SPJ-11)."""

import json
from dataclasses import asdict, replace

import pytest

from tests.unit.services.colleagues import Two
from tests.unit.services.offices import DA, SARA, Office, enter_judgement
from workbench.domain.assessments import Assessment, Coding, Judgement
from workbench.domain.errors import WorkbenchError
from workbench.domain.measures import Measure
from workbench.domain.scenarios import Scenario
from workbench.domain.worksheets import FactorRef
from workbench.services.akter import cases, waits
from workbench.services.assess import (
    assessing,
    comparing,
    locking,
    locks,
    rating,
    results,
    second_asked,
    sheets,
    worksheets,
)
from workbench.services.assess.earlier import earlier_of
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.house import access
from workbench.services.keeping.open_case_json import case_json
from workbench.services.loop import planning
from workbench.services.papers.journal import journal_document
from workbench.services.papers.shared import Writing
from workbench.services.person.whom import set_subject, subject_of
from workbench.services.records.akt import Draft
from workbench.ui.case.overview import overview
from workbench.ui.case_erasing.looking import _records
from workbench.ui.choose_instrument.listing import load, page_of

SECRET, OWN = "Kniv i köket 14 mars", "Eget skäl 4711"


def code_of(act) -> str:
    try:
        act()
    except WorkbenchError as error:
        return error.code
    return ""


def code_all(two: Two, akt, made, codes: str, note: str) -> None:
    on = sheets.sheet(akt, two.desk, made)
    for item in two.office.definition(SARA).items:
        for column in ("current", "past"):
            assessing.record_coding(akt, made, item.id, column, codes)
    assessing.record_note(akt, on, "f01", note)
    assessing.enter_sitting(akt, made)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    office = Office(tmp_path_factory.mktemp("raters") / "office")
    yield Two(office)
    office.session.close()


@pytest.fixture
def two(house):
    """An akt of its own for each test."""
    house.anew()
    return house


@pytest.fixture
def rated(two):
    """Sten has coded and judged; Berit has begun her own."""
    akt = two.office.akt(two.case)
    first = two.office.assess(akt, SARA)
    code_all(two, akt, first, "J", SECRET)
    results.keep_results(akt, two.desk, first)
    enter_judgement(akt, first)
    akt = two.be("berit")
    return two, first, rating.begin_second(akt, two.desk, first, had_read=False)


def everything_shown(two, akt) -> str:
    """Whatever leaves the akt towards this user: screen, paper, export, bundle, erasing list."""
    writing = Writing(akt, two.desk, "sv")
    view = shared_record(akt, two.desk, View("risk-assessment", "", ""), "")
    shown = [
        json.dumps(asdict(journal_document(writing)), default=str),
        case_json(writing, "1", {}).decode(),
        json.dumps(asdict(view), default=str),
        repr(load(akt, two.desk).vm),
        repr(overview(akt, two.desk)),
        repr(list(_records(akt, {}))),
        repr(akt.all(Coding)),
        repr(akt.all(Judgement)),
    ]
    return "\n".join(shown)


def test_nothing_of_the_first_reaches_the_second_rater_on_any_channel(rated):
    two, first, _second = rated
    akt = two.be("berit")
    assert SECRET not in everything_shown(two, akt)
    for look in (sheets.sheet, sheets.entered_sheet, results.outcome, results.entered_outcome):
        assert code_of(lambda look=look: look(akt, two.desk, first)) == "ASSESS-009"
    assert code_of(lambda: comparing.compare(akt, two.desk, first, _second)) == "ASSESS-008"
    coded = [r for e in akt.file.entries() for r in [e.header.record] if e.key.kind == "coding"]
    assert coded
    assert all(akt.history(Coding, record) == () for record in coded)


def test_nothing_of_the_second_reaches_the_first_rater_until_it_is_locked(rated):
    two, first, second = rated
    akt = two.be("berit")
    code_all(two, akt, second, "N", OWN)
    akt = two.be("sten")
    assert OWN not in everything_shown(two, akt)
    assert SECRET in everything_shown(two, akt)
    assert sheets.entered_sheet(akt, two.desk, first).given
    assert code_of(lambda: assessing.record_coding(akt, first, "f01", "past", "D")) == ""


def test_spj_11_when_the_second_is_locked_both_see_both_and_each_stays_as_it_was(rated):
    two, first, second = rated
    akt = two.be("berit")
    code_all(two, akt, second, "N", OWN)
    locking.lock(akt, two.desk, second)
    assert SECRET in everything_shown(two, akt)
    shown = comparing.compare(akt, two.desk, second, first)
    assert shown.relation == "raters"
    assert (shown.left.record, shown.right.record) == (first, second)
    pair = shown.pairs[0]
    assert (pair.left.code, pair.left.note) == ("J", SECRET)
    assert (pair.right.code, pair.right.note, pair.is_same) == ("N", OWN, False)
    assert OWN in everything_shown(two, two.be("sten"))
    assert not _numbers(shown)


def _numbers(shown) -> list[str]:
    """Names under which a count, share or coefficient of agreement could be kept."""
    names = [f for f in dir(shown) if not f.startswith("_")]
    return [n for n in names if any(w in n for w in ("count", "share", "kappa", "agree", "score"))]


def test_spj_11_a_consensus_is_a_third_record_that_begins_empty_and_changes_neither(rated):
    two, first, second = rated
    akt = two.be("berit")
    code_all(two, akt, second, "N", OWN)
    assert code_of(lambda: rating.begin_consensus(akt, two.desk, second)) == "ASSESS-005"
    locking.lock(akt, two.desk, second)
    third = rating.begin_consensus(akt, two.desk, second)
    assert third not in (first, second)
    assert sheets.sheet(akt, two.desk, third).given == {}
    beside = earlier_of(akt, two.desk, third).places["f01", "past"]
    made = [akt.find(Assessment, each) for each in (first, second)]
    raters = [access.find_colleague(two.desk, each.author).name for each in made]
    assert len(set(raters)) == 2
    assert [then.by for then in beside] == raters
    code_all(two, akt, third, "D", "Båda")
    given = [sheets.sheet(akt, two.desk, each).given["f01"] for each in (first, second, third)]
    assert [g.codes["past"].text for g in given] == ["J", "N", "D"]
    assert code_of(lambda: rating.begin_consensus(akt, two.desk, second)) == "ASSESS-006"


def test_a_scenario_is_for_everybody_and_the_factor_that_it_rests_on_is_not(rated):
    """Protection is not behind the wall; what a colleague coded is."""
    two, first, _second = rated
    akt, refs = two.be("sten"), (FactorRef(first, "f01"),)
    made = planning.enter_scenario(akt, Scenario("Hot", "Han", "Hon", factors=refs)).records[0]
    planning.enter_measure(akt, Measure("Ring", "Sten", "2026-11-24", made, factors=refs))
    assert akt.find(Scenario, made).value.factors == refs
    akt = two.be("berit")
    for of in (Scenario, Measure):
        (shown,) = [each.value for each in akt.all(of) if each.value.what in ("Hot", "Ring")]
        assert shown.factors == ()
    bodies = [e.body for e in akt.entries_shown() if e.key.kind in ("scenario", "measure")]
    assert bodies == [None, None]


def test_who_must_read_the_first_does_so_with_a_reason_that_stays(rated):
    two, _first, second = rated
    akt = two.be("berit")
    assert code_of(lambda: rating.look_anyway(akt, second, " ")) == "ASSESS-007"
    rating.look_anyway(akt, second, "Akut skydd i natt")
    assert SECRET in everything_shown(two, akt)
    assert rating.tie_of(akt, second).value.broken_because == "Akut skydd i natt"
    akt = two.be("sten")
    assert code_of(lambda: rating.look_anyway(akt, second, "Nyfiken")) == "ASSESS-004"


def test_a_second_rater_is_somebody_else_with_something_to_compare_with(two):
    akt = two.office.akt(two.case)
    first = two.office.assess(akt, SARA)
    assert code_of(lambda: rating.begin_second(akt, two.desk, first, had_read=False)) == (
        "ASSESS-005"
    )
    code_all(two, akt, first, "J", SECRET)
    assert code_of(lambda: rating.begin_second(akt, two.desk, first, had_read=False)) == (
        "ASSESS-004"
    )
    akt = two.be("berit")
    second = rating.begin_second(akt, two.desk, first, had_read=True)
    assert rating.tie_of(akt, second).value.had_read
    for again in (first, second):
        assert code_of(lambda a=again: rating.begin_second(akt, two.desk, a, had_read=False))


def test_blindness_hides_content_only_dates_in_the_register_stay(rated):
    two, _first, _second = rated
    akt = two.be("berit")
    assert akt.all(Judgement) == ()
    set_subject(akt, replace(subject_of(akt), name="Karin Annan"))
    row = next(row for row in cases.open_cases(two.desk) if row.case == two.case)
    assert ("reassessment", "2027-01-01") in row.summary.dates


def test_f_29_what_was_not_confirmed_blocks_the_lock_and_is_named(two):
    akt = two.office.akt(two.case)
    first = two.office.assess(akt, SARA)
    code_all(two, akt, first, "J", SECRET)
    locking.lock(akt, two.desk, first)
    again = rating.begin_again(akt, two.desk, first)
    assert sheets.sheet(akt, two.desk, again).given == {}
    with pytest.raises(locking.StillOpenError) as refused:
        locking.lock(akt, two.desk, again)
    assert two.office.definition(SARA).items[0].labels["sv"] in str(refused.value.facts["items"])
    assert str(refused.value.facts["items"]).endswith(", 12 till")  # three are named, not fifteen
    assessing.record_coding(akt, again, "f01", "past", "N")
    assert code_of(lambda: locking.lock(akt, two.desk, again, "Hon")) == "ASSESS-003"
    assessing.enter_sitting(akt, again)
    locking.lock(akt, two.desk, again, "Hon orkade inte mer")
    assert locks.lock_of(akt, again).value.incomplete_because == "Hon orkade inte mer"


def test_a_locked_assessment_takes_nothing_more(two):
    akt = two.office.akt(two.case)
    made = two.office.assess(akt, SARA)
    code_all(two, akt, made, "J", SECRET)
    locking.lock(akt, two.desk, made)
    on = sheets.sheet(akt, two.desk, made)
    for act in (
        lambda: assessing.record_coding(akt, made, "f01", "past", "N"),
        lambda: assessing.record_answer(akt, made, "f01", "N"),
        lambda: assessing.record_note(akt, on, "f01", "x"),
        lambda: assessing.enter_sitting(akt, made),
        lambda: locking.lock(akt, two.desk, made),
    ):
        assert code_of(act) == "ASSESS-001"


def test_n_09_runs_are_compared_within_one_version_only_and_others_are_listed_with_the_reason(two):
    akt = two.office.akt(two.case)
    one, other = two.office.assess(akt, SARA), two.office.assess(akt, DA)
    pin = two.office.definition(SARA).pin
    older = akt.enter(Draft(Assessment(replace(pin, version="v1"), "2019-01-01"))).records[0]
    edited = akt.enter(Draft(Assessment(replace(pin, sha256="0" * 64), "2020-01-01"))).records[0]
    for refused in (other, older, edited):
        assert code_of(lambda r=refused: comparing.compare(akt, two.desk, one, r)) == "ASSESS-008"
    listed = {each.assessment.record: each.refusal for each in comparing.others(akt, one)}
    assert listed == {older: "other-version", edited: "other-definition"}


def test_who_is_asked_as_second_rater_is_blind_before_they_have_begun(two):
    akt = two.office.akt(two.case)
    first = two.office.assess(akt, SARA)
    code_all(two, akt, first, "J", SECRET)
    second = second_asked.ask(akt, two.desk, first, two.berit)
    akt = two.be("berit")
    assert SECRET not in everything_shown(two, akt)
    assert code_of(lambda: sheets.sheet(akt, two.desk, first)) == "ASSESS-009"
    assert page_of(akt, two.desk, second) == "alongside"
    assert [wait.record for wait in waits.waits_of(akt) if wait.kind == "second"] == [second]
    assert second_asked.begin(akt, two.desk, first, had_read=False) == second
    assert akt.find(Assessment, second).author == two.berit
    assert waits.waits_of(akt) == ()
    assert SECRET not in everything_shown(two, akt)


def test_who_is_asked_can_be_let_in_with_a_reason_that_stays(two):
    akt = two.office.akt(two.case)
    first = two.office.assess(akt, SARA)
    code_all(two, akt, first, "J", SECRET)
    second = second_asked.ask(akt, two.desk, first, two.berit)
    akt = two.be("berit")
    assert code_of(lambda: rating.look_anyway(akt, second, " ")) == "ASSESS-007"
    rating.look_anyway(akt, second, "Hot i kväll")
    assert SECRET in everything_shown(two, akt)
    assert second_asked.begin(akt, two.desk, first, had_read=True) == second
    assert rating.tie_of(akt, second).value.broken_because == "Hot i kväll"


def test_a_request_is_taken_back_only_before_it_is_begun(two):
    akt = two.office.akt(two.case)
    first = two.office.assess(akt, SARA)
    code_all(two, akt, first, "J", SECRET)
    assert code_of(lambda: second_asked.ask(akt, two.desk, first, two.sten)) == "ASSESS-014"
    second = second_asked.ask(akt, two.desk, first, two.berit)
    tie = rating.tie_of(akt, second)
    gone = second_asked.take_back(akt, first, "Hinns inte")
    assert gone.records == (tie.record, second)  # one commit: no crash leaves half of it
    assert akt.find(Assessment, second) is None
    assert second_asked.may_ask(akt, two.desk, first)
    again = second_asked.ask(akt, two.desk, first, two.berit)
    akt = two.be("berit")
    code_all(two, akt, again, "N", OWN)
    akt = two.be("sten")
    assert not second_asked.may_take_back(akt, first)
    assert code_of(lambda: second_asked.take_back(akt, first, "Nej")) == "ASSESS-014"


def test_whoever_wrote_in_the_first_is_no_second_rater_though_it_was_corrected_since(two):
    akt = two.be("berit")
    first = two.office.assess(akt, SARA)
    akt = two.be("sten")
    assert not rating.may_begin_second(akt, two.desk, first)  # nothing is entered yet
    code_all(two, akt, first, "J", SECRET)
    akt = two.be("berit")
    worksheets.record_mark(
        akt, (first, two.office.definition(SARA)), "f01", "provisional_because", "Oklart"
    )
    assessing.enter_sitting(akt, first)
    assert rating.raters(akt, first) == {two.sten, two.berit}


def test_what_another_corrected_was_still_written_by_who_wrote_it_first(two):
    akt = two.office.akt(two.case)
    first = two.office.assess(akt, SARA)
    akt = two.be("berit")
    assessing.record_coding(akt, first, "f01", "current", "J")
    assessing.enter_sitting(akt, first)
    akt = two.be("sten")
    assessing.record_coding(akt, first, "f01", "current", "N")
    assessing.enter_sitting(akt, first, "fel ruta")
    assert {each.author for each in akt.all(Coding)} == {two.sten}
    assert code_of(lambda: second_asked.ask(akt, two.desk, first, two.berit)) == "ASSESS-014"
    akt = two.be("berit")
    assert code_of(lambda: rating.begin_second(akt, two.desk, first, had_read=False)) == (
        "ASSESS-004"
    )
