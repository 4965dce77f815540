# SPDX-License-Identifier: EUPL-1.2
"""What every page is: a scrolling sheet with a header, a banner, and text that can be handed out.

A page shows and tells; its presenter decides. The shell builds it late and lets go of it at lock.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import SIGNAL, SLOT, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from workbench.ui.kit.banners import Banner
from workbench.ui.kit.cards import PageHeader, column, scrolling
from workbench.ui.kit.hover import Hover
from workbench.ui.kit.problem import Problem, problem_of
from workbench.ui.kit.reading_order import tab_as_laid_out
from workbench.ui.kit.stops import first_stop, go_on_in, stop_called
from workbench.ui.kit.theme import UNIT

WIDTH = 130 * UNIT
_NARROW = 80 * UNIT
"""A line of text stays readable: the sheet does not grow past this, unless it is `wide`."""
_FOCUS_CHANGED, _START = SIGNAL("focusChanged(QWidget*,QWidget*)"), SLOT("start()")


class _GoingBack(NamedTuple):
    """Where the person was before the lock, and whether they have touched nothing since."""

    field: str
    scroll: int
    is_untouched: Callable[[], bool]


class Page(QWidget):
    """A page of the window.

    Signals:
        requested: key of an entry of the shell and a place in it ("" = where it begins).
        saved: the time of day to show as saved ("14:32"); "" = being saved.
        not_saved: what was typed could not be written; it is still on screen.
    """

    requested = Signal(str, str)
    saved = Signal(str)
    not_saved = Signal()

    is_interview = False
    """People talk while it is in front: the program waits longer before it locks by itself."""

    def __init__(
        self, title: str, caption: str = "", *, back: str = "", is_wide: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.header = PageHeader(title, caption, back=back)
        self.banner = Banner()
        self.body = column(gap=2 * UNIT)
        self._revealed: QWidget | None = None
        self._going_back: _GoingBack | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_back)
        sheet = self._sheet(is_wide=is_wide)
        self._scroll = scrolling(sheet)
        sheet.installEventFilter(self)
        Hover(self._scroll, sheet)
        self._scroll.verticalScrollBar().actionTriggered.connect(self._scrolled_by_hand)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll, 1)  # what stands below it takes no more than it needs
        self.below = column()
        self._bar = self._bottom(is_wide=is_wide)
        self._bar.hide()
        outer.addWidget(self._bar)

    def add(self, *widgets: QWidget) -> None:
        """Under what the page already shows."""
        for widget in widgets:
            self.body.addWidget(widget)

    def add_layout(self, layout: QLayout) -> None:
        self.body.addLayout(layout)

    def add_below(self, widget: QWidget) -> None:
        """Under the scrolling sheet: always in sight (the buttons of a step)."""
        self.below.addWidget(widget)
        self._bar.show()

    def show_below(self, *, is_shown: bool) -> None:
        """What stands there comes and goes with its strip."""
        self._bar.setVisible(is_shown)

    def place(self) -> str:
        """Where in the page the person is; `go(place)` brings them back after a lock."""
        return ""

    def go(self, place: str) -> None:
        """Show that place; called once after the page is built."""

    def refresh(self) -> None:
        """Something may have changed while the page was not in front."""

    def flush(self) -> None:
        """Hand out all half-typed text. Called at lock and before the page is left."""
        for widget in self.findChildren(QWidget):
            if hasattr(widget, "flush"):  # hundreds of widgets: a protocol would take 20 µs each
                widget.flush()

    def ask_leave(self, go: Callable[[], None]) -> None:
        """Another place is wanted: `go`, or ask first where something would be lost."""
        go()

    def empty(self) -> None:
        """Lock, or the page is left: let go at once of what is more than text on the screen."""

    def show_problem(self, error: Exception) -> None:
        """An error that a job or a slot met: explained if expected, quotable if not."""
        self.show_told(problem_of(error))

    def show_told(self, problem: Problem | None) -> None:
        if problem is None:
            return
        self.banner.say(
            problem.title, problem.detail, tone="red" if problem.is_unexpected else "amber"
        )
        self.scroll_to(0)

    def order_tab(self) -> None:
        """A part of the page was built anew: Tab still goes from top to bottom."""
        inside = self._scroll.widget()
        if inside is not None:
            tab_as_laid_out(inside)

    def take_focus(self, wanted: QWidget | None) -> None:
        """To what the page wanted in focus, else to its first stop for Tab."""
        if wanted is None or not wanted.isEnabled() or not wanted.isVisibleTo(self):
            wanted = first_stop(self)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal(wanted)

    @contextmanager
    def keeping_focus(self) -> Iterator[None]:
        """What is pressed may be taken away by what it shows; the focus then stays on the page."""
        was_here = self._is_here()
        yield
        if was_here and not self._is_here():
            self.take_focus(None)

    def _is_here(self) -> bool:
        at = QApplication.focusWidget()
        return at is not None and self.isAncestorOf(at)

    def scrolled(self) -> int:
        """How far down the sheet is; `go_back_to` takes it."""
        return self._scroll.verticalScrollBar().value()

    def scroll_to(self, down: int) -> None:
        """So far down, or as far as the sheet goes."""
        self._scroll.verticalScrollBar().setValue(down)

    def go_back_to(self, field: str, scroll: int, *, is_untouched: Callable[[], bool]) -> None:
        """After a lock: the focus to that `stop_in_focus` ("" for none), the sheet as far down.

        What the page shows comes later and may move both, so they are put back until the person
        does something. Not while the focus changes: what had it may be half taken down by then.
        """
        self._going_back = _GoingBack(field, scroll, is_untouched)
        QObject.connect(_program(), _FOCUS_CHANGED, self._soon, _START)
        self._revealed = None
        self._go_back()

    def reveal(self, widget: QWidget) -> None:
        """Scroll until `widget` is in sight; it stays there while it has the focus."""
        self._revealed = widget
        self._scroll.ensureWidgetVisible(widget, 0, 6 * UNIT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wrapped text settles in several rounds: what was in sight must not slide out of it."""
        if event.type() == QEvent.Type.Resize and self._going_back is not None:
            self._go_back()
            return False
        at = self._revealed
        if event.type() == QEvent.Type.Resize and at is not None and at is self.focusWidget():
            self._scroll.ensureWidgetVisible(at, 0, 6 * UNIT)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At 200 % the air around the sheet goes first."""
        super().resizeEvent(event)
        side = 2 if self.width() < _NARROW else 4
        self._inside.setContentsMargins(side * UNIT, (side - 1) * UNIT, side * UNIT, side * UNIT)
        self.below.setContentsMargins(side * UNIT, UNIT, side * UNIT, UNIT)

    def _bottom(self, *, is_wide: bool) -> QFrame:
        """As wide as the sheet, so that its buttons stand under what they belong to."""
        inner = QWidget()
        inner.setLayout(self.below)
        if not is_wide:
            inner.setMaximumWidth(WIDTH)
        bar = QFrame()
        bar.setProperty("kind", "below")
        line = QHBoxLayout(bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(inner, 1)
        return bar

    def _scrolled_by_hand(self) -> None:
        self._revealed = None

    def _go_back(self) -> None:
        """As far as the page has come by now."""
        going = self._going_back
        if going is None:
            return
        if not going.is_untouched():
            self._going_back = None
            QObject.disconnect(_program(), _FOCUS_CHANGED, self._soon, _START)
            return
        field = stop_called(self, going.field)
        if field is not None and field.isVisibleTo(self) and not field.hasFocus():
            go_on_in(field)
        self.scroll_to(going.scroll)

    def _sheet(self, *, is_wide: bool) -> QWidget:
        inner = QWidget()
        if not is_wide:
            inner.setMaximumWidth(WIDTH)
        inside = column(self.header, self.banner, gap=2 * UNIT)
        inside.addLayout(self.body)
        inside.addStretch(1)
        self._inside = inside
        inner.setLayout(inside)
        sheet = QWidget()
        line = QHBoxLayout(sheet)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(inner, 1)
        return sheet


def _program() -> QObject:
    program = QApplication.instance()
    assert program is not None  # noqa: S101  a page lives in a program
    return program
