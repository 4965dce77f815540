# SPDX-License-Identifier: EUPL-1.2
"""The Arksida: what its letters mean, the worksheet, and the margin of the factor in front."""

from PySide6.QtWidgets import QWidget

from workbench.ui.assess.legend import legend
from workbench.ui.assess.margin_pane import MarginPane
from workbench.ui.assess.vms import MarginVm, WorksheetVm
from workbench.ui.assess.worksheet import Worksheet
from workbench.ui.kit.cards import column
from workbench.ui.kit.labels import Label


class TypedDown(QWidget):
    """Everything that is typed straight down, under each other."""

    def __init__(self) -> None:
        super().__init__()
        self.legend = Label(kind="soft")
        self.worksheet = Worksheet()
        self.margin = MarginPane()
        self.margin.hide()
        self.setLayout(column(self.legend, self.worksheet, self.margin))

    def show_worksheet(self, vm: WorksheetVm) -> None:
        self.legend.setText(vm.legend or legend(vm))
        self.worksheet.show_worksheet(vm)

    def show_margin(self, vm: MarginVm | None, focus: str) -> None:
        """The margin comes where the legend was; without it the keys go to the worksheet."""
        self.margin.setVisible(vm is not None)
        self.legend.setVisible(vm is None)
        if vm is None:
            self.worksheet.setFocus()
        else:
            self.margin.show_margin(vm, focus)
