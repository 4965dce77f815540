# SPDX-License-Identifier: EUPL-1.2
"""The person's own plan as fields and back. What the page does is `plan_items.plan_presenter`."""

from workbench.domain.plans import SafetyPlan
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go
from workbench.ui.plan_items.plan_presenter import PlanKind, PlanPresenter, PlanView
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

SafetyPlanView = PlanView


class SafetyPlanPresenter(PlanPresenter[SafetyPlan]):
    """Decides what the safety plan's page shows."""

    def __init__(self, view: SafetyPlanView, case: OpenCase, asks: Asks, go: Go) -> None:
        super().__init__(view, case, asks, go, PlanKind("person", SPEC, describe))


def fields() -> tuple[FieldVm, ...]:
    """What the person's own plan is made of."""
    return (
        FieldVm(
            "own_words",
            _("In the person's own words"),
            "text",
            _("What the person already does to be safe, and what the person wants to do."),
            lines=8,
        ),
        FieldVm("talked_through_on", _("Talked through on"), "day"),
        FieldVm(
            "repeated_back",
            _("Has the person repeated it back in own words?"),
            "choice",
            options=vocabulary.options(vocabulary.yes_or_no()),
        ),
        FieldVm(
            "paper",
            _("Paper"),
            "choice",
            _("A written plan can be found. So nothing is printed unless the person asks for it."),
            options=vocabulary.options(_paper_words()),
        ),
        FieldVm("reason", _("Why it is changed"), hint=_("The earlier plan stays in the history.")),
    )


def describe(plan: SafetyPlan) -> Lines:
    """A version of the plan in labelled lines."""
    return (
        (_("In the person's own words"), plan.own_words),
        (_("Talked through on"), plan.talked_through_on),
        (_("Repeated back"), _("Yes") if plan.repeated_back else ""),
        (_("Paper"), _paper_words()[plan.paper]),
    )


def _paper_words() -> dict[str, str]:
    return {"none": _("Not printed"), "asked-for": _("The person has asked for paper")}


def _read(plan: SafetyPlan) -> Values:
    return {
        "own_words": plan.own_words,
        "talked_through_on": plan.talked_through_on,
        "repeated_back": "yes" if plan.repeated_back else "no",
        "paper": plan.paper,
    }


def _build(values: Values) -> SafetyPlan:
    return SafetyPlan(
        own_words=values.get("own_words", ""),
        talked_through_on=checks.iso_day(values, "talked_through_on"),
        repeated_back=values.get("repeated_back") == "yes",
        paper="asked-for" if values.get("paper") == "asked-for" else "none",
        reason=values.get("reason", "").strip(),
    )


def _missing(values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return checks.blank(
        values, "own_words", _("Write the person's own words first.")
    ) or checks.not_a_day(values, "talked_through_on")


SPEC = Spec(SafetyPlan, _read, _build, _missing, is_single=True, fresh={"paper": "none"})
