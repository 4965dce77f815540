# SPDX-License-Identifier: EUPL-1.2
"""Asked, returned with remarks, approved, signed: and whom it waits for stands in the register."""

import pytest

from tests.unit.services.colleagues import Two
from tests.unit.services.offices import DA, Office, appraise, enter_judgement, judgement
from workbench.domain.assessments import Judgement, SignOff
from workbench.domain.errors import WorkbenchError
from workbench.domain.reviews import Review
from workbench.services.akter import cases, waits
from workbench.services.assess import assessing, judging, results, reviewing, sheets
from workbench.services.papers.shared import Writing, signature


def code_of(act) -> str:
    try:
        act()
    except WorkbenchError as error:
        return error.code
    return ""


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    office = Office(tmp_path_factory.mktemp("reviews") / "office")
    yield Two(office)
    office.session.close()


@pytest.fixture
def judged(house):
    """A judgement of Sten's on a Danger Assessment, in an akt of its own."""
    akt = house.anew()
    made = house.office.assess(akt)
    assessing.record_answer(akt, made, "q01", "yes")
    assessing.enter_sitting(akt, made)
    return house, made, enter_judgement(akt, made)


def waiting_for_me(two) -> list[tuple[str, str]]:
    row = next(row for row in cases.open_cases(two.desk) if row.case == two.case)
    me = two.desk.vault.signer.user
    return [(wait.kind, wait.record) for wait in waits.mine(row, me)]


def test_a_review_goes_from_asked_through_remarks_to_approved_and_signed(judged):
    two, made, record = judged
    akt = two.office.akt(two.case)
    assert [one.user for one in reviewing.who_may_review(akt, two.desk, record)] == [two.berit]
    reviewing.ask(akt, two.desk, record, two.berit, "Stämmer nivån?")
    assert waiting_for_me(two) == []
    unsigned = SignOff(record, "Sten Skyddsson")
    assert code_of(lambda: reviewing.sign(akt, two.desk, unsigned)) == "ASSESS-012"

    akt = two.be("berit")
    assert waiting_for_me(two) == [("review", record)]
    assert code_of(lambda: reviewing.send_back(akt, record, " ")) == "ASSESS-007"
    reviewing.send_back(akt, record, "Källan till punkt 3 saknas.")
    assert waiting_for_me(two) == []

    akt = two.be("sten")
    assert waiting_for_me(two) == [("returned", record)]
    judging.enter_judgement(akt, judgement(made), record)
    reviewing.ask(akt, two.desk, record, two.berit)
    assert waiting_for_me(two) == []

    akt = two.be("berit")
    reviewing.approve(akt, record)
    akt = two.be("sten")
    assert reviewing.standing(akt, record).stage == "approved"
    reviewing.sign(akt, two.desk, unsigned)
    signed = judging.signature_of(akt, record)
    assert signed.value.reviewer == "Berit Påhittad"
    assert reviewing.standing(akt, record).stage == "signed"
    paper = signature(Writing(akt, two.desk, "sv"), akt.find(Judgement, record))
    assert (paper.reviewer.name, paper.named_reviewer) == ("Berit Påhittad", "")
    assert paper.reviewed_at is not None
    states = [entry.content()["state"] for entry in akt.history(Review, _review(akt, record))]
    assert states == ["requested", "returned", "requested", "approved"]


def test_a_name_that_the_signer_typed_is_no_review_on_paper(judged):
    two, _made, record = judged
    akt = two.office.akt(two.case)
    reviewing.sign(akt, two.desk, SignOff(record, "Sten Skyddsson", "Professor Påhittad"))
    paper = signature(Writing(akt, two.desk, "sv"), akt.find(Judgement, record))
    assert (paper.reviewer, paper.reviewed_at) == (None, None)
    assert paper.named_reviewer == "Professor Påhittad"


def _review(akt, record):
    return reviewing.review_of(akt, record).record


def test_what_was_approved_does_not_hold_for_a_later_text_or_a_later_answer(judged):
    two, made, record = judged
    akt = two.office.akt(two.case)
    reviewing.ask(akt, two.desk, record, two.berit)
    akt = two.be("berit")
    reviewing.approve(akt, record, "Bra")
    akt = two.be("sten")
    assessing.record_answer(akt, made, "q02", "no")
    assessing.enter_sitting(akt, made)
    assert reviewing.standing(akt, record).stage == "changed-since"
    assert code_of(lambda: reviewing.sign(akt, two.desk, SignOff(record, "Sten"))) == "ASSESS-012"
    reviewing.sign(akt, two.desk, SignOff(record, "Sten", "", "Akut, granskaren är ledig"))
    assert judging.signature_of(akt, record) is not None


def test_nobody_reviews_what_they_wrote_or_were_not_asked_to(judged):
    two, _made, record = judged
    akt = two.office.akt(two.case)
    assert code_of(lambda: reviewing.ask(akt, two.desk, record, two.sten)) == "ASSESS-010"
    reviewing.ask(akt, two.desk, record, two.berit)
    for act in (
        lambda: reviewing.approve(akt, record),
        lambda: reviewing.send_back(akt, record, "Nej"),
    ):
        assert code_of(act) == "ASSESS-011"
    assert code_of(lambda: reviewing.ask(akt, two.desk, record, two.berit)) == "ASSESS-012"
    reviewing.take_back(akt, record)
    assert reviewing.standing(akt, record).stage == "none"
    two.be("berit")
    assert waiting_for_me(two) == []


@pytest.mark.parametrize("what", ["an answer", "the judgement", "an answer that was corrected"])
def test_nobody_approves_what_they_wrote_in_since_they_were_asked(judged, what):
    two, made, record = judged
    reviewing.ask(two.office.akt(two.case), two.desk, record, two.berit)
    akt = two.be("berit")
    if what == "the judgement":
        judging.enter_judgement(akt, judgement(made), record)
    else:
        assessing.record_answer(akt, made, "q02", "yes")
        assessing.enter_sitting(akt, made)
    if what == "an answer that was corrected":
        akt = two.be("sten")
        assessing.record_answer(akt, made, "q02", "no")
        assessing.enter_sitting(akt, made)
        akt = two.be("berit")
    assert code_of(lambda: reviewing.approve(akt, record)) == "ASSESS-010"
    assert reviewing.who_may_review(akt, two.desk, record) == ()
    reviewing.send_back(akt, record, "Jag har själv skrivit i den.")
    assert reviewing.standing(akt, record).stage == "returned"


def test_who_only_let_the_program_count_may_review(judged):
    two, made, record = judged
    two.office.confirm()
    akt = two.be("berit")
    appraise(akt)
    results.keep_results(akt, two.desk, made)
    assert [one.user for one in reviewing.who_may_review(akt, two.desk, record)] == [two.berit]


def test_an_unfinished_judgement_is_not_sent_for_review(judged):
    two, made, _record = judged
    akt = two.office.akt(two.case)
    unfinished = judging.enter_judgement(akt, Judgement((made,), "Hot", "", "", "", "", ""))
    record = unfinished.records[0]
    assert code_of(lambda: reviewing.ask(akt, two.desk, record, two.berit)) == "LOOP-001"


def test_a_postponed_question_waits_in_the_register_without_a_word_of_it(house):
    akt = house.anew()
    made = house.office.assess(akt, DA)
    on = sheets.sheet(akt, house.desk, made)
    assessing.record_state(akt, made, "q17", "postponed")
    assessing.record_note(akt, on, "q17", "Barnet är i rummet")
    assert waiting_for_me(house) == []
    assessing.enter_sitting(akt, made)
    assert waiting_for_me(house) == [("postponed", made)]
    row = next(row for row in cases.open_cases(house.desk) if row.case == house.case)
    assert "rummet" not in repr(row.summary.flags)
    assert "q17" not in repr(row.summary.flags)
    assessing.record_answer(akt, made, "q17", "no")
    assessing.enter_sitting(akt, made)
    assert waiting_for_me(house) == []
