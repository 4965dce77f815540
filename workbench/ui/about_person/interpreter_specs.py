# SPDX-License-Identifier: EUPL-1.2
"""The interpreter that is needed, and each interpreted talk, as fields and back."""

from typing import cast

from workbench.domain.interpreters import (
    DEVIATIONS,
    Gender,
    InterpretedBy,
    InterpretedTalk,
    InterpreterNeed,
    InterpreterWay,
    Same,
)
from workbench.services.person import interpreter_words, interpreting
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import TICKED, FieldVm, OptionVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

_NEED = ("language", "dialect", "gender", "same", "way", "wishes")
_TALK = ("day", "who", "by", "way", "how_it_went", "deviation")


def need_fields() -> tuple[FieldVm, ...]:
    """What the person needs and wishes."""
    ways = vocabulary.options(interpreter_words.ways(_))
    return (
        FieldVm("language", _("Language"), is_short=True),
        FieldVm("dialect", _("Dialect"), is_short=True),
        FieldVm("gender", _("Who should interpret"), "choice", options=_options("gender")),
        FieldVm("same", _("The one from before"), "choice", options=_options("same")),
        FieldVm("way", _("How"), "choice", options=ways),
        FieldVm("from_elsewhere", _("An interpreter from another place than here"), "tick"),
        FieldVm("wishes", _("What else the person wishes"), "text", lines=2),
        checks.reason_field(),
    )


def talk_fields() -> tuple[FieldVm, ...]:
    """When, who by function or number, and how it went."""
    who = _("A function or a booking number, never a name.")
    never = _("Children and relatives never interpret. If it happened, it is kept as a deviation.")
    why = _("Why it happened, and what was done about it.")
    by = vocabulary.options(interpreter_words.interpreted_by(_))
    return (
        FieldVm("day", _("Day of the talk"), "day", is_short=True),
        FieldVm("who", _("Who interpreted"), hint=who, is_short=True),
        FieldVm("by", _("It was"), "choice", never, options=by),
        FieldVm("deviation", _("Why a relative or a child"), "text", why, lines=2),
        FieldVm("way", _("How"), "choice", options=vocabulary.options(interpreter_words.ways(_))),
        FieldVm("how_it_went", _("How it went"), "text", lines=2),
        checks.reason_field(),
    )


def describe_need(value: InterpreterNeed) -> Lines:
    """A version in labelled lines."""
    return (
        (_("Language"), value.language),
        (_("Dialect"), value.dialect),
        (_("Who should interpret"), interpreter_words.genders(_).get(value.gender, "")),
        (_("The one from before"), interpreter_words.sames(_).get(value.same, "")),
        (_("How"), interpreter_words.ways(_).get(value.way, "")),
        (_("An interpreter from another place than here"), _yes(value.from_elsewhere)),
        (_("What else the person wishes"), value.wishes),
    )


def describe_talk(value: InterpretedTalk) -> Lines:
    """A version in labelled lines."""
    return (
        (_("Day of the talk"), value.day),
        (_("Who interpreted"), value.who),
        (_("It was"), interpreter_words.interpreted_by(_)[value.by]),
        (_("Why a relative or a child"), value.deviation),
        (_("How"), interpreter_words.ways(_).get(value.way, "")),
        (_("How it went"), value.how_it_went),
    )


def _options(name: str) -> tuple[OptionVm, ...]:
    words = interpreter_words.genders(_) if name == "gender" else interpreter_words.sames(_)
    return vocabulary.options(words)


def _yes(holds: bool) -> str:  # noqa: FBT001  a record's own field
    return _("Yes") if holds else ""


def _text(values: Values, name: str) -> str:
    return values.get(name, "").strip()


def _read_need(value: InterpreterNeed) -> Values:
    told = {name: str(getattr(value, name)) for name in _NEED}
    return told | {"from_elsewhere": TICKED if value.from_elsewhere else ""}


def _build_need(values: Values) -> InterpreterNeed:
    return InterpreterNeed(
        language=_text(values, "language"),
        dialect=_text(values, "dialect"),
        gender=cast("Gender", values.get("gender", "")),
        from_elsewhere=values.get("from_elsewhere") == TICKED,
        same=cast("Same", values.get("same", "")),
        way=cast("InterpreterWay", values.get("way", "")),
        wishes=_text(values, "wishes"),
        reason=_text(values, checks.REASON),
    )


def _missing_need(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    return checks.blank(values, "language", _("Write the language.")) or checks.no_reason(
        values, is_correction
    )


def _read_talk(value: InterpretedTalk) -> Values:
    return {name: str(getattr(value, name)) for name in _TALK}


def _build_talk(values: Values) -> InterpretedTalk:
    by = cast("InterpretedBy", values["by"])
    return InterpretedTalk(
        day=checks.iso_day(values, "day"),
        who=_text(values, "who"),
        by=by,
        way=cast("InterpreterWay", values.get("way", "")),
        how_it_went=_text(values, "how_it_went"),
        deviation=_text(values, "deviation") if by in DEVIATIONS else "",
        reason=_text(values, checks.REASON),
    )


def _missing_talk(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    return (
        checks.blank(values, "day", _("Write the day of the talk."))
        or checks.not_a_day(values, "day")
        or checks.blank(values, "who", _("Write who interpreted: function or booking number."))
        or checks.blank(values, "by", _("Choose who it was."))
        or checks.no_reason(values, is_correction)
    )


NEED = Spec(InterpreterNeed, _read_need, _build_need, _missing_need, is_single=True)
TALK = Spec(
    InterpretedTalk, _read_talk, _build_talk, _missing_talk, require=interpreting.require_talk
)
