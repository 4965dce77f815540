# SPDX-License-Identifier: EUPL-1.2
"""Records under each other inside a section: to be corrected, and perhaps ended."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row
from workbench.ui.kit.theme import UNIT
from workbench.ui.writing.history import VersionVm
from workbench.ui.writing.record_list import RecordBlock
from workbench.ui.writing.records import RecordVm
from workbench.ui.writing.versions import versions_fold
from workbench.words import _


class Blocks(QWidget):
    """Without cards of their own: they stand in one already.

    Signals:
        correcting: the record that the person wants to correct.
        ending: the record that the person wants to end.
    """

    correcting = Signal(str)
    ending = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[QWidget] = []
        self._box = column(gap=UNIT)
        self.setLayout(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_records(self, records: Sequence[RecordVm], *, end: str = "") -> None:
        """These instead of the ones shown; `end` is the verb that ends one, "" for none."""
        while self._shown:
            old = self._shown.pop()
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        for vm in records:
            block = RecordBlock(vm, change=_("Correct"))
            block.correcting.connect(self.correcting)
            self._put(block)
            if end:
                line = QWidget()
                line.setLayout(row(self._end_button(vm, end)))
                self._put(line)
        self.setHidden(not records)

    def _put(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self._box.addWidget(widget)

    def _end_button(self, vm: RecordVm, words: str) -> Button:
        button = Button(words, "quiet", name=f"end-{vm.record}")
        button.setAccessibleName(_("{do}: {which}").format(do=words, which=vm.heading))
        button.setProperty("record", vm.record)
        button.clicked.connect(self._end)
        return button

    def _end(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.ending.emit(str(button.property("record")))


class Versions(QWidget):
    """The history of what a panel writes, folded; nothing where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._fold: QWidget | None = None
        self._box = column()
        self.setLayout(self._box)

    def show_versions(self, versions: Sequence[VersionVm]) -> None:
        """These instead of the ones shown."""
        if self._fold is not None:
            self._box.removeWidget(self._fold)
            self._fold.hide()
            self._fold.deleteLater()
            self._fold = None
        if versions:
            self._fold = versions_fold(versions)
            self._box.addWidget(self._fold)
        self.setHidden(not versions)
