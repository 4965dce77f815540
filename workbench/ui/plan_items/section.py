# SPDX-License-Identifier: EUPL-1.2
"""The points on screen: what stands, a new one, the library, and what the marks mean."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.domain.plans import PlanOwner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, Rule, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.theme import UNIT
from workbench.ui.plan_items.points import SuggestionsVm, SuggestionVm, point_fields
from workbench.ui.writing import vocabulary
from workbench.ui.writing.fold import Fold, FoldButton
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordBlock
from workbench.ui.writing.records import RecordVm
from workbench.ui.writing.tab_order import tab_in_order
from workbench.words import _


class PointsSection(QWidget):
    """A card of points, the panel where one is written, and the library to choose from.

    Signals:
        adding: a point in own words is wanted.
        chosen: the id of the library's point that is wanted.
        correcting: the record of the point that is to be changed.
    """

    adding = Signal()
    chosen = Signal(str)
    correcting = Signal(str)

    def __init__(self, page: Page, owner: PlanOwner) -> None:
        super().__init__()
        self._page = page
        self.point = WritingPanel(page, _("A point of the plan"), point_fields(owner), closes=True)
        self.point.hide()
        self._add = Button(_("Own point"), icon="add", name="add-point")
        self._shown: list[tuple[QVBoxLayout, QWidget]] = []
        self._list = column(gap=2 * UNIT)
        self._library = QWidget()
        self._sections = column(gap=UNIT)
        self._library.setLayout(self._sections)
        self._library_button = FoldButton(
            _("Hide the list"), _("Choose from a list"), self._library, name="library"
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * UNIT)
        self._top = self._card()
        self._box.addWidget(self._top)
        self._box.addWidget(self.point)

    def show_points(self, points: Sequence[RecordVm], library: Sequence[SuggestionsVm]) -> None:
        """These points, and what the library offers."""
        self._clear()
        for vm in points:
            block = RecordBlock(vm, change=_("Change"))
            block.correcting.connect(self.correcting)
            self._put(self._list, Rule(), block)
        if not points:
            words = _("No points yet. Own words first; the list is there to lean on.")
            self._put(self._list, Label(words, "soft"))
        self._put(self._sections, Rule())
        for section in library:
            self._put(self._sections, Label(section.title, "heading"))
            for item in section.items:
                suggestion = _Suggestion(item)
                suggestion.chosen.connect(self.chosen)
                self._put(self._sections, suggestion)
        tab_in_order(self._top, self.point)

    def show_panel(self, *, shown: bool) -> None:
        """The panel comes into sight with the first field in focus, or goes."""
        self.point.setVisible(shown)
        if shown:
            self.point.come_forward()
        else:
            self._add.setFocus()

    def _card(self) -> Card:
        card = Card(_("Points of the plan"))
        self._add.clicked.connect(self.adding)
        card.add_action(self._library_button)
        card.add_action(self._add)
        card.add(
            Fold(_("Hide what the marks mean"), _("What the marks mean"), _legend(), name="marks")
        )
        card.add_layout(self._list)
        card.add(self._library)
        return card

    def _put(self, box: QVBoxLayout, *widgets: QWidget) -> None:
        for widget in widgets:
            self._shown.append((box, widget))
            box.addWidget(widget)

    def _clear(self) -> None:
        while self._shown:
            box, old = self._shown.pop()
            box.removeWidget(old)
            old.hide()
            old.deleteLater()


class _Suggestion(QWidget):
    """One point of the library, with the way to take it up.

    Signals:
        chosen: its id.
    """

    chosen = Signal(str)

    def __init__(self, vm: SuggestionVm) -> None:
        super().__init__()
        self._id = vm.id
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(UNIT)
        line.addWidget(Label(vm.text), 1)
        state = Pill(vm.carry, icon=vm.icon)
        line.addWidget(Pill(_("In the plan"), "done") if vm.is_chosen else state)
        add = Button(_("Take up"), "quiet", name=f"take-{vm.id}")
        add.setAccessibleName(_("{do}: {which}").format(do=_("Take up"), which=vm.text))
        add.clicked.connect(lambda: self.chosen.emit(self._id))
        line.addWidget(add)


def _legend() -> QWidget:
    legend = QWidget()
    box = column(gap=UNIT)
    names, explained = vocabulary.carries(), vocabulary.carries_explained()
    for code, name in names.items():
        line = column(Label(name, "strong"), Label(explained[code], "soft"), gap=0)
        box.addLayout(line)
    legend.setLayout(box)
    return legend
