# SPDX-License-Identifier: EUPL-1.2
"""What is outdated, on screen: what it says, what changed under it, the two ways on."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.outdated.presenter import OutdatedPresenter, OutdatedView
from workbench.ui.outdated.telling import OutdatedListVm, OutdatedVm
from workbench.ui.writing.beside import holding
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.tab_order import tab_in_order
from workbench.words import _


class OutdatedCard(Card):
    """One record and the two ways on.

    Signals:
        keeping: its key; it still holds.
        changing: its key; it is changed.
    """

    keeping = Signal(str)
    changing = Signal(str)

    def __init__(self, vm: OutdatedVm) -> None:
        super().__init__(vm.heading)
        self._key = vm.key
        self.add_action(Pill(_("Outdated"), "amber", "clock"))
        self.add(Label(vm.text), Label("\n".join(vm.changed), "strong"))
        if vm.kept:
            self.add(Label("\n".join(vm.kept), "soft"))
        self.add(self._ways(vm))

    def _ways(self, vm: OutdatedVm) -> QWidget:
        self.keep = Button(_("It still holds…"), "secondary", name=f"keep-{vm.key}")
        self.change = Button(_("Change it"), "quiet", name=f"change-{vm.key}")
        line = WrapLayout(gap=UNIT)
        for button in (self.keep, self.change):
            which = f"{vm.heading}, {vm.text}"
            button.setAccessibleName(_("{do}: {which}").format(do=button.text(), which=which))
            line.addWidget(button)
        self.keep.clicked.connect(lambda: self.keeping.emit(self._key))
        self.change.clicked.connect(lambda: self.changing.emit(self._key))
        return holding(line)


class OutdatedPage(CasePage):
    """An `OutdatedView`."""

    def __init__(self, make: Callable[[OutdatedView], OutdatedPresenter]) -> None:
        super().__init__(_("Outdated"))
        self._list = column(gap=2 * UNIT)
        self._shown: list[QWidget] = []
        self.add_layout(self._list)
        self._presenter = make(self)
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_outdated(self, vm: OutdatedListVm) -> None:
        akt = _("Case file {number}").format(number=vm.number)
        told = _("What it was built on has changed. Change it, or say why it still holds.")
        self.header.say(_("Outdated"), _("{akt} · {what}").format(akt=akt, what=told))
        while self._shown:
            old = self._shown.pop()
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        for each in vm.records:
            card = OutdatedCard(each)
            card.keeping.connect(self._presenter.keep)
            card.changing.connect(self._presenter.change)
            self._put(card)
        if not vm.records:
            self._put(Card().add(_nothing()))
        tab_in_order(self)
        first = self._shown[0]
        if isinstance(first, OutdatedCard):
            first.keep.setFocus()

    def _put(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self._list.addWidget(widget)


def _nothing() -> EmptyBlock:
    words = _("Scenarios, measures, points of plans and judgements stand on what is written now.")
    return EmptyBlock("check", _("Nothing is outdated"), words)
