# SPDX-License-Identifier: EUPL-1.2
"""What the page of an assessment can show."""

from collections.abc import Sequence
from typing import Protocol

from workbench.ui.assess.margin_presenter import MarginView
from workbench.ui.assess.vms import HeadVm, ItemVm, OutlineVm, SittingVm, SlotKey, WorksheetVm


class WantedView(Protocol):
    """Which interpreter is wanted and who is refused, before an interpreter sees the screen."""

    def show_lines(self, lines: Sequence[str]) -> None: ...


class AssessView(MarginView, Protocol):
    """The page, as its presenter knows it."""

    @property
    def wanted(self) -> WantedView: ...

    def show_head(self, vm: HeadVm) -> None: ...

    def show_outline(self, lines: tuple[OutlineVm, ...], current: SlotKey) -> None: ...

    def show_item(self, vm: ItemVm, *, is_new: bool) -> None:
        """`is_new`: another question than before; the focus goes to its choices."""
        ...

    def show_worksheet(self, vm: WorksheetVm) -> None: ...

    def show_sitting(self, vm: SittingVm) -> None: ...

    def show_end(self) -> None:
        """The last question was left downwards: the focus goes to För in."""
        ...

    def show_saved(self, at: str) -> None: ...

    def show_not_saved(self, error: Exception) -> None: ...

    def show_problem(self, error: Exception) -> None: ...

    def show_busy(self, *, busy: bool) -> None: ...
