# SPDX-License-Identifier: EUPL-1.2
"""The violence calendar on screen: write at the top, the incidents below, newest day first."""

from collections.abc import Callable

from workbench.domain.ids import RecordId
from workbench.ui.incidents.panel import IncidentPanel
from workbench.ui.incidents.presenter import (
    IncidentsPresenter,
    IncidentsView,
    IncidentsVm,
)
from workbench.ui.kit.cards import EmptyBlock
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.record_list import RecordList
from workbench.words import _


class IncidentsPage(CasePage):
    """An `IncidentsView`."""

    def __init__(self, make: Callable[[IncidentsView], IncidentsPresenter]) -> None:
        super().__init__(_("Incidents"))
        self.incident = IncidentPanel(self)
        self._incidents = RecordList(change=_("Correct"))
        self.add(self.incident, self._incidents)
        self._presenter = make(self)
        self.incident.serve(self._presenter.incident)
        self._incidents.correcting.connect(self._correct)
        self.left.connect(self._presenter.leave)
        self._presenter.open()
        self.incident.form.focus()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_incidents(self, vm: IncidentsVm) -> None:
        self.header.say(_("Incidents"), _("Case file {number}").format(number=vm.number))
        words = _("What you enter here stands in the time line of the case file, by day.")
        nothing = EmptyBlock("clock", _("No incidents yet"), words)
        self._incidents.show_records(vm.incidents, nothing)

    def show_new_incident(self) -> None:
        self.incident.heading.setText(_("New incident"))

    def show_correction(self, heading: str) -> None:
        self.incident.heading.setText(_("Correct {which}").format(which=heading))
        self.incident.come_forward()

    def _correct(self, record: str) -> None:
        self.flush()
        self._presenter.correct(RecordId(record))
