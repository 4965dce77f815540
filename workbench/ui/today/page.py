# SPDX-License-Identifier: EUPL-1.2
"""Idag on screen: one large button, then what waits."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, FormRow, column, row
from workbench.ui.kit.fields import DateField, LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.places import Place
from workbench.ui.today.duties import DutyVm, GroupVm
from workbench.ui.today.presenter import TodayPresenter, TodayView, TodayVm
from workbench.ui.writing.beside import Beside
from workbench.ui.writing.tab_order import tab_in_order
from workbench.words import _

_ICONS = {
    "late": "clock",
    "today": "today",
    "week": "clock",
    "reassessments": "assessment",
    "unentered": "note",
    "asked": "assessment",
    "guide": "plan",
    "left": "note",
    "house": "organisation",
}


class TodayPage(Page):
    """A `TodayView`."""

    def __init__(self, make: Callable[[TodayView], TodayPresenter]) -> None:
        super().__init__(_("Today"))
        self.start = Button(
            _("Somebody is here now – begin"), "large", icon="add", name="somebody-comes"
        )
        self.month = Button(_("The month"), "quiet", icon="today", name="to-month")
        self.morning = Button(_("Morning report"), "quiet", icon="print", name="to-morning")
        self._begin = _BeginCard()
        self._waits = Card()
        self._groups = column(gap=3 * UNIT)
        self._waits.add_layout(self._groups)
        self._shown: dict[str, QWidget] = {}
        self._places: dict[str, Place] = {}
        self.add(self.start, self._begin, self._waits)
        self.add_layout(row(self.month, self.morning))
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_today(self, vm: TodayVm) -> None:
        self.header.say(_("Today"), vm.day)
        self._begin.show_now(vm.now_day, vm.now_time)
        for key in list(self._shown):
            self._drop(key)
        self._places.clear()
        for group in vm.groups:
            self._put(group.key, self._group(group))
        if vm.is_first:
            self._put("first", _first_time())
        elif not vm.groups and not vm.is_reading:
            self._put("calm", _nothing_waits())
        self._order()

    def show_begin(self, *, shown: bool) -> None:
        at: QWidget | None = self.focusWidget()
        had_focus = at is not None and self._begin.isAncestorOf(at)
        self.start.setVisible(not shown)
        if had_focus and not shown:
            self.start.setFocus()  # else Qt gives it to the rail
        self._begin.setVisible(shown)
        if shown:
            self._begin.begin.setFocus()
        else:
            self._begin.show_missing("")

    def show_missing(self, text: str) -> None:
        self._begin.show_missing(text)

    def _group(self, group: GroupVm) -> QWidget:
        rows = Rows(group.heading)
        rows.show_rows([self._row(group.key, at, duty) for at, duty in enumerate(group.duties)])
        rows.opened.connect(self._open)
        parts: list[QWidget] = [Label(group.heading, "heading"), rows]
        if group.more:
            parts.append(Label(group.more, "soft"))
        holder = QWidget()
        holder.setLayout(column(*parts, gap=UNIT // 2))
        return holder

    def _row(self, group: str, at: int, duty: DutyVm) -> RowVm:
        key = f"{group}-{at}"
        self._places[key] = duty.place
        if duty.is_late:
            return RowVm(key, duty.title, duty.caption, _ICONS[group], _("late"), "amber")
        return RowVm(key, duty.title, duty.caption, _ICONS[group])

    def _connect(self) -> None:
        self.start.clicked.connect(self._presenter.somebody_comes)
        self.month.clicked.connect(self._to_month)
        self.morning.clicked.connect(self._to_morning)
        self._begin.begin.clicked.connect(self._start)
        self._begin.cancel.clicked.connect(self._presenter.never_mind)

    def _start(self) -> None:
        self._presenter.begin(self._begin.day.text(), self._begin.time.text())

    def _to_month(self) -> None:
        self._presenter.go(Place("month"))

    def _to_morning(self) -> None:
        self._presenter.go(Place("morning-report"))

    def _open(self, key: str) -> None:
        self._presenter.go(self._places[key])

    def _put(self, key: str, widget: QWidget) -> None:
        self._shown[key] = widget
        self._groups.addWidget(widget)

    def _drop(self, key: str) -> None:
        old = self._shown.pop(key, None)
        if old is not None:
            self._groups.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _order(self) -> None:
        groups = sorted(self._shown.values(), key=self._groups.indexOf)
        tab_in_order(self.start, self._begin, *groups, self.month, self.morning)


class _BeginCard(Card):
    """The one thing that is needed: when."""

    def __init__(self) -> None:
        words = _("Only the time is needed. Name and everything else can wait.")
        super().__init__(_("Somebody is here now"), words)
        self.day = DateField(name="event-day")
        self.time = LineField(_("HH:MM"), name="event-time")
        self.time.setFixedWidth(self.day.maximumWidth())
        for field in (self.day, self.time):
            field.setAccessibleName("")
        when = [FormRow(_("Day"), self.day), FormRow(_("Time"), self.time)]
        self._missing = Label("", "strong")
        self._missing.hide()
        self.begin = Button(_("Begin a case file"), "primary", name="begin")
        self.cancel = Button(_("Cancel"), "quiet", name="cancel")
        self.add(Beside(when, [0, 0]), self._missing)
        self.add_layout(row(self.begin, self.cancel))
        for field in (self.day, self.time):
            field.returnPressed.connect(self.begin.click)

    def show_now(self, day: str, time: str) -> None:
        self.day.show_text(day)
        self.time.show_text(time)

    def show_missing(self, text: str) -> None:
        self._missing.setText(text)
        self._missing.setVisible(bool(text))


def _first_time() -> EmptyBlock:
    words = _(
        "Press the large button when somebody is here. You need nothing but the time: "
        "the program leads on, one step at a time, and keeps what you type."
    )
    return EmptyBlock("protection", _("You have no case files yet"), words)


def _nothing_waits() -> EmptyBlock:
    words = _("Nothing is late and nothing waits this week.")
    return EmptyBlock("check", _("Nothing waits"), words)
