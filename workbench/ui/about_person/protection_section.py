# SPDX-License-Identifier: EUPL-1.2
"""Protected personal details on screen: the level, the children, and what is hidden."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.ids import CaseId, RecordId
from workbench.ui.about_person.blocks import Blocks, Versions
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.protection_presenter import (
    ChildVm,
    ProtectionPresenter,
    ProtectionVm,
)
from workbench.ui.about_person.protection_specs import hidden_fields, protection_fields
from workbench.ui.about_person.section import RowsSection
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.writing.fold import Fold
from workbench.ui.writing.panel import WritingPanel
from workbench.words import _


class ProtectionSection(RowsSection):
    """A `ProtectionView`."""

    def __init__(self, page: Page, around: Around) -> None:
        super().__init__(page, "protection", _("Protected personal details"))
        self._meaning, self._unnamed = Label(), Label("", "strong")
        self.level = WritingPanel(page, _("How far the person is protected"), protection_fields())
        self._history = Versions()
        self.access_button = Button(_("To access"), "secondary", icon="lock", name="to-access")
        self._children = _Children()
        self.add_button = Button(
            _("Note a hidden detail"), "secondary", icon="add", name="add-hidden"
        )
        self.row = WritingPanel(page, _("A hidden detail"), hidden_fields(), closes=True)
        self.row.hide()
        self._hidden = Blocks()
        self._fold = Fold(
            _("Hide the details"), _("Show the details"), self._hidden, name="hidden-details"
        )
        self.put(self._meaning, self.level, self._history, self._unnamed)
        self.put_layout(row(self.access_button))
        self.put(self._children, Label(_stopped(), "soft"))
        self.put_layout(row(self.add_button))
        self.put(self.row, self._fold)
        self._presenter = ProtectionPresenter(self, around)
        self.level.serve(self._presenter.level)
        self.serve_rows(self._presenter, self._hidden)
        self.access_button.clicked.connect(self._to_access)
        self._hidden.ending.connect(self._end)
        self._children.chosen.connect(self._to_child)

    def show_protection(self, vm: ProtectionVm) -> None:
        self._meaning.setText(vm.meaning)
        self._meaning.setVisible(bool(vm.meaning))
        self.level.form.offer("who_may_see", vm.colleagues)
        told = _("Has access without being named: {who}.").format(who=vm.unnamed)
        self._unnamed.setText(told)
        self._unnamed.setVisible(bool(vm.unnamed))
        self.access_button.setVisible(bool(vm.unnamed))
        self._children.show_children(vm.children)
        is_open = self._fold.button.is_open()
        self._hidden.show_records(vm.hidden, end=_("It holds no longer…"))
        self._hidden.setVisible(is_open and bool(vm.hidden))
        self._fold.setVisible(bool(vm.hidden))
        self._history.show_versions(vm.versions)
        self.page.order_tab()

    def _end(self, record: str) -> None:
        self.page.flush()
        self._presenter.end(RecordId(record))

    def _to_access(self) -> None:
        self.page.flush()
        self._presenter.to_access()

    def _to_child(self, case: str) -> None:
        self.page.flush()
        self._presenter.to_child(CaseId(case))


class _Children(QWidget):
    """A way to each child's own akt: a level is never copied.

    Signals:
        chosen: the akt to go to.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._box = column(gap=UNIT)
        self.setLayout(self._box)
        self._shown: list[QWidget] = []

    def show_children(self, children: Sequence[ChildVm]) -> None:
        while self._shown:
            old = self._shown.pop()
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        if children:
            self._put(
                Label(_("Each child has a case file and a level of its own: state it there."))
            )
        for child in children:
            words = _("To case file {number}").format(number=child.number)
            button = Button(words, "secondary", icon="folder", name=f"child-{child.number}")
            button.setProperty("case", child.case)
            button.clicked.connect(self._choose)
            line = QWidget()
            line.setLayout(row(button))
            self._put(line)
        self.setHidden(not children)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chosen.emit(str(button.property("case")))

    def _put(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self._box.addWidget(widget)


def _stopped() -> str:
    return _(
        "What is written here stands on no paper, in no bundle, list or search. Where the same "
        "words stand in a text, that text is stopped before it leaves."
    )
