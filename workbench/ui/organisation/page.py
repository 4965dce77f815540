# SPDX-License-Identifier: EUPL-1.2
"""Verksamhet on screen: a calm list of ways."""

from collections.abc import Callable

from workbench.ui.kit.cards import Card
from workbench.ui.kit.page import Page
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.organisation.presenter import (
    OrganisationPresenter,
    OrganisationView,
    WayVm,
)
from workbench.ui.places import PageName
from workbench.words import _


class OrganisationPage(Page):
    """An `OrganisationView`."""

    def __init__(self, make: Callable[[OrganisationView], OrganisationPresenter]) -> None:
        super().__init__(
            _("Organisation"),
            _("What is about the house and not about one person's case file."),
        )
        self.rows = Rows(_("Organisation"))
        self._pages: dict[str, PageName] = {}
        self.add(Card().add(self.rows))
        self._presenter = make(self)
        self.rows.opened.connect(lambda key: self._presenter.go(self._pages[key]))
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.open()

    def show_ways(self, ways: tuple[WayVm, ...]) -> None:
        self._pages = {way.page: way.page for way in ways}
        self.rows.show_rows([RowVm(way.page, way.title, way.caption, way.icon) for way in ways])
