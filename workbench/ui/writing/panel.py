# SPDX-License-Identifier: EUPL-1.2
"""Where one record is written: the fields, För in and Kasta. It satisfies `WritingView`."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.form import WritingForm
from workbench.ui.writing.spec import Missing, Values, WritingVm
from workbench.ui.writing.writing import Writing
from workbench.words import _

_ENTER_KEYS = ("Ctrl+Return", "Ctrl+Enter")
REASON = "reason"


class WritingPanel(Card):
    """A card with a form. `page` is told what is saved and what went wrong.

    Signals:
        typed: field name and its whole text.
        enter_pressed: the person wants this entered in the journal.
        discard_pressed: the person wants this thrown away.
    """

    typed = Signal(str, str)
    enter_pressed = Signal()
    discard_pressed = Signal()

    def __init__(
        self, page: Page, heading: str, fields: Sequence[FieldVm], *, closes: bool = False
    ) -> None:
        """`closes`: the panel was opened by a press, so there is a way out of an empty one."""
        super().__init__(heading)
        self._page, self._closes, self._can_leave = page, closes, closes
        self._left_at: QWidget | None = None
        self.form = WritingForm(fields)
        self._has_reason = any(field.name == REASON for field in fields)
        self._state = Pill("")
        self.add_action(self._state)
        self._missing = Label(kind="strong")
        self._missing.setObjectName("missing")
        self._missing.hide()
        self.enter_button = Button(_("Enter in the journal"), "primary", name="enter")
        self.discard_button = Button(_("Throw away"), "quiet", name="discard")
        self._explained = Label(_("Only you see this until you enter it."), "soft", wraps=False)
        self._explained.setMinimumHeight(self.enter_button.sizeHint().height())
        self.add(self.form)
        self.add_layout(self._foot())
        self._connect()

    def serve(self, writing: Writing[Any]) -> None:
        """Let a `Writing` hear what is typed and pressed here."""
        self.typed.connect(writing.typed)
        self.enter_pressed.connect(writing.enter)
        self.discard_pressed.connect(writing.discard)

    def come_forward(self) -> None:
        """The first field gets the focus; into sight, once it is laid out where it stands."""
        self.form.focus()
        QTimer.singleShot(0, self, self._reveal)

    def show_writing(self, vm: WritingVm) -> None:
        self._can_leave = self._closes or (vm.is_correction and not vm.is_single)
        self.form.show_values(vm.values)
        if self._has_reason:
            self.form.show_field(REASON, shown=vm.is_correction)
        self._missing.hide()
        self._say_state(begun=bool(vm.since), since=vm.since)
        at = QApplication.focusWidget()
        if at is not None and self.isAncestorOf(at):
            self.come_forward()  # one was entered or thrown away, the next begins at its beginning

    def show_saving(self) -> None:
        self._page.saved.emit("")

    def show_saved(self, at: str) -> None:
        self._page.saved.emit(at)

    def show_not_saved(self, error: Exception) -> None:
        self._page.not_saved.emit()
        self._page.show_problem(error)

    def show_problem(self, error: Exception) -> None:
        self._page.show_problem(error)

    def show_hints(self, hints: Values) -> None:
        self.form.show_hints(hints)

    def show_missing(self, missing: Missing) -> None:
        self._missing.setText(missing.text)
        self.form.put_under(missing.field, self._missing)
        self._missing.show()
        self.form.focus(missing.field)
        QTimer.singleShot(0, self, self._reveal_missing)

    def show_busy(self, *, busy: bool) -> None:
        """While it is busy nothing can be typed; then the focus is where it was."""
        at = QApplication.focusWidget()
        if busy:
            self._left_at = at if at is not None and self.isAncestorOf(at) else None
        self.setEnabled(not busy)
        if not busy and self._left_at is not None:
            self._left_at.setFocus()
            self._left_at = None

    def _foot(self) -> QHBoxLayout:
        buttons = WrapLayout(gap=UNIT)
        for widget in (self.enter_button, self.discard_button, self._explained):
            buttons.addWidget(widget)
        line = QHBoxLayout()
        line.addLayout(column(self._missing, holding(buttons)), 1)
        return line

    def _connect(self) -> None:
        self.form.typed.connect(self._typed)
        self.enter_button.clicked.connect(self._enter)
        self.discard_button.clicked.connect(self._discard)
        for key in _ENTER_KEYS:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._enter)
        self.enter_button.setToolTip("Ctrl+Enter")

    def _typed(self, name: str, text: str) -> None:
        self._say_state(begun=True)
        self._missing.hide()
        self.typed.emit(name, text)

    def _reveal(self) -> None:
        self._page.reveal(self)
        self._page.reveal(self.heading)

    def _reveal_missing(self) -> None:
        """What is asked for, and the field itself, however far down the person was."""
        at = QApplication.focusWidget()
        if at is not None and self.isAncestorOf(at):
            self._page.reveal(self._missing)
            self._page.reveal(at)

    def _enter(self) -> None:
        self._page.flush()
        self.enter_pressed.emit()

    def _discard(self) -> None:
        self._page.flush()
        self.discard_pressed.emit()

    def _say_state(self, *, begun: bool, since: str = "") -> None:
        self._state.setVisible(begun)
        self._explained.setVisible(begun)
        self.discard_button.say(_("Throw away") if begun else _("Cancel"))
        self.discard_button.setVisible(begun or self._can_leave)
        said = _("Working material since {when}").format(when=since) if since else ""
        self._state.say(said or _("Working material"), icon="note")
