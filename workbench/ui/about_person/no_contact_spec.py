# SPDX-License-Identifier: EUPL-1.2
"""A row of the list of those who must not be contacted, as fields and back."""

from typing import cast

from workbench.domain.no_contact import NoContact, NotContacted
from workbench.services.person import interpreter_words, no_contact
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

_FIELDS = ("who", "what", "why", "since")
_KEPT = ("ended_on", "ended_because")
"""Said by the step that ends a row, and carried along when one is corrected."""


def fields() -> tuple[FieldVm, ...]:
    """Who, what they are, why, and from which day."""
    kinds = vocabulary.options(interpreter_words.all_not_contacted(_))
    who = _("A function, an office or a booking number is enough. Never an address.")
    return (
        FieldVm("who", _("Who must not be contacted"), hint=who),
        FieldVm("what", _("What they are"), "choice", options=kinds),
        FieldVm("why", _("Why not"), "text", lines=2),
        FieldVm("since", _("Since"), "day"),
        checks.reason_field(),
    )


def describe(value: NoContact) -> Lines:
    """A version in labelled lines."""
    return (
        (_("Who must not be contacted"), value.who),
        (_("What they are"), interpreter_words.not_contacted(value.what, _)),
        (_("Why not"), value.why),
        (_("Since"), value.since),
        (_("Ended on"), value.ended_on),
        (_("Why it was ended"), value.ended_because),
    )


def _read(value: NoContact) -> Values:
    return {name: str(getattr(value, name)) for name in (*_FIELDS, *_KEPT)}


def _build(values: Values) -> NoContact:
    return NoContact(
        who=values.get("who", "").strip(),
        what=cast("NotContacted", values["what"]),
        why=values.get("why", "").strip(),
        since=checks.iso_day(values, "since"),
        ended_on=values.get("ended_on", ""),
        ended_because=values.get("ended_because", ""),
        reason=values.get(checks.REASON, "").strip(),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "who", _("Write who must not be contacted."))
        or checks.blank(values, "what", _("Choose what they are."))
        or checks.blank(values, "why", _("Write why not: the next one must understand it."))
        or checks.blank(values, "since", _("Write since when."))
        or checks.not_a_day(values, "since")
        or checks.no_reason(values, is_correction)
    )


SPEC = Spec(NoContact, _read, _build, _missing, require=no_contact.require_row)
