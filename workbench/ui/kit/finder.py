# SPDX-License-Identifier: EUPL-1.2
"""Find one of your own cases: name, personnummer or ärendenummer, nothing else."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from workbench.ui.kit.cards import column
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.rows import RowButton, Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.words import _

_MOST = 8


class Finder(LineField):
    """The field at the top of the window, with what was found under it.

    Signals:
        sought: what to look for; answer with `show_found`.
        found: the key of the case to open.
    """

    sought = Signal(str)
    found = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Find a case file"), name="finder")
        self.setAccessibleDescription(_("Name, personal number or case number"))
        self.setClearButtonEnabled(False)
        self.setMaximumWidth(44 * UNIT)
        self._rows = Rows(_("Case files found"))
        self._none = Label(_("No match among your own case files"), "soft")
        self._panel = QFrame()
        self._panel.setProperty("kind", "found")
        inside = column(self._none, self._rows, gap=0)
        inside.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        self._panel.setLayout(inside)
        self._panel.hide()
        self.typed.connect(self._seek)
        self.returnPressed.connect(self.flush)
        self._rows.opened.connect(self._open)
        self._panel.installEventFilter(self)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._focus_moved)

    def show_found(self, rows: Sequence[RowVm]) -> None:
        """The cases that fit, best first; an answer that comes after the field was left is late."""
        if not self.text().strip():
            return
        self._rows.show_rows(tuple(rows)[:_MOST])
        self._none.setVisible(not rows)
        self._drop()

    def clear_all(self) -> None:
        """At lock, and when a case was opened."""
        self.show_text("")
        self._rows.show_rows(())
        self._panel.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear_all()
        elif event.key() == Qt.Key.Key_Down and self._panel.isVisible():
            self._rows.focus_first()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Out of what was found: Escape, or upwards from the first row."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.clear_all()
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Up):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _focus_moved(self, _left: QWidget | None, came: QWidget | None) -> None:
        """What was sought and found goes when the focus is elsewhere.

        It may be a name, and would stand above every page that follows. Another window's focus is
        nowhere.
        """
        is_elsewhere = came is not None and came is not self and not self._panel.isAncestorOf(came)
        if is_elsewhere and (self.text() or self._panel.isVisible()):
            self.clear_all()

    def _seek(self, text: str) -> None:
        if text.strip():
            self.sought.emit(text.strip())
        else:
            self._panel.hide()

    def _open(self, key: str) -> None:
        self.clear_all()
        self.found.emit(key)

    def _drop(self) -> None:
        window = self.window()
        if self._panel.parent() is not window:
            self._panel.setParent(window)
        below = self.mapTo(window, QPoint(0, self.height() + 4))
        self._panel.setGeometry(QRect(below, self._panel.sizeHint()))
        self._panel.setFixedWidth(max(self.width(), 40 * UNIT))
        self._panel.adjustSize()
        self._panel.show()
        self._panel.raise_()
        stops = [self, *self._rows.findChildren(RowButton)]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
