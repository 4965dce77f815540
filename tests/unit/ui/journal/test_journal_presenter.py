# SPDX-License-Identifier: EUPL-1.2
"""The journal page, decided without a window."""

import pytest

from tests.support.desk import Answers, Bench
from tests.support.writing_views import KeptWriting
from workbench.domain.subject import Note
from workbench.services.records.akt import Draft
from workbench.ui.journal.presenter import JournalPresenter, JournalVm
from workbench.ui.places import Place


class Kept:
    def __init__(self) -> None:
        self.note = KeptWriting()
        self.vm: JournalVm | None = None
        self.headings: list[str] = []
        self.problems: list[Exception] = []

    def show_journal(self, vm: JournalVm) -> None:
        self.vm = vm

    def show_new_note(self) -> None:
        self.headings.append("new")

    def show_correction(self, heading: str) -> None:
        self.headings.append(heading)

    def show_problem(self, error: Exception) -> None:
        self.problems.append(error)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def _open(bench: Bench, case) -> tuple[Kept, JournalPresenter]:
    view = Kept()
    presenter = JournalPresenter(view, bench.open_case(case), Answers(), bench.go)
    presenter.open()
    return view, presenter


def test_notes_stand_newest_first_with_author_source_and_when_it_happened(bench: Bench) -> None:
    case = bench.begin(number="2026-0007")
    bench.akt(case).enter(Draft(Note("först", "2026-11-20", "Kim")))
    bench.clock.step(hours=1)
    bench.akt(case).enter(Draft(Note("sedan")))
    view, _presenter = _open(bench, case)
    assert view.vm.number == "2026-0007"
    assert [note.text for note in view.vm.notes] == ["sedan", "först"]
    assert "Alex Nattpass" in view.vm.notes[0].heading
    assert any("2026-11-20" in fact for fact in view.vm.notes[1].facts)
    assert any("Kim" in fact for fact in view.vm.notes[1].facts)


def test_a_corrected_note_keeps_its_heading_and_tells_both_versions(bench: Bench) -> None:
    case = bench.begin()
    bench.akt(case).enter(Draft(Note("två")))
    view, presenter = _open(bench, case)
    heading, record = view.vm.notes[0].heading, view.vm.notes[0].record
    bench.clock.step(hours=2)
    presenter.correct(record)
    assert view.headings[-1] == heading
    presenter.note.typed("text", "tre")
    presenter.note.typed("reason", "hörde fel")
    presenter.note.enter()
    note = view.vm.notes[0]
    assert (note.text, note.heading) == ("tre", heading)
    assert [version.reason for version in note.versions] == ["hörde fel", ""]
    assert note.versions[-1].lines[0][1] == "två"


def test_correcting_leaves_a_new_note_where_it_is_kept(bench: Bench) -> None:
    case = bench.begin()
    bench.akt(case).enter(Draft(Note("två")))
    view, presenter = _open(bench, case)
    presenter.note.typed("text", "halv ny anteckning")
    presenter.correct(view.vm.notes[0].record)
    assert view.note.values["text"] == "två"
    presenter.note.discard()
    assert view.note.values["text"] == "halv ny anteckning"


def test_a_correction_that_was_begun_is_said_on_its_note(bench: Bench) -> None:
    case = bench.begin()
    bench.akt(case).enter(Draft(Note("två")))
    view, presenter = _open(bench, case)
    presenter.correct(view.vm.notes[0].record)
    presenter.note.typed("text", "tre")
    presenter.refresh()
    assert view.vm.notes[0].has_working


def test_the_way_back_is_the_akt(bench: Bench) -> None:
    case = bench.begin()
    _view, presenter = _open(bench, case)
    presenter.leave()
    assert bench.went == [Place("case", case)]
