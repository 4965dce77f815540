# SPDX-License-Identifier: EUPL-1.2
"""The organisation's plan as fields and back. The page's work is `plan_items.plan_presenter`."""

from workbench.domain.plans import ProtectionPlan
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go
from workbench.ui.plan_items.plan_presenter import PlanKind, PlanPresenter, PlanView
from workbench.ui.writing import checks
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

ProtectionPlanView = PlanView


class ProtectionPlanPresenter(PlanPresenter[ProtectionPlan]):
    """Decides what the protection plan's page shows."""

    def __init__(self, view: ProtectionPlanView, case: OpenCase, asks: Asks, go: Go) -> None:
        super().__init__(view, case, asks, go, PlanKind("organisation", SPEC, describe))


def fields() -> tuple[FieldVm, ...]:
    """What the organisation's plan is made of."""
    return (
        FieldVm(
            "contact_rules",
            _("How we contact the person"),
            "text",
            _("The rules that everybody here follows. No code word here."),
            lines=3,
        ),
        FieldVm(
            "if_something_happens",
            _("What applies if something happens"),
            "text",
            _("What, who does it, who is told."),
            lines=4,
        ),
        FieldVm("responsible", _("Responsible"), is_short=True),
        FieldVm("follow_up_on", _("Follow-up on"), "day", is_short=True),
        FieldVm("reason", _("Why it is changed"), hint=_("The earlier plan stays in the history.")),
    )


def describe(plan: ProtectionPlan) -> Lines:
    """A version of the plan in labelled lines."""
    return (
        (_("How we contact the person"), plan.contact_rules),
        (_("What applies if something happens"), plan.if_something_happens),
        (_("Responsible"), plan.responsible),
        (_("Follow-up on"), plan.follow_up_on),
    )


def _read(plan: ProtectionPlan) -> Values:
    return {
        "contact_rules": plan.contact_rules,
        "if_something_happens": plan.if_something_happens,
        "responsible": plan.responsible,
        "follow_up_on": plan.follow_up_on,
    }


def _build(values: Values) -> ProtectionPlan:
    return ProtectionPlan(
        contact_rules=values.get("contact_rules", ""),
        if_something_happens=values.get("if_something_happens", ""),
        responsible=values.get("responsible", "").strip(),
        follow_up_on=checks.iso_day(values, "follow_up_on"),
        reason=values.get("reason", "").strip(),
    )


def _missing(values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    if not any(values.get(name, "").strip() for name in ("contact_rules", "if_something_happens")):
        return Missing("contact_rules", _("Write the plan first."))
    return checks.not_a_day(values, "follow_up_on")


SPEC = Spec(ProtectionPlan, _read, _build, _missing, is_single=True)
