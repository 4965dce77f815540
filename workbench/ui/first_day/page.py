# SPDX-License-Identifier: EUPL-1.2
"""The first day on screen: each step a row that leads to where it is done."""

from collections.abc import Callable

from workbench.ui.first_day.presenter import (
    FirstDayPresenter,
    FirstDayView,
    FirstDayVm,
    StepVm,
)
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, row
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.writing.case_page import CasePage
from workbench.words import _


class FirstDayPage(CasePage):
    """A `FirstDayView`."""

    def __init__(self, make: Callable[[FirstDayView], FirstDayPresenter]) -> None:
        super().__init__(_("First day"))
        self._rows = Rows(_("First day"))
        card = Card(
            _("One step at a time"),
            _("What is recorded is done by itself. Nothing here has to be ticked."),
        )
        card.add(self._rows)
        words = _("Everything of the first day is recorded, or you closed the guide.")
        self._over = Card().add(EmptyBlock("check", _("The first day is done"), words))
        self.close_button = Button(_("Close the guide"), "quiet", name="close-guide")
        self.add(card, self._over)
        self.add_layout(row(self.close_button))
        self._steps: dict[str, StepVm] = {}
        self._presenter = make(self)
        self._rows.opened.connect(self._open)
        self.close_button.clicked.connect(self._presenter.close)
        self.left.connect(self._presenter.leave)
        self._presenter.refresh()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_steps(self, vm: FirstDayVm) -> None:
        self.header.say(_("First day"), _("Case file {number}").format(number=vm.number))
        self._steps = {each.step: each for each in vm.steps}
        self._rows.show_rows([_row(each) for each in vm.steps])
        self._over.setVisible(vm.is_over)
        self.close_button.setVisible(not vm.is_over)
        self.order_tab()

    def _open(self, key: str) -> None:
        self._presenter.open_step(self._steps[key].step)


def _row(step: StepVm) -> RowVm:
    if step.is_done:
        return RowVm(step.step, step.title, step.why, "check", _("done"), "done")
    return RowVm(step.step, step.title, step.why, "mark")
