# SPDX-License-Identifier: EUPL-1.2
"""The panel that is looked through, and a panel for a record that does not leave without it."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.case.contact import ContactCard
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.stops import bring_into_sight
from workbench.ui.kit.theme import UNIT
from workbench.ui.outward.looked import CHECKED, unticked_words
from workbench.ui.outward.presenter import LookingThrough
from workbench.ui.outward.telling import LookVm, PartVm, tick_words
from workbench.ui.writing.fields import TICKED, FieldVm
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.spec import Missing
from workbench.ui.writing.tick import TickField
from workbench.words import _


class LookPanel(ContactCard):
    """A `LookView`: the safe contact for twenty seconds, whom not to contact, the interpreter."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("look")
        self._looking: LookingThrough | None = None
        self.heading.setText(_("Before anything leaves"))
        self.setAccessibleName(self.heading.text())
        self.turn.setAccessibleDescription(_("Safe contact"))
        self.body.insertLayout(1, self._contact_lines())
        self._parts = column(gap=2 * UNIT)
        self._shown: list[QWidget] = []
        self.known = Button(_("List and interpreter"), "quiet", name="change-known")
        self.known.clicked.connect(self._change_known)
        self.add_action(self.known)
        self._missing = Label(unticked_words(), "strong")
        self._missing.setObjectName("look-missing")
        self._missing.hide()
        self.ticks = {code: self._tick(code, words) for code, words in tick_words().items()}
        self.add_layout(self._parts)
        self.add_layout(column(self._missing, *self.ticks.values(), gap=0))

    def serve(self, looking: LookingThrough) -> None:
        """Let a `LookingThrough` hear what is pressed here."""
        self._looking = looking
        self.asked.connect(looking.ask_contact)
        self.put_away.connect(looking.put_contact_away)
        self.changing.connect(looking.change_contact)

    def showEvent(self, event: QShowEvent) -> None:
        """Whenever it comes into sight it shows what stands in the akt now."""
        super().showEvent(event)
        if self._looking is not None:
            self._looking.refresh()

    def show_look(self, vm: LookVm) -> None:
        self.show_agreed(agreed=bool(vm.contact))
        while self._shown:
            old = self._shown.pop()
            self._parts.removeWidget(old)
            old.hide()
            old.deleteLater()
        for part in vm.parts:
            self._shown.append(_part(part))
            self._parts.addWidget(self._shown[-1])
        asked = {each.code for each in vm.ticks}
        for code, tick in self.ticks.items():
            tick.setVisible(code in asked)

    def show_ticked(self, codes: tuple[str, ...]) -> None:
        self._missing.hide()
        for code, tick in self.ticks.items():
            tick.setChecked(code in codes)

    def show_contact(self, lines: tuple[str, ...]) -> None:
        self.show_lines(lines)

    def hide_contact(self) -> None:
        self.hide_lines()

    def show_unticked(self, code: str) -> None:
        self._missing.show()
        tick = self.ticks[code]
        tick.setFocus()
        QTimer.singleShot(0, self, lambda: bring_into_sight(tick))

    def show_first_unticked(self) -> None:
        if self._looking is not None:
            self._looking.is_ready()

    def _contact_lines(self) -> QVBoxLayout:
        """Close under a heading of their own: they are one part of several here."""
        lines = (self._none, self._lines, self._soon)
        for line in lines:
            self.body.removeWidget(line)
        return column(Label(_("Safe contact"), "strong"), *lines, gap=2)

    def _tick(self, code: str, words: str) -> TickField:
        tick = TickField(words)
        tick.setObjectName(f"tick-{code}")
        tick.setProperty("code", code)
        tick.typed.connect(self._ticked)
        return tick

    def _ticked(self, text: str) -> None:
        self._missing.hide()
        tick = self.sender()
        if self._looking is not None and isinstance(tick, TickField):
            self._looking.tick(str(tick.property("code")), is_ticked=text == TICKED)

    def _change_known(self) -> None:
        self.hide_lines()
        if self._looking is not None:
            self._looking.change_known()


class LookedPanel(WritingPanel):
    """A panel whose record does not leave before `look` is ticked."""

    def __init__(
        self,
        page: Page,
        heading: str,
        fields: Sequence[FieldVm],
        look: LookPanel,
        *,
        closes: bool = False,
    ) -> None:
        super().__init__(page, heading, fields, closes=closes)
        self._look = look

    def show_missing(self, missing: Missing) -> None:
        if missing.field == CHECKED:
            self._look.show_first_unticked()
        else:
            super().show_missing(missing)


def _part(vm: PartVm) -> QWidget:
    whole = QWidget()
    whole.setLayout(column(Label(vm.heading, "strong"), Label("\n".join(vm.lines)), gap=2))
    return whole
