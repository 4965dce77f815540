# SPDX-License-Identifier: EUPL-1.2
"""The violence calendar of an akt."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.services.akter import cases
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.facts import happening
from workbench.services.loop import planning
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.incidents.specs import SPEC, describe, facts, kind_of, severity_in_words
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class IncidentsVm:
    """The incidents, newest day first."""

    number: str
    incidents: tuple[RecordVm, ...]


class IncidentsView(Protocol):
    """What the page must be able to show."""

    @property
    def incident(self) -> WritingView: ...

    def show_incidents(self, vm: IncidentsVm) -> None: ...

    def show_new_incident(self) -> None: ...

    def show_correction(self, heading: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class IncidentsPresenter:
    """Decides what the violence calendar shows."""

    def __init__(self, view: IncidentsView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self._headings: dict[RecordId, str] = {}
        self.incident = Writing(
            case, SPEC, view.incident, asks, entered=self._entered, discarded=self.open
        )

    def open(self) -> None:
        """Show the calendar, and the incident that was left unentered, if one was."""
        self._view.show_new_incident()
        self.incident.begin()
        self.refresh()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: _incidents(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def correct(self, record: RecordId) -> None:
        self._view.show_correction(self._headings.get(record, ""))
        self.incident.begin(record)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _entered(self, _changes: Changes) -> None:
        self.open()

    def _show(self, vm: IncidentsVm) -> None:
        self._headings = {each.record: each.heading for each in vm.incidents}
        self._view.show_incidents(vm)


def _incidents(akt: Akt, desk: Desk) -> IncidentsVm:
    tell = teller(akt, names_of(desk))
    newest_first = reversed(planning.calendar(akt))
    incidents = tuple(_incident(tell, each) for each in newest_first)
    return IncidentsVm(cases.number_of(desk, akt.case), incidents)


def _incident(tell: Teller, each: Recorded[Incident]) -> RecordVm:
    value = each.value
    return RecordVm(
        record=each.record,
        heading=_("{day} · {what}").format(day=happening.spelled(value), what=kind_of(value)),
        text=value.what,
        facts=(*facts(value), *standing_facts(each)),
        states=(StateVm(severity_in_words(value.severity), icon="mark"),),
        versions=tell.versions(Incident, each, describe),
        has_working=tell.has_working(Incident, each.record),
    )
