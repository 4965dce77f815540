# SPDX-License-Identifier: EUPL-1.2
"""Skydd nu. Each time it is considered is a record of its own; the newest stands."""

from dataclasses import dataclass
from typing import Protocol, cast

from workbench.domain.subject import NeedNow, Permission, ProtectionNow, SafeContact, Shelter
from workbench.services.akter import cases
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.loop import plan_words
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing import checks, moments, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, StateVm, Teller, teller
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _

_CONTACT_TEXTS = ("channel", "times", "code_word", "do_not_contact", "note")


@dataclass(frozen=True, slots=True)
class ProtectionVm:
    """What was considered before, newest first, and whether a safe contact is agreed."""

    number: str
    considered: tuple[RecordVm, ...]
    has_contact: bool


class ProtectionView(Protocol):
    """What the page must be able to show."""

    @property
    def decision(self) -> WritingView: ...

    @property
    def contact(self) -> WritingView: ...

    def show_protection(self, vm: ProtectionVm) -> None: ...

    def show_decided(self) -> None: ...

    def show_agreed(self) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ProtectionPresenter:
    """Decides what the page Skydd nu shows."""

    def __init__(self, view: ProtectionView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self.decision = Writing(
            case,
            DECISION,
            view.decision,
            asks,
            entered=self._decided,
            discarded=self._begin_decision,
        )
        self.contact = Writing(
            case, CONTACT, view.contact, asks, entered=self._agreed, discarded=self._begin_contact
        )

    def open(self) -> None:
        self._begin_decision()
        self._begin_contact()
        self.refresh()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: _protection(akt, desk),
            done=self._view.show_protection,
            failed=self._view.show_problem,
        )

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _begin_decision(self) -> None:
        self.decision.begin()

    def _begin_contact(self) -> None:
        self.contact.begin()

    def _decided(self, _changes: Changes) -> None:
        self._view.show_decided()
        self._begin_decision()
        self.refresh()

    def _agreed(self, _changes: Changes) -> None:
        self._view.show_agreed()
        self._begin_contact()
        self.refresh()


def decision_fields() -> tuple[FieldVm, ...]:
    """What is asked now."""
    now = _("Empty means now.")
    return (
        FieldVm(
            "needed",
            _("Is protection needed now?"),
            "choice",
            options=vocabulary.options(vocabulary.need_now()),
        ),
        FieldVm("reasons", _("Why"), "text", _("In the person's words first."), lines=2),
        FieldVm("done_at_once", _("What was done at once"), "text", lines=2),
        FieldVm(
            "shelter",
            _("A place in a house"),
            "choice",
            _("A no asks for a plan for staying, and a day for new contact."),
            options=vocabulary.options(vocabulary.shelters()),
        ),
        FieldVm("day", _("When"), "day", now, is_short=True),
        FieldVm("time", _("Time"), "time", is_short=True),
    )


def contact_fields() -> tuple[FieldVm, ...]:
    """The agreed way to reach the person."""
    yes_no = vocabulary.options(vocabulary.yes_or_no())
    return (
        FieldVm("channel", _("Safe number or channel"), is_short=True),
        FieldVm("times", _("Safe days and times"), is_short=True),
        FieldVm(
            "may_leave_message",
            _("May we leave a message?"),
            "choice",
            _("Where nothing is chosen, no message is left."),
            options=yes_no,
        ),
        FieldVm(
            "code_word",
            _("Code word"),
            hint=_("What the person says when it is not possible to talk."),
        ),
        FieldVm("do_not_contact", _("Must not be contacted"), "text", lines=2),
        FieldVm("note", _("What we say if somebody else answers"), "text", lines=2),
    )


def _read_decision(decision: ProtectionNow) -> Values:
    day, time = moments.split_observed(decision.observed_at)
    return {
        "needed": decision.needed,
        "reasons": decision.reasons,
        "done_at_once": decision.done_at_once,
        "shelter": decision.shelter,
        "day": day,
        "time": time,
    }


def _build_decision(values: Values) -> ProtectionNow:
    return ProtectionNow(
        needed=cast("NeedNow", values["needed"]),
        reasons=values.get("reasons", ""),
        done_at_once=values.get("done_at_once", ""),
        observed_at=moments.observed(values.get("day", ""), values.get("time", "")),
        shelter=cast("Shelter", values.get("shelter") or ""),
    )


def _missing_decision(values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001
    return (
        checks.blank(values, "needed", _("Choose yes, no or unclear. The rest can wait."))
        or checks.not_a_day(values, "day")
        or checks.not_a_time(values, "time")
    )


def _read_contact(contact: SafeContact) -> Values:
    return {
        "channel": contact.channel,
        "times": contact.times,
        "may_leave_message": contact.may_leave_message,
        "code_word": contact.code_word,
        "do_not_contact": contact.do_not_contact,
        "note": contact.note,
    }


def _build_contact(values: Values) -> SafeContact:
    return SafeContact(
        channel=values.get("channel", ""),
        times=values.get("times", ""),
        may_leave_message=cast("Permission", values.get("may_leave_message") or ""),
        code_word=values.get("code_word", ""),
        do_not_contact=values.get("do_not_contact", ""),
        note=values.get("note", ""),
    )


def _missing_contact(values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001
    """An empty one would stand in the akt as an agreement."""
    told = _("Write how the person is reached. The rest can wait.")
    return checks.nothing(values, _CONTACT_TEXTS, _CONTACT_TEXTS[0], told)


DECISION = Spec(ProtectionNow, _read_decision, _build_decision, _missing_decision)
CONTACT = Spec(SafeContact, _read_contact, _build_contact, _missing_contact, is_single=True)


def _protection(akt: Akt, desk: Desk) -> ProtectionVm:
    tell = teller(akt, names_of(desk))
    considered = tuple(_considered(tell, each) for each in reversed(akt.all(ProtectionNow)))
    has_contact = bool(akt.all(SafeContact))
    return ProtectionVm(cases.number_of(desk, akt.case), considered, has_contact)


def _considered(tell: Teller, each: Recorded[ProtectionNow]) -> RecordVm:
    facts = []
    if each.value.observed_at:
        facts.append(_("Considered {when}").format(when=moments.when(each.value.observed_at)))
    if each.value.done_at_once:
        facts.append(_("Done at once: {what}").format(what=each.value.done_at_once))
    if each.value.shelter:
        facts.append(plan_words.shelter(each.value.shelter, _))
    words = {
        "yes": _("Protection is needed"),
        "no": _("Protection is not needed now"),
        "unclear": _("Unclear whether protection is needed"),
    }
    return RecordVm(
        record=each.record,
        heading=tell.first_entered(ProtectionNow, each.record),
        text=each.value.reasons,
        facts=tuple(facts),
        states=(StateVm(words[each.value.needed]),),
    )
