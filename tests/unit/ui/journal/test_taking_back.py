# SPDX-License-Identifier: EUPL-1.2
"""A note is taken back on the journal page by its author, within a day; its trace stands there."""

from typing import Any

import pytest

from tests.support.desk import Answers
from tests.unit.services.offices import Office
from workbench.domain.subject import Note
from workbench.services.jobs import InlineJobs
from workbench.services.records.akt import Draft
from workbench.ui.journal.presenter import JournalPresenter, JournalVm
from workbench.ui.writing.open_case import OpenCase

SECRET = "Hon bor hos sin syster"
YES, NO = True, False


class Kept:
    """A view that keeps the journal and forgets the rest."""

    def __init__(self) -> None:
        self.vm: JournalVm | None = None
        self.withdrawn = 0
        self.problems: list[Exception] = []

    def show_journal(self, vm: JournalVm) -> None:
        self.vm = vm

    def show_withdrawn(self) -> None:
        self.withdrawn += 1

    def show_problem(self, error: Exception) -> None:
        self.problems.append(error)

    @property
    def note(self) -> Any:
        return Quiet()

    def show_new_note(self) -> None:
        pass


class Quiet:
    def __getattr__(self, _name: str) -> Any:
        return lambda *_given, **_named: None


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


def sat_down(office, case, *answers) -> tuple[Kept, JournalPresenter]:
    view, opened = Kept(), OpenCase(InlineJobs(), office.session, case)
    page = JournalPresenter(view, opened, Answers(*answers), lambda _place: None)
    page.refresh()
    return view, page


def test_an_own_note_of_today_can_be_taken_back_and_leaves_a_trace(office):
    case = office.begin()
    office.akt(case).enter(Draft(Note("Ringde.")))
    note = office.akt(case).enter(Draft(Note(SECRET))).records[0]
    view, page = sat_down(office, case, YES)
    assert [vm.can_withdraw for vm in view.vm.notes] == [True, True]
    page.withdraw(note)
    assert view.withdrawn == 1
    standing, trace = view.vm.notes
    assert (standing.text, standing.is_trace) == ("Ringde.", False)
    assert (trace.record, trace.is_trace, trace.can_withdraw) == (note, True, False)
    assert "2026-11-22" in trace.text
    assert SECRET not in str(view.vm)


def test_a_no_takes_nothing_back(office):
    case = office.begin()
    note = office.akt(case).enter(Draft(Note(SECRET))).records[0]
    view, page = sat_down(office, case, NO)
    page.withdraw(note)
    assert (view.withdrawn, view.vm.notes[0].text) == (0, SECRET)


def test_after_a_day_there_is_no_way_to_take_it_back(office):
    case = office.begin()
    note = office.akt(case).enter(Draft(Note(SECRET))).records[0]
    office.place.clock.step(days=2)
    view, page = sat_down(office, case, YES)
    assert [vm.can_withdraw for vm in view.vm.notes] == [False]
    page.withdraw(note)  # a page that was left open over the hour
    assert [getattr(error, "code", "") for error in view.problems] == ["VAULT-032"]


def test_a_correction_that_was_taken_back_says_so_in_the_history(office):
    case = office.begin()
    note = office.akt(case).enter(Draft(Note("Ringde."))).records[0]
    office.place.clock.step(days=2)
    office.akt(case).enter(Draft(Note(SECRET, reason="tillägg"), note))
    view, page = sat_down(office, case, YES)
    page.withdraw(note)
    (vm,) = view.vm.notes
    assert vm.text == "Ringde."
    lines = [version.lines[0][0] for version in vm.versions]
    assert len(lines) == 3
    assert lines[1] not in (lines[0], lines[2])
    assert SECRET not in str(view.vm)
