# SPDX-License-Identifier: EUPL-1.2
"""A message in the page, where it belongs: calm, amber (a duty is open), red (act now, refused)."""

from typing import Literal

from PySide6 import QtGui
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row
from workbench.ui.kit.icons import IconView
from workbench.ui.kit.labels import Label
from workbench.ui.kit.pills import INK_OF_TONE, restyle
from workbench.ui.kit.theme import UNIT
from workbench.words import _

BannerTone = Literal["calm", "amber", "red"]
_ICONS = {"calm": "note", "amber": "clock", "red": "stop"}
_NARROW = 70 * UNIT


class Banner(QFrame):
    """One sentence, its next step, perhaps a button. Hidden until `say` is called.

    Signals:
        acted: the banner's own button was pressed.
    """

    acted = Signal()

    def __init__(self, *, closes: bool = True) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self._picture = IconView("note", size=20)
        self.title = Label(kind="strong")
        self.detail = Label()
        self._action = Button("", "secondary", name="banner-action")
        self._action.clicked.connect(self.acted)
        self._close = Button(_("Close"), "quiet", name="banner-close")
        self._close.clicked.connect(self.hide)
        self._flow = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left = column(gap=0)
        self._lay_out()
        self._close.setVisible(closes)  # only now: without a parent it would be a window
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def say(
        self, title: str, detail: str = "", *, tone: BannerTone = "calm", action: str = ""
    ) -> None:
        """Show a message; a screen reader speaks it at once."""
        self.setProperty("tone", tone)
        self._picture.show_icon(_ICONS[tone], INK_OF_TONE[tone])
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self._left.setStretch(0, 0 if detail else 1)  # beside one line, in its middle
        self._action.say(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        for part in (self, self.title, self.detail):
            restyle(part)
        self.show()
        spoken = QtGui.QAccessibleEvent(self, QtGui.QAccessible.Event.Alert)
        QtGui.QAccessible.updateAccessibility(spoken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        is_narrow = self.width() < _NARROW
        self._flow.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(2 * UNIT, UNIT + 4, 2 * UNIT, UNIT + 4)
        box.setSpacing(UNIT + 4)
        self._left.addStretch(0)
        self._left.addWidget(self._picture)
        self._left.addStretch(1)
        box.addLayout(self._left)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(UNIT)
        self._flow.addLayout(column(self.title, self.detail, gap=2), 1)
        self._flow.addLayout(row(self._action, self._close))
        box.addLayout(self._flow, 1)
