# SPDX-License-Identifier: EUPL-1.2
"""Somebody comes now: what is typed is kept at once; one press enters everybody, each apart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

from workbench.domain.arrivals import ChildArrival
from workbench.domain.ids import CaseId, RecordId
from workbench.services.akter import cases
from workbench.services.arrival import arriving
from workbench.services.arrival.arriving import Adult, Child
from workbench.services.desk import Desk
from workbench.services.loop import arrived
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt
from workbench.ui.arrival.specs import (
    ADULT,
    CHILD,
    adult_fields,
    child_fields,
    named,
    subject_of,
)
from workbench.ui.case.subject_writing import Asked, DoubtingWriting
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, PageName, Place
from workbench.ui.writing import keeping
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, StateVm
from workbench.ui.writing.spec import Missing, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _

Who = Literal["adult", "child"]


@dataclass(frozen=True, slots=True)
class ArrivalVm:
    """The page around the forms. `typed`: children not entered; `came`: (akt, its number)."""

    number: str
    is_entered: bool
    typed: tuple[RecordVm, ...]
    came: tuple[tuple[CaseId, str], ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """What must be said before anybody is entered, and of whom."""

    who: Who
    record: RecordId
    missing: Missing


Outcome = Stopped | tuple[CaseId, ...]


class ArrivalView(Protocol):
    """What the page must be able to show."""

    def panel(self, who: Who) -> WritingView: ...

    def show_arrival(self, vm: ArrivalVm) -> None: ...

    def show_child(self, *, shown: bool, comes_forward: bool = True) -> None: ...

    def show_missing(self, who: Who, missing: Missing) -> None: ...

    def show_entered(self, children: int) -> None: ...

    def show_busy(self, *, busy: bool) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ArrivalPresenter:
    """Decides what the page of an arrival shows."""

    def __init__(self, view: ArrivalView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        asked: Mapping[Who, Asked[Any]] = {
            "adult": Asked(ADULT, adult_fields(), named),
            "child": Asked(CHILD, child_fields(), named, gets_own_akt=True),
        }
        closing: Mapping[Who, Callable[[], None]] = {"adult": self.open, "child": self._close}
        self.writings: Mapping[Who, Writing[Any]] = {
            who: DoubtingWriting(
                case,
                form,
                view.panel(who),
                asks,
                done=lambda: None,  # one press enters everybody: `enter`
                discarded=closing[who],
            )
            for who, form in asked.items()
        }

    def open(self) -> None:
        """Go on with what was left unentered."""
        self.writings["adult"].begin()
        self._case.run(_children, done=self._resume, failed=self._view.show_problem)

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: tell_arrival(akt, desk),
            done=self._show,
            failed=self._view.show_problem,
        )

    def add_child(self) -> None:
        """Another child; it came when the adult did, until somebody says something else."""
        self._case.run(_begin_child, done=self.go_on, failed=self._view.show_problem)

    def go_on(self, record: str) -> None:
        """Go on with a child that is not entered."""
        self._view.show_child(shown=True)
        self.writings["child"].begin(RecordId(record), then=self.refresh)

    def enter(self) -> None:
        """För in: the adult here, each child in an akt of its own."""
        desk, adult = self._case.session.desk, self.writings["adult"].record
        self._view.show_busy(busy=True)
        self._case.run(
            lambda akt: enter_all(desk, akt, adult), done=self._entered, failed=self._failed
        )

    def go_to(self, page: PageName) -> None:
        """To another page of this akt; nothing here stands in the way."""
        self._go(Place(page, self._case.case))

    def to_night_sheet(self) -> None:
        """To the same fields on paper, for a night without a computer."""
        self._go(Place("night-sheet"))

    def open_case(self, case: str) -> None:
        self._go(Place("case", CaseId(case)))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _entered(self, outcome: Outcome) -> None:
        self._view.show_busy(busy=False)
        if isinstance(outcome, Stopped):
            self._stop(outcome)
            return
        self._view.show_child(shown=False)
        self.open()
        self._view.show_entered(len(outcome))

    def _resume(self, left: tuple[RecordId, ...]) -> None:
        """The child that was begun last lies open again, as it did before a lock."""
        if left:
            self._view.show_child(shown=True, comes_forward=False)
            self.writings["child"].begin(left[-1], then=self.refresh)
        else:
            self.refresh()

    def _show(self, vm: ArrivalVm) -> None:
        """The child whose form lies open is not listed beside it."""
        at = self.writings["child"].record
        self._view.show_arrival(replace(vm, typed=tuple(t for t in vm.typed if t.record != at)))

    def _stop(self, stopped: Stopped) -> None:
        view = self._view
        if stopped.who == "adult":
            view.show_missing("adult", stopped.missing)
            return
        view.show_child(shown=True)
        self.writings["child"].begin(
            stopped.record, then=lambda: view.show_missing("child", stopped.missing)
        )

    def _close(self) -> None:
        self._view.show_child(shown=False)
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(error)


def tell_arrival(akt: Akt, desk: Desk) -> ArrivalVm:
    """What stands around the forms."""
    together = arriving.came_together(desk, akt)
    return ArrivalVm(
        number=cases.number_of(desk, akt.case),
        is_entered=arrived.arrival_of(akt) is not None,
        typed=tuple(_typed(akt, record) for record in _children(akt)),
        came=tuple((case, cases.number_of(desk, case)) for case in together),
    )


def enter_all(desk: Desk, akt: Akt, record: RecordId | None) -> Outcome:
    """Enter what was typed, or say what is missing first. `record`: the adult's.

    Raises:
        WorkbenchError: ARRIVAL-001; what was typed stays.
    """
    adult = _adult(akt, record) if record is not None else None
    if isinstance(adult, Stopped):
        return adult
    children = []
    for each in _children(akt):
        values = keeping.lay_open(akt, CHILD, each, {}).vm.values
        missing = CHILD.missing(values, False)  # noqa: FBT003  a Spec's
        about = subject_of(values, is_child=True)
        if missing is not None or about is None:
            return Stopped("child", each, missing or Missing("name", ""))
        children.append(Child(each, CHILD.build(values), about))
    return arriving.enter(desk, akt, adult, children)


def _adult(akt: Akt, record: RecordId) -> Adult | Stopped | None:
    vm = keeping.lay_open(akt, ADULT, record, {}).vm
    if vm.is_correction and not vm.since:
        return None  # entered before, and nothing of it changed
    missing = ADULT.missing(vm.values, vm.is_correction)
    if missing is not None:
        return Stopped("adult", record, missing)
    return Adult(record, ADULT.build(vm.values), subject_of(vm.values, is_child=False))


def _children(akt: Akt) -> tuple[RecordId, ...]:
    """Typed and not entered, in the order in which they were begun."""
    return tuple(reversed(keeping.left_unentered(akt, ChildArrival)))


def _typed(akt: Akt, record: RecordId) -> RecordVm:
    fields = working.fields_of(akt, bodies.name_of(ChildArrival), record)
    name = str(fields.get("name", "")).strip()
    return RecordVm(
        record,
        name or _("A child without a name"),
        "",
        states=(StateVm(_("Not entered"), icon="note"),),
    )


def _begin_child(akt: Akt) -> RecordId:
    """Kept at once: a child of whom nothing more is said still gets an akt."""
    left = keeping.choose(akt, ADULT, None, resume=True)
    values = keeping.lay_open(akt, ADULT, left, {}).vm.values
    child = akt.new_record()
    for name in ("day", "time"):
        working.type_field(akt, working.Field(CHILD.kind, child, name), values.get(name, ""))
    return child
