# SPDX-License-Identifier: EUPL-1.2
"""A restraining order, its extensions and breaches as fields and back."""

from typing import cast

from workbench.domain.ids import RecordId
from workbench.domain.orders import (
    Decision,
    OrderBreach,
    OrderExtension,
    OrderKind,
    RestrainingOrder,
    YesNo,
)
from workbench.services.law import order_limits
from workbench.services.loop import orders
from workbench.services.loop import protective_words as said
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import TICKED, FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

ORDER_OF = "order"
_DAYS = ("applied_on", "decided_on", "begins", "ends", "lifted_on")


def order_fields() -> tuple[FieldVm, ...]:
    """What an order is made of. The areas come last but one: they reveal places."""
    options = vocabulary.options
    places = _("Shown only when asked for, never on paper. The person chooses which places.")
    return (
        FieldVm("kind", _("Kind"), "list", options=options(said.order_kinds(_)), is_short=True),
        FieldVm("against", _("Against whom"), is_short=True),
        FieldVm("for_child", _("It is the child's own"), "tick"),
        FieldVm("monitored", _("With electronic monitoring"), "tick"),
        FieldVm("applied_on", _("Applied for on"), "day", is_short=True),
        FieldVm("decided_on", _("Decided on"), "day", is_short=True),
        FieldVm("decision", _("Decision"), "choice", options=options(said.decisions(_))),
        FieldVm("begins", _("Holds from"), "day", is_short=True),
        FieldVm("ends", _("Last day"), "day", is_short=True),
        FieldVm("lifted_on", _("Lifted on"), "day", is_short=True),
        FieldVm("reference", _("Case number of the prosecutor")),
        FieldVm("areas", _("Areas"), "text", places, lines=2),
        FieldVm("note", _("Note"), "text", lines=2),
        checks.reason_field(),
    )


def extension_fields() -> tuple[FieldVm, ...]:
    """What an extension is made of."""
    return (
        FieldVm("decided_on", _("Decided on"), "day", is_short=True),
        FieldVm("ends", _("New last day"), "day", is_short=True),
        FieldVm("why", _("Why it was extended"), "text", lines=2),
        checks.reason_field(),
    )


def breach_fields() -> tuple[FieldVm, ...]:
    """What a breach is made of."""
    options = vocabulary.options
    return (
        FieldVm("day", _("Day"), "day", is_short=True),
        FieldVm("report_number", _("Number of the report"), is_short=True),
        FieldVm("what", _("What happened"), "text", lines=3),
        FieldVm(
            "reported",
            _("Reported to the police"),
            "choice",
            options=options(vocabulary.noticed()),
        ),
        checks.reason_field(),
    )


def describe_order(order: RestrainingOrder) -> Lines:
    """A version of an order in labelled lines; that it has areas, not which."""
    return (
        (_("Kind"), said.order_kind(order.kind, _)),
        (_("Against whom"), order.against),
        (_("It is the child's own"), _("Yes") if order.for_child else ""),
        (_("With electronic monitoring"), _("Yes") if order.monitored else ""),
        (_("Applied for on"), order.applied_on),
        (_("Decided on"), order.decided_on),
        (_("Decision"), said.decision(order.decision, _)),
        (_("Holds from"), order.begins),
        (_("Last day"), order.ends),
        (_("Lifted on"), order.lifted_on),
        (_("Case number of the prosecutor"), order.reference),
        (_("Areas"), _("Written, not shown here") if order.areas else ""),
        (_("Note"), order.note),
    )


def describe_extension(extension: OrderExtension) -> Lines:
    """A version of an extension in labelled lines."""
    return (
        (_("Decided on"), extension.decided_on),
        (_("New last day"), extension.ends),
        (_("Why it was extended"), extension.why),
    )


def describe_breach(breach: OrderBreach) -> Lines:
    """A version of a breach in labelled lines."""
    return (
        (_("Day"), breach.day),
        (_("What happened"), breach.what),
        (_("Reported to the police"), said.yes_no(breach.reported, _)),
        (_("Number of the report"), breach.report_number),
    )


def _read_order(order: RestrainingOrder) -> Values:
    return {
        "kind": order.kind,
        "against": order.against,
        "for_child": TICKED if order.for_child else "",
        "monitored": TICKED if order.monitored else "",
        "decision": order.decision,
        **{day: str(getattr(order, day)) for day in _DAYS},
        "reference": order.reference,
        "areas": order.areas,
        "note": order.note,
    }


def _build_order(values: Values) -> RestrainingOrder:
    kind = cast("OrderKind", values["kind"])
    return RestrainingOrder(
        kind=kind,
        against=values.get("against", "").strip(),
        for_child=values.get("for_child") == TICKED,
        monitored=values.get("monitored") == TICKED,
        decision=cast("Decision", values.get("decision", "")),
        **{day: checks.iso_day(values, day) for day in _DAYS},
        reference=values.get("reference", "").strip(),
        areas=values.get("areas", "").strip(),
        note=values.get("note", "").strip(),
        law=_version(kind),
        reason=values.get("reason", "").strip(),
    )


def _missing_order(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    wrong = (checks.not_a_day(values, day) for day in _DAYS)
    is_granted = values.get("decision") == "granted"
    when = _("Write from which day it holds, or when it was decided.")
    return (
        checks.blank(values, "kind", _("Choose the kind."))
        or next((each for each in wrong if each is not None), None)
        or (
            checks.nothing(values, ("begins", "decided_on"), "begins", when) if is_granted else None
        )
        or checks.no_reason(values, is_correction)
    )


def _hints_of_order(values: Values) -> Values:
    """The text of the kind that is chosen, and a doubt where the last day lies beyond it."""
    if not values.get("kind"):
        return {"kind": "", "ends": ""}
    order = _build_order(values)
    limit = order_limits.limit_of(order.kind)
    if limit is None:
        return {"kind": _("Text is missing – ask the responsible manager or a lawyer."), "ends": ""}
    source = _("As of {day}, to be checked").format(day=limit.text.as_of)
    text = " ".join((limit.text.text, limit.text.ground + ".", source + "."))
    is_long = bool(orders.doubt_about(order))
    return {"kind": text, "ends": _("Longer than the text says. Look again.") if is_long else ""}


def _read_extension(extension: OrderExtension) -> Values:
    return {
        ORDER_OF: extension.order,
        "decided_on": extension.decided_on,
        "ends": extension.ends,
        "why": extension.why,
        "law": extension.law,
    }


def _build_extension(values: Values) -> OrderExtension:
    return OrderExtension(
        order=RecordId(values.get(ORDER_OF, "")),
        decided_on=checks.iso_day(values, "decided_on"),
        ends=checks.iso_day(values, "ends"),
        why=values.get("why", "").strip(),
        law=values.get("law", ""),
        reason=values.get("reason", "").strip(),
    )


def _missing_extension(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    return (
        checks.not_a_day(values, "decided_on")
        or checks.blank(values, "ends", _("Write the new last day."))
        or checks.not_a_day(values, "ends")
        or checks.no_reason(values, is_correction)
    )


def _read_breach(breach: OrderBreach) -> Values:
    return {
        ORDER_OF: breach.order,
        "day": breach.day,
        "what": breach.what,
        "reported": breach.reported,
        "report_number": breach.report_number,
    }


def _build_breach(values: Values) -> OrderBreach:
    return OrderBreach(
        order=RecordId(values.get(ORDER_OF, "")),
        day=checks.iso_day(values, "day"),
        what=values.get("what", "").strip(),
        reported=cast("YesNo", values.get("reported") or "unknown"),
        report_number=values.get("report_number", "").strip(),
        reason=values.get("reason", "").strip(),
    )


def _missing_breach(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    return (
        checks.blank(values, "day", _("Write the day, as near as it is known."))
        or checks.not_a_day(values, "day")
        or checks.blank(values, "what", _("Write what happened."))
        or checks.no_reason(values, is_correction)
    )


def _version(kind: OrderKind) -> str:
    limit = order_limits.limit_of(kind)
    return limit.text.version if limit is not None else ""


ORDER = Spec(
    RestrainingOrder, _read_order, _build_order, _missing_order, _hints_of_order,
    require_as=orders.require_order,
)  # fmt: skip
EXTENSION = Spec(
    OrderExtension, _read_extension, _build_extension, _missing_extension,
    require_as=orders.require_extension,
)  # fmt: skip
BREACH = Spec(
    OrderBreach, _read_breach, _build_breach, _missing_breach, require=orders.require_breach
)
