# SPDX-License-Identifier: EUPL-1.2
"""What the person's own plan is made of, and a version of it in words."""

from workbench.domain.plans import SafetyPlan
from workbench.ui.writing import vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.words import _

OF_A_CHILD = ("designated", "contact", "reader")
"""Fields that only a child's plan has."""


def fields() -> tuple[FieldVm, ...]:
    """Own words first; what is for paper is asked only when the person wants paper."""
    yes_no = vocabulary.options(vocabulary.yes_or_no())
    return (
        FieldVm(
            "own_words",
            _("In the person's own words"),
            "text",
            _("What the person already does to be safe, and what the person wants to do."),
            lines=8,
        ),
        FieldVm("talked_through_on", _("Talked through on"), "day", is_short=True),
        FieldVm("review_on", _("Gone through again on"), "day", is_short=True),
        FieldVm(
            "repeated_back",
            _("Has the person repeated it back in own words?"),
            "choice",
            options=yes_no,
        ),
        *_of_a_child(),
        *_for_paper(),
        FieldVm("reason", _("Why it is changed"), hint=_("The earlier plan stays in the history.")),
    )


def _of_a_child() -> tuple[FieldVm, ...]:
    barred = _("Nothing about where an adult is, or about the adult's plan.")
    return (
        FieldVm(
            "designated",
            _("The person named for the child"),
            hint=_("Whom the organisation has named for this child."),
            is_short=True,
        ),
        FieldVm("contact", _("The child's own contact person"), hint=barred, is_short=True),
    )


def _for_paper() -> tuple[FieldVm, ...]:
    return (
        FieldVm(
            "paper",
            _("Paper"),
            "choice",
            _("A written plan can be found. So nothing is printed unless the person asks for it."),
            options=vocabulary.options(paper_words()),
        ),
        FieldVm(
            "on_paper",
            _("What may stand on paper, in own words"),
            "text",
            _("No names of staff or places, no heading, no level. Only this is printed."),
            lines=3,
        ),
        FieldVm(
            "size", _("Size of the sheet"), "choice", options=vocabulary.options(_size_words())
        ),
        FieldVm(
            "reader",
            _("For whom the sheet is set"),
            "choice",
            options=vocabulary.options(_reader_words()),
        ),
    )


def describe(plan: SafetyPlan) -> Lines:
    """A version of the plan in labelled lines."""
    return (
        (_("In the person's own words"), plan.own_words),
        (_("Talked through on"), plan.talked_through_on),
        (_("Repeated back"), _("Yes") if plan.repeated_back else ""),
        (_("Gone through again on"), plan.review_on),
        (_("The person named for the child"), plan.designated),
        (_("The child's own contact person"), plan.contact),
        (_("Paper"), paper_words()[plan.paper]),
        (_("What may stand on paper, in own words"), plan.on_paper),
    )


def paper_words() -> dict[str, str]:
    """Whether the person wants paper."""
    return {"none": _("Not printed"), "asked-for": _("The person has asked for paper")}


def _size_words() -> dict[str, str]:
    return {"A6": _("Small, A6"), "A5": _("Larger, A5 to fold")}


def _reader_words() -> dict[str, str]:
    return {
        "young": _("A young child, large letters"),
        "school": _("A child at school"),
        "teen": _("A teenager"),
    }
