# SPDX-License-Identifier: EUPL-1.2
"""A call as fields and back. The code word itself is never written in it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from workbench.domain.calls import Call, CallTo, CodeWord, Reached
from workbench.services.person import calling, interpreter_words
from workbench.services.records.akt import Akt
from workbench.ui.outward.looked import carried
from workbench.ui.writing import checks, moments, vocabulary
from workbench.ui.writing.fields import FieldVm, OptionVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _


def fields() -> tuple[FieldVm, ...]:
    """To whom, when, what became of it."""
    function = _("A function is enough. Only when it is somebody else.")
    word = _("Given means that the person could not talk. Then it is no contact that was had.")
    never = _("Not the code word, and nothing of where the person is.")
    return (
        FieldVm("to", _("Who is called"), "choice", options=_options("to")),
        FieldVm("whom", _("Who else"), hint=function),
        FieldVm("day", _("When it was"), "day", _("Empty means now."), is_short=True),
        FieldVm("time", _("Time"), "time", is_short=True),
        FieldVm("reached", _("What became of it"), "choice", options=_options("reached")),
        FieldVm("code_word", _("The code word"), "choice", word, options=_options("code_word")),
        FieldVm("note", _("What was said or agreed"), "text", never, lines=2),
        checks.reason_field(),
    )


def describe(call: Call) -> Lines:
    """A version in labelled lines."""
    return (
        (_("Who is called"), called(call)),
        (_("When it was"), moments.when(call.at)),
        (_("What became of it"), interpreter_words.reached(_)[call.reached]),
        (_("The code word"), interpreter_words.code_words(_).get(call.code_word, "")),
        (_("What was said or agreed"), call.note),
    )


def called(call: Call) -> str:
    """Who was called, in words."""
    return call.whom if call.to == "other" else interpreter_words.call_to(_)[call.to]


def _options(name: str) -> tuple[OptionVm, ...]:
    words = {
        "to": interpreter_words.call_to,
        "reached": interpreter_words.reached,
        "code_word": interpreter_words.code_words,
    }
    return vocabulary.options(words[name](_))


def _read(call: Call) -> Values:
    day, time = moments.split_observed(call.at)
    said = {name: str(getattr(call, name)) for name in ("to", "whom", "reached", "code_word")}
    return said | {"note": call.note, "day": day, "time": time} | carried(call.checked)


def _build(values: Values) -> Call:
    is_other = values["to"] == "other"
    return Call(
        to=cast("CallTo", values["to"]),
        at=moments.observed(values.get("day", ""), values.get("time", "")),
        reached=cast("Reached", values["reached"]),
        whom=values.get("whom", "").strip() if is_other else "",
        code_word="" if is_other else cast("CodeWord", values.get("code_word", "")),
        note=values.get("note", "").strip(),
        reason=values.get(checks.REASON, "").strip(),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    is_other = values.get("to") == "other"
    return (
        checks.blank(values, "to", _("Choose who was called."))
        or (checks.blank(values, "whom", _("Write who was called.")) if is_other else None)
        or checks.not_a_day(values, "day")
        or checks.not_a_time(values, "time")
        or checks.blank(values, "reached", _("Choose what became of it."))
        or checks.no_reason(values, is_correction)
    )


def _timed(akt: Akt, call: Call) -> Call:
    return call if call.at else replace(call, at=akt.now())


def _require(akt: Akt, call: Call) -> None:
    calling.require_call(akt, _timed(akt, call))


def _complete(akt: Akt, call: Call) -> tuple[Call, Mapping[str, bytes]]:
    return _timed(akt, call), {}


SPEC = Spec(Call, _read, _build, _missing, require=_require, complete=_complete)
