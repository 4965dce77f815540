# SPDX-License-Identifier: EUPL-1.2
"""One thing about the person, folded to its heading and one line until it is asked for."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from workbench.domain.ids import RecordId
from workbench.ui.about_person.blocks import Blocks
from workbench.ui.about_person.rows_presenter import RowsPresenter
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.writing.fold import FoldButton
from workbench.ui.writing.panel import WritingPanel
from workbench.words import _


class Section(Card):
    """A folded card of the page. What it holds is added with `put`.

    Signals:
        changed: something was entered here that other sections may tell of.
    """

    changed = Signal()

    def __init__(self, page: Page, name: str, heading: str) -> None:
        super().__init__(heading, " ")
        self.name, self.page, self._said = name, page, heading
        self.setObjectName(f"section-{name}")
        inside = QWidget()
        self._inside = column(gap=2 * UNIT)
        inside.setLayout(self._inside)
        self.turn = FoldButton(_("Fold up"), _("Open"), inside, name=f"turn-{name}")
        self.turn.unfolded.connect(self._turned)
        self.turn.folded.connect(self._turned)
        self.add_action(self.turn)
        self.add(inside)
        self.caption.hide()
        self._turned()

    def put(self, *widgets: QWidget) -> None:
        """Under what is folded already."""
        for widget in widgets:
            self._inside.addWidget(widget)

    def put_layout(self, layout: QLayout) -> None:
        self._inside.addLayout(layout)

    def tell(self, line: str) -> None:
        """One calm line, in sight while the section is folded."""
        self.caption.setText(line)
        self.caption.setVisible(bool(line))

    def is_open(self) -> bool:
        return self.turn.is_open()

    def unfold(self) -> None:
        """Open, and in sight."""
        self.turn.unfold()
        self.page.take_focus(self.turn)

    def begin(self) -> None:
        """Once, when every section is in its place: lay open what is written here."""

    def refresh(self) -> None:
        """Look again at what is told; what is being written stays as it is."""

    def show_problem(self, error: Exception) -> None:
        self.page.show_problem(error)

    def _turned(self) -> None:
        said = _("{do}: {which}").format(do=self.turn.text(), which=self._said)
        self.turn.setAccessibleName(said)
        self.page.order_tab()


class PanelSection(Section):
    """A section whose record is written in one panel, in the place of the ways that open it.

    `ways` holds the buttons, `first` is the one that gets the focus when the panel is closed.
    """

    panel: WritingPanel
    ways: QWidget
    first: QWidget

    def show_panel(self, *, shown: bool, comes_forward: bool = True) -> None:
        """`comes_forward`: somebody asked for it; else it is only there, as it was left."""
        self.ways.setVisible(not shown)
        self.panel.setVisible(shown)
        self.page.order_tab()
        if not shown:
            self.page.take_focus(self.first)
        elif comes_forward:
            self.panel.come_forward()
        else:
            self.turn.unfold()


class RowsSection(Section):
    """A section with rows of one kind, written one at a time in `row`, begun by `add_button`.

    A `RowsView`.
    """

    row: WritingPanel
    add_button: Button

    def serve_rows(self, presenter: RowsPresenter[Any], *blocks: Blocks) -> None:
        """Tie the panel, the button and what stands in `blocks` to who decides."""
        self._decides = presenter
        self.row.serve(presenter.row)
        self.add_button.clicked.connect(self._add)
        for each in blocks:
            each.correcting.connect(self._correct)

    def begin(self) -> None:
        self._decides.resume()

    def refresh(self) -> None:
        self._decides.refresh()

    def show_row(self, *, shown: bool) -> None:
        self.row.setVisible(shown)
        if shown:
            self.unfold()
            self.row.come_forward()
        elif self.is_open():
            self.page.take_focus(self.add_button)

    def show_changed(self) -> None:
        self.changed.emit()

    def _add(self) -> None:
        self.page.flush()
        self._decides.add()

    def _correct(self, record: str) -> None:
        self.page.flush()
        self._decides.correct(RecordId(record))
