# SPDX-License-Identifier: EUPL-1.2
"""The organisation's own points on screen: the whole list, and a card where one is worded."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.services.loop.plan_library import OWN
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.tables import Column, RowsTable
from workbench.ui.own_points.presenter import OwnPointsPresenter, OwnPointsView, PointVm
from workbench.ui.own_points.wording import SECTION, point_fields
from workbench.ui.plan_items.modules import shipped_library
from workbench.ui.plan_items.panels import ConditionalPanel
from workbench.ui.plan_items.points import PAPER
from workbench.ui.writing.versions import versions_fold
from workbench.words import _

_MOST_ROWS = 200


class OwnPointsPage(Page):
    """An `OwnPointsView`."""

    def __init__(self, make: Callable[[OwnPointsView], OwnPointsPresenter]) -> None:
        said = _("What you add to the list that plans are built from, and how you word its points.")
        super().__init__(_("Own plan points"), said, back=_("Organisation"))
        self._new = Button(_("New point"), "primary", icon="add", name="add-own-point")
        self.header.add_action(self._new)
        self.point = ConditionalPanel(
            self, _("New point"), point_fields(shipped_library()), {PAPER: ("carry", "U")},
            closes=True,
        )  # fmt: skip
        self.point.hide()
        self._history = column()
        self._folded: QWidget | None = None
        self.search = LineField(name="search-points")
        self._nothing = Label(_("No point of the list fits."), "soft")
        self._nothing.hide()
        self.table = RowsTable[PointVm](_("Points of the list"), _columns())
        self._points: tuple[PointVm, ...] = ()
        listed = Card(_("Points of the list"), _("Enter on a point words it. No mark is loosened."))
        self.add(self.point)
        self.add_layout(self._history)
        self.add(listed.add(FormRow(_("Search the list"), self.search), self._nothing, self.table))
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_points(self, points: tuple[PointVm, ...]) -> None:
        self._points = points
        self._narrow(self.search.text())

    def show_panel(self, vm: PointVm | None, *, shown: bool) -> None:
        self._fold_away()
        self.point.setVisible(shown)
        if not shown:
            self.table.setFocus()
            return
        is_own = vm is None or vm.point.startswith(OWN)
        self.point.leave_out(() if is_own else (SECTION,))
        self.point.heading.setText(_("New point") if vm is None else f"{vm.point} · {vm.section}")
        if vm is not None and vm.versions:
            self._folded = versions_fold(vm.versions)
            self._history.addWidget(self._folded)
        self.order_tab()
        self.point.come_forward()

    def show_entered(self) -> None:
        self.banner.say(_("Entered"), _("Plans that are written from now on are offered it."))

    def _connect(self) -> None:
        self.point.serve(self._presenter.point)
        self._new.clicked.connect(self._add)
        self.table.opened.connect(self._word)
        self.search.typed.connect(self._narrow)
        self.header.back.connect(self._leave)

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        rows = [each for each in self._points if all(word in each.told for word in words)]
        self.table.show_rows(rows)
        self.table.fit_height(most=_MOST_ROWS)
        self.table.setVisible(bool(rows))
        self._nothing.setHidden(bool(rows))

    def _fold_away(self) -> None:
        if self._folded is not None:
            self._history.removeWidget(self._folded)
            self._folded.hide()
            self._folded.deleteLater()
            self._folded = None

    def _add(self) -> None:
        self.flush()
        self._presenter.add()

    def _word(self, number: int) -> None:
        self.flush()
        self._presenter.word(self.table.row(number).point)

    def _leave(self) -> None:
        self.flush()
        self._presenter.leave()


def _columns() -> tuple[Column[PointVm], ...]:
    return (
        Column(_("No."), lambda each: each.point),
        Column(_("The point"), lambda each: each.text, stretches=True),
        Column(_("Where it may stand"), lambda each: each.mark),
        Column(_("Whose words"), lambda each: each.by),
    )
