# SPDX-License-Identifier: EUPL-1.2
"""The plan for going home or staying as fields and back. The next contact must have a day."""

from dataclasses import dataclass
from typing import Protocol, cast

from workbench.domain.plans import CHOICES, Choice, StayPlan
from workbench.services.akter import cases
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.loop import plan_words, safety_planning
from workbench.services.loop.plan_gaps import plan_gaps
from workbench.services.person import calling
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines, VersionVm, versions_of
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class StayPlanVm:
    """The plan's history, what is open about it in words, and that the contact was had."""

    number: str
    versions: tuple[VersionVm, ...]
    left: tuple[str, ...]
    had: str = ""


class StayPlanView(Protocol):
    """What the page must be able to show."""

    @property
    def plan(self) -> WritingView: ...

    def show_stay(self, vm: StayPlanVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class StayPlanPresenter:
    """Decides what the page about going home or staying shows."""

    def __init__(self, view: StayPlanView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self.plan = Writing(
            case, STAY, view.plan, asks, entered=self._entered, discarded=self._begin
        )

    def open(self) -> None:
        self._begin()
        self.refresh()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: _told(akt, desk), done=self._view.show_stay, failed=self._view.show_problem
        )

    def call(self) -> None:
        """Where a call is looked through and recorded."""
        self._go(Place("calls", self._case.case))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _begin(self) -> None:
        self.plan.begin()

    def _entered(self, _changes: Changes) -> None:
        self._begin()
        self.refresh()


def stay_fields() -> tuple[FieldVm, ...]:
    """What was chosen, when contact is had next, and what was said and agreed."""
    choices: dict[str, str] = {each: plan_words.choice(each, _) for each in CHOICES}
    return (
        FieldVm(
            "choice",
            _("What the person has chosen for now"),
            "choice",
            options=vocabulary.options(choices),
        ),
        FieldVm(
            "contact_on",
            _("New contact on"),
            "day",
            _("Must be said: nobody is left without a day."),
        ),
        FieldVm("contact_by", _("Who makes the contact")),
        FieldVm(
            "told",
            _("What was said of the danger, and what was offered"),
            "text",
            _("That it can be dangerous; that a place can be said yes to, also later."),
            lines=3,
        ),
        FieldVm("if_threat_remains", _("If the threat remains"), "text", lines=3),
        FieldVm("around", _("People around"), "text", _("For and against telling them."), lines=2),
        FieldVm("agreed", _("What we agreed on"), "text", _("Only with us."), lines=2),
        FieldVm(
            "contacted_on",
            _("The contact was had on"),
            "day",
            _("Empty until it was. A call that is recorded says it by itself."),
        ),
        FieldVm("reason", _("Why it is changed"), hint=_("The earlier plan stays in the history.")),
    )


def _told(akt: Akt, desk: Desk) -> StayPlanVm:
    standing = safety_planning.stay_plan(akt)
    versions = (
        versions_of(akt, StayPlan, standing.record, names_of(desk), _describe) if standing else ()
    )
    words = vocabulary.gap_words()
    ours = ("declined-without-stay-plan", "contact-overdue")
    left = tuple(words[gap] for gap in plan_gaps(akt, akt.today()) if gap in ours)
    day = calling.contact_had_on(akt, standing.value) if standing else ""
    had = _("The agreed contact was had on {day}.").format(day=day) if day else ""
    return StayPlanVm(cases.number_of(desk, akt.case), versions, left, had)


def _describe(plan: StayPlan) -> Lines:
    return (
        (_("What the person has chosen for now"), plan_words.choice(plan.choice, _)),
        (_("New contact on"), plan.contact_on),
        (_("Who makes the contact"), plan.contact_by),
        (_("What was said of the danger, and what was offered"), plan.told),
        (_("If the threat remains"), plan.if_threat_remains),
        (_("People around"), plan.around),
        (_("What we agreed on"), plan.agreed),
        (_("The contact was had on"), plan.contacted_on),
    )


_TEXTS = ("contact_by", "told", "if_threat_remains", "around", "agreed", "contact_on")


def _read(plan: StayPlan) -> Values:
    texts = {name: str(getattr(plan, name)) for name in _TEXTS}
    return {**texts, "choice": plan.choice, "contacted_on": plan.contacted_on}


def _build(values: Values) -> StayPlan:
    return StayPlan(
        choice=cast("Choice", values["choice"]),
        contact_on=checks.iso_day(values, "contact_on"),
        contact_by=values.get("contact_by", "").strip(),
        told=values.get("told", ""),
        if_threat_remains=values.get("if_threat_remains", ""),
        around=values.get("around", ""),
        agreed=values.get("agreed", ""),
        contacted_on=checks.iso_day(values, "contacted_on"),
        reason=values.get("reason", "").strip(),
    )


def _missing(values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    no_day = _("Agree on a day for the next contact, and write it.")
    return (
        checks.blank(values, "choice", _("Choose what the person has chosen for now."))
        or checks.blank(values, "contact_on", no_day)
        or checks.not_a_day(values, "contact_on")
        or checks.not_a_day(values, "contacted_on")
    )


STAY = Spec(StayPlan, _read, _build, _missing, is_single=True, require=safety_planning.require_stay)
