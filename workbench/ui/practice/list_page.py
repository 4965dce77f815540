# SPDX-License-Identifier: EUPL-1.2
"""The training cases on screen."""

from collections.abc import Callable

from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.practice.list_presenter import PracticeListPresenter, PracticeListView
from workbench.ui.practice.telling import mark, not_kept
from workbench.ui.practice.vms import OfferedVm
from workbench.words import _


class PracticeListPage(Page):
    """A `PracticeListView`."""

    def __init__(self, make: Callable[[PracticeListView], PracticeListPresenter]) -> None:
        super().__init__(_("Practise"), mark(), back=_("To the instruments"))
        self.rows = Rows(_("Training stories"))
        told = _(
            "Read a story, code it yourself and compare place by place with a teaching coding and "
            "its reasons. Nobody in them exists. You get no score."
        )
        card = Card(_("Training stories"), told)
        card.add(Label(not_kept(), "strong"), self.rows)
        self.add(card)
        self._presenter = make(self)
        self.rows.opened.connect(self._presenter.choose)
        self.header.back.connect(self._presenter.leave)
        self._presenter.open()

    def show_offered(self, offered: tuple[OfferedVm, ...]) -> None:
        self.rows.show_rows([RowVm(vm.key, vm.title, vm.caption, "assessment") for vm in offered])
        self.order_tab()
