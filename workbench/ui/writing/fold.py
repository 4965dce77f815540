# SPDX-License-Identifier: EUPL-1.2
"""A heading that shows and hides what is under it; its state is in its words and its name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row


class Fold(QWidget):
    """Folded until asked for.

    Signals:
        unfolded: what is under it came into sight.
        folded: it went out of sight.
    """

    unfolded = Signal()
    folded = Signal()

    def __init__(self, shown: str, hidden: str, content: QWidget, *, name: str = "") -> None:
        super().__init__()
        self._words = {True: shown, False: hidden}
        self.button = Button(hidden, "quiet", icon="down", name=name)
        self.content = content
        content.hide()
        self.button.clicked.connect(self._turn)
        box = column()
        box.addLayout(row(self.button))
        box.addWidget(content)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def is_open(self) -> bool:
        return not self.content.isHidden()

    def unfold(self) -> None:
        self._show(shown=True)

    def fold(self) -> None:
        self._show(shown=False)

    def _turn(self) -> None:
        self._show(shown=not self.is_open())

    def _show(self, *, shown: bool) -> None:
        was = self.is_open()
        self.content.setVisible(shown)
        self.button.say(self._words[shown])
        if shown and not was:
            self.unfolded.emit()
        if was and not shown:
            self.folded.emit()
