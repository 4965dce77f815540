# SPDX-License-Identifier: EUPL-1.2
"""The questions, and the violence calendar beside them; under them where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from workbench.ui.assess.calendar_pane import CalendarPane
from workbench.ui.assess.questions import QuestionsPane
from workbench.ui.assess.typed_down import TypedDown
from workbench.ui.kit.cards import column
from workbench.ui.kit.theme import UNIT

_BESIDE, _WIDE_ENOUGH = 52 * UNIT, 120 * UNIT
_LEAST_ROOM, _LOW = 30 * UNIT, 56 * UNIT
_MOST = 16_777_215


class Sides(QWidget):
    """Two views of one assessment, of which one is in front, and what happened at its side."""

    def __init__(
        self, questions: QuestionsPane, typed_down: TypedDown, calendar: CalendarPane
    ) -> None:
        super().__init__()
        self._questions, self._typed_down, self._calendar = questions, typed_down, calendar
        self.asked = QWidget()
        self.asked.setLayout(column(questions, typed_down))
        self._left_at, self.is_low = "", False
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * UNIT)
        self._box.addWidget(self.asked, 1)
        self._box.addWidget(calendar, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def is_sheet(self) -> bool:
        """Whether the Arksida is in front."""
        return not self._typed_down.isHidden()

    @property
    def begins_at(self) -> QWidget:
        """Where what is asked begins; in a low window this comes to its top."""
        return self._typed_down.worksheet if self.is_sheet else self._questions.where

    def show_sheet(self, *, is_sheet: bool) -> None:
        """One of the two in front."""
        self._questions.setHidden(is_sheet)
        self._typed_down.setVisible(is_sheet)

    def open_calendar(self) -> None:
        """It comes; where the person was is remembered by name, as answers are built anew."""
        at = QApplication.focusWidget()
        is_asked = at is not None and self.asked.isAncestorOf(at)
        self._left_at = at.objectName() if is_asked and at is not None else ""
        self._calendar.unfold()

    def shut_calendar(self) -> None:
        """It goes, and the focus is where it was."""
        self._calendar.fold()
        name = self._left_at
        found = self.asked.findChild(QWidget, name) if name else None
        if found is not None and found.isVisible() and found.isEnabled():
            found.setFocus()
        elif self.is_sheet:
            self._typed_down.worksheet.setFocus()
        else:
            self._questions.focus_first()

    def fit(self, view: int) -> None:
        """Fill what is left of a view of that height under the header."""
        is_low = self.is_low = view < _LOW
        under = 11 * UNIT if self.is_sheet else 6 * UNIT
        room = view - 2 * UNIT if is_low else view - self.y() - under
        self._questions.fit(room)
        room = max(room, _LEAST_ROOM)
        # in a low view the worksheet has it all but for a second line under the page: its legend
        # stands above, a scroll away
        low = max(room - 2 * UNIT, _LEAST_ROOM)
        self._typed_down.worksheet.setMinimumHeight(low if is_low else 0)
        self._typed_down.setMinimumHeight(0 if is_low else room)
        self._calendar.fit(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE_ENOUGH
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self._calendar.setFixedWidth(_BESIDE) if is_wide else self._calendar.setMaximumWidth(_MOST)
        self._calendar.stand(is_beside=is_wide)
