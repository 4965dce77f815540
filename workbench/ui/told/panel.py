# SPDX-License-Identifier: EUPL-1.2
"""Where a talk is prepared and recorded, and the sheet that lies beside the phone."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.outward.panel import LookedPanel, LookPanel
from workbench.ui.told.spec import CONDITIONS, fields
from workbench.ui.told.telling import GroundVm
from workbench.ui.writing.spec import WritingVm
from workbench.words import _


class ToldPanel(LookedPanel):
    """A panel that shows the text of the chosen ground, and asks what that ground asks.

    Signals:
        shown: the values of the record that was laid open.
    """

    shown = Signal(dict)

    def __init__(self, page: Page, look: LookPanel) -> None:
        super().__init__(page, _("Prepare the talk, then enter what was said"), fields(), look)
        self._law = Label("")
        self._law.setObjectName("law")
        self._age = Label("", "soft")
        self.form.put_under("ground", self._age)
        self.form.put_under("ground", self._law)
        _may_be_narrow(self.form.field("ground"))
        self.show_ground(GroundVm())

    def show_writing(self, vm: WritingVm) -> None:
        super().show_writing(vm)
        self.shown.emit(dict(vm.values))

    def show_ground(self, vm: GroundVm) -> None:
        """The text, its age, and only the fields that this ground needs."""
        for label, text in ((self._law, vm.text), (self._age, vm.line)):
            label.setText(text)
            label.setVisible(bool(text))
        for at, name in enumerate(CONDITIONS):
            self.form.show_field(name, shown=at < vm.conditions)
        self.form.show_field("decided_by", shown=vm.is_decided)


def _may_be_narrow(field: QWidget) -> None:
    """Long titles of law make no wide page."""
    if isinstance(field, QComboBox):
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(20)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class TalkSheet(Card):
    """What to say, in order, to be read during the call."""

    def __init__(self) -> None:
        super().__init__(_("Talk sheet"))
        self.words: Mapping[str, str] = {}
        self._values: dict[str, str] = {}
        self._lines = Label()
        self._lines.setObjectName("talk-sheet")
        self.add(self._lines)
        self.show_values({})

    def show_values(self, values: Mapping[str, str]) -> None:
        """What was typed or chosen now; the rest stands as it was."""
        self._values.update(values)
        self._lines.setText("\n".join(self._told()))

    def _told(self) -> list[str]:
        at = self._values
        points = [self.words.get(each, "") for each in at.get("points", "").split()]
        return [
            _("1. Who am I talking to? Call back by the switchboard if you do not know."),
            _("2. What do they ask: {what}").format(what=at.get("asked_by_receiver") or "…"),
            _("3. Only this is told:"),
            *(f"    – {each}" for each in points if each),
            _("4. Ask them to say it back, and what they do now, by when."),
        ]
