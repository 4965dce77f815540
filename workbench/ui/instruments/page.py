# SPDX-License-Identifier: EUPL-1.2
"""Instrument on screen: every instrument under its kind."""

from collections.abc import Callable

from workbench.ui.instruments.presenter import InstrumentsPresenter, InstrumentsView
from workbench.ui.instruments.vms import GroupVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.page import Page
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.words import _


class InstrumentsPage(Page):
    """An `InstrumentsView`."""

    def __init__(self, make: Callable[[InstrumentsView], InstrumentsPresenter]) -> None:
        super().__init__(
            _("Instruments"),
            _("What each is for, in what words it is shown, and by which rule it is computed."),
        )
        self.check_button = Button(
            _("Check a rule for somebody else…"), "secondary", name="check-for-other"
        )
        self.own_button = Button(_("Own forms"), "secondary", name="own-forms")
        self.practise_button = Button(_("Practise"), "secondary", name="practise")
        ways = WrapLayout(gap=UNIT)
        for button in (self.practise_button, self.own_button, self.check_button):
            ways.addWidget(button)
        self.add(holding(ways))
        self._cards: dict[str, Rows] = {}
        self._presenter = make(self)
        self.check_button.clicked.connect(self._presenter.check_for_other)
        self.own_button.clicked.connect(self._presenter.write_own)
        self.practise_button.clicked.connect(self._presenter.practise)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.open()

    def show_groups(self, groups: tuple[GroupVm, ...]) -> None:
        for group in groups:
            if group.title not in self._cards:
                self._add(group)
            self._cards[group.title].show_rows(
                [RowVm(each.key, each.title, each.caption, "assessment", each.state)
                 for each in group.listed]
            )  # fmt: skip
        self.order_tab()

    def _add(self, group: GroupVm) -> None:
        rows = Rows(group.title)
        rows.opened.connect(self._presenter.choose)
        self._cards[group.title] = rows
        self.add(Card(group.title, group.caption).add(rows))
