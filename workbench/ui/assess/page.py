# SPDX-License-Identifier: EUPL-1.2
"""The page of an assessment: one question at a time or the worksheet, För in, Kasta, Pausa."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from workbench.ui.assess.calendar_door import CalendarDoor
from workbench.ui.assess.calendar_pane import CalendarPane
from workbench.ui.assess.foot import Foot
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.assess.questions import QuestionsPane
from workbench.ui.assess.sides import Sides
from workbench.ui.assess.typed_down import TypedDown
from workbench.ui.assess.view import AssessView
from workbench.ui.assess.vms import (
    HeadVm,
    ItemVm,
    MarginVm,
    OutlineVm,
    SittingVm,
    SlotKey,
    ViewName,
    WorksheetVm,
)
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import row
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.words import _

_ENTER_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class AssessPage(Page):
    """It satisfies `AssessView`. Nothing is asked for here: it only shows and tells."""

    is_interview = True

    def __init__(self, make: Callable[[AssessView], AssessPresenter]) -> None:
        super().__init__(_("Assessment"), back=_("Back to the case file"), is_wide=True)
        self._presenter = make(self)
        self.questions = QuestionsPane()
        self.wanted = self.questions.talk.wanted
        self._typed_down = TypedDown()
        self.worksheet, self.margin = self._typed_down.worksheet, self._typed_down.margin
        self.calendar = CalendarPane(self, self._presenter.incidents_on)
        self.sides = Sides(self.questions, self._typed_down, self.calendar)
        self.sides.show_sheet(is_sheet=False)
        self.switch = Button("", "quiet", name="other-view")
        self.talk_button = Button(_("Conversation"), "quiet", name="talk-view")
        self.frame = Button(_("Assignment and sources"), "quiet", name="open-frame")
        self.paper = Button(_("Fill in from paper"), "quiet", name="from-paper")
        self.door = CalendarDoor(self, self.sides, self.calendar)
        for action in (self.door, self.talk_button, self.frame, self.switch):
            self.header.add_action(action)
        self.locked = Banner(closes=False)
        self._below = QWidget()
        self._below.setLayout(row(self.paper))
        self.add(self.locked, self.sides, self._below)
        self.foot = Foot()
        self.progress, self.enter_button = self.foot.progress, self.foot.enter
        self.discard_button, self.pause_button = self.foot.discard, self.foot.pause
        self.add_below(self.foot)
        self._view: ViewName = "questions"
        self._left_at: QWidget | None = None
        self._connect()
        self._presenter.refresh()

    def refresh(self) -> None:
        self._presenter.refresh()
        self.calendar.refresh()

    def show_head(self, vm: HeadVm) -> None:
        self.header.say(vm.title, "\n".join(filter(None, (vm.paper, vm.caption, vm.wording))))
        self.setAccessibleName(vm.title)
        self._view = vm.view
        is_sheet = vm.view == "worksheet"
        self.sides.show_sheet(is_sheet=is_sheet)
        self.switch.say(_("One question at a time") if is_sheet else _("Worksheet"))
        self.switch.setVisible("worksheet" in vm.views)
        self._show_talk(vm)
        self._show_locked(vm)
        self.door.offer(is_wanted=vm.has_calendar, is_talk=vm.view == "talk")
        self.frame.setVisible("talk" not in vm.views)
        self._below.setHidden(bool(vm.locked) or vm.view == "talk")
        if is_sheet:
            self.worksheet.setFocus()
        self._fit()

    def _show_talk(self, vm: HeadVm) -> None:
        """In a conversation only the question, its answers and Pausa are on screen."""
        is_talk = vm.view == "talk"
        self.talk_button.setVisible("talk" in vm.views)
        self.questions.show_talk(is_talk=is_talk)
        self.header.setVisible(not is_talk)
        self.foot.show_parts(is_talk=is_talk, is_locked=bool(vm.locked))

    def _show_locked(self, vm: HeadVm) -> None:
        """What is locked is read: everything is there, nothing asks to be filled in."""
        is_locked = bool(vm.locked)
        self.questions.show_locked(is_locked=is_locked)
        self.worksheet.show_locked(is_locked=is_locked)
        self.locked.setVisible(is_locked)
        if is_locked:
            self.locked.say(vm.locked, vm.locked_detail, action=_("Make a new assessment"))

    def show_outline(self, lines: tuple[OutlineVm, ...], current: SlotKey) -> None:
        self.questions.show_lines(lines, current)

    def show_item(self, vm: ItemVm, *, is_new: bool) -> None:
        self.questions.show_item(vm, is_new=is_new)
        if is_new:
            self._bring_up(self.questions.where)

    def show_worksheet(self, vm: WorksheetVm) -> None:
        self._typed_down.show_worksheet(vm)

    def show_margin(self, vm: MarginVm | None, *, focus: str) -> None:
        self._typed_down.show_margin(vm, focus)
        if vm is not None and focus:
            self.reveal(self.margin)

    def show_sitting(self, vm: SittingVm) -> None:
        self.foot.show_sitting(vm)

    def show_end(self) -> None:
        if self._view == "talk":
            self.pause_button.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.enter_button.setFocus(Qt.FocusReason.TabFocusReason)

    def show_saved(self, at: str) -> None:
        self.saved.emit(at)

    def show_not_saved(self, error: Exception) -> None:
        self.not_saved.emit()
        self.show_problem(error)

    def show_busy(self, *, busy: bool) -> None:
        """While it is busy nothing can be answered; then the focus is where it was."""
        if busy:
            self._left_at = self.focusWidget()
        self.setEnabled(not busy)
        if not busy and self._left_at is not None:
            self._left_at.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The questions fill what is left under the header, or the whole view when it is low."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._inside.activate()
        self.sides.fit(self._scroll.viewport().height())
        self._come_up()
        QTimer.singleShot(0, self, self._measure)

    def _measure(self) -> None:
        """The sheet is measured anew: its height was taken before its parts had theirs."""
        self.sides.fit(self._scroll.viewport().height())
        sheet = self._scroll.widget()
        line = sheet.layout() if sheet is not None else None
        if sheet is not None and line is not None:
            for layout in (self.body, self._inside, line):
                layout.invalidate()
            sheet.updateGeometry()
            QTimer.singleShot(0, self, self._come_up)

    def _come_up(self) -> None:
        if self.sides.is_low and not self.calendar.is_open:
            self._bring_up(self.sides.begins_at)

    def _bring_up(self, widget: QWidget) -> None:
        """In a low window the question comes to the top; in a high one all of it is in sight."""
        self._inside.activate()
        self.scroll_to(widget.mapTo(self, QPoint(0, 0)).y() + self.scrolled() - UNIT)

    def _connect(self) -> None:
        told = self._presenter
        asked = self.questions
        asked.chosen.connect(told.choose)
        asked.noted.connect(told.note)
        asked.sourced.connect(told.source)
        asked.next_pressed.connect(told.next)
        asked.previous_pressed.connect(told.previous)
        asked.walked.connect(lambda number: told.go_to(asked.outline.key_at(number)))
        asked.calendar_pressed.connect(self.door.open)
        asked.written.connect(told.write)
        asked.earlier.still_so.connect(told.still_so)
        asked.talk.ended.connect(lambda: self._show_as("questions"))
        self.talk_button.clicked.connect(lambda: self._show_as("talk"))
        self.worksheet.coded.connect(told.code)
        self.worksheet.noted.connect(told.note)
        self.worksheet.sourced.connect(told.source)
        self.worksheet.ended.connect(self.show_end)
        self._connect_margin()
        self.locked.acted.connect(told.make_again)
        self.frame.clicked.connect(lambda: self._act(told.open_frame))
        self.paper.clicked.connect(lambda: self._act(told.open_paper))
        self.worksheet.answered.connect(told.write)
        self.switch.clicked.connect(self._switched)
        self.header.back.connect(lambda: self._act(told.pause))
        self.pause_button.clicked.connect(lambda: self._act(told.pause))
        self.discard_button.clicked.connect(lambda: self._act(told.discard))
        self.enter_button.clicked.connect(lambda: self._act(told.enter))
        self.door.turned.connect(self._fit)
        self._connect_enter_keys()

    def _connect_enter_keys(self) -> None:
        """Not on the whole page: in the calendar beside the questions they enter an incident."""
        for part in (self.header, self.sides.asked, self._below, self.foot):
            for key in _ENTER_KEYS:
                shortcut = QShortcut(QKeySequence(key), part)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(self.enter_button.click)

    def _connect_margin(self) -> None:
        told = self._presenter.margin
        self.worksheet.named.connect(told.name_own)
        self.worksheet.citing.connect(told.cite_again)
        self.worksheet.margin_pressed.connect(told.open)
        self.worksheet.walked.connect(told.walk)
        self.margin.said.connect(told.say_of)
        self.margin.cited.connect(told.cite)
        self.margin.uncited.connect(told.uncite)
        self.margin.shut.connect(told.shut)

    def _switched(self) -> None:
        self._show_as("questions" if self._view == "worksheet" else "worksheet")

    def _show_as(self, view: ViewName) -> None:
        self._act(lambda: self._presenter.show_as(view))

    def _act(self, act: Callable[[], None]) -> None:
        """What is half typed is handed out first."""
        self.flush()
        act()
