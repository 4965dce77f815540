# SPDX-License-Identifier: EUPL-1.2
"""Nothing is taken away before everything was said, asked and approved; decided without a window."""

from typing import Any

import pytest

from tests.support.desk import Answers
from tests.unit.services.offices import Office
from tests.vault.making import PASSPHRASE
from tests.vault.seating import SECOND_PASSPHRASE, SECOND_PLACE, seat_second
from workbench.domain.assessments import Answer, Assessment
from workbench.domain.measures import Measure
from workbench.domain.subject import Note
from workbench.services.assess import assessing
from workbench.services.jobs import InlineJobs
from workbench.services.records.akt import Draft
from workbench.services.removing import erased, erasing
from workbench.ui.case_erasing.presenter import CaseErasingPresenter
from workbench.ui.case_erasing.vms import ErasingVm, TypedPart, TypedWhole, TypedWord
from workbench.ui.places import Place
from workbench.ui.writing.open_case import OpenCase

GROUND = "wrong-case@2025-09-01"
YES, NO = True, False
BOTH = TypedWord("two-people", str(SECOND_PLACE), SECOND_PASSPHRASE)


class Kept:
    def __init__(self) -> None:
        self.vm: ErasingVm | None = None
        self.said: list[str] = []
        self.busy: list[bool] = []

    def show_erasing(self, vm: ErasingVm) -> None:
        self.vm = vm

    def show_done(self, title: str, detail: str = "") -> None:
        self.said.append(title)

    def show_missing(self, said: str) -> None:
        self.said.append(said)

    def show_refused(self, text: Any) -> None:
        self.said.append(text.code)

    def show_busy(self, *, busy: bool) -> None:
        self.busy.append(busy)

    def show_problem(self, error: Exception) -> None:
        raise error


class Sitting:
    """One person before the page of one akt."""

    def __init__(self, office: Office, case: str, *answers: bool) -> None:
        self.office, self.case, self.view, self.went = office, case, Kept(), []
        self.asks = Answers(*answers)
        opened = OpenCase(InlineJobs(), office.session, case)
        self.page = CaseErasingPresenter(self.view, opened, self.asks, self.went.append)
        self.page.open()

    @property
    def vm(self) -> ErasingVm:
        assert self.view.vm is not None
        return self.view.vm

    def whole(self, **change: Any) -> TypedWhole:
        said = {"ground": GROUND, "reason": "skäl", "has_seen_open": True}
        said["answered_no"] = frozenset(question.version for question in self.vm.questions)
        return TypedWhole(**(said | change))


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


@pytest.fixture
def case(office) -> str:
    made = office.begin("Vera Exempel")
    seat_second(office.place, office.desk.vault)
    office.akt(made).enter(Draft(Note("Hon bor hos sin syster")))
    return made


def test_the_page_shows_what_can_go_and_what_will_remain(office, case):
    sitting = Sitting(office, case)
    assert [row.beginning for row in sitting.vm.records] == [
        "Hon bor hos sin syster", "Vera Exempel"]  # fmt: skip
    assert len(sitting.vm.questions) == 5
    assert all("2025-09-01" in question.source for question in sitting.vm.questions)
    assert sitting.vm.remains
    assert sitting.vm.open_things == ""
    assert not sitting.vm.is_only_user


def test_answers_stand_and_go_with_their_assessment(office, case):
    akt = office.akt(case)
    made = office.assess(akt)
    assessing.record_answer(akt, made, "q01", "yes")
    assessing.enter_sitting(akt, made)
    sitting = Sitting(office, case, YES)
    assert len(sitting.vm.records) == 3
    sitting.page.purge(TypedPart((made,), GROUND, "skäl"), BOTH)
    assert akt.all(Answer) == akt.all(Assessment) == ()
    assert len(akt.all(Note)) == 1


def test_a_part_goes_after_a_question_and_with_a_colleague(office, case):
    sitting = Sitting(office, case, YES)
    sitting.page.purge(TypedPart((sitting.vm.records[0].record,), GROUND, "skäl"), BOTH)
    assert sitting.asks.asked[0].is_grave
    assert [row.beginning for row in sitting.vm.records] == ["Vera Exempel"]
    assert sitting.view.busy == [True, False]


def test_a_no_removes_nothing(office, case):
    sitting = Sitting(office, case, NO)
    sitting.page.purge(TypedPart((sitting.vm.records[0].record,), GROUND, "skäl"), BOTH)
    assert len(office.akt(case).all(Note)) == 1


@pytest.mark.parametrize(
    ("part", "word"),
    [
        (TypedPart((), GROUND, "skäl"), BOTH),
        (TypedPart(("x",), "", "skäl"), BOTH),
        (TypedPart(("x",), GROUND, " "), BOTH),
        (TypedPart(("x",), GROUND, "skäl", has_checked_law=False), BOTH),
        (TypedPart(("x",), GROUND, "skäl"), TypedWord("two-people", "", "fras")),
        (TypedPart(("x",), GROUND, "skäl"), TypedWord("two-people", "100", "fras")),
        (TypedPart(("x",), GROUND, "skäl"), TypedWord("two-people", "2", "")),
        (TypedPart(("x",), GROUND, "skäl"), TypedWord("urgent", why=" ")),
        (TypedPart(("x",), GROUND, "skäl"), TypedWord("urgent", why="Han är på väg")),
    ],
)
def test_what_is_missing_is_said_before_anything_is_asked(office, case, part, word):
    sitting = Sitting(office, case)
    sitting.page.purge(part, word)
    assert len(sitting.view.said) == 1
    assert sitting.asks.asked == []


def test_a_wrong_passphrase_is_told_and_nothing_is_gone(office, case):
    sitting = Sitting(office, case, YES)
    wrong = TypedWord("two-people", "2", "fel")
    sitting.page.purge(TypedPart((sitting.vm.records[0].record,), GROUND, "skäl"), wrong)
    assert sitting.view.said == ["VAULT-001"]
    assert sitting.view.busy[-1] is False
    assert len(office.akt(case).all(Note)) == 1


def test_an_akt_is_hidden_and_shown_again_with_a_reason(office, case):
    sitting = Sitting(office, case)
    sitting.page.set_hidden(" ", is_hidden=True)
    assert not sitting.vm.is_hidden
    sitting.page.set_hidden("avslutad", is_hidden=True)
    assert sitting.vm.is_hidden
    sitting.page.set_hidden("öppnas", is_hidden=False)
    assert not erasing.is_hidden(office.akt(case))


def test_an_akt_is_erased_and_the_house_is_shown(office, case):
    sitting = Sitting(office, case, YES)
    sitting.page.erase(sitting.whole(), BOTH)
    (told,) = erased.all_erased(office.desk)
    assert sitting.went == [Place("erasing", None, told.record)]


def test_an_akt_is_not_erased_before_every_question_and_what_is_open(office, case):
    office.akt(case).enter(Draft(Measure("Ring", "Sten", "")))
    sitting = Sitting(office, case)
    sitting.page.erase(sitting.whole(answered_no=frozenset()), BOTH)
    sitting.page.erase(sitting.whole(has_seen_open=False), BOTH)
    sitting.page.erase(sitting.whole(ground=""), BOTH)
    assert len(sitting.view.said) == 3
    assert erased.all_erased(office.desk) == ()


def test_the_only_user_proposes_waits_and_confirms(tmp_path):
    office = Office(tmp_path / "alone")
    case = office.begin("Vera Exempel")
    sitting = Sitting(office, case)
    assert sitting.vm.is_only_user
    sitting.page.erase(sitting.whole(), TypedWord("one-person"))
    proposal = sitting.vm.whole_proposal
    assert proposal is not None
    assert proposal.waits
    sitting.page.erase(sitting.whole(), TypedWord("one-person"))
    assert sitting.view.said[-1] == proposal.waits
    office.wait()
    later = Sitting(office, case, YES)
    assert later.vm.whole_proposal is not None
    assert later.vm.whole_proposal.waits == ""
    later.page.erase(later.whole(), TypedWord("one-person", codes=(office.place.code,)))
    (told,) = erased.all_erased(office.desk)
    assert told.value.approval == "one-person"
    office.session.close()


def test_the_only_user_confirms_a_part_or_takes_it_back(tmp_path):
    office = Office(tmp_path / "alone")
    case = office.begin("Vera Exempel")
    for text in ("ett", "två"):
        office.akt(case).enter(Draft(Note(text)))
    sitting = Sitting(office, case)
    for row in sitting.vm.records[:2]:
        part = TypedPart((row.record,), GROUND, f"skäl {row.beginning}")
        sitting.page.purge(part, TypedWord("one-person"))
    office.wait()
    later = Sitting(office, case)
    first, second = later.vm.proposals
    assert not first.is_whole
    later.page.confirm_part(first, ("",))
    assert len(later.vm.proposals) == 2
    later.page.take_back(second)
    later.page.confirm_part(first, (office.place.code,))
    assert [note.value.text for note in office.akt(case).all(Note)] in (["ett"], ["två"])
    office.session.close()


def test_who_acts_alone_in_danger_is_not_held_up(office, case):
    sitting = Sitting(office, case, YES)
    sitting.page.erase(sitting.whole(), TypedWord("urgent", "", PASSPHRASE, why="Han är på väg"))
    (urgent,) = erased.unreviewed(office.desk)
    assert urgent.value.reason == "Han är på väg"
