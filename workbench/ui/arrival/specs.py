# SPDX-License-Identifier: EUPL-1.2
"""An arrival as fields and back. Nothing is mandatory but a day and a time."""

from typing import cast

from workbench.domain.arrivals import (
    Arrival,
    Asked,
    ChildArrival,
    ChildDecision,
    Custody,
    DecisionForm,
)
from workbench.domain.house_codes import is_code
from workbench.domain.subject import Identity, Subject, SubjectRole
from workbench.services.arrival import arrival_words as said
from workbench.ui.writing import checks, moments
from workbench.ui.writing.fields import FieldVm, OptionVm
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.ui.writing.vocabulary import options
from workbench.words import _

_ADULT_TEXTS = (
    "came_with", "followed_how", "injuries", "medicine", "where_he_is", "placed_by", "decided_by",
    "interpreter", "who_may_know", "room", "key", "intake_by", "call", "postponed", "hand",
)  # fmt: skip
_ADULT_CODES = ("followed", "tracked", "strangled", "decision_form")
_CHILD_TEXTS = (
    "injuries", "medicine", "needs", "decided_by", "told", "designated", "postponed", "hand",
)  # fmt: skip
_CHILD_CODES = ("strangled", "custody", "consent", "decision")


def adult_fields() -> tuple[FieldVm, ...]:
    """In the order in which one asks at the door."""
    both, own = said.of_both(_), said.of_adult(_)
    codes = _("A code, never an address.")
    name = _("Without a name the case file has its number only.")
    return (
        FieldVm("day", _("Day"), "day", is_short=True),
        FieldVm("time", _("Time"), "time", is_short=True),
        FieldVm("room", own["room"], hint=codes, is_short=True),
        FieldVm("key", own["key"], is_short=True),
        FieldVm("name", _("Name, if it is known"), hint=name, is_short=True, starts_line=True),
        FieldVm("personal_number", _("Personal number"), is_short=True),
        FieldVm("came_with", own["came_with"]),
        FieldVm("strangled", both["strangled"], "choice", options=_asked()),
        FieldVm("injuries", both["injuries"], "text", lines=2),
        FieldVm("medicine", both["medicine"], "text", lines=2),
        FieldVm("followed", own["followed"], "choice", options=_asked()),
        FieldVm("tracked", own["tracked"], "choice", options=_asked()),
        FieldVm("followed_how", own["followed_how"], "text", lines=2),
        FieldVm("where_he_is", own["where_he_is"], "text", lines=2),
        FieldVm("placed_by", own["placed_by"], is_short=True),
        FieldVm("decided_by", own["decided_by"], is_short=True),
        FieldVm("decision_form", own["decision_form"], "choice", options=_forms()),
        FieldVm("interpreter", own["interpreter"], is_short=True),
        FieldVm("who_may_know", own["who_may_know"], is_short=True),
        FieldVm("intake_by", own["intake_by"], is_short=True),
        FieldVm("call", own["call"], hint=_only_reachable(), is_short=True),
        FieldVm("postponed", both["postponed"], "text", _becomes_a_task(), lines=3),
        *_on_paper(),
        checks.reason_field(),
    )


def child_fields() -> tuple[FieldVm, ...]:
    """One child. Nothing of the adult is asked for here."""
    both, own = said.of_both(_), said.of_child(_)
    apart = _("In the child's own case file. Write nothing about the parents' whereabouts here.")
    return (
        FieldVm("day", _("Day"), "day", is_short=True),
        FieldVm("time", _("Time"), "time", is_short=True),
        FieldVm("name", _("Name, if it is known"), hint=apart, is_short=True, starts_line=True),
        FieldVm("personal_number", _("Personal number"), is_short=True),
        FieldVm("strangled", both["strangled"], "choice", options=_asked()),
        FieldVm("injuries", both["injuries"], "text", lines=2),
        FieldVm("medicine", both["medicine"], "text", lines=2),
        FieldVm("needs", own["needs"], "text", lines=2),
        FieldVm("custody", own["custody"], "choice", options=options(said.custodies(_))),
        FieldVm("consent", own["consent"], "choice", options=_asked()),
        FieldVm("decision", own["decision"], "choice", options=options(said.child_decisions(_))),
        FieldVm("decided_on", own["decided_on"], "day", is_short=True),
        FieldVm("decided_by", _("Who decided"), is_short=True),
        FieldVm("told", own["told"], "text", lines=2),
        FieldVm("designated", own["designated"]),
        FieldVm("postponed", both["postponed"], "text", _becomes_a_task(), lines=2),
        *_on_paper(),
        checks.reason_field(),
    )


def subject_of(values: Values, *, is_child: bool) -> Subject | None:
    """Whom it is about, None where nothing was said of it and it is no child's new akt."""
    name = values.get("name", "").strip()
    number = values.get("personal_number", "").strip()
    if not (name or number or is_child):
        return None
    known: Identity = "stated" if name or number else "unknown"
    role: SubjectRole = "child" if is_child else "exposed"
    return Subject(name, number, known, role)


def named(values: Values) -> Subject:
    """Who it may be, to be looked at for doubts: nothing of it has to be known at the door."""
    name, number = (values.get(each, "").strip() for each in ("name", "personal_number"))
    return Subject(name, number, "unknown")


def _asked() -> tuple[OptionVm, ...]:
    words = said.asked(_)
    keys = {"yes": _("Y"), "no": _("N"), "": "-"}
    return tuple(OptionVm(code or "not-asked", words[code], keys[code]) for code in words)


def _forms() -> tuple[OptionVm, ...]:
    return options(said.decision_forms(_))


def _becomes_a_task() -> str:
    return _("Each line becomes a task for tomorrow, with its day.")


def _only_reachable() -> str:
    return _("Read aloud in the morning report: a function and a number, no name of anybody here.")


def _on_paper() -> tuple[FieldVm, ...]:
    on = _("Only when this stood on a night sheet first.")
    return (
        FieldVm("written_on", _("Date on the paper"), "day", is_short=True, starts_line=True),
        FieldVm("hand", _("Who wrote on the paper"), hint=on, is_short=True),
    )


def _read(value: Arrival | ChildArrival, names: tuple[str, ...]) -> dict[str, str]:
    day, time = moments.split_observed(value.at)
    kept = {name: str(getattr(value, name)) for name in names}
    return kept | {"day": day, "time": time, "written_on": value.written_on}


def _texts(values: Values, names: tuple[str, ...]) -> dict[str, str]:
    return {name: values.get(name, "").strip() for name in names}


def _code(values: Values, name: str) -> str:
    code = values.get(name, "")
    return "" if code == "not-asked" else code


def _at(values: Values) -> str:
    return moments.observed(values.get("day", ""), values.get("time", ""))


def _build_adult(values: Values) -> Arrival:
    return Arrival(
        at=_at(values),
        **_texts(values, _ADULT_TEXTS),
        followed=cast("Asked", _code(values, "followed")),
        tracked=cast("Asked", _code(values, "tracked")),
        strangled=cast("Asked", _code(values, "strangled")),
        decision_form=cast("DecisionForm", _code(values, "decision_form")),
        written_on=checks.iso_day(values, "written_on"),
        reason=values.get("reason", "").strip(),
    )


def _build_child(values: Values) -> ChildArrival:
    return ChildArrival(
        at=_at(values),
        **_texts(values, _CHILD_TEXTS),
        strangled=cast("Asked", _code(values, "strangled")),
        custody=cast("Custody", _code(values, "custody")),
        consent=cast("Asked", _code(values, "consent")),
        decision=cast("ChildDecision", _code(values, "decision")),
        decided_on=checks.iso_day(values, "decided_on"),
        written_on=checks.iso_day(values, "written_on"),
        reason=values.get("reason", "").strip(),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "day", _("Write the day like this: 2026-11-22."))
        or checks.not_a_day(values, "day")
        or checks.blank(values, "time", _("Write the time like this: 14:32."))
        or checks.not_a_time(values, "time")
        or _not_a_code(values, "room")
        or _not_a_code(values, "key")
        or checks.not_a_day(values, "written_on")
        or checks.not_a_day(values, "decided_on")
        or checks.no_reason(values, is_correction)
    )


def _not_a_code(values: Values, name: str) -> Missing | None:
    """Empty is well; an address or the name of a house never stands here."""
    text = values.get(name, "").strip()
    told = _("Write a short code like B2, or nothing: never an address or a name.")
    return Missing(name, told) if text and not is_code(text) else None


ADULT = Spec(
    Arrival,
    lambda value: _read(value, (*_ADULT_TEXTS, *_ADULT_CODES)),
    _build_adult,
    _missing,
    is_single=True,
)
CHILD = Spec(
    ChildArrival,
    lambda value: _read(value, (*_CHILD_TEXTS, *_CHILD_CODES, "decided_on")),
    _build_child,
    _missing,
)
