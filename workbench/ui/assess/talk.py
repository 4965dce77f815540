# SPDX-License-Identifier: EUPL-1.2
"""The line above a conversation: interpreter mode with its booking number, and the way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.assess.ticks import Tick
from workbench.ui.assess.wanted_interpreter import WantedInterpreter
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.words import _

_BOOKING = 22 * UNIT


class TalkBar(QWidget):
    """Everything that is on screen besides the question.

    Signals:
        interpreted: whether an interpreter takes part, so that names are covered.
        ended: back to the questions with all that stands around them.
    """

    interpreted = Signal(bool)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wanted = WantedInterpreter()
        self.interpreter = Tick(_("Interpreter mode"), name="interpreter")
        label = Label(_("The interpreter's booking number (not kept)"), "soft", wraps=False)
        self.booking = LineField(name="booking")
        self.booking.setMaximumWidth(_BOOKING)
        label.for_field(self.booking)
        self._booked = QWidget()
        self._booked.setLayout(row(label, self.booking, ends=False))
        end = Button(_("Leave the conversation view"), "quiet", name="end-talk")
        line = WrapLayout(gap=2 * UNIT)
        for widget in (self.interpreter, end, self._booked):  # at 200 % two lines, not three
            line.addWidget(widget)
        box = column(gap=UNIT)
        box.addLayout(line)
        box.addWidget(self.wanted)
        self.setLayout(box)
        self._turn(is_on=False)
        self.interpreter.toggled.connect(self._turned)
        end.clicked.connect(self.ended)

    def _turned(self) -> None:
        is_on = self.interpreter.isChecked()
        self._turn(is_on=is_on)
        self.interpreted.emit(is_on)

    def _turn(self, *, is_on: bool) -> None:
        self._booked.setVisible(is_on)
        self.wanted.cover(covered=is_on)
