# SPDX-License-Identifier: EUPL-1.2
"""The overall judgement on screen: the three questions first, levels without a colour."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from workbench.ui.assess.ticks import Tick
from workbench.ui.assess.vms import TICKED
from workbench.ui.judgement.presenter import JudgementPresenter, JudgementView, sign_fields
from workbench.ui.judgement.vms import JudgementVm
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.spec import WritingVm
from workbench.words import _


class _JudgementPanel(WritingPanel):
    """The form, under the assessments that it may rest on."""

    def __init__(self, page: Page, vm: JudgementVm) -> None:
        super().__init__(page, _("The judgement"), vm.fields)
        self._ticks = {each.name: Tick(each.label, name=each.name) for each in vm.ticks}
        holder = QWidget()
        rests = Label(_("Rests on these assessments"), "strong")
        holder.setLayout(column(rests, *self._ticks.values(), gap=2))
        self.body.insertWidget(1, holder)
        holder.setVisible(bool(vm.ticks))
        for name, tick in self._ticks.items():
            tick.clicked.connect(lambda is_on, n=name: self._typed(n, TICKED if is_on else ""))

    def show_writing(self, vm: WritingVm) -> None:
        super().show_writing(vm)
        for name, tick in self._ticks.items():
            tick.setChecked(vm.values.get(name) == TICKED)


class JudgementPage(CasePage):
    """A `JudgementView`. Its form is made when it is known what the judgement may rest on."""

    def __init__(self, make: Callable[[JudgementView], JudgementPresenter]) -> None:
        super().__init__(_("Overall judgement"))
        self.stage = Banner(closes=False)
        self.judgement: WritingPanel = WritingPanel(self, _("The judgement"), ())
        self.signing: WritingPanel = WritingPanel(self, _("Sign"), ())
        self._anew = Button(_("Write a new judgement"), "secondary", name="write-anew")
        self._anew.hide()
        self._why = Label(
            _("No level, number or text is filled in by the program. You write it."), "soft"
        )
        self.header.add_action(self._anew)
        self.doubts = Label(kind="strong")
        self.doubts.setObjectName("doubts")
        self.doubts.hide()
        self.add(self.stage, self.doubts, self._why, self.judgement, self.signing)
        self._presenter = make(self)
        self._anew.clicked.connect(self._wrote_anew)
        self.stage.acted.connect(self._presenter.go_on)
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def show_saved(self, at: str) -> None:
        self.saved.emit(at)

    def lay_out(self, vm: JudgementVm) -> None:
        self.judgement = self._replace(self.judgement, _JudgementPanel(self, vm))
        self.signing = self._replace(self.signing, WritingPanel(self, _("Sign"), sign_fields()))
        self.signing.enter_button.say(_("Sign"))
        self.judgement.typed.connect(self._typed)
        self.judgement.enter_pressed.connect(self._presenter_enter)
        self.judgement.discard_pressed.connect(self._discarded)
        self.signing.typed.connect(self._sign_typed)
        self.signing.enter_pressed.connect(self._signed)
        self.signing.discard_pressed.connect(self._sign_discarded)

    def show_stage(self, vm: JudgementVm) -> None:
        self.header.say(_("Overall judgement"), _("Case file {number}").format(number=vm.number))
        self._anew.setVisible(vm.stage == "signed")
        self.doubts.setText("\n".join(vm.doubts))
        self.doubts.setVisible(bool(vm.doubts))
        self.signing.setVisible(vm.stage == "entered" and not vm.missing)
        if vm.stage == "signed":
            self.stage.say(vm.signature, action=_("Print"))
        elif vm.stage == "entered" and vm.missing:
            left = _("Left to write: {parts}").format(parts=", ".join(vm.missing))
            told = _("Measures need not wait for it.")
            self.stage.say(_("Entered, not yet signed"), f"{left}. {told}", tone="amber")
        elif vm.stage == "entered":
            title, told = _("Entered, not yet signed"), _("It is signed below.")
            if vm.reviewer:
                told = _("{who} has approved it. It is signed below.").format(who=vm.reviewer)
            self.stage.say(title, told, tone="amber", action=_("Review"))
        else:
            self.stage.hide()
        front = self.signing if vm.stage == "entered" and not vm.missing else self.judgement
        if vm.stage == "signed":
            self.take_focus(None)  # nothing is left to write
        else:
            front.come_forward()
        if vm.stage == "entered" and vm.missing:
            QTimer.singleShot(0, self, self._wait_for_panel)

    def _wait_for_panel(self) -> None:
        """The panel that was entered comes into sight by itself, a turn from now."""
        QTimer.singleShot(0, self, self._show_what_is_left)

    def _show_what_is_left(self) -> None:
        """What is left stands above the form: in sight, and the field in front with it."""
        front = self.focusWidget()
        self.reveal(self.stage)
        if front is not None:
            self.reveal(front)

    def show_enter_first(self) -> None:
        self.banner.say(_("Enter what you changed first, then sign."), tone="amber")

    def _replace(self, old: WritingPanel, new: WritingPanel) -> WritingPanel:
        self.body.replaceWidget(old, new)
        new.show()  # only what is shown can take the focus
        old.hide()
        old.deleteLater()
        return new

    def _typed(self, name: str, text: str) -> None:
        if self._presenter.judgement is not None:
            self._presenter.judgement.typed(name, text)

    def _sign_typed(self, name: str, text: str) -> None:
        if self._presenter.signing is not None:
            self._presenter.signing.typed(name, text)

    def _presenter_enter(self) -> None:
        self._presenter.enter()

    def _discarded(self) -> None:
        if self._presenter.judgement is not None:
            self._presenter.judgement.discard()

    def _sign_discarded(self) -> None:
        if self._presenter.signing is not None:
            self._presenter.signing.discard()

    def _signed(self) -> None:
        self._presenter.sign()

    def _wrote_anew(self) -> None:
        self.flush()
        self._presenter.write_anew()
