# SPDX-License-Identifier: EUPL-1.2
"""Where the violence calendar stands: beside the questions, or under them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from workbench.ui.assess.calendar_content import CalendarContent
from workbench.ui.incidents.presenter import IncidentsPresenter, IncidentsView
from workbench.ui.kit.cards import column, scrolling
from workbench.ui.kit.page import Page
from workbench.words import _

MakeIncidents = Callable[[IncidentsView], IncidentsPresenter]
_UNBOUNDED = 16_777_215


class CalendarPane(QWidget):
    """Folded away until it is asked for; what it holds is built and read then.

    Beside the questions it scrolls by itself, so that the question stays where it is; under them
    it is as high as it needs and goes with the page.

    Signals:
        shut: the person goes back to the question.
    """

    shut = Signal()

    def __init__(self, page: Page, make: MakeIncidents) -> None:
        super().__init__()
        self.setAccessibleName(_("Violence calendar"))
        self._page, self._make = page, make
        self.content: CalendarContent | None = None
        self._scroll: QScrollArea | None = None
        self._is_beside, self._room = True, 0
        self._box = column()
        self.setLayout(self._box)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.shut)
        self.hide()

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    @property
    def is_under(self) -> bool:
        return not self._is_beside

    def unfold(self) -> None:
        """Into sight, with what the calendar holds now."""
        if self.content is None:
            self._build()
        else:
            self.content.refresh()
        self.show()
        if self.content is not None:
            self.content.focus_first()

    def fold(self) -> None:
        """Out of sight; what is half written is kept."""
        self._page.flush()
        self.hide()

    def refresh(self) -> None:
        """Something may have changed while the page was not in front."""
        if self.content is not None and self.is_open:
            self.content.refresh()

    def fit(self, room: int) -> None:
        """How high the window lets it be beside the questions."""
        self._room = room
        self._hold()

    def stand(self, *, is_beside: bool) -> None:
        """At the side of the questions, or under them."""
        self._is_beside = is_beside
        self._hold()

    def _build(self) -> None:
        self.content = CalendarContent(self._page)
        self.content.shut.connect(self.shut)
        self._hold()
        self.content.serve(self._make(self.content))

    def _hold(self) -> None:
        self.setMinimumHeight(self._room if self._is_beside else 0)
        self.setMaximumHeight(self._room if self._is_beside else _UNBOUNDED)
        content, scrolls = self.content, self._scroll is not None
        if content is None or (self._box.count() and scrolls == self._is_beside):
            return
        at = QApplication.focusWidget()
        if self._is_beside:
            self._box.removeWidget(content)
            self._scroll = scrolling(content)
            self._box.addWidget(self._scroll)
        else:
            self._lift_out(content)
        if at is not None and content.isAncestorOf(at):
            at.setFocus()  # what is moved loses it

    def _lift_out(self, content: CalendarContent) -> None:
        """Out of its own scroll area, or to its place for the first time."""
        if self._scroll is not None:
            self._scroll.takeWidget()
            self._box.removeWidget(self._scroll)
            self._scroll.deleteLater()
            self._scroll = None
        if self._box.indexOf(content) < 0:
            self._box.addWidget(content)
        content.show()
