# SPDX-License-Identifier: EUPL-1.2
"""A review on screen: what is read first, then the answer."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.domain.ids import RecordId
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.fields import TextArea
from workbench.ui.kit.labels import Label
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.result.lines import empty
from workbench.ui.review.presenter import ReviewPresenter, ReviewView
from workbench.ui.review.vms import ReviewVm
from workbench.ui.writing.beside import holding
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.links import LinksField
from workbench.words import _


class ReviewPage(CasePage):
    """A `ReviewView`."""

    def __init__(self, make: Callable[[ReviewView], ReviewPresenter]) -> None:
        super().__init__(_("Review"))
        self.stage = Banner(closes=False)
        self._judgement = _Judgement()
        self.answer = _Answer()
        self._history = Card(_("Steps so far"))
        self._steps = column(gap=UNIT)
        self._history.add_layout(self._steps)
        self.add(self.stage, self._judgement, self.answer, self._history)
        self._presenter = make(self)
        self._connect()
        self._presenter.refresh()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_review(self, vm: ReviewVm) -> None:
        self.header.say(_("Review"), _("Case file {number}").format(number=vm.number))
        at: QWidget | None = self.focusWidget()
        waits = vm.may_answer or vm.stage in ("returned", "changed-since")
        self.stage.say(vm.told, vm.said, tone="amber" if waits else "calm")
        self._judgement.show_review(vm)
        self.answer.show_review(vm)
        empty(self._steps)
        for step in vm.history:
            self._steps.addWidget(Label(step))
        self._history.setVisible(bool(vm.history))
        self.order_tab()
        if at is not None and not at.isVisibleTo(self):
            self.take_focus(None)  # what was pressed is done with: what came of it stands above

    def show_missing(self, said: str) -> None:
        self.answer.show_missing(said)
        self.reveal(self.answer)

    def show_saved(self, at: str) -> None:
        self.saved.emit(at)

    def show_not_saved(self, error: Exception) -> None:
        self.not_saved.emit()
        self.show_problem(error)

    def _connect(self) -> None:
        self.left.connect(self._presenter.leave)
        self._judgement.rests.opened.connect(
            lambda key: self._presenter.open_assessment(RecordId(key))
        )
        answer = self.answer
        answer.words.typed.connect(self._presenter.typed)
        answer.documents.typed.connect(self._presenter.chose)
        answer.write.clicked.connect(self._presenter.open_judgement)
        answer.ask.clicked.connect(
            lambda: self._press(lambda text: self._presenter.ask(answer.reviewer(), text))
        )
        answer.approve.clicked.connect(lambda: self._press(self._presenter.approve))
        answer.send_back.clicked.connect(lambda: self._press(self._presenter.send_back))
        answer.take_back.clicked.connect(self._presenter.take_back)

    def _press(self, act: Callable[[str], None]) -> None:
        self.flush()
        act(self.answer.words.text())


class _Judgement(Card):
    """What is reviewed: the judgement, what it rests on, and the sources."""

    def __init__(self) -> None:
        super().__init__(_("Overall judgement"))
        self._lines = column(gap=UNIT)
        self.rests = Rows(_("Rests on these assessments"))
        self._rests_head = Label(_("Rests on these assessments"), "strong")
        self._sources_head = Label(_("Sources used"), "strong")
        self._sources = Label()
        self.add_layout(self._lines)
        self.add(self._rests_head, self.rests, self._sources_head, self._sources)

    def show_review(self, vm: ReviewVm) -> None:
        empty(self._lines)
        for label, text in vm.lines:
            self._lines.addWidget(Label(label, "strong"))
            self._lines.addWidget(Label(text))
        self.rests.show_rows(
            [RowVm(each.record, each.title, each.caption, "assessment") for each in vm.rests]
        )
        for part in (self._rests_head, self.rests):
            part.setVisible(bool(vm.rests))
        self._sources.setText("\n".join(vm.sources))
        for part in (self._sources_head, self._sources):
            part.setVisible(bool(vm.sources))
        self.setVisible(bool(vm.lines))


class _Answer(Card):
    """The reviewer's answer, or the author's request."""

    def __init__(self) -> None:
        super().__init__("-")
        self._holder = column()
        self._choices: Choices | None = None
        self._nobody = Label(
            _(
                "Nobody can be asked: a reviewer has that role, can open the case file, and has "
                "not written in the assessment. A judgement can be signed without, with a reason."
            ),
            "soft",
        )
        self.words = TextArea(lines=3, name="review-words")
        self._row = FormRow("-", self.words)
        self.documents = LinksField(_("Documents that you have read"))
        self.documents.setObjectName("documents-read")
        self._documents_row = FormRow(_("Documents that you have read"), self.documents)
        self._missing = Label("", "strong")
        self._missing.setObjectName("missing")
        self.ask = Button(_("Ask for a review"), "primary", name="ask-review")
        self.approve = Button(_("Approve"), "primary", name="approve")
        self.send_back = Button(_("Send back with remarks"), "secondary", name="send-back")
        self.take_back = Button(_("Take the request back"), "quiet", name="take-back-review")
        self.write = Button(_("Open the overall judgement"), "quiet", name="open-judgement")
        ways = WrapLayout(gap=UNIT)
        for button in (self.ask, self.approve, self.send_back, self.take_back, self.write):
            ways.addWidget(button)
        self._ways: QWidget = holding(ways)
        self.add(self._nobody).add_layout(self._holder)
        self.add(self._row, self._documents_row, self._missing, self._ways)

    def reviewer(self) -> str:
        return self._choices.code() if self._choices is not None else ""

    def show_missing(self, said: str) -> None:
        self._missing.setText(said)
        self._missing.setVisible(bool(said))
        if self._choices is not None and not self.reviewer():
            self._choices.focus_first()
        else:
            self.words.setFocus()

    def show_review(self, vm: ReviewVm) -> None:
        asks = vm.may_ask and not vm.may_answer
        can_ask = asks and bool(vm.reviewers)
        self.heading.setText(_heading(vm))
        self._show_reviewers(vm if can_ask else None)
        self._nobody.setVisible(asks and not vm.reviewers)
        label = _("Remarks") if vm.may_answer else _("What you want looked at")
        self._row.label.setText(label)
        self.words.setAccessibleName(label)
        self._row.setVisible(vm.may_answer or can_ask)
        if not self.words.hasFocus():
            self.words.show_text(vm.typed)
        self._documents_row.setVisible(vm.may_answer and bool(vm.documents))
        self.documents.offer(vm.documents)
        self.documents.show_text(vm.chosen)
        for button, shown in (
            (self.ask, can_ask),
            (self.approve, vm.may_answer),
            (self.send_back, vm.may_answer),
            (self.take_back, vm.may_take_back),
            (self.write, vm.record is not None),
        ):
            button.setVisible(shown)
        self._missing.hide()
        self.setVisible(vm.record is not None)

    def _show_reviewers(self, vm: ReviewVm | None) -> None:
        before = self.reviewer()
        empty(self._holder)
        self._choices = None
        if vm is not None:
            shown = [ChoiceVm(each.code, each.label) for each in vm.reviewers]
            self._choices = Choices(shown, _("Who is to review it?"))
            self._choices.show_chosen(before)
            self._holder.addWidget(self._choices)


def _heading(vm: ReviewVm) -> str:
    """What can be done here now; once it is asked or answered nothing is asked for."""
    if vm.may_answer:
        return _("Your answer")
    return _("Ask for a review") if vm.may_ask else _("Review")
