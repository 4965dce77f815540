# SPDX-License-Identifier: EUPL-1.2
"""The time line on screen: the picture at the top, under it what is written here."""

from collections.abc import Callable
from datetime import date

from workbench.domain.ids import RecordId
from workbench.ui.case.lane_rows import bands_of, lanes_of
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.timeline import Timeline
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.places import Place
from workbench.ui.timeline.presenter import TimelinePresenter, TimelineView, TimelineVm
from workbench.ui.timeline.specs import fields
from workbench.ui.writing.beside import holding
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.words import _


class TimelinePage(CasePage):
    """A `TimelineView`."""

    def __init__(self, make: Callable[[TimelineView], TimelinePresenter]) -> None:
        super().__init__(_("Time line"), is_wide=True)
        self._places: dict[str, Place] = {}
        self.line = Timeline()
        self.new = Button(_("New event"), "secondary", icon="add", name="new-event")
        self.life = WritingPanel(self, _("New event"), fields(), closes=True)
        self.life.hide()
        self._events = RecordList(change=_("Correct"))
        card = Card(_("Everything with a day"))
        card.add_action(self.line.tools)
        card.add(self.line, Label(_explained(), "soft"))
        line = WrapLayout(gap=UNIT)
        line.addWidget(self.new)
        self.add(card, holding(line), self.life, self._events)
        self._presenter = make(self)
        self.life.serve(self._presenter.life)
        self.new.clicked.connect(self._presenter.add)
        self.line.opened.connect(self._open)
        self._events.correcting.connect(self._correct)
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_time_line(self, vm: TimelineVm) -> None:
        self.header.say(_("Time line"), _("Case file {number}").format(number=vm.number))
        lanes, self._places = lanes_of(vm.marks)
        today = date.fromisoformat(vm.today)
        self.line.show_lanes(lanes, today=today, silences=bands_of(vm.silences))
        words = _("Separations, births, days in court, moves: also those that lie ahead.")
        self._events.show_records(vm.events, EmptyBlock("history", _("No events yet"), words))

    def show_panel(self, *, shown: bool, correcting: str = "") -> None:
        was = self.life.isVisible()
        heading = _("Correct {which}").format(which=correcting) if correcting else _("New event")
        self.life.heading.setText(heading)
        self.life.setVisible(shown)
        self.new.setVisible(not shown)
        if shown:
            self.life.come_forward()
        elif was:
            self.new.setFocus()

    def _open(self, key: str) -> None:
        self.flush()
        self._presenter.go(self._places[key])

    def _correct(self, record: str) -> None:
        self.flush()
        self._presenter.correct(RecordId(record))


def _explained() -> str:
    return _(
        "Arrows go from mark to mark, Enter opens, + and − zoom, Page up and Page down go in "
        "time, 0 shows all. A broken frame: the day is not known exactly. The number is how "
        "serious one incident was; numbers are never added up. “5 here”: so many marks lie in one "
        "place; the arrows walk through each."
    )
