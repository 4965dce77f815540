# SPDX-License-Identifier: EUPL-1.2
"""The assessment without a window: what is shown, what is kept, when it ends."""

import pytest

from tests.support.asking import DA, FREDA, SARA, Assessed
from tests.support.desk import Answers
from workbench.domain.assessments import Answer, Coding, Judgement, Result, SignOff
from workbench.instruments.answers import ItemAnswer
from workbench.services.assess import assessing, judging
from workbench.services.assess.sheets import sheet
from workbench.services.records.akt import Draft
from workbench.ui.assess.presenter import AssessPresenter
from workbench.words import speak


class Seen:
    """A view that keeps what it was last told to show."""

    def __init__(self) -> None:
        self.head = self.lines = self.item = self.worksheet = self.sitting = None
        self.current = self.ended = self.saved_at = self.problem = self.unsaved = None

    def show_head(self, vm):
        self.head = vm

    def show_outline(self, lines, current):
        self.lines, self.current = lines, current

    def show_item(self, vm, *, is_new):
        self.item = vm

    def show_worksheet(self, vm):
        self.worksheet = vm

    def show_margin(self, vm, *, focus):
        self.margin, self.focus = vm, focus

    def show_sitting(self, vm):
        self.sitting = vm

    def show_end(self):
        self.ended = True

    def show_saved(self, at):
        self.saved_at = at

    def show_not_saved(self, error):
        self.unsaved = error

    def show_problem(self, error):
        self.problem = error

    def show_busy(self, *, busy):
        pass


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def sat_down(instrument: str, *answers, **context):
    made = Assessed()
    record = made.begin(instrument, **context)
    view, asks = Seen(), Answers(*answers)
    presenter = AssessPresenter(view, made.open, asks, made.bench.go, record)
    presenter.refresh()
    return made, record, view, presenter


def state_of(view: Seen, item: str) -> str:
    return next(line.state for line in view.lines if line.key[0] == item)


def test_opens_at_the_first_question_that_nothing_was_said_to() -> None:
    made, record, _view, presenter = sat_down(DA)
    made.answer(record, {"q01": "yes", "q02": "no"})
    presenter.refresh()
    again = Seen()
    AssessPresenter(again, made.open, Answers(), made.bench.go, record).refresh()
    assert again.item.key == ("q03", "")


def test_f20_nothing_is_answered_before_somebody_answers() -> None:
    for instrument in (DA, FREDA, SARA):
        _made, _record, view, presenter = sat_down(instrument)
        presenter.show_as("questions")
        assert view.item.chosen == ""
        assert {line.state for line in view.lines} <= {"Inte frågat än", "Ännu ej bedömd"}
        assert not view.sitting.is_unentered


def test_a_choice_is_a_working_row_at_once_and_does_not_move_on() -> None:
    made, record, view, presenter = sat_down(DA)
    presenter.choose("yes")
    assert view.item.key == ("q01", "")
    assert sheet(made.akt, made.desk, record).given["q01"] == ItemAnswer("value", "yes")
    assert made.akt.all(Answer) == ()
    assert view.saved_at


def test_a_question_put_off_is_not_counted_as_never_asked() -> None:
    _made, _record, view, presenter = sat_down(DA)
    unasked = int(view.sitting.progress.rpartition(" · ")[2].split()[0])
    presenter.choose("postponed")
    assert "1 uppskjuten" in view.sitting.progress
    assert view.sitting.progress.endswith(f"{unasked - 1} kvar att fråga")


def test_f09_the_screen_is_what_the_engine_sees_after_every_change() -> None:
    made, record, view, presenter = sat_down(DA)
    for code in ("yes", "dont-know", "no", "declined", "", "postponed", "yes"):
        presenter.choose(code)
        stored = sheet(made.akt, made.desk, record)
        given = stored.given["q01"]
        shown = given.code if given.state == "value" else given.state
        assert view.item.chosen == ("" if shown == "unanswered" else shown)
        presenter.refresh()
        assert view.item.chosen == ("" if shown == "unanswered" else shown)


def test_only_the_states_that_the_definition_offers_are_offered() -> None:
    _made, _record, view, _presenter = sat_down(DA)
    states = {option.code: option.key for option in view.item.options if option.is_state}
    assert states == {"dont-know": "F6", "declined": "F7", "postponed": "F9"}


@pytest.mark.parametrize(("lang", "keys"), [("sv", ["J", "N"]), ("en", ["Y", "N"])])
def test_a_key_is_the_letter_that_the_choice_shows(lang, keys) -> None:
    speak(lang)
    _made, _record, view, _presenter = sat_down(DA)
    assert [o.key for o in view.item.options if not o.is_state] == keys


def test_the_worksheet_shows_the_codes_as_they_are_and_their_keys() -> None:
    _made, _record, view, _presenter = sat_down(SARA)
    assert [(o.code, o.key) for o in view.worksheet.options] == [
        ("J", "J"),
        ("D", "D"),
        ("N", "N"),
        ("--", "-"),
    ]
    factors = [f for f in view.worksheet.factors if not f.is_heading]
    assert sum(not factor.is_own for factor in factors) == 15


def test_a_worksheet_has_no_count_of_what_is_present() -> None:
    made, _record, view, presenter = sat_down(SARA)
    for item in made.definition(SARA).items:
        for column in ("current", "past"):
            presenter.code(item.id, column, "J")
    assert view.sitting.progress == "30 av 30 bedömda · 0 saknar information · 0 kvar att bedöma"
    presenter.code("f01", "past", "--")
    assert view.sitting.progress == "29 av 30 bedömda · 1 saknar information · 0 kvar att bedöma"


def test_answers_that_contradict_each_other_are_pointed_out_and_kept() -> None:
    made, record, view, presenter = sat_down(DA)
    made.answer(record, {"q03": "yes", "q03a": "yes"})
    presenter.refresh()
    presenter.go_to(("q03a", ""))
    assert "3. Lämnat partnern" in view.item.doubt
    assert "båda" in view.item.doubt
    assert sheet(made.akt, made.desk, record).given["q03a"] == ItemAnswer("value", "yes")


def test_the_last_question_leads_to_for_in_and_enters_nothing() -> None:
    made, _record, view, presenter = sat_down(DA)
    presenter.choose("yes")
    for _step in range(24):
        presenter.next()
    assert view.ended
    assert made.akt.all(Answer) == ()


def test_for_in_makes_entries_keeps_the_result_and_goes_to_it() -> None:
    made, record, _view, presenter = sat_down(DA)
    made.confirm()
    made.say_own()
    made.answer_da(record)
    presenter.refresh()
    presenter.enter()
    assert len(made.akt.all(Answer)) == 24
    assert made.akt.all(Result)[0].value.status == "computed"
    assert made.bench.went[-1].page == "result"
    assert made.bench.went[-1].record == record


def test_f28_no_result_is_kept_before_the_own_appraisal() -> None:
    made, record, _view, presenter = sat_down(DA)
    made.confirm()
    made.answer_da(record)
    presenter.refresh()
    presenter.enter()
    assert made.akt.all(Result) == ()


def test_kasta_asks_once_and_throws_only_what_is_not_entered() -> None:
    made, record, _view, presenter = sat_down(DA, "yes")
    presenter.choose("yes")
    presenter.enter()
    presenter.choose("no")
    presenter.discard()
    assert sheet(made.akt, made.desk, record).given["q01"] == ItemAnswer("value", "yes")
    assert made.bench.went[-1].page == "case"


def test_a_change_after_signing_asks_for_its_reason_and_loses_nothing() -> None:
    made, record, view, presenter = sat_down(DA, "Hon rättade sig.")
    presenter.choose("yes")
    presenter.enter()
    judgement = Judgement((record,), "våld", "Karin", "hot", "", "inga", "2027-01-01")
    judged = judging.enter_judgement(made.akt, judgement).records[0]
    made.akt.enter(Draft(SignOff(judged, "Alex", "", "ensam i natt")))
    presenter.choose("no")
    presenter.enter()
    assert view.problem is None
    answer = made.akt.all(Answer)[0].value
    assert (answer.choice, answer.reason) == ("no", "Hon rättade sig.")


def test_what_could_not_be_written_stays_on_screen_and_goes_with_the_next_write() -> None:
    made, record, view, presenter = sat_down(DA)
    file = made.akt.file
    whole, file.put_working = file.put_working, _full_disk
    presenter.choose("yes")
    assert isinstance(view.unsaved, OSError)
    assert view.item.chosen == "yes"
    presenter.refresh()
    assert view.item.chosen == "yes"
    file.put_working = whole
    presenter.next()
    presenter.choose("no")
    given = sheet(made.akt, made.desk, record).given
    assert (given["q01"].code, given["q02"].code) == ("yes", "no")


def _full_disk(_row) -> None:
    raise OSError(28, "no space")


def test_a_lock_in_the_middle_loses_no_answer() -> None:
    made, record, _view, presenter = sat_down(SARA)
    presenter.code("f01", "current", "J")
    presenter.note("f01", "sent i natt")
    made.bench.reopen()
    again = Seen()
    AssessPresenter(again, made.open, Answers(), made.bench.go, record).refresh()
    first = next(f for f in again.worksheet.factors if f.item == "f01")
    assert (first.codes, first.note) == (("J", "", ""), "sent i natt")


def test_taking_a_code_back_is_not_yet_coded_and_never_absent() -> None:
    made, _record, view, presenter = sat_down(SARA)
    presenter.code("f01", "current", "J")
    presenter.code("f01", "current", "")
    presenter.enter()
    assert [c.value.code for c in made.akt.all(Coding)] == [""]
    presenter.refresh()
    assert view.worksheet.factors[1].codes == ("", "", "")


def test_the_violence_calendar_is_asked_for_before_the_first_question_only() -> None:
    _made, _record, view, presenter = sat_down(DA)
    assert view.item.asks_calendar
    presenter.next()
    assert not view.item.asks_calendar
    assert view.head.has_calendar
    assert not sat_down(SARA)[2].head.has_calendar


def test_that_the_wording_is_our_own_is_always_said() -> None:
    for instrument in (DA, FREDA, SARA):
        assert "Korta egna etiketter" in sat_down(instrument)[2].head.wording


def test_pause_goes_back_and_nothing_is_entered() -> None:
    made, _record, _view, presenter = sat_down(DA)
    presenter.choose("yes")
    presenter.pause()
    assert made.bench.went[-1].page == "case"
    assert made.akt.all(Answer) == ()
    assert assessing.assessments(made.akt)


def test_every_state_is_in_the_count_and_the_sum_adds_up() -> None:
    _made, _record, view, presenter = sat_down(DA)
    for code in ("yes", "dont-know", "declined", "postponed"):
        presenter.choose(code)
        presenter.next()
    answered, *rest = view.sitting.progress.split(" · ")
    done, _av, all_of, *_told = answered.split()
    assert [part.split(" ", 1)[1] for part in rest] == [
        "vet ej", "vill inte svara", "uppskjuten", "kvar att fråga",
    ]  # fmt: skip
    assert int(done) + sum(int(part.split()[0]) for part in rest) == int(all_of)
