# SPDX-License-Identifier: EUPL-1.2
"""The time line of an akt: everything with a day, and the events that are written here."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.domain.life_events import LifeEvent
from workbench.services.akter import cases
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.facts import happening
from workbench.services.facts import happening_words as said
from workbench.services.facts.silence import Silence
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.case.timeline import MarkLine, silent_in, time_line
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.timeline.specs import SPEC, describe
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class TimelineVm:
    """Every mark, the long stretches without any, and the events of the life by day."""

    number: str
    marks: tuple[MarkLine, ...]
    silences: tuple[Silence, ...]
    events: tuple[RecordVm, ...]
    today: str


class TimelineView(Protocol):
    """What the page must be able to show."""

    @property
    def life(self) -> WritingView: ...

    def show_time_line(self, vm: TimelineVm) -> None: ...

    def show_panel(self, *, shown: bool, correcting: str = "") -> None:
        """The panel of an event; `correcting`: the heading of the one that is corrected."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class TimelinePresenter:
    """Decides what the time line shows and where its marks lead."""

    def __init__(self, view: TimelineView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self._headings: dict[RecordId, str] = {}
        self.life = Writing(
            case, SPEC, view.life, asks, entered=self._entered, discarded=self._close
        )

    def open(self) -> None:
        """Show everything, and go on with an event that was left unentered."""
        self.refresh()
        self._case.run(
            lambda akt: left_unentered(akt, LifeEvent),
            done=self._resume,
            failed=self._view.show_problem,
        )

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(lambda akt: tell(akt, desk), done=self._show, failed=self._view.show_problem)

    def add(self) -> None:
        """Begin an event, or go on with the one that was left."""
        self.life.begin()
        self._view.show_panel(shown=True)

    def correct(self, record: RecordId) -> None:
        self.life.begin(record)
        self._view.show_panel(shown=True, correcting=self._headings.get(record, ""))

    def go(self, place: Place) -> None:
        """Where a mark leads: an event is corrected here."""
        if place.page == "timeline" and place.record is not None:
            self.correct(place.record)
            return
        self._go(place)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _resume(self, left: tuple[RecordId, ...]) -> None:
        if left:
            self.life.begin(left[0])
        self._view.show_panel(shown=bool(left))

    def _entered(self, _changes: Changes) -> None:
        self._close()

    def _close(self) -> None:
        self._view.show_panel(shown=False)
        self.refresh()

    def _show(self, vm: TimelineVm) -> None:
        self._headings = {each.record: each.heading for each in vm.events}
        self._view.show_time_line(vm)


def tell(akt: Akt, desk: Desk) -> TimelineVm:
    """Everything with a day."""
    today = desk.clock.today()
    marks = time_line(akt, desk.catalogue, today.isoformat())
    told = teller(akt, names_of(desk))
    return TimelineVm(
        number=cases.number_of(desk, akt.case),
        marks=marks,
        silences=silent_in(akt, marks, today),
        events=tuple(_event(told, each) for each in happening.life_events(akt)),
        today=today.isoformat(),
    )


def _event(told: Teller, each: Recorded[LifeEvent]) -> RecordVm:
    value = each.value
    kind = said.event_kind(value.kind, _)
    source = _("Source: {source}").format(source=value.source) if value.source else ""
    return RecordVm(
        record=each.record,
        heading=_("{day} · {what}").format(day=happening.spelled(value), what=kind),
        text=value.what,
        facts=(*filter(None, (source,)), *standing_facts(each)),
        versions=told.versions(LifeEvent, each, describe),
        has_working=told.has_working(LifeEvent, each.record),
    )
