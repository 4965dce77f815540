# SPDX-License-Identifier: EUPL-1.2
"""The points on screen: what stands by section, a new one, the library, what the marks mean."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.plans import PlanOwner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, Rule, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.plan_items.offering import SuggestionsVm
from workbench.ui.plan_items.panels import Condition, ConditionalPanel
from workbench.ui.plan_items.pick_list import PickList
from workbench.ui.plan_items.points import CARRY_ICONS, PAPER, SCENARIOS, PointsVm, point_fields
from workbench.ui.writing import vocabulary
from workbench.ui.writing.beside import holding
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.fold import Fold, FoldButton
from workbench.ui.writing.record_list import RecordBlock
from workbench.ui.writing.tab_order import tab_in_order
from workbench.words import _


class PointsSection(QWidget):
    """A card of points, the panel where one is written, and the library to choose from.

    Signals:
        adding: a point in own words is wanted.
        chosen: the id of the library's point that is wanted, and the mark pressed for it.
        correcting: the record of the point that is to be changed.
        keeping: the record of the point that still holds although its ground has changed.
    """

    adding = Signal()
    chosen = Signal(str, str)
    correcting = Signal(str)
    keeping = Signal(str)

    def __init__(self, page: Page, owner: PlanOwner) -> None:
        super().__init__()
        self._page = page
        asked: dict[str, Condition] = {PAPER: ("carry", "U")} if owner == "person" else {}
        self.point = ConditionalPanel(
            page, _("A point of the plan"), point_fields(owner), asked, closes=True
        )
        self.point.hide()
        self._add = Button(_("Own point"), icon="add", name="add-point")
        self._shown: list[QWidget] = []
        self._list = column(gap=2 * UNIT)
        self.library = PickList()
        self.library.chosen.connect(self.chosen)
        self._library_button = FoldButton(
            _("Hide the list"), _("Choose from a list"), self.library, name="library"
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * UNIT)
        self._top = self._card()
        self._box.addWidget(self._top)
        self._box.addWidget(self.point)

    def show_points(
        self,
        points: Sequence[PointsVm],
        library: Sequence[SuggestionsVm],
        scenarios: Sequence[OptionVm],
    ) -> None:
        """These points, what the library offers, and the scenarios they can be tied to."""
        here = self._record_in_focus()
        self._clear()
        for section in points:
            self._put(Label(section.title, "heading"))
            for vm in section.records:
                block = RecordBlock(vm, change=_("Change"), keep=_("It still holds…"))
                block.correcting.connect(self.correcting)
                block.keeping.connect(self.keeping)
                self._put(block, Rule())
        if not points:
            words = _("No points yet. Own words first; the list is there to lean on.")
            self._put(Label(words, "soft"))
        self.library.show_library(library)
        self.point.form.offer(SCENARIOS, scenarios)
        tab_in_order(self._top, self.point)
        again = self.findChild(Button, f"change-{here}") if here else None
        if again is not None:
            again.setFocus()
            self._page.reveal(again)

    def show_panel(self, *, shown: bool) -> None:
        """The panel comes into sight with the first field in focus, or goes."""
        self.point.setVisible(shown)
        if shown:
            self.point.come_forward()
        else:
            self._add.setFocus()
            self._page.reveal(self._add)

    def _card(self) -> Card:
        card = Card(_("Points of the plan"))
        self._add.clicked.connect(self.adding)
        card.add_action(self._library_button)
        card.add_action(self._add)
        card.add(
            Fold(_("Hide what the marks mean"), _("What the marks mean"), _legend(), name="marks")
        )
        card.add_layout(self._list)
        card.add(self.library)
        return card

    def _put(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._shown.append(widget)
            self._list.addWidget(widget)

    def _record_in_focus(self) -> str:
        """Whose buttons the keyboard stands on: it stays there when the list is drawn again."""
        focused: QWidget | None = self.focusWidget()
        blocks = (each for each in self._shown if isinstance(each, RecordBlock))
        if focused is None or not focused.hasFocus():
            return ""
        return next((each.record for each in blocks if each.isAncestorOf(focused)), "")

    def _clear(self) -> None:
        while self._shown:
            old = self._shown.pop()
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()


def _legend() -> QWidget:
    legend = QWidget()
    box = column(gap=UNIT)
    names, explained = vocabulary.carries(), vocabulary.carries_explained()
    for code, name in names.items():
        mark = WrapLayout(gap=UNIT)
        mark.addWidget(Pill(name, icon=CARRY_ICONS[code]))
        box.addLayout(column(holding(mark), Label(explained[code], "soft"), gap=0))
    legend.setLayout(box)
    return legend
