# SPDX-License-Identifier: EUPL-1.2
"""The overall judgement and the choice of instrument, without a window."""

import pytest

from tests.support.asking import DA, FREDA, SARA, Assessed
from tests.support.desk import Answers
from tests.unit.ui.result.test_result_presenter import Form
from workbench.domain.assessments import Assessment, Judgement, Level, SignOff
from workbench.domain.errors import WorkbenchError
from workbench.services.assess import judging
from workbench.ui.assess.vms import TICKED
from workbench.ui.choose_instrument.presenter import ChoosePresenter
from workbench.ui.judgement.presenter import JudgementPresenter
from workbench.words import speak

PARTS = {
    "risk_for_what": "Dödligt våld",
    "against_whom": "Karin",
    "why": "Strypförsök",
    "what_we_do": "Flytt i natt",
    "limitations": "Han är inte hörd",
    "reassess_on": "20261215",
}


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


class Seen:
    def __init__(self) -> None:
        self.judgement, self.signing, self.context = Form(), Form(), Form()
        self.vm = self.stage = self.problem = self.choices = self.heading = None
        self.entered_first = False

    def lay_out(self, vm):
        self.vm = vm

    def show_stage(self, vm):
        self.stage = vm

    def show_enter_first(self):
        self.entered_first = True

    def show_saved(self, at):
        pass

    def show_problem(self, error):
        self.problem = error

    def show_choices(self, vm):
        self.choices = vm

    def show_groups(self, groups):
        self.groups = groups

    def show_context(self, heading, *, shown):
        self.heading = heading if shown else None


def judging_on(made: Assessed, record=None, *answers):
    view = Seen()
    presenter = JudgementPresenter(view, made.open, Answers(*answers), made.bench.go, record)
    presenter.open()
    return view, presenter


def assessed():
    made = Assessed()
    record = made.begin(DA)
    coded = made.begin(SARA)
    return made, record, coded


def write(presenter, **parts: str) -> None:
    for name, text in parts.items():
        presenter.judgement.typed(name, text)


def test_nothing_is_chosen_or_written_beforehand_but_where_one_came_from() -> None:
    made, record, coded = assessed()
    view, _presenter = judging_on(made, record)
    values = view.judgement.vm.values
    assert values.get(f"assessment:{record}") == TICKED
    assert {name for name, text in values.items() if text} == {f"assessment:{record}"}
    assert [tick.name for tick in view.vm.ticks] == [f"assessment:{record}", f"assessment:{coded}"]


def test_the_levels_of_a_structured_judgement_are_offered_in_its_own_words() -> None:
    made, _record, _coded = assessed()
    view, _presenter = judging_on(made)
    levels = [field for field in view.vm.fields if field.name.startswith("level:")]
    assert [field.label for field in levels] == [
        "Aktuell risk (närmaste veckorna)",
        "Risk för framtida partnervåld",
        "Hur allvarlig den framtida risken är",
    ]
    assert {option.label for option in levels[0].options} == {"Låg", "Medel", "Hög"}
    assert "inga åtgärder" in levels[0].hint


def test_an_empty_judgement_is_not_entered_by_a_slip_of_the_hand() -> None:
    made, record, _coded = assessed()
    view, presenter = judging_on(made, record)
    presenter.enter()
    assert made.akt.all(Judgement) == ()
    assert view.judgement.missing.field == "risk_for_what"


def test_it_is_entered_as_far_as_it_is_written_and_signed_when_it_is_whole() -> None:
    made, record, coded = assessed()
    view, presenter = judging_on(made, record)
    write(presenter, risk_for_what="Dödligt våld")
    presenter.enter()
    assert view.stage.stage == "entered"
    assert view.stage.missing == ("Mot vem?", "Varför?", "Begränsningar", "Ny bedömning senast")
    presenter.sign()
    assert made.akt.all(SignOff) == ()
    levels = {"level:current-risk": "high", f"assessment:{coded}": TICKED}
    levels["because:current-risk"] = "Tätare hot"
    write(presenter, **PARTS, **levels)
    presenter.sign()
    assert view.entered_first
    presenter.enter()
    judged = made.akt.all(Judgement)[0].value
    assert judged.levels == (Level("current-risk", "high", True, "Tätare hot"),)  # noqa: FBT003
    assert set(judged.assessments) == {record, coded}
    assert judged.reassess_on == "2026-12-15"
    assert view.problem is None, view.problem
    assert view.stage.missing[0].startswith("1. ")  # a factor of the worksheet is not coded
    presenter.sign()
    assert made.akt.all(SignOff) == ()


def whole(*, signed: bool = False):
    made, record, _coded = assessed()
    view, presenter = judging_on(made, record, "yes")
    write(presenter, **PARTS)
    presenter.enter()
    if signed:
        presenter.signing.typed("skipped", "Ensam i natt")
        presenter.sign()
    return made, view, presenter


def test_signing_asks_for_a_reviewer_or_why_there_is_none() -> None:
    made, view, presenter = whole()
    presenter.sign()
    assert isinstance(view.problem, WorkbenchError)
    assert view.problem.code == "LOOP-002"
    presenter.signing.typed("reviewer", "Alex Nattpass")
    presenter.sign()
    assert view.problem.code == "LOOP-003"
    presenter.signing.typed("reviewer", "Sam Granskare")
    presenter.sign()
    signed = made.akt.all(SignOff)[0].value
    assert (signed.signed_by, signed.reviewer) == ("Alex Nattpass", "Sam Granskare")
    assert view.stage.stage == "signed"
    assert "Granskad av" not in view.stage.signature  # nobody was asked, nobody approved
    assert "Namngiven av bedömaren: Sam Granskare" in view.stage.signature


def test_after_signing_a_change_needs_a_reason_and_the_original_stays() -> None:
    made, view, presenter = whole(signed=True)
    assert "Ensam i natt" in view.stage.signature
    write(presenter, why="Strypförsök och vapen")
    presenter.enter()
    assert view.judgement.missing.field == "reason"
    write(presenter, reason="Ny uppgift från polisen")
    presenter.enter()
    record = made.akt.all(Judgement)[0].record
    assert made.akt.all(Judgement)[0].value.why == "Strypförsök och vapen"
    assert len(made.akt.history(Judgement, record)) == 2


def test_a_new_judgement_leaves_the_signed_one_as_it_is_and_copies_nothing() -> None:
    made, view, presenter = whole(signed=True)
    presenter.write_anew()
    assert not any(view.judgement.vm.values.get(name) for name in PARTS)
    write(presenter, why="Läget är ett annat")
    presenter.enter()
    assert [each.value.why for each in made.akt.all(Judgement)] == [
        "Strypförsök",
        "Läget är ett annat",
    ]


def test_what_is_half_written_is_there_after_a_lock() -> None:
    made, record, _coded = assessed()
    _view, presenter = judging_on(made, record)
    write(presenter, why="Han har sagt att")
    made.bench.reopen()
    again, _presenter = judging_on(made)
    assert again.judgement.vm.values["why"] == "Han har sagt att"
    assert judging.judgements(made.akt) == ()


def choosing(made: Assessed):
    view = Seen()
    presenter = ChoosePresenter(view, made.open, Answers(), made.bench.go)
    presenter.refresh()
    return view, presenter


def test_every_instrument_says_what_holds_for_its_rule() -> None:
    made = Assessed()
    rules = {i.key.partition("@")[0]: i.rule for i in choosing(made)[0].choices.instruments}
    assert "inte bekräftad" in rules[DA]
    assert "Ingen belagd poängregel" in rules[FREDA]
    assert "inget läggs ihop" in rules[SARA]
    made.confirm()
    rules = {i.key.partition("@")[0]: i.rule for i in choosing(made)[0].choices.instruments}
    assert "Maja Metodsson" in rules[DA]


def test_an_assessment_begins_with_the_very_definition_and_its_context() -> None:
    made = Assessed()
    view, presenter = choosing(made)
    key = next(i.key for i in view.choices.instruments if i.key.startswith(SARA))
    presenter.choose(key, "asked")
    presenter.context.typed("sources", "den utsatta\n\npolisens utredning\n")
    presenter.context.typed("sources_refused", "förövaren")
    presenter.context.enter()
    begun = made.akt.all(Assessment)[0]
    assert begun.value.instrument == made.definition(SARA).pin
    assert begun.value.sources == ("den utsatta", "polisens utredning")
    assert begun.value.sources_refused == ("förövaren",)
    assert made.bench.went[-1].page == "assess"
    assert made.bench.went[-1].record == begun.record


def test_reading_off_the_form_begins_its_own_way() -> None:
    made = Assessed()
    view, presenter = choosing(made)
    key = next(i.key for i in view.choices.instruments if i.key.startswith(FREDA))
    presenter.choose(key, "read-off")
    presenter.context.enter()
    assert made.akt.all(Assessment)[0].value.hand == "read-off"
    assert made.bench.went[-1].page == "read-off"


def test_what_was_begun_leads_to_where_it_was_left() -> None:
    made = Assessed()
    record = made.begin(DA)
    view, presenter = choosing(made)
    presenter.go_on(record)
    assert made.bench.went[-1].page == "assess"
    made.answer_da(record)
    presenter.refresh()
    assert view.choices.begun[0].state == "Inte infört"
    made.enter(record)
    presenter.go_on(record)
    assert made.bench.went[-1].page == "result"


def test_a_judgement_that_is_opened_by_name_is_the_one_that_is_shown() -> None:
    made, _view, presenter = whole(signed=True)
    first = made.akt.all(Judgement)[0].record
    presenter.write_anew()
    write(presenter, why="Läget är ett annat")
    presenter.enter()
    again, _presenter = judging_on(made, first)
    assert again.judgement.vm.record == first
    assert again.judgement.vm.values["why"] == "Strypförsök"
