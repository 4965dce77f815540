# SPDX-License-Identifier: EUPL-1.2
"""An own date, a reason for a new assessment, and what became of a date, as fields and back."""

from typing import cast

from workbench.domain.deadlines import Act, Deadline, Kind, ReviewDate, settled
from workbench.domain.ids import RecordId
from workbench.domain.triggers import ReassessmentTrigger, TriggerKind
from workbench.services.loop import deadlines
from workbench.services.loop import protective_words as said
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm, OptionVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

_KEPT = (
    "rule", "since", "due", "kind", "title", "first_due", "law_due", "answers", "about",
    "done_on", "outcome", "moved_because", "cancelled_on", "cancelled_because",
)  # fmt: skip
"""What no field asks for: it goes along as it stands."""


def date_fields() -> tuple[FieldVm, ...]:
    """What an own date is made of."""
    only_here = _("Only this case file shows it. Today says a number, a kind and a day.")
    return (
        FieldVm("day", _("Day"), "day"),
        FieldVm("what", _("What will be looked at"), hint=only_here),
        checks.reason_field(),
    )


def trigger_fields() -> tuple[FieldVm, ...]:
    """What a reason for a new assessment is made of."""
    return (
        FieldVm("kind", _("What happened"), "list", options=_triggers(), is_short=True),
        FieldVm("day", _("Day"), "day", _("When it happened or will happen."), is_short=True),
        FieldVm("note", _("Note"), "text", lines=2),
        checks.reason_field(),
    )


def settle_fields() -> tuple[FieldVm, ...]:
    """What can become of a date."""
    day = _("The day on which it was done, or the new day.")
    why = _("What came of it. For another day, or no longer needed: why.")
    return (
        FieldVm(
            "act",
            _("What became of it?"),
            "choice",
            options=vocabulary.options(said.acts(_), "1234"),
        ),
        FieldVm("day", _("Day"), "day", day),
        FieldVm("words", _("Outcome or reason"), "text", why, lines=2),
    )


def describe_deadline(deadline: Deadline) -> Lines:
    """A version of a date in labelled lines."""
    return (
        (_("Day"), deadline.due),
        (_("Why it was moved"), deadline.moved_because),
        (_("Done on"), deadline.done_on),
        (_("What came of it"), deadline.outcome),
        (_("Cancelled on"), deadline.cancelled_on),
        (_("Why it was cancelled"), deadline.cancelled_because),
    )


def describe_trigger(trigger: ReassessmentTrigger) -> Lines:
    """A version of a reason for a new assessment in labelled lines."""
    return (
        (_("What happened"), said.trigger_kind(trigger.kind, _)),
        (_("Day"), trigger.day),
        (_("Note"), trigger.note),
    )


def values_of(deadline: Deadline) -> Values:
    """A date as it stands; what became of it is still to be said."""
    return {name: str(getattr(deadline, name) or "") for name in _KEPT}


def _build_settled(values: Values) -> Deadline:
    kept = {name: values.get(name, "") for name in _KEPT if name not in ("about", "kind")}
    about = values.get("about", "")
    stands = Deadline(
        kind=cast("Kind", values.get("kind") or "local"),
        about=RecordId(about) if about else None,
        **kept,
    )
    act = cast("Act", values["act"])
    return settled(stands, act, checks.iso_day(values, "day"), values.get("words", "").strip())


def _missing_settled(values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001
    act = values.get("act", "")
    needs_words = act in ("moved", "cancelled", "reopened")
    return (
        checks.blank(values, "act", _("Choose what became of it."))
        or (_is_open_already(values) if act == "reopened" else None)
        or (checks.blank(values, "day", _("Write the day.")) if act != "reopened" else None)
        or checks.not_a_day(values, "day")
        or (checks.blank(values, "words", _("Write why.")) if needs_words else None)
    )


def _is_open_already(values: Values) -> Missing | None:
    is_closed = values.get("done_on") or values.get("cancelled_on")
    return None if is_closed else Missing("act", _("It is open already."))


def _build_date(values: Values) -> ReviewDate:
    return ReviewDate(
        day=checks.iso_day(values, "day"),
        what=values.get("what", "").strip(),
        reason=values.get("reason", "").strip(),
    )


def _missing_date(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "day", _("Write the day."))
        or checks.not_a_day(values, "day")
        or checks.blank(values, "what", _("Write what will be looked at."))
        or checks.no_reason(values, is_correction)
    )


def _build_trigger(values: Values) -> ReassessmentTrigger:
    return ReassessmentTrigger(
        kind=cast("TriggerKind", values["kind"]),
        day=checks.iso_day(values, "day"),
        note=values.get("note", "").strip(),
        reason=values.get("reason", "").strip(),
    )


def _missing_trigger(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    return (
        checks.blank(values, "kind", _("Choose what happened."))
        or checks.blank(values, "day", _("Write the day, as near as it is known."))
        or checks.not_a_day(values, "day")
        or checks.no_reason(values, is_correction)
    )


def _triggers() -> tuple[OptionVm, ...]:
    return vocabulary.options(said.trigger_kinds(_))


SETTLE = Spec(
    Deadline, values_of, _build_settled, _missing_settled, require=deadlines.require_settled
)
OWN_DATE = Spec(ReviewDate, lambda d: {"day": d.day, "what": d.what}, _build_date, _missing_date)
TRIGGER = Spec(
    ReassessmentTrigger,
    lambda t: {"kind": t.kind, "day": t.day, "note": t.note},
    _build_trigger,
    _missing_trigger,
)
