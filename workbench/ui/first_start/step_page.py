# SPDX-License-Identifier: EUPL-1.2
"""What every step looks like: a narrow sheet, how far one has come, the way back and on below."""

from PySide6.QtWidgets import QProgressBar, QWidget

from workbench.ui.first_start.ways import STEPS, Step
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.words import _


class StepPage(Page):
    """Title, "step n of six", cards of which one at a time is shown, buttons in sight."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.banner.setObjectName("told")
        self._come = QProgressBar()
        self._come.setRange(0, len(STEPS))
        self._come.setTextVisible(False)
        self.back_button = Button(_("Back"), "secondary", name="step-back")
        self.on_button = Button(_("Go on"), "primary", name="step-on")
        self._begun: QWidget = self.on_button
        self._working = _working()
        self._working.hide()
        self.add(self._come)
        foot = QWidget()
        foot.setLayout(row(self.back_button, self.on_button))
        self.add_below(foot)

    def say_step(self, step: Step, title: str) -> None:
        """Which step this is, for the eye and for a screen reader."""
        number = STEPS.index(step) + 1
        told = _("Step {n} of {all}").format(n=number, all=len(STEPS))
        self.header.say(title, told)
        self.setAccessibleName(f"{title}. {told}")
        self._come.setValue(number)
        self._come.setAccessibleName(told)
        self.banner.hide()

    def begin_at(self, field: QWidget) -> None:
        """The focus where the step begins: in sight, with the top of the sheet if there is room."""
        self._begun = field
        self._scroll.verticalScrollBar().setValue(0)
        field.setFocus()
        self.reveal(field)

    def take_focus(self, wanted: QWidget | None) -> None:
        """Without a wish, to where the step begins: not to the first thing that takes the focus."""
        super().take_focus(wanted if wanted is not None else self._begun)

    def add_working(self) -> None:
        """What is shown while the vault's thread works, under all that was added so far."""
        self.add(self._working)

    def show_at_work(self, said: str) -> None:
        """`said` "" when it is over."""
        self._working.setVisible(bool(said))
        for label in self._working.findChildren(Label):
            label.setText(said)
        for bar in self._working.findChildren(QProgressBar):
            bar.setAccessibleName(said)


def plain_card(heading: str, *texts: str) -> Card:
    """A card that begins with a few sentences."""
    card = Card(heading)
    for text in texts:
        card.add(Label(text))
    return card


def _working() -> QWidget:
    """Honest: nobody knows how far a derivation has come."""
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    return Card().add(Label(), bar)
