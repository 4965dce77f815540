# SPDX-License-Identifier: EUPL-1.2
"""Försegla on screen: four steps, one at a time, with the way on always in sight."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.handing_over.record_text import PartVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, column
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.outward.panel import LookPanel
from workbench.ui.result.lines import empty
from workbench.ui.send import ground
from workbench.ui.send.presenter import SendPresenter, SendView
from workbench.ui.send.vms import STEPS, DoneVm, PreviewVm, ReceiversVm, Step
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.form import WritingForm
from workbench.ui.writing.spec import Missing, Values
from workbench.ui.writing.tab_order import tab_in_order
from workbench.words import _


class SendPage(CasePage):
    """A `SendView`."""

    def __init__(self, make: Callable[[SendView], SendPresenter]) -> None:
        super().__init__(_("Seal"))
        self._missing = Label(kind="strong")
        self._missing.setObjectName("missing")
        self._missing.hide()
        self._choices = Choices((), "")
        self.look = LookPanel()
        self.form = WritingForm(ground.fields())
        self._cards: dict[Step, Card] = {
            "receiver": Card(_("Who receives it?")),
            "ground": Card(_("Secrecy: may it be handed over?")),
            "preview": Card(_("This is what the receiver sees")),
            "done": Card(_("Sealed")),
        }
        self._cards["ground"].add(self.form)
        self._others = column(gap=UNIT // 2)
        self._seen, self._told = column(gap=2 * UNIT), column(gap=UNIT)
        self._cards["preview"].add_layout(self._seen)
        self._cards["done"].add_layout(self._told)
        self._contacts = Button(_("Contact cards"), "quiet", icon="person", name="contacts")
        self._lay_out_receivers()
        self.back_button = Button(_("Back"), "secondary", name="step-back")
        self.on_button = Button("", "primary", name="step-on")
        self.add(self._missing, self.look, *self._cards.values())
        self.add_below(self._foot())
        self._presenter = make(self)
        self.look.serve(self._presenter.looking)
        self.form.typed.connect(self._typed)
        self._contacts.clicked.connect(self._presenter.contacts)
        self.back_button.clicked.connect(self._went_back)
        self.on_button.clicked.connect(self._went_on)
        self._go_on_by_keys()
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.open()

    def show_step(self, step: Step) -> None:
        number = STEPS.index(step) + 1
        told = _("Step {n} of {all}").format(n=number, all=len(STEPS))
        self.header.say(_("Seal"), told)
        self._missing.hide()
        for name, card in self._cards.items():
            card.setVisible(name == step)
        self.look.setVisible(step == "preview")
        words = {
            "receiver": _("Go on"),
            "ground": _("See what the receiver sees"),
            "preview": _("Seal with the passphrase"),
            "done": _("Back to the case file"),
        }
        self.on_button.say(words[step])
        self.back_button.setVisible(step != "done")
        self._scroll.verticalScrollBar().setValue(0)
        self._focus(step)

    def show_receivers(self, vm: ReceiversVm) -> None:
        self.on_button.setEnabled(vm.has_judgement)
        self.form.offer(ground.DOCUMENTS, vm.documents)
        may = [each for each in vm.contacts if not each.why_not]
        chosen = self._choices.code()
        layout = self._cards["receiver"].body
        layout.removeWidget(self._choices)
        self._choices.hide()
        self._choices.deleteLater()
        self._choices = Choices([ChoiceVm(e.card, e.name) for e in may], _("Who receives it?"))
        self._choices.show_chosen(chosen)
        self._choices.chosen.connect(lambda card: self._typed(ground.CARD, card))
        layout.insertWidget(1, self._choices)
        self._choices.show()
        tab_in_order(self._choices, self._contacts, self.back_button, self.on_button)
        empty(self._others)
        for each in vm.contacts:
            if each.why_not:
                told = _("{name}: cannot be chosen. {why}").format(name=each.name, why=each.why_not)
                self._others.addWidget(Label(told, "soft"))
        self._say_nothing(vm)

    def show_values(self, values: Values) -> None:
        self.form.show_values(values)
        self._choices.show_chosen(values.get(ground.CARD, ""))

    def show_missing(self, missing: Missing) -> None:
        self._missing.setText(missing.text)
        self._missing.show()
        if missing.field == ground.CARD:
            self._choices.focus_first()
        else:
            self.form.focus(missing.field)

    def show_preview(self, vm: PreviewVm) -> None:
        empty(self._seen)
        self._seen.addWidget(Label(_("To: {receiver}").format(receiver=vm.receiver), "strong"))
        self._seen.addWidget(Label(vm.ground))
        for part in vm.parts:
            add_part(self._seen, part)
        add_part(self._seen, PartVm(_("Paper"), (vm.paper,)))

    def show_changed_since(self) -> None:
        self.banner.say(
            _("Something in the case file has changed"),
            _("Read once more what the receiver will see."),
        )

    def show_done(self, vm: DoneVm) -> None:
        empty(self._told)
        lines = (
            (_("File: {name}, {size}").format(name=vm.file_name, size=vm.size), "strong"),
            (_("It lies in {folder}.").format(folder=vm.folder), "body"),
            (_("Only {receiver} can open it.").format(receiver=vm.receiver), "body"),
            (_("Eject the stick, hand it over in person or by registered letter."), "body"),
            (_("Do not write on it whom it is about. Ask for a receipt."), "body"),
        )
        for text, kind in lines:
            self._told.addWidget(Label(text, "strong" if kind == "strong" else "body"))

    def show_saved(self, at: str) -> None:
        self.saved.emit(at)

    def show_not_saved(self, error: Exception) -> None:
        self.not_saved.emit()
        self.show_problem(error)

    def show_busy(self, *, busy: bool) -> None:
        self.on_button.setDisabled(busy)
        self.back_button.setDisabled(busy)

    def _say_nothing(self, vm: ReceiversVm) -> None:
        if not vm.has_judgement:
            self.banner.say(
                _("There is nothing to seal yet"), _("Enter an overall judgement first.")
            )
        self._none.setHidden(bool(vm.contacts))

    def _focus(self, step: Step) -> None:
        if step == "receiver":
            self._choices.focus_first()
        elif step == "ground":
            self.form.focus()
        else:
            self.on_button.setFocus()

    def _lay_out_receivers(self) -> None:
        words = _("Exchange contact cards and compare the digits before anything is sealed.")
        self._none = EmptyBlock("person", _("No contacts yet"), words)
        self._none.hide()
        card = self._cards["receiver"]
        card.add(self._choices).add_layout(self._others).add(self._none)
        line = QHBoxLayout()
        line.addWidget(self._contacts)
        line.addStretch(1)
        card.add_layout(line)

    def _foot(self) -> QWidget:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(UNIT)
        line.addStretch(1)
        line.addWidget(self.back_button)
        line.addWidget(self.on_button)
        return foot

    def _go_on_by_keys(self) -> None:
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.on_button.click)
        self.on_button.setToolTip("Ctrl+Enter")

    def _typed(self, name: str, text: str) -> None:
        self._missing.hide()
        self._presenter.typed(name, text)

    def _went_on(self) -> None:
        self.flush()
        self._presenter.forward()

    def _went_back(self) -> None:
        self.flush()
        self._presenter.backward()


def add_part(box: QVBoxLayout, part: PartVm) -> None:
    """A heading with its lines close under it."""
    whole = QWidget()
    whole.setLayout(column(Label(part.heading, "strong"), Label("\n".join(part.lines)), gap=2))
    box.addWidget(whole)
