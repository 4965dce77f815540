# SPDX-License-Identifier: EUPL-1.2
"""What people type into; nothing typed waits for a button.

Half-typed text is handed out at most a second after the key press, when the field is left, and
when asked for (`flush`, at lock).
"""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from workbench.words import _

TYPED_AFTER_MS = 900
"""Counted from the first key press not yet handed out; never restarted by the next one."""


class TextArea(QPlainTextEdit):
    """Several lines of plain text. Tab leaves the field.

    Signals:
        typed: the whole text, as typed; lone surrogates are U+FFFD.
    """

    typed = Signal(str)

    def __init__(self, placeholder: str = "", *, lines: int = 4, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines = max(lines, 1)
        self.setFixedHeight(self._height(self._lines))
        self._clock = _clock(self)
        self._clock.timeout.connect(self.flush)
        self._shown = ""
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """What stands in the field now."""
        raw = self.document().toRawText()  # toPlainText would turn a no-break space into a space
        return well_formed(raw.replace("\u2029", "\n").replace("\u2028", "\n"))

    def show_text(self, text: str) -> None:
        """Text from outside; nothing is handed out for it."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.setPlainText(text)
        if self.hasFocus():  # somebody is about to go on there, as after a lock
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.blockSignals(False)  # noqa: FBT003
        self._clock.stop()
        self._shown = self.text()
        self._grow()

    def flush(self) -> None:
        """Hand out what was typed since the last time, if anything was."""
        self._clock.stop()
        text = self.text()
        if text != self._shown:
            self._shown = text
            self.typed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def _changed(self) -> None:
        self._grow()
        if not self._clock.isActive():
            self._clock.start()

    def _grow(self) -> None:
        wanted = min(max(self.document().size().height(), self._lines), 3 * self._lines + 4)
        self.setFixedHeight(self._height(int(wanted)))

    def _height(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + 22


class LineField(QLineEdit):
    """One line of plain text.

    Signals:
        typed: the whole text, as typed; lone surrogates are U+FFFD.
    """

    typed = Signal(str)

    def __init__(self, placeholder: str = "", *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._clock = _clock(self)
        self._clock.timeout.connect(self.flush)
        self._shown = ""
        self.textEdited.connect(self._changed)
        self.editingFinished.connect(self.flush)

    def show_text(self, text: str) -> None:
        """Text from outside; nothing is handed out for it."""
        self.setText(text)
        self._clock.stop()
        self._shown = well_formed(self.text())

    def flush(self) -> None:
        """Hand out what was typed since the last time, if anything was."""
        self._clock.stop()
        text = well_formed(self.text())
        if text != self._shown:
            self._shown = text
            self.typed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def _changed(self) -> None:
        if not self._clock.isActive():
            self._clock.start()


class DateField(LineField):
    """A day, typed as 2026-11-22 (20261122 is understood)."""

    def __init__(self, *, name: str = "") -> None:
        super().__init__(_("YYYY-MM-DD"), name=name)
        self.setMaxLength(10)
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance("0000-00-00 ") + 48)

    def day(self) -> date | None:
        """The day typed, or None when it is not a day (yet)."""
        try:
            return date.fromisoformat(self.text().strip())
        except ValueError:
            return None


class SecretField(QLineEdit):
    """A passphrase or a code: hidden, never handed out by itself, emptied at lock."""

    def __init__(self, placeholder: str = "", *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.show_typed(seen=False)

    def show_typed(self, *, seen: bool) -> None:
        """Readable while someone checks what they typed."""
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if seen else mode.Password)

    def wipe(self) -> None:
        """Empty, with nothing to undo to."""
        self.setText("")
        self.show_typed(seen=False)


def well_formed(text: str) -> str:
    """The same text; lone surrogates, which no file can hold, become U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _clock(owner: TextArea | LineField) -> QTimer:
    clock = QTimer(owner)
    clock.setSingleShot(True)
    clock.setInterval(TYPED_AFTER_MS)
    return clock
