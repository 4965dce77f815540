# SPDX-License-Identifier: EUPL-1.2
"""A button that shows and hides something; its state is in its words and its name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row


class FoldButton(Button):
    """Shows and hides `content`, which may stand anywhere. Folded until asked for.

    Signals:
        unfolded: the content came into sight.
        folded: it went out of sight.
    """

    unfolded = Signal()
    folded = Signal()

    def __init__(self, shown: str, hidden: str, content: QWidget, *, name: str = "") -> None:
        super().__init__(hidden, "quiet", icon="show", name=name)
        self._words = {True: shown, False: hidden}
        self._content = content
        content.hide()
        self.clicked.connect(self._turn)

    def is_open(self) -> bool:
        return not self._content.isHidden()

    def unfold(self) -> None:
        self._show(shown=True)

    def fold(self) -> None:
        self._show(shown=False)

    def _turn(self) -> None:
        self._show(shown=not self.is_open())

    def _show(self, *, shown: bool) -> None:
        was = self.is_open()
        self._content.setVisible(shown)
        self.say(self._words[shown])
        if shown and not was:
            self.unfolded.emit()
        if was and not shown:
            self.folded.emit()


class Fold(QWidget):
    """A fold button with its content right under it."""

    def __init__(self, shown: str, hidden: str, content: QWidget, *, name: str = "") -> None:
        super().__init__()
        self.button = FoldButton(shown, hidden, content, name=name)
        box = column()
        box.addLayout(row(self.button))
        box.addWidget(content)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
