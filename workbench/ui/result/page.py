# SPDX-License-Identifier: EUPL-1.2
"""The result on screen. It opens with the three questions that no number answers."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.result.instrument_card import InstrumentCard
from workbench.ui.result.lines import Beside, empty
from workbench.ui.result.parts_card import PartsCard
from workbench.ui.result.presenter import ResultPresenter, ResultView
from workbench.ui.result.profile_card import ProfileCard
from workbench.ui.result.vms import JudgedVm, OwnVm, ResultVm
from workbench.ui.writing.case_page import CasePage
from workbench.words import _


class ResultPage(CasePage):
    """A `ResultView`."""

    def __init__(self, make: Callable[[ResultView], ResultPresenter]) -> None:
        super().__init__(_("Result"))
        self._first, self._not_entered = Banner(closes=False), Banner(closes=False)
        self._unkept = Banner(closes=False)
        self._opening = Card(_("High risk of what? Why? What do we do about it?"))
        self._answers = column(gap=UNIT)
        self._opening.add_layout(self._answers)
        self._own = Card(_("The person's own appraisal"))
        self._said = column(gap=UNIT)
        self._own.add_layout(self._said)
        self._own.body.addStretch(1)
        self._instrument = InstrumentCard()
        self._parts, self._profile = PartsCard(), ProfileCard()
        self._caveats = Card(_("To keep in mind"))
        self._texts = column(gap=UNIT)
        self._caveats.add_layout(self._texts)
        self.add(self._first, self._not_entered, self._unkept, self._opening, self._profile)
        self.add(Beside(self._own, self._instrument), self._parts, self._caveats)
        self.judge_button = Button("", "primary", name="judge")
        self._questions = Button(_("Back to the questions"), "secondary", name="questions")
        self.raters_button = Button(_("Compare, second rater"), "secondary", name="raters")
        self.add_below(self._foot())
        self._presenter = make(self)
        self._connect()
        self._presenter.refresh()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_result(self, vm: ResultVm) -> None:
        self.header.say(vm.title, vm.caption)
        self.raters_button.setVisible(vm.has_raters)
        self._show_banners(vm)
        self._show_opening(vm.judged)
        self._show_own(vm.own)
        self._instrument.show_instrument(vm.instrument)
        self._profile.show_profile(vm.profile)
        self._parts.show_parts(vm.instrument.parts)
        _fill(self._texts, [Label(text) for text in vm.caveats])
        self.judge_button.say(
            _("Open the overall judgement") if vm.judged else _("Write the overall judgement")
        )

    def _show_banners(self, vm: ResultVm) -> None:
        self._first.setVisible(vm.needs_own_appraisal)
        self._not_entered.setVisible(vm.is_unentered)
        self._unkept.setVisible(vm.can_enter)
        if vm.can_enter:
            told = _("Case file and paper say the same when it is entered.")
            if vm.unsigns:
                told = _("The judgement is signed. If this is entered, it is to be signed anew.")
            title = _("The result is computed now and not entered")
            self._unkept.say(title, told, tone="amber", action=_("Enter the result"))
        if vm.needs_own_appraisal:
            self._first.say(
                _("First: the person's own appraisal"),
                _("It is taken before any points are shown. Not wanting to say is a full answer."),
                action=_("Take the own appraisal"),
            )
        if vm.is_unentered:
            self._not_entered.say(
                _("There are answers that are not entered"),
                _("What is shown here includes them. They are working material until entered."),
            )

    def _show_opening(self, judged: JudgedVm | None) -> None:
        if judged is None:
            nobody = _("No instrument answers these questions. You do, in the overall judgement.")
            _fill(self._answers, [Label(nobody, "soft")])
            return
        told = (
            (_("High risk of what?"), judged.risk_for_what),
            (_("Why?"), judged.why),
            (_("What do we do about it?"), judged.what_we_do),
        )
        labels = []
        for question, answer in told:
            labels += [Label(question, "strong"), Label(answer or _("Not written yet"))]
        _fill(self._answers, labels)

    def _show_own(self, own: OwnVm | None) -> None:
        if own is None:
            _fill(self._said, [Label(_("Not asked for yet."), "soft")])
            return
        labels = [Label(own.words)] if own.words else []
        if own.estimate:
            labels.append(Label(_("Own estimate: {words}").format(words=own.estimate), "heading"))
        labels += [Label(mark, "strong") for mark in own.marks]
        talk = _("Do the two pictures differ? Talk about the difference, and about protection.")
        labels += [Label(own.recorded, "soft"), Label(talk, "soft")]
        _fill(self._said, labels)

    def _foot(self) -> QWidget:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(UNIT)
        line.addStretch(1)
        line.addWidget(self._questions)
        line.addWidget(self.raters_button)
        line.addWidget(self.judge_button)
        return foot

    def _connect(self) -> None:
        self.left.connect(self._presenter.leave)
        self._first.acted.connect(self._presenter.take_own_appraisal)
        self._unkept.acted.connect(self._presenter.enter_result)
        self._profile.chosen.connect(self._presenter.choose_profile)
        self._instrument.confirm_pressed.connect(self._presenter.confirm_rule)
        self._instrument.read_off_pressed.connect(self._presenter.read_off)
        self.judge_button.clicked.connect(self._presenter.judge)
        self.raters_button.clicked.connect(self._presenter.compare)
        self._questions.clicked.connect(self._presenter.back_to_questions)


def _fill(box: QVBoxLayout, labels: list[Label]) -> None:
    empty(box)
    for label in labels:
        box.addWidget(label)
