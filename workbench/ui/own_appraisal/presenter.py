# SPDX-License-Identifier: EUPL-1.2
"""The person's own appraisal: own words, an estimate in words, or that they will not say.

It comes before the score. One that is entered after a score was seen is marked so.
"""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.assessments import OwnAppraisal, PaperReading, Result
from workbench.domain.ids import RecordId
from workbench.services.akter import cases
from workbench.services.assess import assessing, results
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing import checks, moments
from workbench.ui.writing.fields import FieldVm, OptionVm
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, StateVm, Teller, teller
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _

_DECLINED = "yes"
_SHOWS_NUMBERS = frozenset({"computed", "incomplete", "undecided"})


@dataclass(frozen=True, slots=True)
class OwnAppraisalVm:
    """What was said before, newest first, and whether a score has been seen already."""

    number: str
    earlier: tuple[RecordVm, ...]
    is_after_score: bool


class OwnAppraisalView(Protocol):
    """What the page must be able to show."""

    @property
    def appraisal(self) -> WritingView: ...

    def show_own_appraisal(self, vm: OwnAppraisalVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class OwnAppraisalPresenter:
    """`assessment` is the one whose result waits for the appraisal, if it was opened from there."""

    def __init__(
        self,
        view: OwnAppraisalView,
        case: OpenCase,
        asks: Asks,
        go: Go,
        assessment: RecordId | None = None,
    ) -> None:
        self._view, self._case, self._go, self._assessment = view, case, go, assessment
        self._is_after_score = False
        self._spec = Spec(OwnAppraisal, _read, self._build, _missing)
        self.appraisal = Writing(
            case, self._spec, view.appraisal, asks, entered=self._entered, discarded=self.leave
        )

    def open(self) -> None:
        """Lay open what was left unentered, or a new one."""
        self.appraisal.begin()
        self.refresh()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(lambda akt: _vm(akt, desk), done=self._show, failed=self._view.show_problem)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _show(self, vm: OwnAppraisalVm) -> None:
        self._is_after_score = vm.is_after_score
        self._view.show_own_appraisal(vm)

    def _build(self, values: Values) -> OwnAppraisal:
        return OwnAppraisal(
            words=values.get("words", ""),
            estimate=values.get("estimate", ""),
            declined=values.get("declined", "") == _DECLINED,
            after_score=self._is_after_score,
            observed_at=moments.observed(values.get("day", ""), values.get("time", "")),
        )

    def _entered(self, _changes: Changes) -> None:
        """What waited for it may now be computed and kept."""
        desk, waiting = self._case.session.desk, self._assessment
        if waiting is None:
            self.leave()
            return
        self._case.run(
            lambda akt: results.keep_if_entered(akt, desk, waiting),
            done=lambda _nothing: self._go(Place("result", self._case.case, waiting)),
            failed=self._view.show_problem,
        )


def fields() -> tuple[FieldVm, ...]:
    """What is asked."""
    return (
        FieldVm(
            "words",
            _("In the person's own words"),
            "text",
            _("What are you afraid could happen? Write it as it is said."),
            lines=5,
        ),
        FieldVm(
            "estimate",
            _("How great is the danger, in the person's own words"),
            hint=_("Words, not a figure: very great, great, small, do not know."),
        ),
        FieldVm(
            "declined",
            _("Does the person want to say?"),
            "choice",
            _("Not wanting to say is a full answer. The result can be shown all the same."),
            options=(
                OptionVm("no", _("Says how it is seen")),
                OptionVm(_DECLINED, _("Does not want to say")),
            ),
        ),
        FieldVm("day", _("When it was said"), "day", _("Empty means now."), is_short=True),
        FieldVm("time", _("Time"), "time", is_short=True),
    )


def score_was_seen(akt: Akt) -> bool:
    """Whether points were shown or read off in this akt before now."""
    shown = any(each.value.status in _SHOWS_NUMBERS for each in akt.all(Result))
    return shown or bool(akt.all(PaperReading))


def _read(own: OwnAppraisal) -> Values:
    day, time = moments.split_observed(own.observed_at)
    return {
        "words": own.words,
        "estimate": own.estimate,
        "declined": _DECLINED if own.declined else "no",
        "day": day,
        "time": time,
    }


def _missing(values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    is_said = any(values.get(name, "").strip() for name in ("words", "estimate"))
    said = is_said or values.get("declined") == _DECLINED
    nothing = Missing("words", _("Write what the person says, or that they do not want to say."))
    return (
        (None if said else nothing)
        or checks.not_a_day(values, "day")
        or checks.not_a_time(values, "time")
    )


def _vm(akt: Akt, desk: Desk) -> OwnAppraisalVm:
    tell = teller(akt, names_of(desk))
    earlier = reversed(assessing.own_appraisals(akt))
    return OwnAppraisalVm(
        number=cases.number_of(desk, akt.case),
        earlier=tuple(_earlier(tell, each) for each in earlier),
        is_after_score=score_was_seen(akt),
    )


def _earlier(tell: Teller, each: Recorded[OwnAppraisal]) -> RecordVm:
    own = each.value
    states = []
    if own.declined:
        states.append(StateVm(_("Does not want to say")))
    if own.after_score:
        states.append(StateVm(_("Said after the score was seen")))
    facts = [_("Own estimate: {words}").format(words=own.estimate)] if own.estimate else []
    if own.observed_at:
        facts.append(_("Said {when}").format(when=moments.when(own.observed_at)))
    return RecordVm(
        record=each.record,
        heading=tell.first_entered(OwnAppraisal, each.record),
        text=own.words,
        facts=tuple(facts),
        states=tuple(states),
    )
