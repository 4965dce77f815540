# SPDX-License-Identifier: EUPL-1.2
"""What protects a person now: restraining orders, alarms, whom to reach at the police."""

from collections.abc import Mapping
from typing import Any, Literal, Protocol

from workbench.domain.ids import RecordId
from workbench.services.changes import Changes
from workbench.services.loop import orders
from workbench.services.records import working
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks
from workbench.ui.orders.alarm_specs import ALARM, POLICE
from workbench.ui.orders.specs import BREACH, EXTENSION, ORDER, ORDER_OF
from workbench.ui.orders.telling import OrdersVm, tell_orders
from workbench.ui.places import Go, Place
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Spec, WritingView
from workbench.ui.writing.writing import Writing

Part = Literal["order", "extension", "breach", "alarm", "police"]
SPECS: Mapping[Part, Spec[Any]] = {
    "order": ORDER,
    "extension": EXTENSION,
    "breach": BREACH,
    "alarm": ALARM,
    "police": POLICE,
}


class OrdersView(Protocol):
    """What the page must be able to show."""

    def panel(self, part: Part) -> WritingView: ...

    def show_orders(self, vm: OrdersVm) -> None: ...

    def show_panel(self, part: Part | None, *, correcting: bool = False, under: str = "") -> None:
        """One panel at a time, under an order where it belongs to one; None hides them all."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class OrdersPresenter:
    """Decides what the page of protection measures shows."""

    def __init__(self, view: OrdersView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self.writings: Mapping[Part, Writing[Any]] = {
            part: Writing(
                case, spec, view.panel(part), asks, entered=self._entered, discarded=self._close
            )
            for part, spec in SPECS.items()
        }

    def open(self) -> None:
        """Show everything, and go on with what was left unentered."""
        self.refresh()
        self._case.run(_left, done=self._resume, failed=self._view.show_problem)

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: tell_orders(akt, desk),
            done=self._view.show_orders,
            failed=self._view.show_problem,
        )

    def add(self, part: Part, order: str = "") -> None:
        """Begin a new record; an extension or a breach belongs to an order."""
        self._begin(part, {ORDER_OF: order} if order else {})
        self._view.show_panel(part, under=order)

    def change(self, part: Part, record: str, under: str = "") -> None:
        """Correct a record."""
        self.writings[part].begin(RecordId(record))
        self._view.show_panel(part, correcting=True, under=under)

    def make_incident(self, breach: str) -> None:
        """Lay a breach as an incident's working material, and go on there."""
        self._case.run(
            lambda akt: orders.begin_incident(akt, RecordId(breach)),
            done=lambda _begun: self._go(Place("incidents", self._case.case)),
            failed=self._view.show_problem,
        )

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _begin(self, part: Part, start: Mapping[str, str]) -> None:
        self.writings[part].begin(start=start, resume=not start)

    def _resume(self, left: tuple[Part, RecordId, str] | None) -> None:
        if left is not None:
            part, record, under = left
            self.writings[part].begin(record)
            self._view.show_panel(part, under=under)

    def _entered(self, _changes: Changes) -> None:
        self._close()

    def _close(self) -> None:
        self._view.show_panel(None)
        self.refresh()


def _left(akt: Akt) -> tuple[Part, RecordId, str] | None:
    """What its author left unentered, and the order that it belongs to."""
    for part, spec in SPECS.items():
        for record in left_unentered(akt, spec.of):
            fields = working.fields_of(akt, spec.kind, record)
            return part, record, str(fields.get(ORDER_OF, ""))
    return None
