# SPDX-License-Identifier: EUPL-1.2
"""One record being written: durable at once, entered or thrown away by choice."""

from typing import Any

import pytest

from tests.support.desk import Answers, Bench
from tests.support.writing_views import KeptWriting
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.domain.subject import Note
from workbench.services.records import working
from workbench.services.records.akt import Draft
from workbench.ui.journal.presenter import SPEC
from workbench.ui.writing.moments import time_of_day
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.writing import Writing


class Note1:
    """A note being written on a bench, and what came of it."""

    def __init__(self, *, answer: bool | None = None) -> None:
        self.bench = Bench()
        self.case: CaseId = self.bench.begin()
        self.view = KeptWriting()
        self.asks = Answers(answer)
        self.entered: list[Any] = []
        self.discarded = 0
        self.writing = self.sit_down()

    def sit_down(self) -> Writing[Note]:
        return Writing(
            self.bench.open_case(self.case),
            SPEC,
            self.view,
            self.asks,
            entered=self.entered.append,
            discarded=self._discard,
        )

    @property
    def akt(self):
        return self.bench.akt(self.case)

    def _discard(self) -> None:
        self.discarded += 1


@pytest.fixture
def note() -> Note1:
    made = Note1()
    made.writing.begin()
    return made


def test_what_is_typed_is_a_working_row_at_once_and_the_time_is_told(note: Note1) -> None:
    note.writing.typed("text", "Hon ringde")
    assert [row.value for row in note.akt.file.working_rows(note.akt.user)] == ['"Hon ringde"']
    assert note.view.saved == ["", time_of_day(note.akt.now())]
    assert note.akt.all(Note) == ()


def test_a_lock_and_an_unlock_later_the_same_text_stands_in_the_same_note(note: Note1) -> None:
    note.writing.typed("text", "Hon ringde")
    before = note.writing.record
    note.bench.reopen()
    again = note.sit_down()
    again.begin()
    assert again.record == before
    assert note.view.values["text"] == "Hon ringde"
    assert again.is_begun


def test_entering_is_one_entry_and_leaves_no_working_row(note: Note1) -> None:
    note.writing.typed("text", "Hon ringde")
    note.writing.typed("source", "Kim")
    count = len(note.akt.file.entries())
    note.writing.enter()
    assert [n.value for n in note.akt.all(Note)] == [Note("Hon ringde", "", "Kim")]
    assert len(note.akt.file.entries()) == count + 1
    assert note.akt.file.working_rows(note.akt.user) == ()
    assert len(note.entered) == 1


def test_a_note_without_words_is_not_entered_and_the_field_is_named(note: Note1) -> None:
    note.writing.typed("source", "Kim")
    note.writing.enter()
    assert note.view.missing is not None
    assert note.view.missing.field == "text"
    assert note.akt.all(Note) == ()


def test_emptying_the_only_field_leaves_no_working_material(note: Note1) -> None:
    note.writing.typed("text", "fel akt")
    note.writing.typed("text", "")
    assert working.unentered(note.akt) == ()


def test_a_correction_keeps_the_original_and_needs_a_reason(note: Note1) -> None:
    note.akt.enter(Draft(Note("två")))
    record = note.akt.all(Note)[0].record
    note.writing.begin(record)
    note.writing.typed("text", "tre")
    note.writing.enter()
    assert note.view.missing is not None
    assert note.view.missing.field == "reason"
    note.writing.typed("reason", "hörde fel")
    note.writing.enter()
    history = note.akt.history(Note, record)
    assert [e.content()["text"] for e in history] == ["två", "tre"]
    assert history[1].content()["reason"] == "hörde fel"


def test_a_correction_supersedes_the_version_that_was_on_screen_and_no_later_one(
    note: Note1,
) -> None:
    note.akt.enter(Draft(Note("två")))
    shown = note.akt.all(Note)[0]
    note.writing.begin(shown.record)
    note.akt.enter(Draft(Note("fyra", reason="annan"), shown.record))
    note.writing.typed("text", "tre")
    note.writing.typed("reason", "hörde fel")
    note.writing.enter()
    both = note.akt.all(Note)
    assert {each.value.text for each in both} == {"tre", "fyra"}
    assert all(each.is_disputed for each in both)


def test_a_field_typed_back_to_what_stands_is_no_longer_working_material(note: Note1) -> None:
    note.akt.enter(Draft(Note("två")))
    note.writing.begin(note.akt.all(Note)[0].record)
    note.writing.typed("text", "tre")
    note.writing.typed("text", "två")
    assert note.akt.file.working_rows(note.akt.user) == ()


def test_throwing_away_asks_once_and_no_answer_keeps_everything() -> None:
    note = Note1(answer=False)
    note.writing.begin()
    note.writing.typed("text", "x")
    note.writing.discard()
    assert len(note.asks.asked) == 1
    assert len(note.akt.file.working_rows(note.akt.user)) == 1
    assert note.discarded == 0


def test_thrown_away_is_gone_and_what_was_entered_stays() -> None:
    note = Note1(answer=True)
    note.akt.enter(Draft(Note("två")))
    note.writing.begin(note.akt.all(Note)[0].record)
    note.writing.typed("text", "tre")
    note.writing.discard()
    assert note.akt.file.working_rows(note.akt.user) == ()
    assert [n.value.text for n in note.akt.all(Note)] == ["två"]
    assert note.discarded == 1


def test_leaving_an_untouched_note_asks_nothing(note: Note1) -> None:
    note.writing.discard()
    assert note.asks.asked == []
    assert note.discarded == 1


def test_first_values_are_kept_as_soon_as_something_is_typed(note: Note1) -> None:
    note.writing.begin(start={"source": "Kim"}, resume=False)
    assert note.akt.file.working_rows(note.akt.user) == ()
    note.writing.typed("text", "Hon ringde")
    assert len(note.akt.file.working_rows(note.akt.user)) == 2


class FullDiskError(WorkbenchError):
    code = "VAULT-009"


class FullAtFirst:
    """Jobs on a disk that is full the first `times` times."""

    def __init__(self, bench: Bench, times: int) -> None:
        self._bench, self._left = bench, times

    def run(self, work, *, done, failed):
        if self._left:
            self._left -= 1
            failed(FullDiskError())
            return
        self._bench.jobs.run(work, done=done, failed=failed)


def test_what_a_full_disk_refused_is_written_with_the_next_key_press() -> None:
    note = Note1()
    note.writing.begin()
    jobs = FullAtFirst(note.bench, 0)
    case = OpenCase(jobs, note.bench.session, note.case)
    writing = Writing(
        case, SPEC, note.view, note.asks, entered=note.entered.append, discarded=lambda: None
    )
    writing.begin()
    jobs._left = 1
    writing.typed("text", "Hon ringde")
    assert note.view.saved[-1] == "not saved"
    writing.typed("source", "Kim")
    fields = working.fields_of(note.akt, "note", writing.record)
    assert fields == {"text": "Hon ringde", "source": "Kim"}


def test_a_refused_entry_keeps_the_working_material_and_frees_the_fields() -> None:
    note = Note1()
    jobs = FullAtFirst(note.bench, 0)
    case = OpenCase(jobs, note.bench.session, note.case)
    writing = Writing(
        case, SPEC, note.view, note.asks, entered=note.entered.append, discarded=lambda: None
    )
    writing.begin()
    writing.typed("text", "Hon ringde")
    jobs._left = 1
    writing.enter()
    assert isinstance(note.view.problems[-1], FullDiskError)
    assert not note.view.busy
    assert len(note.akt.file.working_rows(note.akt.user)) == 1
    writing.enter()
    assert [n.value.text for n in note.akt.all(Note)] == ["Hon ringde"]
