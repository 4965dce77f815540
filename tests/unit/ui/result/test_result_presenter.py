# SPDX-License-Identifier: EUPL-1.2
"""What may be seen of a result, and when."""

from dataclasses import fields, is_dataclass

import pytest

from tests.support.asking import DA, FREDA, SARA, Assessed
from tests.support.desk import Answers
from workbench.domain.assessments import Judgement, OwnAppraisal, PaperReading, Result
from workbench.domain.assessments import RuleConfirmation as Confirmed
from workbench.instruments.gates import rule_sha256
from workbench.services.assess import assessing, judging, sheets
from workbench.ui.assess.vms import TICKED
from workbench.ui.confirm_rule.presenter import ConfirmPresenter
from workbench.ui.own_appraisal.presenter import OwnAppraisalPresenter
from workbench.ui.read_off.presenter import ReadOffPresenter
from workbench.ui.result.presenter import ResultPresenter
from workbench.words import speak


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


class Form:
    """A writing view that keeps what it was last told."""

    def __init__(self) -> None:
        self.vm = self.missing = self.problem = None

    def show_writing(self, vm):
        self.vm = vm

    def show_missing(self, missing):
        self.missing = missing

    def show_problem(self, error):
        self.problem = error

    def show_saving(self):
        pass

    def show_saved(self, at):
        pass

    def show_not_saved(self, error):
        self.problem = error

    def show_hints(self, hints):
        pass

    def show_busy(self, *, busy):
        pass


class Seen:
    """Any of the views."""

    def __init__(self) -> None:
        self.vm = self.problem = None
        self.appraisal, self.reading, self.confirmation = Form(), Form(), Form()

    def show_problem(self, error):
        self.problem = error

    def __getattr__(self, name):
        if not name.startswith("show_"):
            raise AttributeError(name)
        return lambda vm, **_more: setattr(self, "vm", vm)


def result_of(made: Assessed, record):
    view = Seen()
    presenter = ResultPresenter(view, made.open, made.bench.go, record)
    presenter.refresh()
    assert view.problem is None
    return view.vm, presenter


def entered(instrument: str = DA, *, leaving: tuple[str, ...] = ()):
    made = Assessed()
    record = made.begin(instrument)
    if instrument == DA:
        made.answer_da(record, leaving=leaving)
    elif instrument == SARA:
        made.code_sara(record)
    made.enter(record)
    return made, record


def texts_of(vm) -> str:
    """Every text that the page gets, however deep."""
    if isinstance(vm, str):
        return vm + "\n"
    if isinstance(vm, tuple | list):
        return "".join(texts_of(each) for each in vm)
    if is_dataclass(vm):
        return "".join(texts_of(getattr(vm, field.name)) for field in fields(vm))
    return ""


def numbers_of(made: Assessed, record) -> list[str]:
    """What would tell the score: figure, bounds, bands, points."""
    vm = result_of(made, record)[0].instrument
    told = (vm.figure, vm.level, vm.table, vm.lowest, vm.highest)
    return [each for each in told if each] + [line.points for line in vm.trace]


def test_f28_nothing_of_a_score_before_the_own_appraisal() -> None:
    made, record = entered()
    made.confirm()
    vm, presenter = result_of(made, record)
    assert vm.needs_own_appraisal
    assert numbers_of(made, record) == []
    assert vm.instrument.progress == ""
    for band in ("Variabel", "Ökad", "Allvarlig", "Extrem"):
        assert band not in texts_of(vm)
    presenter.take_own_appraisal()
    assert made.bench.went[-1].page == "own-appraisal"


def test_f28_nothing_of_a_score_before_the_rule_is_confirmed() -> None:
    made, record = entered()
    made.say_own()
    vm, _presenter = result_of(made, record)
    assert vm.instrument.shape == "unscored"
    assert numbers_of(made, record) == []
    assert vm.instrument.can_confirm
    assert any("inte bekräftad" in text for text in vm.caveats)


def test_a_computed_result_shows_value_level_table_trace_and_who_confirmed() -> None:
    made, record = entered()
    made.confirm()
    made.say_own()
    vm = result_of(made, record)[0].instrument
    assert (vm.shape, vm.figure, vm.level, vm.table) == (
        "computed",
        "12 poäng",
        "Ökad",
        "da-weighted-20",
    )
    assert sum(int(line.points) for line in vm.trace) == 12
    assert "Maja Metodsson" in vm.confirmation


def test_f21_an_incomplete_form_shows_two_bounds_and_what_is_open_and_no_level() -> None:
    made, record = entered(leaving=("q06", "q07"))
    made.confirm()
    made.say_own()
    vm = result_of(made, record)[0].instrument
    assert (vm.lowest, vm.highest, vm.figure, vm.level, vm.table) == ("9", "15", "", "", "")
    assert [line.label for line in vm.open_items] == [
        "6. Dödshot",
        "7. Undgått gripande för partnervåld",
    ]
    assert {line.said for line in vm.open_items} == {"Inte frågat än"}


def test_structured_judgement_shows_counts_and_no_number_of_what_is_present() -> None:
    made, record = entered(SARA)
    vm = result_of(made, record)[0]
    assert vm.instrument.shape == "coded"
    assert numbers_of(made, record) == []
    assert vm.instrument.progress == "23 av 30 bedömda · 7 saknar information · 0 kvar att bedöma"
    assert any("Ingen summa" in text for text in vm.caveats)


def test_freda_shows_no_number_and_offers_to_read_off_the_form() -> None:
    made, record = entered(FREDA)
    made.say_own()
    vm = result_of(made, record)[0].instrument
    assert (vm.shape, vm.can_read_off, vm.can_confirm) == ("unscored", True, False)
    assert numbers_of(made, record) == []


def test_what_was_read_off_is_marked_and_not_mixed_with_what_is_computed() -> None:
    made, record = entered()
    made.confirm()
    made.say_own()
    assessing.read_off(made.akt, PaperReading(record, "19", "Extrem", "2004", "2026-11-20"))
    vm = result_of(made, record)[0].instrument
    assert vm.shape == "read-off"
    assert (vm.figure, vm.trace) == ("", ())
    assert "ej räknat av programmet" in vm.rule


def test_that_the_wording_is_our_own_stands_beside_every_result() -> None:
    for instrument in (DA, FREDA, SARA):
        made, record = entered(instrument)
        vm = result_of(made, record)[0]
        assert "Korta egna etiketter" in vm.instrument.wording


def test_the_persons_answers_to_the_three_questions_come_first_once_written() -> None:
    made, record = entered()
    assert result_of(made, record)[0].judged is None
    written = Judgement((record,), "Dödligt våld", "K", "Strypförsök", "Flytt", "", "")
    judging.enter_judgement(made.akt, written)
    judged = result_of(made, record)[0].judged
    assert (judged.risk_for_what, judged.why, judged.what_we_do) == (
        "Dödligt våld",
        "Strypförsök",
        "Flytt",
    )


def test_the_own_appraisal_lets_the_result_be_kept_and_leads_to_it() -> None:
    made, record = entered()
    made.confirm()
    view = Seen()
    presenter = OwnAppraisalPresenter(view, made.open, Answers(), made.bench.go, record)
    presenter.open()
    presenter.appraisal.typed("words", "Han kommer döda mig")
    presenter.appraisal.enter()
    assert made.akt.all(OwnAppraisal)[0].value.after_score is False
    assert made.akt.all(Result)[0].value.status == "computed"
    assert made.bench.went[-1].page == "result"


def test_not_wanting_to_say_is_an_appraisal_and_silence_is_not() -> None:
    made, record = entered()
    view = Seen()
    presenter = OwnAppraisalPresenter(view, made.open, Answers(), made.bench.go, record)
    presenter.open()
    presenter.appraisal.enter()
    assert view.appraisal.missing.field == "words"
    presenter.appraisal.typed("declined", "yes")
    presenter.appraisal.enter()
    assert made.akt.all(OwnAppraisal)[0].value.declined is True


def test_an_appraisal_after_the_score_was_seen_is_marked_so() -> None:
    made, record = entered()
    made.confirm()
    made.say_own()
    made.enter(record)
    presenter = OwnAppraisalPresenter(Seen(), made.open, Answers(), made.bench.go, record)
    presenter.open()
    presenter.appraisal.typed("words", "Nu är jag räddare")
    presenter.appraisal.enter()
    assert made.akt.all(OwnAppraisal)[-1].value.after_score is True


def test_points_cannot_be_read_off_before_the_own_appraisal() -> None:
    made = Assessed()
    record = made.begin(FREDA, hand="read-off")
    view = Seen()
    presenter = ReadOffPresenter(view, made.open, Answers(), made.bench.go, record)
    presenter.open()
    assert view.vm.needs_own_appraisal
    assert presenter.reading.record is None
    made.say_own()
    presenter.refresh()
    for name, text in (("points", "14"), ("level", "Hög"), ("form_edition", "okt 2014")):
        presenter.reading.typed(name, text)
    presenter.reading.enter()
    assert view.reading.missing.field == "read_on"
    presenter.reading.typed("read_on", "20261121")
    presenter.reading.enter()
    read = assessing.reading_of(made.akt, record).value
    assert read == PaperReading(record, "14", "Hög", "okt 2014", "2026-11-21")


def test_a_reading_half_typed_belongs_to_its_own_assessment() -> None:
    made = Assessed()
    made.say_own()
    first, second = (made.begin(FREDA, hand="read-off") for _n in range(2))
    presenter = ReadOffPresenter(Seen(), made.open, Answers(), made.bench.go, first)
    presenter.open()
    presenter.reading.typed("points", "14")
    other = Seen()
    ReadOffPresenter(other, made.open, Answers(), made.bench.go, second).open()
    assert other.reading.vm.values.get("points", "") == ""
    again = Seen()
    ReadOffPresenter(again, made.open, Answers(), made.bench.go, first).open()
    assert again.reading.vm.values["points"] == "14"


def confirming(made: Assessed, record):
    view = Seen()
    presenter = ConfirmPresenter(view, made.open, Answers(), made.bench.go, record)
    presenter.open()
    return view, presenter


def test_every_part_that_decides_the_number_is_a_row_to_tick() -> None:
    made, record = entered()
    view, _presenter = confirming(made, record)
    rows = {part.key: part for part in view.vm.parts}
    assert rows["points:q02"].content == "Ja 5 · Nej 0"
    assert rows["points:q20"].content == "Räknas inte"
    assert rows["adjustment:q03a"].content == "Ja -3, en gång"
    assert rows["band:severe"].content == "14 till 17 poäng"
    assert rows["missing"].mark == "Projektets egen slutsats"
    assert {f"points:q{n:02}" for n in range(1, 21)} <= set(rows)


def test_a_rule_is_confirmed_only_when_every_row_is_ticked_and_somebody_stands_for_it() -> None:
    made, record = entered()
    made.say_own()
    view, presenter = confirming(made, record)
    parts = view.vm.parts
    for part in parts[:-1]:
        presenter.confirmation.typed(part.key, TICKED)
    presenter.confirmation.enter()
    assert parts[-1].part in view.confirmation.missing.text
    presenter.confirmation.typed(parts[-1].key, TICKED)
    presenter.confirmation.enter()
    assert view.confirmation.missing.field == "owner"
    for field, text in (("owner", "Maj Metod"), ("function", "Chef"), ("form_edition", "2004")):
        presenter.confirmation.typed(field, text)
    presenter.confirmation.enter()
    held = made.desk.house.all(Confirmed)[0].value
    definition = made.definition(DA)
    assert held.rule_sha256 == rule_sha256(definition, definition.rules[0])
    assert held.owner == "Maj Metod"
    assert made.akt.all(Result)[0].value.value == 12
    assert result_of(made, record)[0].instrument.figure == "12 poäng"


def test_a_half_finished_comparison_is_there_after_a_lock() -> None:
    made, record = entered()
    _view, presenter = confirming(made, record)
    presenter.confirmation.typed("points:q01", TICKED)
    made.bench.reopen()
    again, _presenter = confirming(made, record)
    assert again.confirmation.vm.values["points:q01"] == TICKED


def test_markup_in_own_words_comes_through_as_it_was_typed() -> None:
    made, record = entered(SARA)
    made.say_own("<b>rädd</b> & trött", "<i>stor</i>")
    own = result_of(made, record)[0].own
    assert (own.words, own.estimate) == ("<b>rädd</b> & trött", "<i>stor</i>")


def test_what_is_computed_since_is_entered_by_a_choice_only() -> None:
    made, record = entered()
    made.say_own()
    result_of(made, record)[1].enter_result()  # what waits for its rule
    made.confirm()
    (waited,) = made.akt.all(Result)
    vm, presenter = result_of(made, record)
    assert vm.can_enter
    assert (vm.instrument.shape, waited.value.status) == ("computed", "not-confirmed")
    assert [each.entry for each in made.akt.all(Result)] == [waited.entry]  # looking enters nothing
    presenter.enter_result()
    (now,) = made.akt.all(Result)
    assert now.value.status == "computed"
    assert not result_of(made, record)[0].can_enter


def test_that_something_is_computed_before_all_is_answered_is_explained_beside_the_count() -> None:
    """A profile asks more than its score is made of; the two sentences stood against each other."""
    made = Assessed()
    record = made.begin("dash-ric-24", profile="marac-national")
    asked = sheets.sheet(made.akt, made.desk, record).definition.items
    scored = {name for rule in made.definition("dash-ric-24").rules if rule.id == "score"
              for name in rule.items}  # fmt: skip
    made.answer(record, dict.fromkeys(scored, "no"))
    made.enter(record)
    made.confirm("dash-ric-24")
    made.say_own()
    side = result_of(made, record)[0].instrument
    assert side.progress.startswith(f"{len(scored)} av ")
    assert len(scored) < len(asked)
    assert side.progress.endswith("Det som räknas bygger bara på frågor som är besvarade.")
    whole, done = entered()
    whole.confirm()
    whole.say_own()
    assert result_of(whole, done)[0].instrument.progress.endswith("besvarade")
