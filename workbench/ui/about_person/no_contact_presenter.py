# SPDX-License-Identifier: EUPL-1.2
"""The list of those who must not be contacted: written, corrected, ended with a why."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.domain.no_contact import NoContact
from workbench.services.desk import Desk
from workbench.services.person import interpreter_words, no_contact
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.about_person.no_contact_spec import SPEC, describe
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.rows_presenter import RowsPresenter, RowsView
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import Values
from workbench.ui.writing.voices import names_of
from workbench.words import _, ngettext


@dataclass(frozen=True, slots=True)
class NoContactVm:
    """The rows that hold, those that were ended, and what the safe contact says of it."""

    standing: tuple[RecordVm, ...]
    ended: tuple[RecordVm, ...]
    said_with_contact: str
    today: str


class NoContactView(RowsView, Protocol):
    """What the section must be able to show."""

    def show_list(self, vm: NoContactVm) -> None: ...

    def tell(self, line: str) -> None: ...


class NoContactPresenter(RowsPresenter[NoContact]):
    """Decides what the section shows."""

    def __init__(self, view: NoContactView, around: Around) -> None:
        super().__init__(view, around, SPEC)
        self._view, self._today = view, ""

    def refresh(self) -> None:
        desk = self._around.case.session.desk
        self._around.case.run(
            lambda akt: _told(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def end(self, record: RecordId) -> None:
        self._ask_end(
            _("From today the row is no warning any more. It stays to be read."),
            lambda akt, because: no_contact.end(akt, record, because),
        )

    def _start(self) -> Values:
        return {"since": self._today}

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
