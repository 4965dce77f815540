# SPDX-License-Identifier: EUPL-1.2
"""The button and the key that open and shut the violence calendar beside the questions."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from workbench.ui.assess.calendar_pane import CalendarPane
from workbench.ui.assess.sides import Sides
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.words import _

KEY = "F5"


class CalendarDoor(Button):
    """The question keeps its place and the focus comes back to where it was.

    Signals:
        turned: the calendar came or went, and the room for the questions is another.
    """

    turned = Signal()

    def __init__(self, page: Page, sides: Sides, calendar: CalendarPane) -> None:
        super().__init__(_("Violence calendar"), "quiet", name="open-calendar")
        self.setToolTip(KEY)
        self._page, self._sides, self._calendar = page, sides, calendar
        self._scrolled_to = 0
        self._key = QShortcut(QKeySequence(KEY), page)
        self._key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._key.activated.connect(self._turn)
        self.clicked.connect(self._turn)
        calendar.shut.connect(self._shut)

    def offer(self, *, is_wanted: bool, is_talk: bool) -> None:
        """Only where the instrument wants it, and never in a conversation."""
        self.setVisible(is_wanted)
        self._key.setEnabled(is_wanted and not is_talk)
        if is_talk and self._calendar.is_open:
            self._calendar.fold()

    def open(self) -> None:
        """Beside the question, or under it where one is brought to it."""
        self._scrolled_to = self._page.scrolled()
        self._sides.open_calendar()
        self.turned.emit()
        QTimer.singleShot(0, self, self._bring)  # once it is laid out where it stands

    def _bring(self) -> None:
        at = self._calendar.focusWidget()
        if not self._calendar.is_open or at is None:
            return
        if self._calendar.is_under:
            top = self._calendar.mapTo(self._page, QPoint(0, 0)).y()
            self._page.scroll_to(self._page.scrolled() + top - UNIT)
        self._page.reveal(at)

    def _turn(self) -> None:
        if self._calendar.is_open:
            self._shut()
        else:
            self.open()

    def _shut(self) -> None:
        self._sides.shut_calendar()
        self.turned.emit()
        self._page.scroll_to(self._scrolled_to)
