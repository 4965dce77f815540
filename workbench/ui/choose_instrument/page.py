# SPDX-License-Identifier: EUPL-1.2
"""The instruments on screen: what was begun, what is used here, then the rest by kind."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from workbench.domain.assessments import Hand
from workbench.domain.ids import RecordId
from workbench.ui.choose_instrument.card import InstrumentCard
from workbench.ui.choose_instrument.listing import ChooseVm, GroupVm, InstrumentVm
from workbench.ui.choose_instrument.presenter import ChoosePresenter, ChooseView, fields
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.words import _


class ChooseInstrumentPage(CasePage):
    """A `ChooseView`: seek or walk the list, open one, begin."""

    def __init__(self, make: Callable[[ChooseView], ChoosePresenter]) -> None:
        super().__init__(_("Assess"))
        self._begun = Rows(_("Begun"))
        self._begun_card = Card(_("Begun")).add(self._begun)
        self._begun_card.hide()
        self.context = WritingPanel(self, "-", fields(), closes=True)
        self.context.enter_button.say(_("Begin"))
        self.context.hide()
        self._chosen = column()
        self._card: InstrumentCard | None = None
        self.sought = _Sought()
        self._list = column(gap=2 * UNIT)
        self._groups: list[Card] = []
        self._shown: tuple[GroupVm, ...] = ()
        self.add(self.context, _holding(self._chosen), self._begun_card)
        self.shells = Label(kind="soft")
        self.add(self.sought, _holding(self._list), self.shells)
        self._presenter = make(self)
        self.context.serve(self._presenter.context)
        self._connect()
        self._presenter.refresh()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_choices(self, vm: ChooseVm) -> None:
        self.header.say(_("Assess"), _("Case file {number}").format(number=vm.number))
        self._begun_card.setVisible(bool(vm.begun))
        self.shells.setText(vm.shells)
        self.shells.setVisible(bool(vm.shells))
        self._begun.show_rows(
            [RowVm(b.record, b.title, b.caption, "assessment", b.state) for b in vm.begun]
        )

    def show_groups(self, groups: tuple[GroupVm, ...]) -> None:
        self.sought.none.setVisible(not groups)
        if groups == self._shown:
            return
        self._shown = groups
        while self._groups:
            old = self._groups.pop()
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        for group in groups:
            self._list.addWidget(self._group(group))
        self.order_tab()

    def show_chosen(self, vm: InstrumentVm) -> None:
        """Its card above the list, with the first way to begin in focus."""
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        card = self._card = InstrumentCard(vm)
        card.ask_pressed.connect(lambda key: self._choose(key, "asked"))
        card.read_off_pressed.connect(lambda key: self._choose(key, "read-off"))
        card.paper_pressed.connect(lambda key: self._choose(key, "asked", on_paper=True))
        card.blank_pressed.connect(self._presenter.print_blank)
        card.own_pressed.connect(self._presenter.take_own_appraisal)
        self._chosen.addWidget(card)
        self.order_tab()
        self.reveal(card)
        card.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_context(self, heading: str, *, shown: bool) -> None:
        self.context.heading.setText(heading)
        self.context.setVisible(shown)
        if self._card is not None:
            self._card.setVisible(not shown)
        if shown:
            self.reveal(self.context)
            self.context.form.focus()

    def _connect(self) -> None:
        self._begun.opened.connect(lambda key: self._presenter.go_on(RecordId(key)))
        self.sought.field.textChanged.connect(self._presenter.seek)
        self.sought.field.returnPressed.connect(self._presenter.lay_open_first)
        self.left.connect(self._presenter.leave)

    def _group(self, group: GroupVm) -> Card:
        rows = Rows(group.title)
        rows.show_rows(
            [RowVm(each.key, each.title, each.purpose, "assessment") for each in group.instruments]
        )
        rows.opened.connect(self._presenter.lay_open)
        card = Card(group.title, group.caption).add(rows)
        self._groups.append(card)
        return card

    def _choose(self, key: str, hand: Hand, *, on_paper: bool = False) -> None:
        self.flush()
        self._presenter.choose(key, hand, on_paper=on_paper)


class _Sought(Card):
    """What is sought among the instruments."""

    def __init__(self) -> None:
        super().__init__(_("Choose an instrument"))
        self.field = LineField(_("Search by name or by what it is for"), name="seek-instrument")
        self.none = Label(_("No instrument has these words."), "soft")
        self.none.hide()
        self.add(self.field, self.none)


def _holding(layout: QLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder
