# SPDX-License-Identifier: EUPL-1.2
"""Fyll i från papper: four fields, then the worksheet."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut

from workbench.ui.from_paper.presenter import (
    FromPaperPresenter,
    FromPaperView,
    FromPaperVm,
    fields,
)
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.writing.form import WritingForm
from workbench.words import ErrorText, _

_ENTER_KEYS = ("Return", "Enter", "Ctrl+Return")


class FromPaperPage(Page):
    """A `FromPaperView`."""

    def __init__(self, make: Callable[[FromPaperView], FromPaperPresenter]) -> None:
        super().__init__(_("Fill in from paper"), back=_("Back to the questions"))
        self.form = WritingForm(fields())
        self._typed: dict[str, str] = {}
        self._is_shown = self._was_pressed = False
        self.begin_button = Button(_("Begin to key in"), "primary", name="begin", takes_enter=False)
        told = _(
            "What you key in after this is marked: written on paper, by whom and when, and keyed "
            "in by you today. It holds until you enter it or throw it away."
        )
        self._card = Card(_("What stands on the paper"))
        self._card.add(self.form, Label(told, "soft"))
        self._card.add_layout(row(self.begin_button))
        self.add(self._card)
        self._presenter = make(self)
        self.form.typed.connect(self._say)
        self.begin_button.clicked.connect(self._begun)
        self.header.back.connect(self._presenter.leave)
        for key in _ENTER_KEYS:
            QShortcut(QKeySequence(key), self.form).activated.connect(self._begun)
        self._presenter.refresh()

    def show_paper(self, vm: FromPaperVm) -> None:
        told = _("The paper must be of this form and version, with the mark {mark}.")
        self.header.say(vm.title, told.format(mark=vm.mark))
        if self._is_shown:
            return  # what is being typed stays
        self._is_shown, self._typed = True, dict(vm.values)
        self.form.show_values(self._typed)
        self.form.focus()

    def show_refused(self, text: ErrorText) -> None:
        self.banner.say(text.what, f"{text.remedy} ({text.code})", tone="amber")
        self.reveal(self.banner)

    def show_busy(self, *, busy: bool) -> None:
        """A button that is disabled loses the keyboard; afterwards it has it again."""
        if busy:
            self._was_pressed = self.begin_button.hasFocus()
        self.begin_button.setDisabled(busy)
        if not busy and self._was_pressed:
            self.begin_button.setFocus()

    def _say(self, name: str, text: str) -> None:
        self._typed[name] = text

    def _begun(self) -> None:
        self.flush()
        self._presenter.begin(self._typed)
