# SPDX-License-Identifier: EUPL-1.2
"""In an adult's akt: that each child has a plan of its own, and when it was gone through.

The child's plan stands in the child's own akt; nothing of it is shown or kept here.
"""

from workbench.domain.plans import ChildPlanNote
from workbench.services.desk import Desk
from workbench.services.loop import safety_planning
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.ui.writing.voices import names_of
from workbench.words import _


def child_fields() -> tuple[FieldVm, ...]:
    """What is noted of a child's plan: nothing that stands in it."""
    yes_no = vocabulary.options(vocabulary.yes_or_no())
    return (
        FieldVm("child", _("The child, as called here"), hint=_("Nothing of the child's plan.")),
        FieldVm("has_plan", _("Has the child a plan of its own?"), "choice", options=yes_no),
        FieldVm("reviewed_on", _("Last gone through on"), "day", is_short=True),
        FieldVm("review_on", _("Gone through again on"), "day", is_short=True),
        checks.reason_field(),
    )


def children_told(akt: Akt, desk: Desk) -> tuple[RecordVm, ...]:
    """The notes as they stand."""
    tell = teller(akt, names_of(desk))
    return tuple(_note(tell, each) for each in akt.all(ChildPlanNote))


def _note(tell: Teller, each: Recorded[ChildPlanNote]) -> RecordVm:
    note = each.value
    state = StateVm(_("Has a plan of its own"), "done")
    if not note.has_plan:
        state = StateVm(_("No plan of its own yet"), "amber")
    facts = []
    if note.reviewed_on:
        facts.append(_("Gone through {day}").format(day=note.reviewed_on))
    if note.review_on:
        facts.append(_("again {day}").format(day=note.review_on))
    return RecordVm(
        record=each.record,
        heading=note.child,
        text="",
        facts=(*facts, *standing_facts(each)),
        states=(state,),
        versions=tell.versions(ChildPlanNote, each, _describe),
        has_working=tell.has_working(ChildPlanNote, each.record),
    )


def _describe(note: ChildPlanNote) -> Lines:
    return (
        (_("The child, as called here"), note.child),
        (_("Has the child a plan of its own?"), _("Yes") if note.has_plan else _("No")),
        (_("Last gone through on"), note.reviewed_on),
        (_("Gone through again on"), note.review_on),
    )


def _read(note: ChildPlanNote) -> Values:
    return {
        "child": note.child,
        "has_plan": "yes" if note.has_plan else "no",
        "reviewed_on": note.reviewed_on,
        "review_on": note.review_on,
    }


def _build(values: Values) -> ChildPlanNote:
    return ChildPlanNote(
        child=values.get("child", "").strip(),
        has_plan=values.get("has_plan") == "yes",
        reviewed_on=checks.iso_day(values, "reviewed_on"),
        review_on=checks.iso_day(values, "review_on"),
        reason=values.get("reason", "").strip(),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "child", _("Write what the child is called here."))
        or checks.blank(values, "has_plan", _("Choose yes or no."))
        or checks.not_a_day(values, "reviewed_on")
        or checks.not_a_day(values, "review_on")
        or checks.no_reason(values, is_correction)
    )


CHILD = Spec(ChildPlanNote, _read, _build, _missing, require=safety_planning.require_child_note)
