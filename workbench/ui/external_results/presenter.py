# SPDX-License-Identifier: EUPL-1.2
"""Results made elsewhere: written as they were stated, listed by day, never read by any rule."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.external_results import ExternalResult
from workbench.domain.ids import RecordId
from workbench.services.akter import cases
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing import checks
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class ExternalVm:
    """The results, newest day first."""

    number: str
    results: tuple[RecordVm, ...]


class ExternalView(Protocol):
    """What the page must be able to show."""

    @property
    def result(self) -> WritingView: ...

    def show_results(self, vm: ExternalVm) -> None: ...

    def show_new(self) -> None: ...

    def show_correction(self, heading: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ExternalResultsPresenter:
    """Decides what the page of results from others shows."""

    def __init__(self, view: ExternalView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self._headings: dict[RecordId, str] = {}
        self.result = Writing(
            case, SPEC, view.result, asks, entered=self._entered, discarded=self.open
        )

    def open(self) -> None:
        """Show the results, and the one that was left unentered, if one was."""
        self._view.show_new()
        self.result.begin()
        self.refresh()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: _results(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def correct(self, record: RecordId) -> None:
        self._view.show_correction(self._headings.get(record, ""))
        self.result.begin(record)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _entered(self, _changes: Changes) -> None:
        self.open()

    def _show(self, vm: ExternalVm) -> None:
        self._headings = {each.record: each.heading for each in vm.results}
        self._view.show_results(vm)


def fields() -> tuple[FieldVm, ...]:
    """What is kept of a result that somebody else made."""
    as_told = _("In the words and figures of who made it. The program counts nothing on it.")
    return (
        FieldVm("instrument", _("Instrument"), hint=_("As it is named there."), is_short=True),
        FieldVm("version", _("Version"), hint=_("Unknown is an answer too."), is_short=True),
        FieldVm("author", _("Who made it"), hint=_("Name, function, organisation."), is_short=True),
        FieldVm("on", _("Day of the assessment"), "day", is_short=True),
        FieldVm("stated", _("The result as stated"), "text", as_told, lines=3),
        FieldVm("came_by", _("How it reached us, and when"), is_short=True),
        FieldVm("note", _("Note"), "text", lines=2),
        checks.reason_field(),
    )


def describe(result: ExternalResult) -> Lines:
    """A version of a result in labelled lines."""
    return (
        (_("Instrument"), result.instrument),
        (_("Version"), result.version),
        (_("Who made it"), result.author),
        (_("Day of the assessment"), result.on),
        (_("The result as stated"), result.stated),
        (_("How it reached us, and when"), result.came_by),
        (_("Note"), result.note),
    )


_NAMES = ("instrument", "version", "author", "on", "stated", "came_by", "note")


def _read(result: ExternalResult) -> Values:
    return {name: getattr(result, name) for name in _NAMES}


def _build(values: Values) -> ExternalResult:
    said = {name: values.get(name, "").strip() for name in _NAMES}
    said["on"] = checks.iso_day(values, "on")
    return ExternalResult(**said, reason=values.get(checks.REASON, "").strip())


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "instrument", _("Write which instrument it is."))
        or checks.blank(values, "author", _("Write who made it."))
        or checks.not_a_day(values, "on")
        or checks.blank(values, "stated", _("Write the result as it was stated."))
        or checks.no_reason(values, is_correction)
    )


SPEC = Spec(ExternalResult, _read, _build, _missing)


def _results(akt: Akt, desk: Desk) -> ExternalVm:
    tell = teller(akt, names_of(desk))
    by_day = sorted(akt.all(ExternalResult), key=lambda each: each.value.on, reverse=True)
    return ExternalVm(cases.number_of(desk, akt.case), tuple(_result(tell, e) for e in by_day))


def _result(tell: Teller, each: Recorded[ExternalResult]) -> RecordVm:
    value = each.value
    parts = (value.instrument, value.version, value.on)
    facts = [_("Made by {who}").format(who=value.author)]
    facts += [text for text in (value.came_by, value.note) if text]
    return RecordVm(
        record=each.record,
        heading=" · ".join(part for part in parts if part),
        text=value.stated,
        facts=(*facts, *standing_facts(each)),
        versions=tell.versions(ExternalResult, each, describe),
        has_working=tell.has_working(ExternalResult, each.record),
    )
