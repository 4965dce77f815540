# SPDX-License-Identifier: EUPL-1.2
"""A profile is chosen by a person, recorded, and told on paper. None is on by itself."""

import pytest

from tests.unit.services.offices import Office, appraise, enter_judgement
from workbench.domain.assessments import Assessment, Result
from workbench.domain.errors import WorkbenchError
from workbench.instruments.forms import visible_items
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.profiles import for_profile
from workbench.services.assess import assessing, locking, rating, results, sheets
from workbench.services.assess.profiles import NoSuchProfileError, choose_profile
from workbench.services.papers.assessment import assessment_document
from workbench.services.papers.shared import Writing

DASH, NATIONAL = "dash-ric-24", "marac-national"


def asked(akt, office: Office, made):
    shown = sheets.sheet(akt, office.desk, made)
    return [item.id for item in visible_items(shown.definition, shown.given)]


def begun(office: Office):
    akt = office.akt(office.begin())
    appraise(akt)
    return akt, office.assess(akt, DASH)


def answer(akt, office: Office, made, *, yes: int):
    for at, item in enumerate(office.definition(DASH).items[:24]):
        assessing.record_answer(akt, made, item.id, "yes" if at < yes else "no")
    assessing.enter_sitting(akt, made)
    results.keep_results(akt, office.desk, made)


def test_what_only_a_profile_reads_is_asked_when_it_is_chosen(office: Office):
    akt, made = begun(office)
    assert asked(akt, office, made) == [i.id for i in office.definition(DASH).items[:24]]
    choose_profile(akt, office.desk, made, NATIONAL)
    now = asked(akt, office, made)
    assert {"judgement", "events", "last-referral"} <= set(now)
    assert not {"honour", "judged-level"} & set(now)
    choose_profile(akt, office.desk, made, "three-levels")
    assert asked(akt, office, made)[24:] == ["judged-level", "judged-level-reason"]


def test_the_count_of_answered_questions_is_that_of_the_form(office: Office):
    akt, made = begun(office)
    shown = sheets.sheet(akt, office.desk, made)
    answer(akt, office, made, yes=3)
    counts = results.outcome(akt, office.desk, made).evaluation.counts
    assert (counts.answered, counts.items) == (24, 24)
    assert shown.definition.pin == office.definition(DASH).pin


def test_a_chosen_profile_is_recorded_and_read_and_kept_anew(office: Office):
    akt, made = begun(office)
    answer(akt, office, made, yes=16)
    before = {r.id for r in results.outcome(akt, office.desk, made).evaluation.results}
    assert before == {"score"}
    choose_profile(akt, office.desk, made, NATIONAL)
    case = akt.case
    office.relock()
    akt = office.akt(case)
    assert akt.find(Assessment, made).value.profile == NATIONAL
    assert len(akt.history(Assessment, made)) == 2
    evaluation = results.entered_outcome(akt, office.desk, made).evaluation
    assert "national" in {r.id for r in evaluation.results}
    assert "national" in {r.value.rule for r in akt.all(Result)}


def test_the_paper_says_which_profile_it_was_read_by_or_that_none_was(office: Office):
    akt, made = begun(office)
    answer(akt, office, made, yes=16)
    judged = enter_judgement(akt, made)
    writing = Writing(akt, office.desk, "sv")
    (part,) = assessment_document(writing, judged).results
    assert part.heading.rule.endswith("Ingen profil är vald.")
    choose_profile(akt, office.desk, made, NATIONAL)
    (part,) = assessment_document(writing, judged).results
    assert part.heading.rule.endswith("Profil: Marac, nationell regel.")


def test_another_rating_and_a_new_assessment_are_read_by_the_same_profile(office: Office):
    akt, made = begun(office)
    choose_profile(akt, office.desk, made, NATIONAL)
    answer(akt, office, made, yes=2)
    again = rating.begin_again(akt, office.desk, made)
    assert akt.find(Assessment, again).value.profile == NATIONAL


def test_no_other_profile_and_none_after_the_lock(office: Office):
    akt, made = begun(office)
    with pytest.raises(NoSuchProfileError):
        choose_profile(akt, office.desk, made, "marac-somewhere")
    other = office.assess(akt)
    with pytest.raises(NoSuchProfileError):
        choose_profile(akt, office.desk, other, NATIONAL)
    assert choose_profile(akt, office.desk, made, "").records == ()
    answer(akt, office, made, yes=2)
    locking.lock(akt, office.desk, made)
    with pytest.raises(WorkbenchError) as refused:
        choose_profile(akt, office.desk, made, NATIONAL)
    assert refused.value.code == "ASSESS-001"


def test_an_instrument_without_profiles_is_the_same_object(office: Office):
    definition = office.definition("hark")
    assert for_profile(definition, "") is definition
    dash = office.definition(DASH)
    assert for_profile(dash, NATIONAL).by_id == dash.by_id
    assert assume_confirmed(for_profile(dash, "")) == assume_confirmed(dash)
