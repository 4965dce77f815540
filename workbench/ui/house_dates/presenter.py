# SPDX-License-Identifier: EUPL-1.2
"""Every date of the organisation, decided as those of an akt are."""

from workbench.domain.ids import RecordId
from workbench.services.akter.session import Session
from workbench.services.jobs import Jobs
from workbench.services.law import deadline_rules
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt
from workbench.ui.follow_up.presenter import FollowUpPresenter, FollowUpView, Part
from workbench.ui.follow_up.specs import OWN_DATE, SETTLE
from workbench.ui.handing_over.outside import Outside
from workbench.ui.house_dates.specs import deadline_spec
from workbench.ui.kit.asking import Asks
from workbench.ui.own_points.presenter import OpenHouse
from workbench.ui.places import Go, Place


class HouseDatesPresenter(FollowUpPresenter):
    """Decides what the page of the organisation's dates shows."""

    def __init__(
        self,
        view: FollowUpView,
        jobs: Jobs,
        session: Session,
        asks: Asks,
        go: Go,
        _outside: Outside,
    ) -> None:
        house = OpenHouse(jobs, session, session.desk.house.case)
        begins = deadline_spec(lambda: deadline_rules.rules(session.desk.house))
        super().__init__(
            view, house, asks, go, {"settle": SETTLE, "date": OWN_DATE, "deadline": begins}
        )
        self._back = go

    def left(self, akt: Akt) -> tuple[Part, RecordId] | None:
        """One that is begun and one that answers an own date are of one kind of record."""
        found = super().left(akt)
        if found is None or found[0] != "settle":
            return found
        fields = working.fields_of(akt, bodies.name_of(SETTLE.of), found[1])
        return found if fields.get("answers") else ("deadline", found[1])

    def leave(self) -> None:
        self._back(Place("organisation"))
