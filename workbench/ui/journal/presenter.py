# SPDX-License-Identifier: EUPL-1.2
"""The journal of an akt: dated notes, each correctable with the original kept, and a search."""

from collections.abc import Callable
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.domain.subject import Note
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.records import meanwhile
from workbench.services.records.akt import Akt
from workbench.services.removing import withdrawing
from workbench.ui.journal.finding import FindingVm, FoundVm, tell_found
from workbench.ui.journal.spec import SPEC
from workbench.ui.journal.telling import JournalVm, stretch_of, tell_journal
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, Place
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.voices import name_of, names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _

__all__ = ["SPEC", "JournalPresenter", "JournalView", "JournalVm"]


class JournalView(Protocol):
    """What the page must be able to show."""

    @property
    def note(self) -> WritingView: ...

    def show_journal(self, vm: JournalVm) -> None: ...

    def show_found(self, vm: FindingVm) -> None: ...

    def show_note(self, record: RecordId) -> None:
        """This note of the ones shown, in sight and in focus."""
        ...

    def show_new_note(self) -> None:
        """The fields are for a new note."""
        ...

    def show_correction(self, heading: str) -> None:
        """The fields are for the correction of the note with this heading."""
        ...

    def show_meanwhile(self, who: str) -> None:
        """Others entered a version of what is being corrected."""
        ...

    def show_withdrawn(self) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class JournalPresenter:
    """Decides what the journal page shows."""

    def __init__(self, view: JournalView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._headings: dict[RecordId, str] = {}
        self._found: tuple[FoundVm, ...] = ()
        self._first = 0
        self.note = Writing(case, SPEC, view.note, asks, entered=self._entered, discarded=self.open)

    def open(self) -> None:
        """Show the journal, and the note that was left unentered, if one was."""
        self._view.show_new_note()
        self.note.begin()
        self.refresh()

    def refresh(self) -> None:
        """The stretch that is shown, as it stands now."""
        self._tell(lambda _akt: self._first)

    def turn(self, first: int) -> None:
        """Show the stretch that begins with this note, counted from the newest."""
        self._tell(lambda _akt: first)

    def seek(self, sought: str) -> None:
        """Look for words in this akt, and in no other."""
        desk = self._case.session.desk
        self._case.run(
            lambda akt: tell_found(akt, desk, sought),
            done=self._show_found,
            failed=self._view.show_problem,
        )

    def open_found(self, at: int) -> None:
        """To where one of the found records is read."""
        if at >= len(self._found):
            return
        found = self._found[at]
        if found.note is None:
            self._go(found.place)
            return
        record = found.note
        self._tell(lambda akt: stretch_of(akt, record), then=lambda: self._view.show_note(record))

    def correct(self, record: RecordId) -> None:
        """Lay a note open for correction; an unentered new note stays where it is kept."""
        self._view.show_correction(self._headings.get(record, ""))
        self.note.begin(record, then=lambda: self._look_for_others(record))

    def withdraw(self, record: RecordId) -> None:
        """Ask, and take an own note of today back."""
        question = Question(
            _("Take the note back?"),
            _("The text goes for good. That you wrote a note and took it back still stands."),
            _("Take it back"), _("Not now"), is_grave=True,
        )  # fmt: skip
        self._asks.confirm(question, yes=lambda: self._withdraw(record))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _tell(self, first: Callable[[Akt], int], then: Callable[[], None] | None = None) -> None:
        desk = self._case.session.desk

        def done(vm: JournalVm) -> None:
            self._show(vm)
            if then is not None:
                then()

        self._case.run(
            lambda akt: tell_journal(akt, desk, first(akt)),
            done=done,
            failed=self._view.show_problem,
        )

    def _look_for_others(self, record: RecordId) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: _others(akt, desk, record),
            done=lambda who: self._view.show_meanwhile(who) if who else None,
            failed=self._view.show_problem,
        )

    def _withdraw(self, record: RecordId) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: withdrawing.withdraw(desk, akt, Note, record),
            done=self._withdrawn,
            failed=self._view.show_problem,
        )

    def _withdrawn(self, _changes: Changes) -> None:
        self.open()
        self._view.show_withdrawn()

    def _entered(self, _changes: Changes) -> None:
        self._first = 0
        self.open()

    def _show(self, vm: JournalVm) -> None:
        self._first = vm.first
        self._headings = {note.record: note.heading for note in vm.notes}
        self._view.show_journal(vm)

    def _show_found(self, vm: FindingVm) -> None:
        self._found = vm.found
        self._view.show_found(vm)


def _others(akt: Akt, desk: Desk, record: RecordId) -> str:
    """Who else entered a version meanwhile; "" for nobody."""
    names = names_of(desk)
    entered = meanwhile.entered_meanwhile(akt, Note, record)
    return ", ".join(dict.fromkeys(name_of(each.header.author, names) for each in entered))
