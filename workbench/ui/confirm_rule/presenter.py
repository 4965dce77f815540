# SPDX-License-Identifier: EUPL-1.2
"""A rule is confirmed on the way from a result, or from the instrument's own page."""

from typing import Protocol

from workbench.domain.assessments import RuleConfirmation
from workbench.domain.ids import CaseId, RecordId
from workbench.services.akter.session import Session
from workbench.services.assess import confirming, results
from workbench.services.assess.sheets import sheet
from workbench.services.desk import Desk
from workbench.services.jobs import Jobs
from workbench.services.records.akt import Akt
from workbench.ui.confirm_rule.confirming import (
    ConfirmView,
    OpenHouse,
    RuleConfirming,
    Waiting,
    waiting_for,
)
from workbench.ui.handing_over.outside import Outside
from workbench.ui.instruments.looking import find
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.writing import Writing


class Confirms(Protocol):
    """What the page asks of its presenter."""

    @property
    def confirmation(self) -> Writing[RuleConfirmation]: ...

    def open(self, key: str = "") -> None: ...

    def leave(self) -> None: ...

    def reject(self) -> None: ...

    def revoke(self) -> None: ...

    def enter_own(self) -> None: ...


class ConfirmPresenter:
    """The first rule of an assessment's instrument that nobody has confirmed."""

    def __init__(
        self, view: ConfirmView, case: OpenCase, asks: Asks, go: Go, assessment: RecordId
    ) -> None:
        self._view, self._case, self._go, self._assessment = view, case, go, assessment
        self._instrument = ""
        house = OpenHouse(case.jobs, case.session, case.case)
        self._rule = RuleConfirming(view, house, asks, entered=self._entered, leave=self.leave)
        self.confirmation = self._rule.writing

    def open(self, _key: str = "") -> None:
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: _first_waiting(akt, desk, assessment),
            done=self._show,
            failed=self._view.show_problem,
        )

    def leave(self) -> None:
        self._go(Place("result", self._case.case, self._assessment))

    def reject(self) -> None:
        self._rule.reject()

    def revoke(self) -> None:
        self._rule.revoke()

    def enter_own(self) -> None:
        """The form's own points, on the instrument's page."""
        self._go(Place("own-rule", record=RecordId(self._instrument)))

    def _show(self, waiting: Waiting) -> None:
        self._instrument = f"{waiting.definition.id}@{waiting.definition.version}"
        self._rule.show(waiting)

    def _entered(self) -> None:
        """What was answered before may now be computed."""
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: results.keep_if_entered(akt, desk, assessment),
            done=lambda _nothing: self.leave(),
            failed=self._view.show_problem,
        )


class GatePresenter:
    """A rule by its name: `id@version/rule`. Older administrations compute when next opened."""

    def __init__(
        self, view: ConfirmView, jobs: Jobs, session: Session, asks: Asks, go: Go, _out: Outside
    ) -> None:
        self._view, self._go, self._key = view, go, ""
        self._house = OpenHouse(jobs, session, CaseId(""))
        self._rule = RuleConfirming(view, self._house, asks, entered=self.open, leave=self.leave)
        self.confirmation = self._rule.writing

    def open(self, key: str = "") -> None:
        self._key = key or self._key
        if not self._key:
            return
        desk, wanted = self._house.session.desk, self._key
        self._house.run(
            lambda _house: _named(desk, wanted),
            done=self._rule.show,
            failed=self._view.show_problem,
        )

    def leave(self) -> None:
        self._go(Place("instrument", record=self._instrument()))

    def reject(self) -> None:
        self._rule.reject()

    def revoke(self) -> None:
        self._rule.revoke()

    def enter_own(self) -> None:
        self._go(Place("own-rule", record=self._instrument()))

    def _instrument(self) -> RecordId:
        return RecordId(self._key.partition("/")[0])


def _first_waiting(akt: Akt, desk: Desk, assessment: RecordId) -> Waiting:
    definition = sheet(akt, desk, assessment).definition
    confirmed = {each.value.rule for each in confirming.confirmations_of(desk, definition)}
    rules = (r for r in confirming.rules_to_confirm(definition) if r.id not in confirmed)
    return waiting_for(desk, definition, next(rules, None))


def _named(desk: Desk, key: str) -> Waiting:
    instrument, _sign, name = key.partition("/")
    definition = find(desk, instrument)
    return waiting_for(desk, definition, definition.rule(name))
