# SPDX-License-Identifier: EUPL-1.2
"""Fields in the order in which they are read. Shows values, tells what was typed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.kit.cards import FormRow
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.fields import LineField, TextArea
from workbench.ui.kit.theme import UNIT
from workbench.ui.writing.beside import Beside
from workbench.ui.writing.fields import FieldVm, OptionVm
from workbench.ui.writing.links import LinksField
from workbench.ui.writing.tick import TickField
from workbench.words import _

_DAY_WIDTH = 18 * UNIT
_ELIDED = Qt.TextElideMode.ElideRight


class _Offered(Protocol):
    """What a list shows: a word, and the code that it stands for."""

    @property
    def code(self) -> str: ...

    @property
    def label(self) -> str: ...


class ListField(QComboBox):
    """One of many; nothing is chosen until a person chooses. The wheel does not choose.

    Signals:
        typed: the code that was chosen.
    """

    typed = Signal(str)

    def __init__(self, options: Sequence[OptionVm]) -> None:
        super().__init__()
        self.offer(options)
        self.activated.connect(lambda _at: self.typed.emit(str(self.currentData())))

    def offer(self, options: Iterable[_Offered]) -> None:
        """Other choices; nothing of them is chosen."""
        self.clear()
        self.addItem(_("Choose…"), "")
        for option in options:
            self.addItem(option.label, option.code)

    def show_text(self, code: str) -> None:
        self.setCurrentIndex(max(self.findData(code), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What has no room ends in an ellipsis; the style itself would cut it."""
        option, painter, style = QStyleOptionComboBox(), QStylePainter(self), self.style()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        painter.drawComplexControl(kind, option)
        room = style.subControlRect(kind, option, part, self).width() - UNIT
        shown = self.fontMetrics().elidedText(option.currentText, _ELIDED, room)
        option.currentText = shown
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ChoiceField(Choices):
    """A few choices in view, side by side; a key picks when the focus is among them.

    Signals:
        typed: the code that was chosen.
    """

    typed = Signal(str)

    def __init__(self, options: Sequence[OptionVm], name: str) -> None:
        shown = [ChoiceVm(o.code, o.label, o.key, is_quiet=True) for o in options]
        super().__init__(shown, name)
        self.chosen.connect(self.typed)
        self.listen_on(self)

    def show_text(self, code: str) -> None:
        self.show_chosen(code)


Field = LineField | TextArea | ListField | TickField | ChoiceField | LinksField


class WritingForm(QWidget):
    """A form over `FieldVm`s.

    Signals:
        typed: field name and its whole text.
    """

    typed = Signal(str, str)

    def __init__(self, fields: Sequence[FieldVm]) -> None:
        super().__init__()
        self._fields: dict[str, Field] = {}
        self._rows: dict[str, FormRow] = {}
        self._hints = {field.name: field.hint for field in fields}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * UNIT)
        for line in _lines(fields):
            self._add(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Values from outside; nothing is told for them."""
        for name, field in self._fields.items():
            field.show_text(values.get(name, ""))

    def show_hints(self, hints: Mapping[str, str]) -> None:
        """A doubt instead of the field's standing hint; "" brings that back."""
        for name, hint in hints.items():
            self._rows[name].say_hint(hint or self._hints[name])

    def field(self, name: str) -> QWidget:
        return self._fields[name]

    def offer(self, name: str, options: Sequence[OptionVm]) -> None:
        """What a field of kind `links` can be chosen from; without any it is not asked."""
        field = self._fields[name]
        if isinstance(field, LinksField):
            field.offer(options)
            self._rows[name].setVisible(bool(options) or bool(field.text()))

    def show_field(self, name: str, *, shown: bool) -> None:
        """A field that is asked for only sometimes (the reason of a correction)."""
        self._rows[name].setVisible(shown)

    def put_under(self, name: str, widget: QWidget) -> None:
        """`widget` right under the line of a field, where the eyes are."""
        line: QWidget | None = self._rows.get(name)
        while line is not None and self._box.indexOf(line) < 0:
            line = line.parentWidget()
        if line is not None:
            self._box.removeWidget(widget)
            self._box.insertWidget(self._box.indexOf(line) + 1, widget)

    def focus(self, name: str = "") -> None:
        """To a field, or to the first one that is asked for."""
        asked = (each for each, row in self._rows.items() if not row.isHidden())
        field = self._fields[name or next(asked)]
        if isinstance(field, ChoiceField):
            field.focus_first()
            return
        field.setFocus()
        if isinstance(field, TextArea):
            field.moveCursor(QTextCursor.MoveOperation.End)

    def _add(self, line: Sequence[FieldVm]) -> None:
        rows = [self._row(field) for field in line]
        stretches = [0 if field.kind in _FIXED else 1 for field in line]
        self._box.addWidget(rows[0] if len(rows) == 1 else Beside(rows, stretches))

    def _row(self, vm: FieldVm) -> FormRow:
        field = _field(vm)
        field.setObjectName(f"field-{vm.name}")
        self._fields[vm.name] = field
        field.typed.connect(lambda text, name=vm.name: self.typed.emit(name, text))
        row = FormRow(vm.label, field, vm.hint)
        row.label.setVisible(vm.kind != "tick")
        self._rows[vm.name] = row
        return row


_FIXED = frozenset({"day", "time"})


def _field(vm: FieldVm) -> Field:
    if vm.kind == "text":
        return TextArea(lines=vm.lines)
    if vm.kind == "choice":
        return ChoiceField(vm.options, vm.label)
    if vm.kind == "list":
        return ListField(vm.options)
    if vm.kind == "tick":
        return TickField(vm.label)
    if vm.kind == "links":
        return LinksField(vm.label)
    return _line(vm)


def _line(vm: FieldVm) -> LineField:
    line = LineField({"day": _("YYYY-MM-DD"), "time": _("HH:MM")}.get(vm.kind, ""))
    line.setAccessibleName(vm.label)
    if vm.kind in _FIXED:
        line.setFixedWidth(_DAY_WIDTH)
    return line


def _lines(fields: Sequence[FieldVm]) -> Iterator[list[FieldVm]]:
    """Short neighbours together, everything else on a line of its own."""
    line: list[FieldVm] = []
    for field in fields:
        if line and (field.starts_line or not (field.is_short and line[-1].is_short)):
            yield line
            line = []
        line.append(field)
    if line:
        yield line
