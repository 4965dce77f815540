# SPDX-License-Identifier: EUPL-1.2
"""Dated marks in lanes, drawn with care and readable as a table: the same marks, the same order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.lanes import AXIS, LANE, NEARER, Lanes, LaneVm, MarkVm
from workbench.ui.kit.tables import Column, RowsTable
from workbench.ui.kit.theme import UNIT
from workbench.words import _

__all__ = ["LaneVm", "MarkVm", "Timeline"]
_LABEL_WIDTH = 18 * UNIT


@dataclass(frozen=True, slots=True)
class _TableRow:
    lane: str
    mark: MarkVm


class Timeline(QWidget):
    """← and → walk the marks in order of day, Enter opens, + and − zoom, 0 shows all of it.

    `tools` (as a table, zoom) stand above it, or beside a heading: `card.add_action(line.tools)`.

    Signals:
        opened: the key of the mark that was opened.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Time line"))
        self.tools = QWidget()
        self._lanes = Lanes(self)
        self._names = QWidget()
        self._said = Label(kind="soft", wraps=False)
        self._table = RowsTable[_TableRow](_("Time line as a table"), _columns())
        self._rows: tuple[_TableRow, ...] = ()
        self._views = QStackedWidget()
        self._views.addWidget(self._picture())
        self._views.addWidget(self._table)
        self._switch = Button(_("Show as a table"), "quiet", name="as-table")
        self._nearer = Button("+", "quiet", name="zoom-in")
        self._farther = Button("−", "quiet", name="zoom-out")
        self._nearer.setAccessibleName(_("Zoom in"))
        self._farther.setAccessibleName(_("Zoom out"))
        self._earlier = Button("‹", "quiet", name="earlier")
        self._later = Button("›", "quiet", name="later")
        self._earlier.setAccessibleName(_("Earlier"))
        self._later.setAccessibleName(_("Later"))
        moves = (self._earlier, self._farther, self._nearer, self._later)
        self.tools.setLayout(row(self._switch, *moves, ends=False, gap=0))
        top = row(self._said)
        top.addWidget(self.tools)
        box = column()
        box.addLayout(top)
        box.addWidget(self._views)
        self.setLayout(box)
        self._connect()

    def show_lanes(
        self, lanes: Sequence[LaneVm], *, today: date, silences: Sequence[MarkVm] = ()
    ) -> None:
        """These lanes, all of their time in sight. `silences` are `band`s over all of them."""
        pairs = [_TableRow(lane.label, mark) for lane in lanes for mark in lane.marks]
        pairs += [_TableRow("", mark) for mark in silences]
        self._rows = tuple(sorted(pairs, key=lambda pair: (pair.mark.day, pair.lane)))
        self._name_lanes(lanes)
        self._lanes.show_lanes(lanes, today=today, silences=silences)
        self._fill_table()
        self._views.setFixedHeight(AXIS + LANE * max(len(lanes), 1) + 16)
        self._said.setText("")

    def _picture(self) -> QWidget:
        picture = QWidget()
        line = QHBoxLayout(picture)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(UNIT)
        self._names.setFixedWidth(_LABEL_WIDTH)
        line.addWidget(self._names)
        line.addWidget(self._lanes, 1)
        return picture

    def _name_lanes(self, lanes: Sequence[LaneVm]) -> None:
        for old in self._names.findChildren(Label):
            old.hide()
            old.deleteLater()
        for at, lane in enumerate(lanes):
            label = Label(lane.label, "soft")
            label.setParent(self._names)
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            label.setGeometry(0, AXIS + at * LANE, _LABEL_WIDTH, LANE)
            label.show()

    def _connect(self) -> None:
        self._lanes.opened.connect(self.opened)
        self._lanes.walked.connect(self._said.setText)
        self._table.opened.connect(self._open_row)
        self._switch.clicked.connect(self._turn)
        self._earlier.clicked.connect(lambda: self._lanes.pan(-0.5))
        self._later.clicked.connect(lambda: self._lanes.pan(0.5))
        self._nearer.clicked.connect(lambda: self._lanes.zoom(NEARER))
        self._farther.clicked.connect(lambda: self._lanes.zoom(1 / NEARER))

    def _open_row(self, at: int) -> None:
        """A stretch in which nothing was noted leads nowhere."""
        if self._rows[at].mark.key:
            self.opened.emit(self._rows[at].mark.key)

    def _fill_table(self) -> None:
        """Only while it is the one that is seen: a column measures each of its rows."""
        if self._views.currentWidget() is self._table:
            self._table.show_rows(self._rows)

    def _turn(self) -> None:
        is_picture = self._views.currentIndex() == 0
        self._views.setCurrentIndex(1 if is_picture else 0)
        self._fill_table()
        self._switch.say(_("Show as a time line") if is_picture else _("Show as a table"))
        for button in (self._earlier, self._nearer, self._farther, self._later):
            button.setEnabled(not is_picture)


def _columns() -> tuple[Column[_TableRow], ...]:
    return (
        Column(_("Date"), lambda pair: pair.mark.time()),
        Column(_("Lane"), lambda pair: pair.lane),
        Column(_("What"), lambda pair: pair.mark.label, stretches=True),
    )
