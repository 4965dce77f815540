# SPDX-License-Identifier: EUPL-1.2
"""What keys and fields beside the codes of a worksheet do, and which factor they are about."""

from dataclasses import replace
from typing import Protocol

from workbench.domain.ids import Ids, RecordId
from workbench.domain.worksheets import Citation
from workbench.ui.assess import sheet_shapes
from workbench.ui.assess.margin import Margin
from workbench.ui.assess.sitting import Sitting
from workbench.ui.assess.vms import MarginVm, SlotKey


class MarginView(Protocol):
    """What shows it."""

    def show_margin(self, vm: MarginVm | None, *, focus: str) -> None:
        """Beside the factor in front; None puts it away. `focus` is where to go, "" nowhere."""
        ...


class MarginPresenter:
    """The margin follows the cell in front from when it is opened until it is shut."""

    def __init__(self, view: MarginView, sitting: Sitting, ids: Ids) -> None:
        self._view, self._sitting = view, sitting
        self.said = Margin(sitting, lambda: RecordId(ids.new_uuid()))
        self._at: SlotKey | None = None

    def tell(self, item: str, column: str, code: str) -> None:
        """A key in a cell: a code or a mark; "" takes it back."""
        self.said.tell(item, column, code)

    def name_own(self, item: str, text: str) -> None:
        """A factor of this akt alone is named."""
        self.said.name_own(RecordId(item), text)

    def say_of(self, item: str, name: str, text: str) -> None:
        """Why a factor is relevant, or provisional."""
        self.said.mark(item, name, text)

    def cite_again(self, item: str, column: str, is_again: bool) -> None:  # noqa: FBT001  a signal
        """One key: the source and page that were cited last; else it is asked which."""
        source, page = self.said.last
        if is_again and source:
            self.cite(Citation(RecordId(""), item, column, source, page))
        else:
            self.open(item, column, focus="source")

    def cite(self, value: Citation) -> None:
        """Keep where a coding comes from."""
        self.said.cite(replace(value, assessment=self._sitting.stored.assessment))

    def uncite(self, record: str) -> None:
        self.said.uncite(RecordId(record))

    def open(self, item: str, column: str, *, focus: str = "first") -> None:
        """The rest of what is said of a factor."""
        self._at = (item, column)
        self._show(focus)

    def walk(self, item: str, column: str) -> None:
        """Another cell is in front."""
        if self._at is not None and item:
            self._at = (item, column)
            self._show("")

    def refresh(self) -> None:
        """Something was said."""
        self._show("")

    def shut(self) -> None:
        """Back to the worksheet alone."""
        self._at = None
        self._view.show_margin(None, focus="")

    def _show(self, focus: str) -> None:
        if self._at is not None and self._sitting.is_loaded:
            vm = sheet_shapes.margin_vm(self._sitting, self.said, self._at)
            self._view.show_margin(vm, focus=focus)
