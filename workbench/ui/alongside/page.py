# SPDX-License-Identifier: EUPL-1.2
"""What stands beside an assessment, on screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.domain.ids import RecordId
from workbench.ui.alongside.comparison_card import ComparisonCard
from workbench.ui.alongside.presenter import AlongsidePresenter, AlongsideView
from workbench.ui.alongside.second_cards import AskCard, SecondCard
from workbench.ui.alongside.vms import Act, AlongsideVm, ChosenVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.result.lines import empty
from workbench.ui.writing.beside import holding
from workbench.ui.writing.case_page import CasePage
from workbench.words import _


class AlongsidePage(CasePage):
    """An `AlongsideView`."""

    def __init__(self, make: Callable[[AlongsideView], AlongsidePresenter]) -> None:
        super().__init__(_("Compare, second rater, new assessment"))
        self._runs = Rows(_("Assessments"))
        self._none = EmptyBlock(
            "assessment", _("No assessment yet"), _("What is begun under Assess stands here.")
        )
        self._list = Card(_("Which assessment?"))
        self._list.add(self._runs, self._none)
        self._about = _About()
        self._second, self._ask = SecondCard(), AskCard()
        self.comparison = ComparisonCard()
        self.add(self._list, self._about, self._second, self.comparison, self._ask)
        self._presenter = make(self)
        self._connect()
        self._presenter.refresh()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_alongside(self, vm: AlongsideVm) -> None:
        caption = _("Case file {number}").format(number=vm.number)
        self.header.say(_("Compare, second rater, new assessment"), caption)
        self._none.setVisible(not vm.runs)
        self._runs.show_rows(
            [RowVm(run.record, run.title, run.caption, "assessment", run.state) for run in vm.runs]
        )
        chosen, was_list = vm.chosen, not self._list.isHidden()
        at: QWidget | None = self.focusWidget()
        self._list.setVisible(chosen is None)
        for part in (self._about, self._second, self.comparison, self._ask):
            part.setVisible(chosen is not None)
        if chosen is not None:
            self._about.show_chosen(chosen, has_more=len(vm.runs) > 1)
            self._second.show_chosen(chosen)
            self.comparison.show_chosen(chosen)
            self._ask.show_chosen(chosen)
        self.order_tab()
        if chosen is None and vm.runs:
            self._runs.focus_first()
        elif chosen is not None and (was_list or (at is not None and not at.isVisibleTo(self))):
            self._about.focus_first()

    def _connect(self) -> None:
        self.left.connect(self._presenter.leave)
        self._runs.opened.connect(lambda key: self._presenter.choose(RecordId(key)))
        presses: dict[Act, Callable[[], None]] = {
            "open": self._presenter.open,
            "lock": self._presenter.lock,
            "look": self._presenter.look_anyway,
            "consensus": self._presenter.agree,
            "again": self._presenter.make_again,
            "take-back": self._presenter.take_back,
            "other": lambda: self._presenter.choose(None),
        }
        for act, press in presses.items():
            self._about.buttons[act].clicked.connect(lambda _on=False, do=press: do())
        self._second.begin.clicked.connect(self._rate)
        self._ask.ask.clicked.connect(
            lambda _on=False: self._presenter.ask_second(self._ask.rater())
        )
        self.comparison.picked.connect(lambda key: self._presenter.compare_with(RecordId(key)))

    def _rate(self) -> None:
        self._presenter.rate_second(had_read=self._second.had_read.isChecked())


class _About(Card):
    """What holds for the assessment, and what can be done with it."""

    def __init__(self) -> None:
        super().__init__("-")
        self._said = column(gap=UNIT // 2)
        ways = WrapLayout(gap=UNIT)
        words: dict[Act, str] = {
            "open": _("Open the result"),
            "consensus": _("Write the consensus"),
            "again": _("Make a new assessment"),
            "lock": _("Lock the assessment"),
            "look": _("Read the first one now…"),
            "other": _("Choose another assessment"),
            "take-back": _("Take the request for a second assessment back"),
        }
        self.buttons: dict[Act, Button] = {}
        for act, text in words.items():
            self.buttons[act] = Button(text, "secondary", name=f"act-{act}")
            ways.addWidget(self.buttons[act])
        self._ways: QWidget = holding(ways)
        self._again = Label(
            _(
                "A new assessment begins empty. What was said last time stands beside each place "
                "and counts as nothing until you have confirmed it there."
            ),
            "soft",
        )
        self.add_layout(self._said).add(self._ways, self._again)

    def show_chosen(self, vm: ChosenVm, *, has_more: bool) -> None:
        acts: frozenset[Act] = vm.acts | (frozenset({"other"}) if has_more else frozenset())
        self.heading.setText(vm.title)
        empty(self._said)
        for text in (vm.caption, *vm.marks):
            self._said.addWidget(Label(text))
        here = self.window().focusWidget()
        for act, button in self.buttons.items():
            button.setVisible(act in acts)
        if here in self.buttons.values() and here.isHidden():
            self.focus_first()
        self._ways.setVisible(bool(acts & self.buttons.keys()))
        self._again.setVisible("again" in vm.acts)

    def focus_first(self) -> None:
        """The row that was pressed is gone: the first thing to do has the focus."""
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        if shown:
            shown[0].setFocus()
