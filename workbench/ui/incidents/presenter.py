# SPDX-License-Identifier: EUPL-1.2
"""The violence calendar of an akt."""

from dataclasses import dataclass
from typing import Protocol, cast

from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident, IncidentKind, Noticed
from workbench.services import cases, planning
from workbench.services.akt import Akt, Recorded
from workbench.services.changes import Changes
from workbench.services.desk import Desk
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
class IncidentsVm:
    """The incidents, newest day first."""

    number: str
    incidents: tuple[RecordVm, ...]


class IncidentsView(Protocol):
    """What the page must be able to show."""

    @property
    def incident(self) -> WritingView: ...

    def show_incidents(self, vm: IncidentsVm) -> None: ...

    def show_new_incident(self) -> None: ...

    def show_correction(self, heading: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class IncidentsPresenter:
    """Decides what the violence calendar shows."""

    def __init__(self, view: IncidentsView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self._headings: dict[RecordId, str] = {}
        self.incident = Writing(
            case, SPEC, view.incident, asks, entered=self._entered, discarded=self.open
        )

    def open(self) -> None:
        """Show the calendar, and the incident that was left unentered, if one was."""
        self._view.show_new_incident()
        self.incident.begin()
        self.refresh()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: _incidents(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def correct(self, record: RecordId) -> None:
        self._view.show_correction(self._headings.get(record, ""))
        self.incident.begin(record)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _entered(self, _changes: Changes) -> None:
        self.open()

    def _show(self, vm: IncidentsVm) -> None:
        self._headings = {each.record: each.heading for each in vm.incidents}
        self._view.show_incidents(vm)


def fields() -> tuple[FieldVm, ...]:
    """What an incident is made of."""
    options = vocabulary.options
    told = _("As the person tells it. The numbers are never added up.")
    return (
        FieldVm("day", _("Day"), "day", is_short=True),
        FieldVm(
            "kind", _("Kind"), "list", options=options(vocabulary.incident_kinds()), is_short=True
        ),
        FieldVm("what", _("What happened"), "text", lines=4),
        FieldVm(
            "severity",
            _("How serious"),
            "choice",
            told,
            options=options(vocabulary.severities(), "12345"),
        ),
        FieldVm(
            "children_noticed",
            _("Did children notice?"),
            "choice",
            options=options(vocabulary.noticed()),
        ),
        FieldVm("source", _("Source"), hint=_("Who said it, or where it stands."), is_short=True),
        FieldVm("evidence", _("Evidence"), hint=_("Pictures, messages, care."), is_short=True),
        checks.reason_field(),
    )


def describe(incident: Incident) -> Lines:
    """A version of an incident in labelled lines."""
    return (
        (_("Day"), incident.day),
        (_("Kind"), vocabulary.incident_kinds()[incident.kind]),
        (_("What happened"), incident.what),
        (_("How serious"), severity_in_words(incident.severity)),
        (_("Did children notice?"), vocabulary.noticed()[incident.children_noticed]),
        (_("Source"), incident.source),
        (_("Evidence"), incident.evidence),
    )


def severity_in_words(severity: int) -> str:
    """`3 of 5: Serious`."""
    words = vocabulary.severities().get(str(severity), "")
    return _("{severity} of 5: {words}").format(severity=severity, words=words)


def _read(incident: Incident) -> Values:
    return {
        "day": incident.day,
        "kind": incident.kind,
        "what": incident.what,
        "severity": str(incident.severity),
        "children_noticed": incident.children_noticed,
        "source": incident.source,
        "evidence": incident.evidence,
    }


def _build(values: Values) -> Incident:
    return Incident(
        day=checks.iso_day(values, "day"),
        kind=cast("IncidentKind", values["kind"]),
        severity=int(values["severity"]),
        what=values.get("what", ""),
        source=values.get("source", "").strip(),
        children_noticed=cast("Noticed", values.get("children_noticed") or "unknown"),
        evidence=values.get("evidence", "").strip(),
        reason=values.get("reason", "").strip(),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "day", _("Write the day, as near as it is known."))
        or checks.not_a_day(values, "day")
        or checks.blank(values, "kind", _("Choose the kind."))
        or checks.blank(values, "what", _("Write what happened."))
        or checks.blank(values, "severity", _("Choose how serious it was."))
        or checks.no_reason(values, is_correction)
    )


SPEC = Spec(Incident, _read, _build, _missing)


def _incidents(akt: Akt, desk: Desk) -> IncidentsVm:
    tell = teller(akt, names_of(desk))
    newest_first = reversed(planning.calendar(akt))
    incidents = tuple(_incident(tell, each) for each in newest_first)
    return IncidentsVm(cases.number_of(desk, akt.case), incidents)


def _incident(tell: Teller, each: Recorded[Incident]) -> RecordVm:
    value = each.value
    facts = []
    if value.children_noticed == "yes":
        facts.append(_("Children noticed"))
    if value.source:
        facts.append(_("Source: {source}").format(source=value.source))
    if value.evidence:
        facts.append(_("Evidence: {what}").format(what=value.evidence))
    kind = vocabulary.incident_kinds()[value.kind]
    return RecordVm(
        record=each.record,
        heading=_("{day} · {what}").format(day=value.day, what=kind),
        text=value.what,
        facts=(*facts, *standing_facts(each)),
        states=(StateVm(severity_in_words(value.severity), icon="mark"),),
        versions=tell.versions(Incident, each, describe),
        has_working=tell.has_working(Incident, each.record),
    )
