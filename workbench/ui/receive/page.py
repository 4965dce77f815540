# SPDX-License-Identifier: EUPL-1.2
"""Öppna paket on screen."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, column, row
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.receive.presenter import AUTOMATIC, ReceivePresenter, ReceiveView
from workbench.ui.receive.vms import FileVm, QuarantineVm, RefusedVm
from workbench.ui.result.lines import empty
from workbench.ui.writing.fold import FoldButton
from workbench.words import _


class ReceivePage(Page):
    """A `ReceiveView`."""

    def __init__(self, make: Callable[[ReceiveView], ReceivePresenter]) -> None:
        super().__init__(_("Open a bundle"))
        self.choose_button = Button(_("Choose the file…"), "primary", icon="folder", name="choose")
        self._contacts = Button(_("Contact cards"), "quiet", icon="person", name="contacts")
        self.header.add_action(self._contacts)
        words = _("Put in the stick and choose the file. It is checked before anything is read.")
        block = EmptyBlock("open-bundle", _("Nothing is opened"), words, self.choose_button)
        self._choose = Card().add(block)
        self._shown = Card("-")
        self._lines = column(gap=UNIT)
        self._shown.add_layout(self._lines)
        self._choices = Choices((), "")
        self._shown.add(self._choices)
        self._technical = Label(kind="soft")
        self._fold = FoldButton(
            _("Hide technical information"),
            _("Show technical information"),
            self._technical,
            name="technical",
        )
        self._shown.add_layout(row(self._fold)).add(self._technical)
        self.open_button = Button(_("Open"), "primary", name="open")
        self.accept_button = Button(_("Accept into the case file"), "primary", name="accept")
        self.case_button = Button(_("Open the case file"), "primary", name="open-case")
        self.aside_button = Button(_("Not now"), "secondary", name="aside")
        self._shown.add_layout(self._ways())
        self.add(self._choose, self._shown)
        self._presenter = make(self)
        self._connect()
        self._presenter.begin()

    def show_choose(self) -> None:
        self.header.say(_("Open a bundle"))
        self._choose.show()
        self._shown.hide()
        self.choose_button.setFocus()

    def show_file(self, vm: FileVm) -> None:
        self._show(vm.name, (vm.what, _("Nothing of it has been read yet.")), vm.technical)
        self._offer(self.open_button, self.aside_button)

    def show_quarantine(self, vm: QuarantineVm) -> None:
        lines = [*vm.facts, "", _("It holds:"), *vm.objects]
        if not vm.is_verified:
            lines.append(_("The sender's digits have not been compared."))
        told = _("From {sender}").format(sender=vm.sender)
        self._show(told, tuple(lines), vm.technical)
        if vm.warnings:
            self.banner.say("\n".join(vm.warnings), tone="amber")
        if vm.case:
            already = _("It was accepted before, into {number}. Nothing was changed.")
            self._lines.addWidget(Label(already.format(number=vm.case), "strong"))
            self._offer(self.case_button, self.aside_button)
            return
        shut = _("The contents are shown when it has been accepted into a case file.")
        self._lines.addWidget(Label(shut, "soft"))
        self._lines.addWidget(Label(_("Which case file?"), "strong"))
        self._show_cases(vm)
        self._offer(self.accept_button, self.aside_button)

    def show_refused(self, vm: RefusedVm) -> None:
        self.banner.say(vm.what, vm.remedy, tone="red")
        untouched = _("Nothing was changed here. The file is as it was.")
        self._show(_("Not opened"), (untouched,), vm.technical)
        self._offer(self.aside_button)

    def show_busy(self, *, busy: bool) -> None:
        for button in (self.open_button, self.accept_button, self.choose_button):
            button.setDisabled(busy)

    def _show(self, heading: str, lines: Sequence[str], technical: Sequence[str]) -> None:
        self._choose.hide()
        self._shown.show()
        self._choices.hide()
        self._shown.heading.setText(heading)
        self._shown.setAccessibleName(heading)
        empty(self._lines)
        self._lines.addWidget(Label("\n".join(line for line in lines)))
        self._technical.setText("\n".join(technical))
        self._fold.fold()
        self._fold.setVisible(bool(technical))

    def _show_cases(self, vm: QuarantineVm) -> None:
        offered = [ChoiceVm(AUTOMATIC, _("Where earlier ones went, else a new case file"))]
        offered += [
            ChoiceVm(case, _("Case file {number}").format(number=n)) for case, n in vm.cases
        ]
        layout = self._shown.body
        at = layout.indexOf(self._choices)
        layout.removeWidget(self._choices)
        self._choices.hide()
        self._choices.deleteLater()
        self._choices = Choices(offered, _("Which case file?"))
        layout.insertWidget(at, self._choices)
        self._choices.show()

    def _offer(self, *buttons: Button) -> None:
        for button in (self.open_button, self.accept_button, self.case_button, self.aside_button):
            button.setVisible(button in buttons)
        self.aside_button.say(_("Not now") if len(buttons) > 1 else _("Choose another file"))
        buttons[0].setFocus()

    def _ways(self) -> QHBoxLayout:
        ways = WrapLayout(gap=UNIT)
        for button in (self.open_button, self.accept_button, self.case_button, self.aside_button):
            ways.addWidget(button)
        holder = QWidget()
        holder.setLayout(ways)
        line = QHBoxLayout()
        line.addWidget(holder, 1)
        return line

    def _connect(self) -> None:
        self._contacts.clicked.connect(self._presenter.contacts)
        self.choose_button.clicked.connect(self._presenter.choose)
        self.open_button.clicked.connect(self._presenter.open)
        self.accept_button.clicked.connect(self._accepted)
        self.case_button.clicked.connect(self._presenter.open_case)
        self.aside_button.clicked.connect(self._put_aside)

    def _accepted(self) -> None:
        chosen = self._choices.code()
        if chosen:
            self._presenter.accept(chosen)
        else:
            self._choices.focus_first()
            self.banner.say(_("Choose which case file it belongs to."))

    def _put_aside(self) -> None:
        self.banner.hide()
        self._presenter.put_aside()
