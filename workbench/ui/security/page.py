# SPDX-License-Identifier: EUPL-1.2
"""Datorns säkerhet on screen: a calm list, one row a check."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.theme import UNIT
from workbench.ui.result.lines import empty
from workbench.ui.security.presenter import CheckVm, SecurityPresenter, SecurityView, SecurityVm
from workbench.words import _


class CheckRow(QFrame):
    """What was looked at and how it is; under it a sentence, and what to do."""

    def __init__(self, vm: CheckVm, *, is_first: bool) -> None:
        super().__init__()
        self.setObjectName(f"check-{vm.check}")
        self.setAccessibleName(f"{vm.title}: {vm.state}")
        self.setAccessibleDescription(f"{vm.sentence} {vm.remedy}".strip())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0 if is_first else UNIT, 0, UNIT)
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT // 2)
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        grid.addWidget(Label(vm.title, "strong"), 0, 0)
        grid.addWidget(Pill(vm.state, vm.tone), 0, 1, top)
        grid.addWidget(Label(vm.sentence), 1, 0, 1, 2)
        if vm.remedy:
            grid.addWidget(Label(vm.remedy, "soft"), 2, 0, 1, 2)


class SecurityPage(Page):
    """A `SecurityView`."""

    def __init__(self, make: Callable[[SecurityView], SecurityPresenter]) -> None:
        super().__init__(_("The computer's safety"), back=_("Organisation"))
        self._again = Button(_("Look again"), "secondary", name="look-again")
        self.header.add_action(self._again)
        self._list = column(gap=0)
        holder = QWidget()
        holder.setLayout(self._list)
        self.add(Card().add(holder))
        self._presenter = make(self)
        self.header.back.connect(self._presenter.leave)
        self._again.clicked.connect(self._presenter.look)
        self._presenter.look()

    def show_checks(self, vm: SecurityVm) -> None:
        self.header.say(_("The computer's safety"), vm.summary)
        empty(self._list)
        for at, check in enumerate(vm.checks):
            if at:
                self._list.addWidget(_line())
            self._list.addWidget(CheckRow(check, is_first=not at))


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rule")
    return line
