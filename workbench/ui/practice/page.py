# SPDX-License-Identifier: EUPL-1.2
"""Practice on screen: the case to the left, coding or comparison to the right.

Where there is little room one of them is in front, and a button brings the other.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.practice.coding import CodingPane, Panes
from workbench.ui.practice.presenter import PracticePresenter, PracticeView
from workbench.ui.practice.reading import ComparisonPane, ReadingPane
from workbench.ui.practice.telling import mark, nothing_kept
from workbench.ui.practice.vms import ComparisonVm, QuestionVm, StoryVm
from workbench.ui.writing.beside import holding
from workbench.words import ErrorText, _

_NARROW = 100 * UNIT
_LEAST_ROOM, _LOW = 26 * UNIT, 56 * UNIT


class PracticePage(Page):
    """A `PracticeView`."""

    def __init__(self, make: Callable[[PracticeView], PracticePresenter]) -> None:
        super().__init__(_("Practise"), mark(), back=_("Training stories"), is_wide=True)
        self.story = ReadingPane(_("The story"))
        self.coding, self.comparison = CodingPane(), ComparisonPane()
        self._right = QStackedWidget()
        self._right.addWidget(self.coding)
        self._right.addWidget(self.comparison)
        self.panes = Panes()
        self.panes.line.addWidget(self.story, 1)
        self.panes.line.addWidget(self._right, 1)
        self.add(self.panes)
        self.read_button = Button("", "secondary", name="read")
        self.compare_button = Button("", "primary", name="compare")
        self.again_button = Button(_("Begin again"), "quiet", name="again")
        self.add_below(self._foot())
        self._is_reading = True
        self._presenter = make(self)
        self._connect()
        self._judge()

    def go(self, place: str) -> None:
        """`place` is case/instrument."""
        self._presenter.open(place)

    def ask_leave(self, go: Callable[[], None]) -> None:
        self._presenter.ask_leave(go)

    def show_story(self, vm: StoryVm) -> None:
        self.header.say(vm.title, f"{vm.caption}\n{mark()}")
        self.setAccessibleName(f"{vm.title}. {mark()}")
        self.story.show_blocks(vm.blocks)

    def show_question(self, vm: QuestionVm, *, is_new: bool) -> None:
        self._right.setCurrentWidget(self.coding)
        self.coding.show_question(vm, is_new=is_new and not self._hides_coding())
        self._judge()
        if is_new and self._is_low():
            self._to_panes()

    def show_comparison(self, vm: ComparisonVm) -> None:
        self.comparison.show_comparison(vm)
        self._right.setCurrentWidget(self.comparison)
        self._is_reading = False
        self._judge()
        self.comparison.table.setFocus()

    def show_end(self) -> None:
        self.compare_button.setFocus()

    def show_refused(self, text: ErrorText) -> None:
        self.panes.hide()
        self.show_below(is_shown=False)
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panes fill what is left under the header, or the whole view when it is low."""
        super().resizeEvent(event)
        self._judge()

    def _hides_coding(self) -> bool:
        return self.width() < _NARROW and self._is_reading

    def _judge(self) -> None:
        """Which panes are in sight, how high they are, and what the buttons say."""
        is_narrow = self.width() < _NARROW
        is_compared = self._right.currentWidget() is self.comparison
        self.story.setVisible(not is_narrow or self._is_reading)
        self._right.setVisible(not is_narrow or not self._is_reading)
        self.read_button.setVisible(is_narrow)
        other = _("To the comparison") if is_compared else _("To the questions")
        self.read_button.say(other if self._is_reading else _("Read the story"))
        self.compare_button.say(_("Go on coding") if is_compared else _("Compare"))
        is_coding = not is_compared and not self._hides_coding()
        self.coding.listen_on(self if is_coding else None)
        self.panes.line.setStretch(0, 2 if is_compared else 1)
        self.panes.line.setStretch(1, 3 if is_compared else 1)
        self._fit(is_coding=is_coding)

    def _fit(self, *, is_coding: bool) -> None:
        """What is coded in is never squeezed; what is read scrolls in itself."""
        self._inside.activate()
        view = self._scroll.viewport().height()
        room = view - 2 * UNIT if self._is_low() else view - self.panes.y() - 6 * UNIT
        needed = self.coding.needed(self._right.width()) if is_coding else 0
        self.panes.setFixedHeight(max(room, needed, _LEAST_ROOM))

    def _is_low(self) -> bool:
        return self._scroll.viewport().height() < _LOW

    def _to_panes(self) -> None:
        """In a low window what one reads or codes comes to the top."""
        self._inside.activate()
        bar = self._scroll.verticalScrollBar()
        if bar.maximum() > 0:
            bar.setValue(self.panes.mapTo(self, QPoint(0, 0)).y() + bar.value() - UNIT)

    def _foot(self) -> QWidget:
        self.kept = Label(f"{mark()}. {nothing_kept()}", "soft")
        ways = WrapLayout(gap=UNIT)
        for button in (self.read_button, self.compare_button, self.again_button):
            ways.addWidget(button)
        foot = QWidget()
        foot.setLayout(column(self.kept, holding(ways), gap=UNIT // 2))
        return foot

    def _connect(self) -> None:
        told = self._presenter
        self.coding.chosen.connect(told.choose)
        self.coding.next_pressed.connect(told.next)
        self.coding.previous_pressed.connect(told.previous)
        self.coding.walked.connect(told.go_to)
        self.header.back.connect(told.leave)
        self.again_button.clicked.connect(told.again)
        self.panes.widened.connect(self._judge)
        self.read_button.clicked.connect(self._turned)
        self.compare_button.clicked.connect(self._compared)

    def _turned(self) -> None:
        """The other pane comes to the front, with the focus in it."""
        self._is_reading = not self._is_reading
        self._judge()
        self._to_panes()
        if self._is_reading:
            self.story.setFocus()
        elif self._right.currentWidget() is self.comparison:
            self.comparison.table.setFocus()
        else:
            self.coding.focus()

    def _compared(self) -> None:
        if self._right.currentWidget() is self.comparison:
            self._is_reading = False
            self._presenter.resume()
        else:
            self._presenter.compare()
        self._to_panes()
