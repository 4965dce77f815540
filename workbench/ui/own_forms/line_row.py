# SPDX-License-Identifier: EUPL-1.2
"""One line of a form in the editor: what sort it is, its words, its choices, its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.instruments.own_form_drafts import CHOOSING, Shape
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import FormRow, column, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.theme import UNIT
from workbench.ui.own_forms.vms import LineVm, kind_words
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.form import ListField
from workbench.words import _

_KIND = 34 * UNIT


class LineRow(QWidget):
    """A heading, a question, a factor or a conclusion.

    Signals:
        changed: the line as it stands now.
        moved: -1 up, 1 down.
        removed: it is to go.
    """

    changed = Signal(LineVm)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, number: int, vm: LineVm, shape: Shape) -> None:
        super().__init__()
        self._kind, self._shape = vm.kind, shape
        self.kind = ListField([OptionVm(code, words) for code, words in kind_words(shape)])
        self.kind.show_text(vm.kind)
        self.kind.setObjectName(f"line-kind-{number}")
        self.kind.setAccessibleName(_("Line {n}: sort").format(n=number))
        self.kind.setMaximumWidth(_KIND)
        self.words = LineField(name=f"line-words-{number}")
        self.words.show_text(vm.words)
        self.choices = LineField(_("Yes; Partly; No"), name=f"line-choices-{number}")
        self.choices.show_text(vm.choices)
        self.only_if = LineField(_("Always"), name=f"line-only-if-{number}")
        self.only_if.show_text(vm.only_if)
        self._lay_out(number, vm)
        self.kind.typed.connect(self._turned)
        self.words.typed.connect(self._tell)
        self.choices.typed.connect(self._tell)
        self.only_if.typed.connect(self._tell)

    def _lay_out(self, number: int, vm: LineVm) -> None:
        box = column(gap=UNIT // 2)
        box.addWidget(FormRow(self._label().format(n=number), self.words))
        if vm.kind in CHOOSING:
            box.addWidget(FormRow(_("Choices, with a semicolon between"), self.choices))
        else:
            self.choices.hide()
        if vm.kind != "section" and number > 1 and self._shape == "questions":
            box.addWidget(FormRow(_("Asked only when the answer above it is"), self.only_if))
        else:
            self.only_if.hide()
        up = Button(_("Up"), "quiet", icon="up", name=f"line-up-{number}")
        down = Button(_("Down"), "quiet", icon="down", name=f"line-down-{number}")
        away = Button(_("Take away"), "quiet", name=f"line-away-{number}")
        for button in (up, down, away):
            button.setAccessibleName(f"{button.text()} {number}")
        up.clicked.connect(lambda: self.moved.emit(-1))
        down.clicked.connect(lambda: self.moved.emit(1))
        away.clicked.connect(self.removed)
        box.addLayout(row(self.kind, up, down, away))
        self.setLayout(box)

    def _label(self) -> str:
        if self._kind == "section":
            return _("Heading {n}")
        if self._kind == "factor":
            return _("Factor on line {n}")
        is_asked = self._shape == "questions"
        return _("Question on line {n}") if is_asked else _("Conclusion on line {n}")

    def _turned(self, kind: str) -> None:
        kinds = (code for code, _words in kind_words(self._shape))
        self._kind = next((code for code in kinds if code == kind), self._kind)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(
            LineVm(self._kind, self.words.text(), self.choices.text(), self.only_if.text())
        )
