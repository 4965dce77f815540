# SPDX-License-Identifier: EUPL-1.2
"""Avläst på blanketten: points and level as they stand on the official form, never computed."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.assessments import PaperReading
from workbench.domain.ids import RecordId
from workbench.services.assess import assessing
from workbench.services.assess.results import outcome
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.records import working
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing import checks
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _, language

_ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class ReadOffVm:
    """Which instrument, and whether the own appraisal must come first."""

    title: str
    caption: str
    needs_own_appraisal: bool
    record: RecordId | None


class ReadOffView(Protocol):
    """What the page must be able to show."""

    @property
    def reading(self) -> WritingView: ...

    def show_read_off(self, vm: ReadOffVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ReadOffPresenter:
    """One reading of one assessment."""

    def __init__(
        self, view: ReadOffView, case: OpenCase, asks: Asks, go: Go, assessment: RecordId
    ) -> None:
        self._view, self._case, self._go, self._assessment = view, case, go, assessment
        spec = Spec(PaperReading, _read, _build, _missing)
        self.reading = Writing(
            case, spec, view.reading, asks, entered=self._entered, discarded=self.leave
        )

    def open(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """The form opens once the own appraisal is there; what is being written stays."""
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: _vm(akt, desk, assessment),
            done=self._show,
            failed=self._view.show_problem,
        )

    def take_own_appraisal(self) -> None:
        self._go(Place("own-appraisal", self._case.case, self._assessment))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _show(self, vm: ReadOffVm) -> None:
        self._view.show_read_off(vm)
        if vm.needs_own_appraisal or self.reading.record is not None:
            return
        start = {_ASSESSMENT: str(self._assessment)}
        self.reading.begin(vm.record, start=start, resume=False)

    def _entered(self, _changes: Changes) -> None:
        self._go(Place("result", self._case.case, self._assessment))


def fields() -> tuple[FieldVm, ...]:
    """What is read off."""
    return (
        FieldVm("points", _("Points on the form"), is_short=True),
        FieldVm("level", _("Level on the form"), is_short=True),
        FieldVm("form_edition", _("Edition of the form"), is_short=True),
        FieldVm("read_on", _("Date of the form"), "day", is_short=True),
        checks.reason_field(),
    )


def _read(reading: PaperReading) -> Values:
    return {
        _ASSESSMENT: reading.assessment,
        "points": reading.points,
        "level": reading.level,
        "form_edition": reading.form_edition,
        "read_on": reading.read_on,
    }


def _build(values: Values) -> PaperReading:
    return PaperReading(
        assessment=RecordId(values[_ASSESSMENT]),
        points=values.get("points", "").strip(),
        level=values.get("level", "").strip(),
        form_edition=values.get("form_edition", "").strip(),
        read_on=checks.iso_day(values, "read_on"),
        reason=values.get(checks.REASON, ""),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    wanted = (
        ("points", _("Write the points that stand on the form.")),
        ("level", _("Write the level that stands on the form.")),
        ("form_edition", _("Write which edition of the form it is.")),
        ("read_on", _("Write the date of the form.")),
    )
    for field, text in wanted:
        blank = checks.blank(values, field, text)
        if blank is not None:
            return blank
    return checks.not_a_day(values, "read_on") or checks.no_reason(values, is_correction)


def _vm(akt: Akt, desk: Desk, assessment: RecordId) -> ReadOffVm:
    shown = outcome(akt, desk, assessment)
    standing = assessing.reading_of(akt, assessment)
    return ReadOffVm(
        title=shown.definition.title(language()),
        caption=_("Read off the official form; not computed by the program."),
        needs_own_appraisal=shown.needs_own_appraisal,
        record=standing.record if standing else _left(akt, assessment),
    )


def _left(akt: Akt, assessment: RecordId) -> RecordId | None:
    """A reading of this very assessment that was begun and not entered."""
    for record in left_unentered(akt, PaperReading):
        if working.fields_of(akt, "paper_reading", record).get(_ASSESSMENT) == assessment:
            return record
    return None
