# SPDX-License-Identifier: EUPL-1.2
"""What a note is made of, and what must be said before it is entered."""

from typing import cast

from workbench.domain.subject import Nature, Note
from workbench.services.facts import account_words
from workbench.ui.writing import checks, moments, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _


def fields() -> tuple[FieldVm, ...]:
    """What a note is made of."""
    now, where = _("Empty means now."), _("Where it stands, or how it came here.")
    natures = vocabulary.options(account_words.natures(_))
    return (
        FieldVm("text", _("What was said or happened"), "text", lines=6),
        FieldVm("day", _("When it happened"), "day", now, is_short=True),
        FieldVm("time", _("Time"), "time", is_short=True),
        FieldVm("said_by", _("Who said it"), is_short=True),
        FieldVm("source", _("Source"), hint=where, is_short=True, starts_line=True),
        FieldVm("nature", _("Fact or opinion"), "choice", options=natures, is_short=True),
        checks.reason_field(),
    )


def _read(note: Note) -> Values:
    day, time = moments.split_observed(note.observed_at)
    told = {"said_by": note.said_by, "nature": note.nature}
    return {"text": note.text, "day": day, "time": time, "source": note.source, **told}


def _build(values: Values) -> Note:
    return Note(
        text=values.get("text", ""),
        observed_at=moments.observed(values.get("day", ""), values.get("time", "")),
        source=values.get("source", "").strip(),
        reason=values.get("reason", "").strip(),
        said_by=values.get("said_by", "").strip(),
        nature=cast("Nature", values.get("nature", "")),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "text", _("Write the note first."))
        or checks.not_a_day(values, "day")
        or checks.not_a_time(values, "time")
        or checks.no_reason(values, is_correction)
    )


SPEC = Spec(Note, _read, _build, _missing)
