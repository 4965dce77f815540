# SPDX-License-Identifier: EUPL-1.2
"""Every result of an instrument that has several, each with its own status. None is merged."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.result.lines import Lines, empty
from workbench.ui.result.vms import PartVm
from workbench.ui.writing.fold import FoldButton
from workbench.words import _


class PartsCard(Card):
    """A row a result, and folded under them how each was counted."""

    def __init__(self) -> None:
        super().__init__(_("All results, each for itself"))
        self.shown: tuple[PartVm, ...] = ()
        self._grid_holder = QWidget()
        self._grid_holder.setAccessibleName(_("All results, each for itself"))
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * UNIT)
        self._grid.setVerticalSpacing(UNIT)
        for place, share in enumerate((4, 3, 4)):
            self._grid.setColumnStretch(place, share)
        self._hows = column(gap=UNIT)
        self._how_holder = QWidget()
        self._how_holder.setLayout(self._hows)
        self._fold = FoldButton(
            _("Hide how each was counted"),
            _("How each was counted"),
            self._how_holder,
            name="parts-trace",
        )
        self.add(self._grid_holder)
        ways = WrapLayout()
        ways.addWidget(self._fold)
        self.add_layout(ways)
        self.add(self._how_holder)

    def show_parts(self, parts: Sequence[PartVm]) -> None:
        """These results instead of the ones shown; no card when there is only one."""
        self.shown = tuple(parts)
        empty(self._grid)
        empty(self._hows)
        for at, part in enumerate(parts):
            self._show_row(at, part)
            self._show_how(part)
        has_hows = any(part.lines or part.remarks for part in parts)
        self._fold.setVisible(has_hows)
        if not has_hows:
            self._how_holder.hide()
        self.setVisible(bool(parts))

    def _show_row(self, at: int, part: PartVm) -> None:
        cells = (Label(part.name), Label(part.said, "strong"), Label(part.beside, "soft"))
        for place, cell in enumerate(cells):
            self._grid.addWidget(cell, at, place, Qt.AlignmentFlag.AlignTop)
        spoken = _("{name}: {said}. {status}")
        cells[1].setAccessibleName(
            spoken.format(name=part.name, said=part.said, status=part.status)
        )

    def _show_how(self, part: PartVm) -> None:
        if not part.lines and not part.remarks:
            return
        self._hows.addWidget(Label(part.name, "strong"))
        if part.lines:
            lines = Lines(_("How it was counted: {name}").format(name=part.name))
            self._hows.addWidget(lines)  # shown before it had a place it would be a window
            lines.show_lines(part.lines)
        if part.remarks:
            self._hows.addWidget(Label("\n".join(part.remarks), "soft"))
