# SPDX-License-Identifier: EUPL-1.2
"""What stands around the pages while the vault is open: rail, top bar, the page itself.

It is built at unlock and let go of whole at lock: nothing of a case outlives it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.dialogs import Dialogs
from workbench.ui.kit.finder import Finder
from workbench.ui.kit.page import Page
from workbench.ui.kit.pills import SaveState
from workbench.ui.kit.rail import Entry, Rail
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.watch import DEFAULT_MIN, INTERVIEW_MIN, Watch
from workbench.words import _

NARROW = 900
"""Under this width the rail shows its words under its icons."""


class TopBar(QFrame):
    """Find a case, see that all is safe, hide, lock.

    `is_shared`: several people use this computer, and one makes room for another.
    """

    def __init__(self, *, is_shared: bool = False) -> None:
        super().__init__()
        self._is_shared = is_shared
        self.setProperty("kind", "top")
        self.finder = Finder()
        self.save_state = SaveState()
        self.hide_button = Button(_("Hide"), "quiet", icon="hide", name="quick-hide")
        self.hide_button.setToolTip(_("Hide the window (F11)"))
        self.lock_button = Button(_("Lock"), "secondary", icon="lock", name="lock")
        self.lock_button.setToolTip(_("Lock (Ctrl+L or F12)"))
        self.change_button = Button(_("Change user"), "quiet", icon="person", name="change-user")
        self.change_button.setToolTip(_("Lock, so that a colleague can unlock"))
        line = QHBoxLayout(self)
        line.setContentsMargins(4 * UNIT, UNIT + 2, 3 * UNIT, UNIT + 2)
        line.setSpacing(UNIT)
        line.addWidget(self.finder, 3)
        line.addStretch(1)
        line.addWidget(self.save_state)
        line.addSpacing(UNIT)
        for button in (self.hide_button, self.change_button, self.lock_button):
            line.addWidget(button)
        self._is_narrow = False
        self._judge()

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Where there is little room, Lock does for both."""
        self._is_narrow = is_narrow
        self._judge()

    def show_shared(self, *, is_shared: bool) -> None:
        """Somebody was let in, or the last colleague left."""
        self._is_shared = is_shared
        self._judge()

    def _judge(self) -> None:
        self.change_button.setVisible(self._is_shared and not self._is_narrow)


Later = Callable[[str], Entry | None]
"""An entry for a key that is on no rail (a page about one akt), or None for an unknown one."""


def _no_later(_key: str) -> Entry | None:
    return None


class Frame(QWidget):
    """Rail, top bar and a stack of pages that are built when they are first opened.

    Pages of the rail stay; a page about one akt is let go of when it is left.

    Signals:
        opened: the key of the entry now in front.
    """

    opened = Signal(str)

    def __init__(
        self,
        entries: Sequence[Entry],
        dialogs: Dialogs,
        *,
        later: Later = _no_later,
        idle_minutes: int = DEFAULT_MIN,
        interview_minutes: int = INTERVIEW_MIN,
        is_shared: bool = False,
    ) -> None:
        super().__init__()
        self._later = later
        self.dialogs = dialogs
        self.watch = Watch(self)
        self.watch.set_minutes(idle_minutes)
        self.watch.set_interview_minutes(interview_minutes)
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._key = ""
        self.rail, self.top = Rail(entries), TopBar(is_shared=is_shared)
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)
        self.rail.chosen.connect(self._chosen)

    @property
    def key(self) -> str:
        """The entry in front."""
        return self._key

    def page(self) -> Page:
        """The page in front. There is one as soon as `open` was called."""
        return self._pages[self._key]

    def knows(self, key: str) -> bool:
        return self._entry(key) is not None

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802  Qt's own
        """A sheet reveals what Tab reaches within it, but not what Tab enters it by."""
        page = self._pages.get(self._key)
        left = QApplication.focusWidget()
        has_moved = super().focusNextPrevChild(forward)
        reached = QApplication.focusWidget()
        if page is None or reached is None or not page.isAncestorOf(reached):
            return has_moved
        if left is None or not page.isAncestorOf(left):
            page.reveal(reached)
        return has_moved

    def open(self, key: str, place: str = "") -> None:
        """Bring an entry to the front, at a place in it. An unknown key changes nothing."""
        entry = self._entry(key)
        if entry is None:
            return
        left = self._key
        if left:
            self.page().flush()
        page = self._pages.get(key) or entry.build()
        wanted = page.focusWidget()  # asked for now: a page that is taken in forgets it
        if key not in self._pages:
            self._take_in(key, page)
        self._key = key
        self.watch.set_interview(is_on=page.is_interview)
        page.go(place)
        page.refresh()
        self._stack.setCurrentWidget(page)
        if self.rail.has_focus():
            page.scroll_to(0)  # from the rail a place is begun at its beginning
        else:
            page.take_focus(wanted)
        self.rail.show_current(entry.under or key)
        if left and left != key and left not in self._entries:
            self._let_go(left)
        self.opened.emit(key)

    def ask_leave(self, go: Callable[[], None]) -> None:
        """Somewhere else is wanted from outside the page in front, which may ask first."""
        if self._key:
            self.page().ask_leave(go)
        else:
            go()

    def flush(self) -> None:
        """Every page hands out what is half typed."""
        for page in self._pages.values():
            page.flush()

    def empty(self) -> None:
        """Lock: every page lets go of the documents that it holds."""
        for page in self._pages.values():
            page.empty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        self.rail.show_narrow(is_narrow=is_narrow)
        self.top.show_narrow(is_narrow=is_narrow)

    def _chosen(self, key: str) -> None:
        """An entry of the rail: the page in front may ask before it is left."""
        if self._key:
            here = self._entry(self._key)
            self.rail.show_current(here.under or self._key if here is not None else self._key)
        self.ask_leave(lambda: self.open(key))

    def _entry(self, key: str) -> Entry | None:
        return self._entries.get(key) or self._later(key)

    def _let_go(self, key: str) -> None:
        """The page goes when nobody holds it: a job that it asked for may still answer it."""
        page = self._pages.pop(key)
        page.empty()
        self._stack.removeWidget(page)
        page.setParent(None)

    def _take_in(self, key: str, page: Page) -> None:
        page.requested.connect(self.open)
        page.saved.connect(self._saved)
        page.not_saved.connect(self.top.save_state.not_saved)
        self._pages[key] = page
        self._stack.addWidget(page)

    def _saved(self, at: str) -> None:
        if at:
            self.top.save_state.saved(at)
        else:
            self.top.save_state.saving()
