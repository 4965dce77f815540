# SPDX-License-Identifier: EUPL-1.2
"""The safe contact: one line, opened for twenty seconds at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.words import _

SHOWN_MS = 20_000


class ContactCard(Card):
    """Folded to one line; folds itself.

    Signals:
        asked: the person wants to see it.
        put_away: the person closed it, or the time is over.
        changing: it is to be agreed on or changed.
    """

    asked = Signal()
    put_away = Signal()
    changing = Signal()

    def __init__(self) -> None:
        super().__init__(_("Safe contact"))
        self._agreed = False
        self._none = Label(_("Not agreed yet. Agree on it before you call or write."), "soft")
        self._soon = Label(_("Hides by itself after 20 seconds."), "soft")
        self._lines = Label()
        self.turn = Button("", "quiet", icon="show", name="safe-contact")
        self.change = Button(_("Change"), "quiet", name="change-contact")
        self.change.setAccessibleName(_("Change safe contact"))
        self.add_action(self.turn)
        self.add_action(self.change)
        self.add(self._none, self._lines, self._soon)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_MS)
        self._clock.timeout.connect(self.put_away)
        self.turn.clicked.connect(self._turn)
        self.change.clicked.connect(self._change)
        self.hide_lines()

    def is_open(self) -> bool:
        return not self._lines.isHidden()

    def show_agreed(self, *, agreed: bool) -> None:
        self._agreed = agreed
        self._none.setVisible(not agreed)
        self.turn.setVisible(agreed)
        self.change.say(_("Change") if agreed else _("Agree on it"))

    def show_lines(self, lines: Sequence[str]) -> None:
        """For twenty seconds."""
        self._lines.setText("\n".join(lines))
        self._lines.show()
        self._soon.show()
        self.turn.say(_("Hide"))
        self._clock.start()

    def hide_lines(self) -> None:
        self._clock.stop()
        self._lines.clear()
        self._lines.hide()
        self._soon.hide()
        self.turn.say(_("Show"))

    def _turn(self) -> None:
        if self.is_open():
            self.put_away.emit()
        else:
            self.asked.emit()

    def _change(self) -> None:
        self.hide_lines()
        self.changing.emit()
