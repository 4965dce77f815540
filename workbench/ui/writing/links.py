# SPDX-License-Identifier: EUPL-1.2
"""Several of a long list: chosen one at a time, each shown on a line with a way to take it away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row
from workbench.ui.kit.labels import Label
from workbench.ui.writing.fields import OptionVm
from workbench.words import _


class LinksField(QWidget):
    """Its text is the codes that are chosen, with a space between them.

    Signals:
        typed: the whole text.
    """

    typed = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self._options: tuple[OptionVm, ...] = ()
        self._chosen: list[str] = []
        self.list = _Patient()
        self.list.setAccessibleName(label)
        self.list.activated.connect(self._add)
        self.setFocusProxy(self.list)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that whoever orders Tab moves it too
        self._lines = column(gap=0)
        holder = QWidget()
        holder.setLayout(self._lines)
        self.setLayout(column(self.list, holder, gap=2))
        self._show()

    def setObjectName(self, name: str) -> None:  # noqa: N802  Qt's name
        super().setObjectName(name)
        self.list.setObjectName(f"{name}-list")

    def setAccessibleName(self, name: str) -> None:  # noqa: N802  Qt's name
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)

    def offer(self, options: Sequence[OptionVm]) -> None:
        """What there is to choose from; what was chosen stays, also when it is not among them."""
        self._options = tuple(options)
        self._show()

    def show_text(self, text: str) -> None:
        self._chosen = text.split()
        self._show()

    def text(self) -> str:
        return " ".join(self._chosen)

    def _add(self, _at: int) -> None:
        code = str(self.list.currentData() or "")
        if code and code not in self._chosen:
            self._chosen.append(code)
            self._show()
            self.typed.emit(self.text())

    def _drop(self, code: str) -> None:
        self._chosen.remove(code)
        self._show()
        self.list.setFocus()
        self.typed.emit(self.text())

    def _show(self) -> None:
        labels = {option.code: option.label for option in self._options}
        self.list.clear()
        self.list.addItem(_("Choose…"), "")
        for option in self._options:
            if option.code not in self._chosen:
                self.list.addItem(option.label, option.code)
        self.list.setEnabled(bool(self._options))
        self._clear()
        before: QWidget = self.list
        for code in self._chosen:
            drop = self._put(code, labels.get(code, _("Not shown here")))
            QWidget.setTabOrder(before, drop)
            before = drop

    def _put(self, code: str, label: str) -> Button:
        drop = Button(_("Take away"), "quiet", name=f"drop-{code}")
        drop.setAccessibleName(_("{do}: {which}").format(do=drop.text(), which=label))
        drop.clicked.connect(lambda: self._drop(code))
        line = row(Label(label), drop, ends=False)
        line.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(line)
        self._lines.addWidget(holder)
        holder.show()
        return drop

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()


class _Patient(QComboBox):
    """Arrows and letters open the list, where they walk: none of them chooses. Nor does the wheel.

    Long lines make no wide window.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_F4)
        is_held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in opens or (event.text().strip() and not is_held):
            self.showPopup()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
