# SPDX-License-Identifier: EUPL-1.2
"""The list of those who must not be contacted: written, corrected, ended with a why."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.domain.no_contact import NoContact
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.person import interpreter_words, no_contact
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.about_person.no_contact_spec import SPEC, describe
from workbench.ui.about_person.presenter import Around
from workbench.ui.kit.asking import Question
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _, ngettext


@dataclass(frozen=True, slots=True)
class NoContactVm:
    """The rows that hold, those that were ended, and what the safe contact says of it."""

    standing: tuple[RecordVm, ...]
    ended: tuple[RecordVm, ...]
    said_with_contact: str
    today: str


class NoContactView(Protocol):
    """What the section must be able to show."""

    @property
    def row(self) -> WritingView: ...

    def show_list(self, vm: NoContactVm) -> None: ...

    def show_row(self, *, shown: bool) -> None: ...

    def tell(self, line: str) -> None: ...

    def show_changed(self) -> None:
        """Something was entered that others tell of too."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class NoContactPresenter:
    """Decides what the section shows."""

    def __init__(self, view: NoContactView, around: Around) -> None:
        self._view, self._around = view, around
        self._today = ""
        self.row = Writing(
            around.case, SPEC, view.row, around.asks, entered=self._entered, discarded=self._close
        )

    def resume(self) -> None:
        """Go on with what was left unentered."""
        self._around.case.run(
            lambda akt: next(iter(left_unentered(akt, NoContact)), None),
            done=lambda left: self._write(left) if left is not None else None,
            failed=self._view.show_problem,
        )

    def refresh(self) -> None:
        desk = self._around.case.session.desk
        self._around.case.run(
            lambda akt: _told(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def add(self) -> None:
        self._write(None)

    def correct(self, record: RecordId) -> None:
        self._write(record)

    def end(self, record: RecordId) -> None:
        """A row goes only by a step with a why."""
        question = Question(
            _("Why does it hold no longer?"),
            _("From today the row is no warning any more. It stays to be read."),
            yes=_("End it"),
            no=_("Let it stand"),
        )
        self._around.asks.ask_text(question, got=lambda because: self._end(record, because))

    def _end(self, record: RecordId, because: str) -> None:
        self._around.case.run(
            lambda akt: no_contact.end(akt, record, because),
            done=self._entered,
            failed=self._view.show_problem,
        )

    def _write(self, record: RecordId | None) -> None:
        self.row.begin(record, start={"since": self._today})
        self._view.show_row(shown=True)

    def _entered(self, _changes: Changes) -> None:
        self._close()
        self._view.show_changed()

    def _close(self) -> None:
        self._view.show_row(shown=False)
        self.refresh()

    def _show(self, vm: NoContactVm) -> None:
        self._today = vm.today
        self._view.show_list(vm)
        count = len(vm.standing)
        said = ngettext("{count} on the list", "{count} on the list", count).format(count=count)
        self._view.tell(said if count else _("Nobody is on the list."))


def _told(akt: Akt, desk: Desk) -> NoContactVm:
    tell = teller(akt, names_of(desk))
    return NoContactVm(
        standing=tuple(_row(tell, each) for each in no_contact.standing(akt)),
        ended=tuple(_row(tell, each) for each in no_contact.ended(akt)),
        said_with_contact=no_contact.said_with_contact(akt),
        today=akt.today(),
    )


def _row(tell: Teller, each: Recorded[NoContact]) -> RecordVm:
    value = each.value
    over = _("Ended {day}: {why}").format(day=value.ended_on, why=value.ended_because)
    since = _("since {day}").format(day=value.since)
    return RecordVm(
        record=each.record,
        heading=value.who,
        text=value.why,
        facts=(since, tell.first_entered(NoContact, each.record), *standing_facts(each)),
        lines=() if value.holds else (over,),
        states=(StateVm(interpreter_words.not_contacted(value.what, _), icon="stop"),),
        versions=tell.versions(NoContact, each, describe),
        has_working=tell.has_working(NoContact, each.record),
    )
