# SPDX-License-Identifier: EUPL-1.2
"""Large choices that show the key that picks them. A key is always the code it shows.

A key picks and never moves on; going to the next item is another key, the page's own.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.cards import column
from workbench.ui.kit.choice_button import ChoiceButton, ChoiceVm, stop_at_chosen
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout

__all__ = ["ChoiceButton", "ChoiceVm", "Choices"]


class Choices(QWidget):
    """The choices of one item; the quiet ones (does not know, declined…) in a row below.

    Signals:
        chosen: the code of the choice that was picked; never for `show_chosen`.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[ChoiceVm], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons = tuple(ChoiceButton(choice) for choice in choices)
        self._shortcuts: list[QShortcut] = []
        box = column(*(b for b in self._buttons if not b.choice.is_quiet))
        quiet = [b for b in self._buttons if b.choice.is_quiet]
        if quiet:
            line = WrapLayout(gap=UNIT)
            for button in quiet:
                line.addWidget(button)
            box.addSpacing(UNIT)
            box.addLayout(line)
        self.setLayout(box)
        stop_at_chosen(self._buttons)
        for button in self._buttons:
            button.clicked.connect(self._clicked)

    def code(self) -> str:
        """The code chosen; empty when none is."""
        return next((b.choice.code for b in self._buttons if b.isChecked()), "")

    def show_chosen(self, code: str) -> None:
        """Show an answer from outside; "" shows none."""
        for button in self._buttons:
            button.show_checked(is_checked=button.choice.code == code)
        stop_at_chosen(self._buttons)

    def listen_on(self, page: QWidget, *, single_keys: bool = True) -> None:
        """Keys pick anywhere in `page`, except while text is typed there."""
        self.stop_listening()
        for button in self._buttons:
            key = button.choice.key
            if key and (single_keys or len(key) > 1):
                shortcut = QShortcut(QKeySequence(key), page)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(button.click)
                self._shortcuts.append(shortcut)

    def stop_listening(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts.clear()

    def focus_first(self) -> None:
        """To the chosen button, or the first."""
        if self._buttons:
            self.first().setFocus(Qt.FocusReason.TabFocusReason)

    def first(self) -> QWidget:
        """The button that Tab comes to; the group itself when it is empty."""
        chosen = next((b for b in self._buttons if b.isChecked()), None)
        return chosen or next(iter(self._buttons), self)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, ChoiceButton):
            self.show_chosen(button.choice.code)
            self.chosen.emit(button.choice.code)
