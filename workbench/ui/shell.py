# SPDX-License-Identifier: EUPL-1.2
"""The window. It knows that there are pages and that there is a lock; nothing about cases.

Locked, it is the unlock page and nothing else. Unlocked, it is a `Frame` that whoever opened the
vault hands over, new each time; it is let go of whole at lock.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column
from workbench.ui.kit.problem import Problem
from workbench.ui.kit.stops import stop_in_focus
from workbench.ui.unlock.page import UnlockPage
from workbench.words import _

if TYPE_CHECKING:  # measured: loading them before the first paint makes it 7 % later
    from workbench.ui.kit.frame import Frame
    from workbench.ui.kit.page import Page

_SMALLEST = (560, 360)


class _Left(NamedTuple):
    """Where somebody was when the lock came."""

    key: str
    place: str
    field: str
    scroll: int


class Shell(QMainWindow):
    """One window, one vault.

    `lock_now` is called once at each lock, after all half-typed text was handed out: forget the
    results of jobs that run, close the vault, wipe keys. It must return at once.

    Signals:
        locking: the window is blank; what is half typed is handed out next.
        locked: the window is blank and the vault is being closed.
        sought: what to look for among the user's own cases; answer with `finder().show_found`.
        found: the case to open.
    """

    locking = Signal()
    locked = Signal()
    sought = Signal(str)
    found = Signal(str)

    def __init__(self, unlock_page: UnlockPage, *, lock_now: Callable[[], None]) -> None:
        super().__init__()
        self.setWindowTitle(_("Värn"))
        self.setMinimumSize(*_SMALLEST)
        self._unlock, self._lock_now = unlock_page, lock_now
        self._frame: Frame | None = None
        self._user = ""
        self._left: dict[str, _Left] = {}
        self._first: Page | None = None
        self._blank: QWidget | None = None
        self._layers = QStackedWidget()
        self._layers.addWidget(unlock_page)
        self.setCentralWidget(self._layers)

    @property
    def is_locked(self) -> bool:
        return self._frame is None

    def frame(self) -> "Frame":
        """What stands around the pages; only while unlocked."""
        if self._frame is None:
            raise RuntimeError("locked")
        return self._frame

    def page(self) -> "Page":
        """The page in front; only while unlocked."""
        return self.frame().page()

    def show_first(self, page: "Page") -> None:
        """First start, or a way back in: in front of the unlock page, in the place of another."""
        self.end_first()
        self._first = page
        self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        page.take_focus(None)

    def unlocked(self, user: str, frame: "Frame", start: str) -> None:
        """The vault is open: the same user returns to the same place, another begins at `start`.

        A frame that stood there before (first start's) makes room.
        """
        self.end_first()
        if self._frame is not None:
            self._frame.watch.end()
            self._let_go(self._frame)
        self._frame, self._user = frame, user
        self._listen(frame)
        self._layers.addWidget(frame)
        self._layers.setCurrentWidget(frame)
        frame.watch.begin()
        left = self._left.pop(user, None)
        if left is not None and frame.knows(left.key):
            frame.open(left.key, left.place)
            touches = frame.watch.touches
            page = frame.page()
            page.take_focus(None)
            page.go_back_to(
                left.field, left.scroll, is_untouched=lambda: frame.watch.touches == touches
            )
        else:
            frame.open(start)
            frame.page().take_focus(None)

    def open(self, key: str, place: str = "") -> None:
        """Bring an entry to the front, at a place in it."""
        self.frame().open(key, place)

    def changed(self) -> None:
        """Something was written: the page in front looks again."""
        if self._frame is not None:
            self._frame.page().refresh()

    def lock(self) -> None:
        """Blank at once, then hand out what is half typed, then close the vault. Never asks."""
        frame = self._frame
        if frame is None:
            if self._first is not None:
                self._first.flush()
            return
        frame.watch.end()
        self._frame = None
        self._cover(self._unlock)
        self.locking.emit()
        frame.dialogs.close_all()
        self._close_what_is_on_top()
        try:
            page = frame.page()
            field = stop_in_focus(page)
            left = _Left(frame.key, page.place(), field, page.scrolled())
            self._left[self._user] = left
            frame.flush()
        finally:
            self._let_go(frame)
            self._lock_now()
            frame.empty()
            self.locked.emit()

    def hide_quickly(self) -> None:
        """Somebody looks over the shoulder: blank and out of the way, not locked."""
        if self._frame is not None:
            self._frame.dialogs.put_away()
            if self._blank is None:
                self._blank = _blank(self._show_again)
                self._layers.addWidget(self._blank)
            self._cover(self._blank)
            self.showMinimized()

    def show_told(self, problem: Problem) -> None:
        """A failure that nobody waited for: in the page if there is one."""
        if self._first is not None:
            self._first.show_told(problem)
        elif self._frame is None:
            self._unlock.show_told(problem)
        else:
            self._frame.page().show_told(problem)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is locking."""
        self.end_first()
        self.lock()
        super().closeEvent(event)

    def _listen(self, frame: "Frame") -> None:
        buttons = (frame.top.lock_button.clicked, frame.top.change_button.clicked)
        for asked in (*buttons, frame.watch.lock_pressed, frame.watch.idled):
            asked.connect(self.lock)
        for asked in (frame.top.hide_button.clicked, frame.watch.hide_pressed):
            asked.connect(self.hide_quickly)
        frame.top.finder.sought.connect(self.sought)
        frame.top.finder.found.connect(lambda key: frame.ask_leave(lambda: self.found.emit(key)))

    def _close_what_is_on_top(self) -> None:
        """Lists that dropped down, menus, tips: every other window of the program."""
        for window in QApplication.topLevelWidgets():
            if window is not self and window.isVisible():
                window.hide()

    def end_first(self) -> None:
        """First start is over, or broken off; what was shown in it is gone."""
        first, self._first = self._first, None
        if first is not None:
            first.flush()
            self._layers.removeWidget(first)
            first.setParent(None)
            first.deleteLater()

    def _cover(self, layer: QWidget) -> None:
        self._layers.setCurrentWidget(layer)
        layer.repaint()

    def _let_go(self, frame: "Frame") -> None:
        frame.setEnabled(False)
        self._layers.removeWidget(frame)
        frame.setParent(None)
        frame.deleteLater()
        self._unlock.empty()

    def _show_again(self) -> None:
        if self._frame is not None:
            self._layers.setCurrentWidget(self._frame)
            self._frame.dialogs.bring_back()


def _blank(go_on: Callable[[], None]) -> QWidget:
    """An empty sheet with one way on."""
    button = Button(_("Continue"), "secondary", name="continue")
    button.clicked.connect(go_on)
    sheet = QWidget()
    sheet.setProperty("kind", "blank")
    box = column()
    box.addStretch(1)
    box.addWidget(button, alignment=QtCore.Qt.AlignmentFlag.AlignHCenter)
    box.addStretch(1)
    sheet.setLayout(box)
    sheet.setFocusProxy(button)
    return sheet
