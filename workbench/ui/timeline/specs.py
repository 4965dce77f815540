# SPDX-License-Identifier: EUPL-1.2
"""An event of the life as fields and back. It may lie ahead: a day in court, a birth, a move."""

from typing import cast

from workbench.domain.life_events import LifeEvent, LifeEventKind
from workbench.services.facts import happening
from workbench.services.facts import happening_words as said
from workbench.ui.incidents.specs import time_fields, time_missing
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import TICKED, FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _


def fields() -> tuple[FieldVm, ...]:
    """What an event is made of."""
    kinds = vocabulary.options(said.event_kinds(_))
    return (
        FieldVm("kind", _("Kind"), "list", options=kinds, is_short=True),
        *time_fields(),
        FieldVm("what", _("What happened"), "text", lines=2),
        FieldVm("source", _("Source"), hint=_("Who said it, or where it stands.")),
        checks.reason_field(),
    )


def describe(event: LifeEvent) -> Lines:
    """A version of an event in labelled lines."""
    return (
        (_("Kind"), said.event_kind(event.kind, _)),
        (_("Day"), happening.spelled(event)),
        (_("What happened"), event.what),
        (_("Source"), event.source),
    )


def _read(event: LifeEvent) -> Values:
    return {
        "kind": event.kind,
        "day": event.day,
        "until": event.until,
        "about": TICKED if event.about else "",
        "what": event.what,
        "source": event.source,
    }


def _build(values: Values) -> LifeEvent:
    return LifeEvent(
        day=checks.iso_day(values, "day"),
        kind=cast("LifeEventKind", values["kind"]),
        what=values.get("what", "").strip(),
        until=checks.iso_day(values, "until"),
        about=values.get("about") == TICKED,
        source=values.get("source", "").strip(),
        reason=values.get("reason", "").strip(),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "kind", _("Choose the kind."))
        or time_missing(values)
        or checks.no_reason(values, is_correction)
    )


def _hints(values: Values) -> Values:
    is_placed = values.get("kind") == "placement"
    code = _("The code of the house alone: never its name, its town or its address.")
    return {"what": code if is_placed else ""}


SPEC = Spec(LifeEvent, _read, _build, _missing, hints=_hints, require=happening.require_event)
