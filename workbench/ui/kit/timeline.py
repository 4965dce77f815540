# SPDX-License-Identifier: EUPL-1.2
"""Dated marks in lanes, drawn with care and readable as a table: the same marks, the same order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.lanes import AXIS, LANE, Lanes, LaneVm, MarkVm
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
    """← and → walk the marks in order of day, Enter opens, + and − zoom.

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
        self.tools.setLayout(row(self._switch, self._farther, self._nearer, ends=False, gap=0))
        top = row(self._said)
        top.addWidget(self.tools)
        box = column()
        box.addLayout(top)
        box.addWidget(self._views)
        self.setLayout(box)
        self._connect()

    def show_lanes(self, lanes: Sequence[LaneVm], *, today: date) -> None:
        """These lanes, all of their time in sight."""
        pairs = [_TableRow(lane.label, mark) for lane in lanes for mark in lane.marks]
        self._rows = tuple(sorted(pairs, key=lambda pair: (pair.mark.day, pair.lane)))
        self._name_lanes(lanes)
        self._lanes.show_lanes(lanes, today=today)
        self._table.show_rows(self._rows)
        self._views.setFixedHeight(AXIS + LANE * max(len(lanes), 1) + 16)
        self._said.setText("")

    def _picture(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setWidget(self._lanes)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lanes.walked.connect(lambda mark: scroll.ensureWidgetVisible(mark, 40, 0))
        picture = QWidget()
        line = QHBoxLayout(picture)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(UNIT)
        self._names.setFixedWidth(_LABEL_WIDTH)
        line.addWidget(self._names)
        line.addWidget(scroll, 1)
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
        self._lanes.walked.connect(lambda mark: self._said.setText(mark.accessibleName()))
        self._table.opened.connect(lambda at: self.opened.emit(self._rows[at].mark.key))
        self._switch.clicked.connect(self._turn)
        self._nearer.clicked.connect(lambda: self._lanes.zoom(1.6))
        self._farther.clicked.connect(lambda: self._lanes.zoom(1 / 1.6))

    def _turn(self) -> None:
        is_picture = self._views.currentIndex() == 0
        self._views.setCurrentIndex(1 if is_picture else 0)
        self._switch.say(_("Show as a time line") if is_picture else _("Show as a table"))
        for button in (self._nearer, self._farther):
            button.setEnabled(not is_picture)


def _columns() -> tuple[Column[_TableRow], ...]:
    return (
        Column(_("Date"), lambda pair: _span(pair.mark)),
        Column(_("Lane"), lambda pair: pair.lane),
        Column(_("What"), lambda pair: pair.mark.label, stretches=True),
    )


def _span(mark: MarkVm) -> str:
    return mark.day.isoformat() if mark.ends is None else f"{mark.day} – {mark.ends}"
