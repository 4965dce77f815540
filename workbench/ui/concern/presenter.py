# SPDX-License-Identifier: EUPL-1.2
"""The position on a report of concern as fields and back, and what is still to be said."""

from dataclasses import dataclass
from typing import Protocol, cast

from workbench.domain.concerns import CONCERN_STATES, ConcernReport, ConcernState
from workbench.domain.ids import RecordId
from workbench.services.akter import cases
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.loop import concerns, loop_words
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class ConcernVm:
    """The recorded positions, and the children of whom none is recorded."""

    number: str
    positions: tuple[RecordVm, ...]
    untold: tuple[str, ...]


class ConcernView(Protocol):
    """What the page must be able to show."""

    @property
    def position(self) -> WritingView: ...

    def show_positions(self, vm: ConcernVm) -> None: ...

    def show_new(self) -> None: ...

    def show_correction(self, heading: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ConcernPresenter:
    """Decides what the page about reports of concern shows."""

    def __init__(self, view: ConcernView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self._headings: dict[RecordId, str] = {}
        self.position = Writing(
            case, SPEC, view.position, asks, entered=self._entered, discarded=self.open
        )

    def open(self) -> None:
        self._view.show_new()
        self.position.begin()
        self.refresh()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: _told(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def correct(self, record: RecordId) -> None:
        self._view.show_correction(self._headings.get(record, ""))
        self.position.begin(record)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _entered(self, _changes: Changes) -> None:
        self.open()

    def _show(self, vm: ConcernVm) -> None:
        self._headings = {each.record: each.heading for each in vm.positions}
        self._view.show_positions(vm)


def states() -> vocabulary.Words:
    """Whether a report was made."""
    return {each: loop_words.position(each, _) for each in CONCERN_STATES}


def fields() -> tuple[FieldVm, ...]:
    """Which child, whether a report was made, by whom and when, or why not."""
    own = _("As the child is called here. Empty in the child's own case file.")
    return (
        FieldVm("child", _("Which child"), hint=own),
        FieldVm("position", _("Where you stand"), "choice", options=vocabulary.options(states())),
        FieldVm("made_by", _("Made by"), is_short=True),
        FieldVm("made_on", _("Made on"), "day", is_short=True),
        FieldVm("because", _("Why no report was made"), "text", lines=3),
        checks.reason_field(),
    )


def describe(position: ConcernReport) -> Lines:
    """A version of it in labelled lines."""
    return (
        (_("Which child"), position.child),
        (_("Where you stand"), states()[position.position]),
        (_("Made by"), position.made_by),
        (_("Made on"), position.made_on),
        (_("Why no report was made"), position.because),
    )


def _read(position: ConcernReport) -> Values:
    names = ("child", "position", "made_by", "made_on", "because")
    return {name: str(getattr(position, name)) for name in names}


def _build(values: Values) -> ConcernReport:
    return ConcernReport(
        child=values.get("child", "").strip(),
        position=cast("ConcernState", values["position"]),
        made_by=values.get("made_by", "").strip(),
        made_on=checks.iso_day(values, "made_on"),
        because=values.get("because", "").strip(),
        reason=values.get("reason", "").strip(),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    said = checks.blank(values, "position", _("Choose where you stand."))
    if said is None and values["position"] == "made":
        said = checks.blank(values, "made_by", _("Write who made the report."))
        said = said or checks.blank(values, "made_on", _("Write the day on which it was made."))
    elif said is None:
        said = checks.blank(values, "because", _("Write why no report was made."))
    return said or checks.not_a_day(values, "made_on") or checks.no_reason(values, is_correction)


SPEC = Spec(ConcernReport, _read, _build, _missing, require=concerns.require_position)


def _told(akt: Akt, desk: Desk) -> ConcernVm:
    tell = teller(akt, names_of(desk))
    told = tuple(_position(tell, each) for each in reversed(concerns.positions(akt)))
    untold = tuple(child or _("This child") for child in concerns.without_position(akt))
    return ConcernVm(cases.number_of(desk, akt.case), told, untold)


def _position(tell: Teller, each: Recorded[ConcernReport]) -> RecordVm:
    value = each.value
    who = f"{value.made_by} {value.made_on}".strip()
    return RecordVm(
        record=each.record,
        heading=value.child or _("This child"),
        text=value.because,
        facts=(*((who,) if who else ()), *standing_facts(each)),
        states=(StateVm(states()[value.position], "done" if value.position == "made" else "calm"),),
        versions=tell.versions(ConcernReport, each, describe),
        has_working=tell.has_working(ConcernReport, each.record),
    )
