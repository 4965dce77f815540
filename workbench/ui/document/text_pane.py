# SPDX-License-Identifier: EUPL-1.2
"""Text from outside, paragraph by paragraph, as plain text and nothing else."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workbench.ui.kit.cards import column
from workbench.words import _

_LINE_IN_A_PARAGRAPH = "\u2028"
_SMALLEST, _LARGEST = 6, 48
_READ = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
"""The cursor is seen and walks by keys: where it stands is what is cited."""


class Letters(QPlainTextEdit):
    """Plain text to be read; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("letters")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(_READ)

    def mark(self, text: str) -> None:
        """The next place where these words stand, from the cursor on."""
        if text and not self.find(text):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.find(text)

    def zoom(self, by: float) -> None:
        font = self.font()
        wanted = round(font.pointSizeF() * by)
        font.setPointSize(min(max(wanted, _SMALLEST), _LARGEST))
        self.setFont(font)


class TextPane(QWidget):
    """A `reader.Pane` over paragraphs.

    Signals:
        moved: the cursor stands somewhere else.
    """

    moved = Signal()

    has_pages = False

    def __init__(self) -> None:
        super().__init__()
        self._paragraphs: Sequence[str] = ()
        self._letters = Letters()
        self.setLayout(column(self._letters))
        self._letters.cursorPositionChanged.connect(self.moved)

    def show_paragraphs(self, paragraphs: Sequence[str], name: str) -> None:
        self._paragraphs = paragraphs
        lines = (each.replace("\n", _LINE_IN_A_PARAGRAPH) for each in paragraphs)
        self._letters.setPlainText("\n".join(lines))
        self._letters.setAccessibleName(name)
        self.go(1)

    def count(self) -> int:
        return len(self._paragraphs)

    def at(self) -> int:
        """The paragraph in which the cursor stands."""
        return self._letters.textCursor().blockNumber() + 1 if self._paragraphs else 1

    def go(self, at: int) -> None:
        """To a paragraph; one that is not there is the nearest that is."""
        wanted = min(max(at, 1), max(self.count(), 1))
        block = self._letters.document().findBlockByNumber(wanted - 1)
        self._letters.setTextCursor(QTextCursor(block))
        self._letters.ensureCursorVisible()

    def holds(self, at: int, text: str) -> bool:
        return text.casefold() in self._paragraphs[at - 1].casefold()

    def mark(self, text: str) -> None:
        self._letters.mark(text)

    def zoom(self, by: float) -> None:
        self._letters.zoom(by)

    def show_text(self, *, is_text: bool) -> None:
        """It is text already."""

    def reading(self) -> QWidget:
        return self._letters

    def empty(self) -> None:
        self._paragraphs = ()
        self._letters.clear()
        self._letters.setAccessibleName(_("Nothing"))
