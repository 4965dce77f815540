# SPDX-License-Identifier: EUPL-1.2
"""The person's own plan as fields and back. What the page does is `plan_items.plan_presenter`."""

from typing import Protocol, cast

from workbench.domain.ids import RecordId
from workbench.domain.plans import ChildPlanNote, Reader, SafetyPlan, SheetSize
from workbench.services.changes import Changes
from workbench.services.facts.has_been import require_been
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.plan_items.plan_presenter import PlanKind, PlanPresenter, PlanView
from workbench.ui.safety_plan.children import CHILD, children_told
from workbench.ui.safety_plan.fields import describe
from workbench.ui.writing import checks
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _


class SafetyPlanView(PlanView, Protocol):
    """What the page must be able to show beside a plan."""

    @property
    def child(self) -> WritingView: ...

    def show_children(self, children: tuple[RecordVm, ...]) -> None: ...

    def show_child_panel(self, *, shown: bool) -> None: ...


class SafetyPlanPresenter(PlanPresenter[SafetyPlan]):
    """Decides what the safety plan's page shows."""

    def __init__(self, view: SafetyPlanView, case: OpenCase, asks: Asks, go: Go) -> None:
        super().__init__(view, case, asks, go, PlanKind("person", SPEC, describe))
        self._shows = view
        self.child: Writing[ChildPlanNote] = Writing(
            case,
            CHILD,
            view.child,
            asks,
            entered=self._child_entered,
            discarded=self._close_child,
        )

    def open(self) -> None:
        super().open()
        self._case.run(_left_child, done=self._go_on, failed=self._view.show_problem)

    def refresh(self) -> None:
        super().refresh()
        desk = self._case.session.desk
        self._case.run(
            lambda akt: children_told(akt, desk),
            done=self._shows.show_children,
            failed=self._view.show_problem,
        )

    def add_child(self) -> None:
        """Begin to note that a child has a plan of its own, or has none yet."""
        self.child.begin(resume=False)
        self._shows.show_child_panel(shown=True)

    def change_child(self, record: RecordId) -> None:
        self.child.begin(record)
        self._shows.show_child_panel(shown=True)

    def print(self) -> None:
        """Go to the person's own sheet, and to no other paper."""
        self._case.run(
            lambda akt: next((plan.record for plan in akt.all(SafetyPlan)), None),
            done=lambda record: self._go(Place("print", self._case.case, record)),
            failed=self._view.show_problem,
        )

    def _go_on(self, left: RecordId | None) -> None:
        if left is not None:
            self.change_child(left)

    def _child_entered(self, _changes: Changes) -> None:
        self._close_child()

    def _close_child(self) -> None:
        self._shows.show_child_panel(shown=False)
        self.refresh()


def _left_child(akt: Akt) -> RecordId | None:
    return next(iter(left_unentered(akt, ChildPlanNote)), None)


def _read(plan: SafetyPlan) -> Values:
    return {
        "own_words": plan.own_words,
        "talked_through_on": plan.talked_through_on,
        "repeated_back": "yes" if plan.repeated_back else "no",
        "paper": plan.paper,
        "on_paper": plan.on_paper,
        "size": plan.size,
        "reader": plan.reader,
        "review_on": plan.review_on,
        "designated": plan.designated,
        "contact": plan.contact,
    }


def _build(values: Values) -> SafetyPlan:
    return SafetyPlan(
        own_words=values.get("own_words", ""),
        talked_through_on=checks.iso_day(values, "talked_through_on"),
        repeated_back=values.get("repeated_back") == "yes",
        paper="asked-for" if values.get("paper") == "asked-for" else "none",
        reason=values.get("reason", "").strip(),
        on_paper=values.get("on_paper", "").strip(),
        size=cast("SheetSize", values.get("size") or "A6"),
        review_on=checks.iso_day(values, "review_on"),
        reader=cast("Reader", values.get("reader") or ""),
        designated=values.get("designated", "").strip(),
        contact=values.get("contact", "").strip(),
    )


def _missing(values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "own_words", _("Write the person's own words first."))
        or checks.not_a_day(values, "talked_through_on")
        or checks.not_a_day(values, "review_on")
    )


SPEC = Spec(
    SafetyPlan,
    _read,
    _build,
    _missing,
    is_single=True,
    fresh={"paper": "none", "size": "A6"},
    require=require_been,
)
