# SPDX-License-Identifier: EUPL-1.2
"""The akt, decided without a window."""

import pytest

from tests.support.desk import Answers, Bench
from tests.support.fictional_case import filled_case
from tests.support.writing_views import KeptWriting
from workbench.domain.assessments import OwnAppraisal
from workbench.domain.disclosures import Received
from workbench.domain.measures import Measure
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import ProtectionNow, Subject
from workbench.services.loop.gaps import GAPS
from workbench.services.records import working
from workbench.services.records.akt import Draft
from workbench.ui.case.overview import CaseVm
from workbench.ui.case.presenter import CasePresenter
from workbench.ui.places import Place
from workbench.ui.writing import vocabulary
from workbench.ui.writing.gap_places import PAGE_OF_GAP


class Kept:
    def __init__(self) -> None:
        self.subject = KeptWriting()
        self.vm: CaseVm | None = None
        self.contact: tuple[str, ...] = ()
        self.panel = False

    def show_case(self, vm: CaseVm) -> None:
        self.vm = vm

    def show_contact(self, lines: tuple[str, ...]) -> None:
        self.contact = lines

    def hide_contact(self) -> None:
        self.contact = ()

    def show_subject_panel(self, *, shown: bool) -> None:
        self.panel = shown

    def show_problem(self, error: Exception) -> None:
        raise error


class Opened:
    def __init__(self, *, filled: bool) -> None:
        self.bench = Bench()
        self.case = filled_case(self.bench) if filled else self.bench.begin()
        self.sit_down()

    def sit_down(self) -> None:
        self.view = Kept()
        self.presenter = CasePresenter(
            self.view, self.bench.open_case(self.case), Answers(), self.bench.go
        )
        self.presenter.open()

    @property
    def akt(self):
        return self.bench.akt(self.case)

    def look(self) -> CaseVm:
        self.presenter.refresh()
        return self.view.vm

    def step(self, key: str):
        return next(step for step in self.look().steps if step.key == key)


@pytest.fixture
def new() -> Opened:
    return Opened(filled=False)


@pytest.fixture
def filled() -> Opened:
    return Opened(filled=True)


def test_the_loop_begins_with_skydd_nu_and_only_that_is_a_duty(new: Opened) -> None:
    assert [step.state for step in new.look().steps] == ["open"] + ["waiting"] * 5
    assert new.look().steps[0].place == Place("protection", new.case)
    assert [link.title for link in new.look().left] == [
        vocabulary.gap_words()["protection-not-considered"]
    ]
    new.akt.enter(Draft(ProtectionNow("no", "")))
    assert new.step("protection").state == "done"
    assert new.look().left == ()


def test_every_gap_has_words_and_a_place(new: Opened) -> None:
    gaps = set(GAPS)
    assert gaps == set(vocabulary.gap_words()) == set(PAGE_OF_GAP)


def test_the_own_appraisal_comes_before_the_choice_of_instrument(new: Opened) -> None:
    assert new.step("assessment").place.page == "own-appraisal"


def test_an_own_appraisal_is_a_beginning(new: Opened) -> None:
    new.akt.enter(Draft(OwnAppraisal("Jag är rädd.")))
    assert new.step("assessment").state == "begun"


def test_a_duty_leads_to_the_place_where_it_is_done(new: Opened) -> None:
    new.akt.enter(Draft(Scenario("a", "b", "c")), Draft(Measure("x", "", "")))
    duties = {link.title: link.place.page for link in new.look().left if link.is_duty}
    words = vocabulary.gap_words()
    assert duties[words["scenario-without-measure"]] == "scenarios"
    assert duties[words["measure-without-who"]] == "scenarios"


def test_unentered_material_is_listed_with_the_way_to_it_and_not_with_its_text(
    new: Opened,
) -> None:
    record = new.bench.ids.new_uuid()
    working.type_field(new.akt, working.Field("incident", record, "what"), "HEMLIGT")
    working.type_field(new.akt, working.Field("answer", record, "q01"), "HEMLIGT")
    places = [link.place for link in new.look().left if not link.is_duty]
    assert Place("incidents", new.case) in places
    assert Place("assess", new.case, record) in places
    assert "HEMLIGT" not in repr(new.look().left)


def test_the_time_line_holds_everything_with_a_day(filled: Opened) -> None:
    lanes = [mark.lane for mark in filled.look().marks]
    assert {lane: lanes.count(lane) for lane in set(lanes)} == {
        "incidents": 3,
        "assessments": 1,
        "measures": 2,
        "reassessment": 1,
    }
    amber = [mark.label for mark in filled.look().marks if mark.tone == "amber"]
    assert amber == ["Begäran om kontaktförbud"]


def test_received_documents_are_links(new: Opened) -> None:
    received = Received("b", "c", "r", "Kommunen", "Socialtjänsten", "d", "p", "g", "s", ())
    new.akt.enter(Draft(received))
    (link,) = new.look().documents
    assert "Kommunen · Socialtjänsten" in link.title
    assert link.place.page == "receive"


def test_the_safe_contact_is_not_in_what_the_page_gets_until_it_is_asked_for(
    filled: Opened,
) -> None:
    assert "Har du kvar min bok?" not in repr(filled.look())
    filled.presenter.ask_contact()
    assert any("Har du kvar min bok?" in line for line in filled.view.contact)
    assert "Kim" not in repr(filled.view.contact)
    filled.presenter.put_contact_away()
    assert filled.view.contact == ()


@pytest.mark.parametrize("number", ["123", "19901301-0017", "19900101-0018", "okänt"])
def test_a_doubtful_number_is_warned_about_and_kept(new: Opened, number: str) -> None:
    new.presenter.change_subject()
    new.presenter.subject.typed("personal_number", number)
    assert new.view.subject.hints["personal_number"]
    new.presenter.subject.enter()
    assert new.akt.all(Subject)[0].value.personal_number == number


def test_a_sound_number_takes_the_warning_back(new: Opened) -> None:
    new.presenter.change_subject()
    new.presenter.subject.typed("personal_number", "123")
    new.presenter.subject.typed("personal_number", "19900101-0017")
    assert new.view.subject.hints["personal_number"] == ""


def test_a_half_written_subject_comes_back_open_after_a_lock(new: Opened) -> None:
    new.presenter.change_subject()
    new.presenter.subject.typed("name", "Kim")
    new.bench.reopen()
    new.sit_down()
    assert new.view.panel
    assert new.view.subject.values["name"] == "Kim"


def test_changing_the_name_reaches_the_register_and_keeps_the_old_one(new: Opened) -> None:
    for name in ("Kim", "Kim Påhittad"):
        new.presenter.change_subject()
        new.presenter.subject.typed("name", name)
        new.presenter.subject.enter()
    assert new.bench.vault.cases()[0].summary.names == ("Kim Påhittad",)
    assert len(new.look().about_versions) == 3
