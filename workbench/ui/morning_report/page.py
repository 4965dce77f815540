# SPDX-License-Identifier: EUPL-1.2
"""The report of the morning on screen: by room code, no names, to be read aloud or saved."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.domain.ids import CaseId
from workbench.services.documents import RoomPart
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.morning_report.presenter import MorningPresenter, MorningView, OfferedVm
from workbench.ui.writing.beside import holding
from workbench.ui.writing.fields import TICKED
from workbench.ui.writing.tick import TickField
from workbench.words import _


class MorningReportPage(Page):
    """A `MorningView`."""

    def __init__(self, make: Callable[[MorningView], MorningPresenter]) -> None:
        caption = _("By room code, without names. It can be read aloud.")
        super().__init__(_("Morning report"), caption, back=_("Back to today"))
        self._ticks: dict[CaseId, TickField] = {}
        self._offered = Card(_("Who came in the last 24 hours"))
        self._rooms = column(gap=2 * UNIT)
        self._shown: list[QWidget] = []
        self.make_button = Button(_("Make the report"), "primary", name="make-report")
        self.save_button = Button(_("Save as…"), icon="file", name="save")
        self.add(self._offered)
        self.add_layout(self._rooms)
        self.add_below(self._foot())
        self._presenter = make(self)
        self.header.back.connect(self._presenter.leave)
        self.make_button.clicked.connect(self._make)
        self.save_button.clicked.connect(self._presenter.save)
        self._presenter.open()

    def show_offered(self, offered: tuple[OfferedVm, ...]) -> None:
        for each in offered:
            words = _("{number} · came {when}").format(number=each.number, when=each.came)
            tick = TickField(words)
            tick.setObjectName(f"of-{each.number}")
            tick.show_text(TICKED)
            self._ticks[each.case] = tick
            self._offered.add(tick)
        if not offered:
            words = _("Nobody has arrived in the case files that you may open.")
            self._offered.add(EmptyBlock("check", _("Nobody came"), words))
        self.make_button.setVisible(bool(offered))
        self.save_button.hide()
        self.order_tab()

    def show_report(self, rooms: tuple[RoomPart, ...]) -> None:
        while self._shown:
            old = self._shown.pop()
            self._rooms.removeWidget(old)
            old.hide()
            old.deleteLater()
        for room in rooms:
            card = _room_card(room)
            self._shown.append(card)
            self._rooms.addWidget(card)
        self.save_button.setVisible(bool(rooms))
        self.order_tab()

    def show_kept(self, path: str) -> None:
        told = _("It holds no names. Destroy it when it has been read.")
        self.banner.say(_("Saved: {path}").format(path=path), told)

    def _make(self) -> None:
        self._presenter.make(tuple(case for case, tick in self._ticks.items() if tick.isChecked()))

    def _foot(self) -> QWidget:
        line = WrapLayout(gap=UNIT)
        line.addWidget(self.make_button)
        line.addWidget(self.save_button)
        return holding(line)


def _room_card(room: RoomPart) -> Card:
    where = room.room or _("Without a room code")
    card = Card(f"{where} · {room.who}")
    lines = (
        (_("Came"), room.came),
        (_("Protection now"), room.protection),
        (_("To do"), "\n".join(room.tasks)),
        (_("Dates"), "\n".join(room.dates)),
        (_("Whom to call"), room.call),
    )
    for name, text in lines:
        if text:
            card.add(Label(name, "soft"), Label(text))
    return card
