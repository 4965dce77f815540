# SPDX-License-Identifier: EUPL-1.2
"""What must be said before something can be entered, told one at a time and calmly."""

from collections.abc import Iterable

from workbench.ui.writing import moments
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.spec import Missing, Values
from workbench.words import _

REASON = "reason"


def reason_field() -> FieldVm:
    """Why a record is corrected; shown for corrections only."""
    kept = _("What stood before stays in the history.")
    return FieldVm(REASON, _("Why it is corrected"), hint=kept)


def blank(values: Values, field: str, text: str) -> Missing | None:
    """Nothing in a field that must not be empty."""
    return None if values.get(field, "").strip() else Missing(field, text)


def nothing(values: Values, fields: Iterable[str], first: str, text: str) -> Missing | None:
    """Not one word in any of `fields`: a slip of the hand, not an entry."""
    is_written = any(values.get(field, "").strip() for field in fields)
    return None if is_written else Missing(first, text)


def not_a_day(values: Values, field: str) -> Missing | None:
    """Something in a field that is not a day. Empty is no fault."""
    text = values.get(field, "").strip()
    if not text or moments.read_day(text) is not None:
        return None
    return Missing(field, _("Write the day like this: 2026-11-22."))


def not_a_time(values: Values, field: str) -> Missing | None:
    """Something in a field that is not a time of day. Empty is no fault."""
    text = values.get(field, "").strip()
    if not text or moments.read_time(text) is not None:
        return None
    return Missing(field, _("Write the time like this: 14:32."))


def no_reason(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    """A correction without a reason."""
    if not is_correction:
        return None
    return blank(values, REASON, _("Write why it is corrected."))


def iso_day(values: Values, field: str) -> str:
    """The day typed in its one spelling; what is no day as it stands."""
    text = values.get(field, "").strip()
    day = moments.read_day(text)
    return day.isoformat() if day is not None else text
