# SPDX-License-Identifier: EUPL-1.2
"""An alarm and a contact at the police as fields and back."""

from typing import cast

from workbench.domain.orders import Alarm, AlarmKind, PoliceContact
from workbench.services.facts.has_been import require_been
from workbench.services.loop import protective_words as said
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

_ALARM_DAYS = ("since", "until", "tried_on")
_POLICE = ("name", "unit", "phone", "report_number", "note")


def alarm_fields() -> tuple[FieldVm, ...]:
    """What an alarm is made of."""
    options = vocabulary.options(said.alarm_kinds(_))
    return (
        FieldVm("kind", _("Kind"), "list", options=options),
        FieldVm("since", _("Since"), "day", is_short=True),
        FieldVm("tried_on", _("Tried on"), "day", is_short=True),
        FieldVm("until", _("Handed back"), "day", is_short=True),
        FieldVm("note", _("Note"), "text", lines=2),
        checks.reason_field(),
    )


def police_fields() -> tuple[FieldVm, ...]:
    """What a contact at the police is made of."""
    return (
        FieldVm("name", _("Name or function"), is_short=True),
        FieldVm("unit", _("Unit"), is_short=True),
        FieldVm("phone", _("Phone"), is_short=True, starts_line=True),
        FieldVm("report_number", _("Number of the report"), is_short=True),
        FieldVm("note", _("Note"), "text", lines=2),
        checks.reason_field(),
    )


def describe_alarm(alarm: Alarm) -> Lines:
    """A version of an alarm in labelled lines."""
    return (
        (_("Kind"), said.alarm_kind(alarm.kind, _)),
        (_("Since"), alarm.since),
        (_("Tried on"), alarm.tried_on),
        (_("Handed back"), alarm.until),
        (_("Note"), alarm.note),
    )


def describe_police(contact: PoliceContact) -> Lines:
    """A version of a contact in labelled lines."""
    return (
        (_("Name or function"), contact.name),
        (_("Unit"), contact.unit),
        (_("Phone"), contact.phone),
        (_("Number of the report"), contact.report_number),
        (_("Note"), contact.note),
    )


def _read_alarm(alarm: Alarm) -> Values:
    days = {day: str(getattr(alarm, day)) for day in _ALARM_DAYS}
    return {"kind": alarm.kind, "note": alarm.note, **days}


def _build_alarm(values: Values) -> Alarm:
    return Alarm(
        kind=cast("AlarmKind", values["kind"]),
        since=checks.iso_day(values, "since"),
        until=checks.iso_day(values, "until"),
        tried_on=checks.iso_day(values, "tried_on"),
        note=values.get("note", "").strip(),
        reason=values.get("reason", "").strip(),
    )


def _missing_alarm(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    wrong = (checks.not_a_day(values, day) for day in _ALARM_DAYS)
    return (
        checks.blank(values, "kind", _("Choose the kind."))
        or next((each for each in wrong if each is not None), None)
        or _ends_first(values)
        or checks.no_reason(values, is_correction)
    )


def _ends_first(values: Values) -> Missing | None:
    since, until = checks.iso_day(values, "since"), checks.iso_day(values, "until")
    if not since or not until or until >= since:
        return None
    return Missing("until", _("It cannot be handed back before it came."))


def _hints_of_alarm(values: Values) -> Values:
    return {"kind": said.no_position(_) if values.get("kind") == "alarm_number" else ""}


def _read_police(contact: PoliceContact) -> Values:
    return {name: str(getattr(contact, name)) for name in _POLICE}


def _build_police(values: Values) -> PoliceContact:
    told = {name: values.get(name, "").strip() for name in _POLICE}
    return PoliceContact(**told, reason=values.get("reason", "").strip())


def _missing_police(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    said_where = ("name", "unit", "phone")
    missing = checks.nothing(values, said_where, "name", _("Write whom or where to reach."))
    return missing or checks.no_reason(values, is_correction)


ALARM = Spec(
    Alarm, _read_alarm, _build_alarm, _missing_alarm, _hints_of_alarm, require=require_been
)
POLICE = Spec(PoliceContact, _read_police, _build_police, _missing_police)
