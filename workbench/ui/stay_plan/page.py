# SPDX-License-Identifier: EUPL-1.2
"""Going home or staying, on screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row
from workbench.ui.kit.labels import Label
from workbench.ui.stay_plan.presenter import (
    StayPlanPresenter,
    StayPlanView,
    StayPlanVm,
    stay_fields,
)
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.versions import versions_fold
from workbench.words import _


class StayPlanPage(CasePage):
    """A `StayPlanView`."""

    def __init__(self, make: Callable[[StayPlanView], StayPlanPresenter]) -> None:
        super().__init__(_("Going home or staying"))
        self._gaps = Banner(closes=False)
        self._gaps.hide()
        self.plan = WritingPanel(self, _("The plan"), stay_fields())
        self._history = column()
        self._shown: QWidget | None = None
        self._had = Label("", "strong")
        self._had.hide()
        self.call = Button(_("Call"), "secondary", icon="phone", name="to-calls")
        self.add(self._gaps, self._had)
        self.add_layout(row(self.call))
        self.add(self.plan)
        self.add_layout(self._history)
        self._presenter = make(self)
        self.plan.serve(self._presenter.plan)
        self.call.clicked.connect(self._call)
        self.left.connect(self._presenter.leave)
        self._presenter.open()
        self.plan.form.focus()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_stay(self, vm: StayPlanVm) -> None:
        number = _("Case file {number}").format(number=vm.number)
        caption = _("{akt} · {what}").format(akt=number, what=_("It stays with us"))
        self.header.say(_("Going home or staying"), caption)
        self._had.setText(vm.had)
        self._had.setVisible(bool(vm.had))
        self._gaps.setVisible(bool(vm.left))
        if vm.left:
            self._gaps.say(_("Left to do"), "\n".join(vm.left), tone="amber")
        if self._shown is not None:
            self._history.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        if vm.versions:
            self._shown = versions_fold(vm.versions)
            self._history.addWidget(self._shown)

    def _call(self) -> None:
        self.flush()
        self._presenter.call()
