# SPDX-License-Identifier: EUPL-1.2
"""A field for a recovery code: grouped as it is typed, and told at once where it may be wrong."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit

from workbench.services.keeping import recovery
from workbench.ui.kit.cards import FormRow
from workbench.ui.kit.theme import UNIT
from workbench.words import _

_LENGTH = recovery.GROUPS * (recovery.GROUP + 1) - 1


class CodeLine(QLineEdit):
    """One code, as it stands on the sheet.

    Signals:
        typed: the code was changed by hand.
        entered: Enter was pressed.
    """

    typed = Signal()
    entered = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())  # its own is smaller than what people read
        self.setFont(font)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0" * _LENGTH) + 4 * UNIT)
        self.textEdited.connect(self._group)
        self.returnPressed.connect(self.entered)

    def wipe(self) -> None:
        """Empty, with nothing to undo to."""
        self.setText("")

    def _group(self, text: str) -> None:
        """The cursor stays behind the sign that it stood behind."""
        before = len(recovery.grouped(text[: self.cursorPosition()]).replace("-", ""))
        shown = recovery.grouped(text)
        if shown != text:
            self.setText(shown)
            self.setCursorPosition(before + max(before - 1, 0) // recovery.GROUP)
        self.typed.emit()


class CodeRow(FormRow):
    """The field under its label; below it, what can be told of what stands in it."""

    def __init__(self, label: str, *, name: str) -> None:
        self.line = CodeLine(name=name)
        super().__init__(label, self.line)
        self.line.typed.connect(self.look)
        self.look()

    def call(self, label: str) -> None:
        """Another name for the same field."""
        self.label.setText(label)
        self.line.setAccessibleName(label)

    def text(self) -> str:
        return self.line.text()

    @property
    def is_right(self) -> bool:
        """Whether it fits its own checksum."""
        return recovery.is_code(self.text())

    def wipe(self) -> None:
        self.line.wipe()
        self.look()

    def look(self) -> None:
        """Say what can be told."""
        self.say_hint(hint_of(self.text()))


def hint_of(typed: str) -> str:
    """In words, what can be told of a code before it is tried."""
    groups = recovery.doubtful_groups(typed)
    length = len(recovery.grouped(typed).replace("-", ""))
    if recovery.is_code(typed):
        return _("The code is well typed.")
    if groups:
        return _("Compare group {groups} with the sheet.").format(
            groups=", ".join(str(group) for group in groups)
        )
    if length == recovery.GROUPS * recovery.GROUP:
        return _("Something is mistyped. Compare it with the sheet, group by group.")
    if length:
        done = length // recovery.GROUP
        return _("{done} of 9 groups.").format(done=done)
    return _("Nine groups of four characters. Capitals, spaces and hyphens do not matter.")
