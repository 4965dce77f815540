# SPDX-License-Identifier: EUPL-1.2
"""The first four steps on screen. There is no vault yet, and so nothing to lock."""

from collections.abc import Callable
from typing import Any

from workbench.ui.first_start.presenter import BeginningPresenter, BeginningView, FieldName
from workbench.ui.first_start.step_page import StepPage
from workbench.ui.first_start.steps import KindStep, PassphraseStep, WhereStep, WhoStep
from workbench.ui.first_start.ways import Step
from workbench.ui.kit.fields import LineField, well_formed
from workbench.words import ErrorText, _


class BeginningPage(StepPage):
    """A `BeginningView`."""

    def __init__(self, make: Callable[[BeginningView], BeginningPresenter[Any]]) -> None:
        super().__init__(_("Welcome to Värn"))
        self.where, self.kind, self.who = WhereStep(), KindStep(), WhoStep()
        self.passphrase = PassphraseStep()
        self._steps = {
            "where": self.where,
            "kind": self.kind,
            "who": self.who,
            "passphrase": self.passphrase,
        }
        self.add(*self._steps.values())
        self.add_working()
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def flush(self) -> None:
        """Closed, or the computer was left: nothing of the passphrase stays."""
        self.passphrase.wipe()
        self._presenter.put_away()

    def show_step(self, step: Step, number: int) -> None:
        titles = {
            "where": _("Welcome to Värn"),
            "kind": _("Your organisation"),
            "who": _("You"),
            "passphrase": _("Number and passphrase"),
        }
        self.show_at_work("")
        self._hold(is_held=False)
        self.say_step(step, titles[step])
        for name, widget in self._steps.items():
            widget.setVisible(name == step)
        self.back_button.setVisible(number > 1)
        self.on_button.say(_("Go on"))
        first = {"where": self.on_button, "who": self.who.name}
        if step == "kind":
            self.begin_at(self.kind.first())
        elif step in first:
            self.begin_at(first[step])

    def show_folder(self, folder: str, refused: ErrorText | None) -> None:
        self.where.show_folder(folder, refused)

    def show_unfinished(self, *, is_unfinished: bool) -> None:
        self.where.show_unfinished(is_unfinished=is_unfinished)

    def show_way_on(self, *, is_open: bool) -> None:
        is_first = not self.where.isHidden()
        if is_first:
            self.where.restore.setEnabled(is_open)
        gained = is_open and not self.on_button.isEnabled() and is_first
        self.on_button.setEnabled(is_open)
        if gained:
            self.begin_at(self.on_button)

    def show_passphrase(self, words: tuple[str, ...]) -> None:
        self.passphrase.show_passphrase(words)
        self.on_button.say(_("I know it now"))
        self.begin_at(self.passphrase.shown)

    def ask_back(self) -> None:
        self.passphrase.ask_back()
        self.on_button.say(_("Make it"))
        self.begin_at(self.passphrase.typed)

    def show_mismatch(self) -> None:
        self.passphrase.show_mismatch()
        self.passphrase.typed.setFocus()

    def show_working(self) -> None:
        self._hold(is_held=True)
        self.passphrase.wipe()
        self.passphrase.hide()
        self.show_at_work(
            _("The key is being worked out and everything is made ready. It takes a few seconds.")
        )

    def _hold(self, *, is_held: bool) -> None:
        for widget in (self.passphrase, self.back_button, self.on_button):
            widget.setDisabled(is_held)

    def _go_on(self) -> None:
        if not self.passphrase.isHidden() and self.passphrase.is_typing:
            self._presenter.type_back(self.passphrase.typed.text())
        elif self.on_button.isEnabled():
            self._presenter.go_on()

    def _connect(self) -> None:
        fields: dict[FieldName, LineField] = {
            "organisation": self.kind.organisation,
            "unit": self.kind.unit,
            "name": self.who.name,
            "function": self.who.function,
        }
        for name, field in fields.items():
            field.textChanged.connect(
                lambda text, name=name: self._presenter.type(name, well_formed(text))
            )
            field.returnPressed.connect(self._go_on)
        self.kind.choices.chosen.connect(self._presenter.choose_profile)
        self.where.restore.clicked.connect(self._presenter.restore)
        self.where.other.clicked.connect(self._presenter.another_folder)
        self.passphrase.another.clicked.connect(self._presenter.another_passphrase)
        self.passphrase.typed_back.connect(self._go_on)
        self.back_button.clicked.connect(self._presenter.go_back)
        self.on_button.clicked.connect(self._go_on)
