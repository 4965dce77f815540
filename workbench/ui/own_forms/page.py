# SPDX-License-Identifier: EUPL-1.2
"""Own forms on screen: those in use, and the one that is being written."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.instruments.own_form_drafts import LineKind, Shape
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, FormRow, column
from workbench.ui.kit.fields import DateField, LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.own_forms.line_row import LineRow
from workbench.ui.own_forms.presenter import OwnFormsPresenter, OwnFormsView
from workbench.ui.own_forms.vms import EditorVm, InUseVm, LineVm, OwnFormsVm, kind_words
from workbench.words import _

SHAPES: tuple[Shape, ...] = ("questions", "worksheet")


class OwnFormsPage(Page):
    """An `OwnFormsView`."""

    def __init__(self, make: Callable[[OwnFormsView], OwnFormsPresenter]) -> None:
        super().__init__(
            _("Own forms"),
            _("Questions of your own. No points, no level, no limit."),
            back=_("To the instruments"),
        )
        self._mark = Banner(closes=False)
        self._in_use = Card(_("In use"), _("Open one to write another version of it."))
        self._rows = Rows(_("In use"))
        self._none = EmptyBlock("assessment", _("No own forms yet"), _("Begin with a new form."))
        self._withdrawing, self._ways = QWidget(), WrapLayout(gap=UNIT)
        self._withdrawing.setLayout(self._ways)
        self._in_use.add(self._rows, self._withdrawing, self._none)
        self.new_button = Button(_("New form"), "primary", name="new-form")
        self.sheet_button = Button(_("New worksheet"), "secondary", name="new-worksheet")
        self._new = _holding(self.new_button, self.sheet_button)
        self._editor = Card(_("A new form"))
        self.title_field, self.owner_field = LineField(name="title"), LineField(name="owner")
        self.day_field = DateField(name="day")
        self.columns_field = LineField(_("Now; Before"), name="columns")
        self._lines = column(gap=2 * UNIT)
        self._adding: dict[Shape, list[Button]] = {shape: [] for shape in SHAPES}
        self.lacks = Label(kind="strong")
        self.lacks.setObjectName("lacks")
        self._fill_editor()
        self.add(self._mark, self._editor, self._new, self._in_use)
        self.use_button = Button(_("Take into use"), "primary", name="use")
        self.discard_button = Button(_("Throw away"), "quiet", name="discard")
        self._foot = _foot(self.discard_button, self.use_button)
        self.add_below(self._foot)
        self._goes_to = ""
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.open()

    def show_forms(self, vm: OwnFormsVm) -> None:
        self._mark.say(
            _("Always marked: {mark}").format(mark=vm.mark),
            _(
                "On every screen and paper. Take nothing from a protected instrument without "
                "its owner's licence."
            ),
        )
        self._rows.show_rows(
            [RowVm(each.key, each.title, each.caption, "assessment", "") for each in vm.in_use]
        )
        self._rows.setVisible(bool(vm.in_use))
        self._show_withdrawing([each for each in vm.in_use if not each.is_withdrawn])
        self._none.setVisible(not vm.in_use)
        is_begun = vm.editor is not None and self._editor.isHidden()
        is_ended = vm.editor is None and not self._editor.isHidden()
        self._new.setVisible(vm.editor is None)
        for part in (self._editor, self._foot):
            part.setVisible(vm.editor is not None)
        if vm.editor is not None:
            self._show_editor(vm.editor)
        self.order_tab()
        if is_begun:
            self.title_field.setFocus()  # what was pressed is gone
        elif is_ended and self.isVisible():
            self.new_button.setFocus()
        elif self._goes_to:
            self._go_on()

    def show_lacks(self, text: str) -> None:
        self.lacks.setText(text)
        self.lacks.setVisible(bool(text))

    def _show_withdrawing(self, in_use: list[InUseVm]) -> None:
        """A button a version that can be withdrawn, under the list."""
        for old in self._withdrawing.findChildren(Button):
            old.hide()
            old.setParent(None)
            old.deleteLater()
        for number, each in enumerate(in_use, start=1):
            text = _("Withdraw {form}…").format(form=each.title.partition(" (")[0])
            button = Button(text, "quiet", name=f"withdraw-{number}")
            button.setAccessibleDescription(each.caption)
            button.clicked.connect(lambda _on=False, key=each.key: self._presenter.withdraw(key))
            self._ways.addWidget(button)
            button.show()
        self._withdrawing.setVisible(bool(in_use))

    def _show_editor(self, vm: EditorVm) -> None:
        self._editor.heading.setText(vm.heading)
        self.title_field.show_text(vm.title)
        self.owner_field.show_text(vm.owner)
        self.day_field.show_text(vm.made_on)
        self.columns_field.show_text(vm.columns)
        self._columns.setVisible(vm.shape == "worksheet")
        for shape, buttons in self._adding.items():
            for button in buttons:
                button.setVisible(shape == vm.shape)
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, line in enumerate(vm.lines):
            self._add_line(at, line, vm.shape)
        self.show_lacks(vm.lacks)

    def _add_line(self, at: int, vm: LineVm, shape: Shape) -> None:
        told, shown = self._presenter, LineRow(at + 1, vm, shape)
        shown.changed.connect(lambda line: self._changed(at, vm, line))
        shown.moved.connect(lambda by: self._done(lambda: told.move(at, by), self._moved(at, by)))
        shown.removed.connect(lambda: self._done(lambda: told.remove(at), f"line-words-{at or 1}"))
        self._lines.addWidget(shown)
        shown.show()

    def _changed(self, at: int, old: LineVm, line: LineVm) -> None:
        if line.kind != old.kind:
            self._goes_to = f"line-kind-{at + 1}"
        self._presenter.write_line(at, line)

    def _moved(self, at: int, by: int) -> str:
        """The same button of the line that was moved, so that it can be moved again."""
        place = min(max(at + by, 0), self._lines.count() - 1) + 1
        return f"line-{'up' if by < 0 else 'down'}-{place}"

    def _done(self, act: Callable[[], None], goes_to: str = "") -> None:
        """What is half typed belongs to the lines as they stand now."""
        self.flush()
        self._goes_to = goes_to
        act()

    def _go_on(self) -> None:
        """The lines are laid anew: the keyboard is where the person was, or at what was added."""
        for at in range(self._lines.count()):
            item = self._lines.itemAt(at)
            shown = None if item is None else item.widget()
            if shown is not None and (found := shown.findChild(QWidget, self._goes_to)):
                found.setFocus(Qt.FocusReason.TabFocusReason)
                self.reveal(found)
        self._goes_to = ""

    def _fill_editor(self) -> None:
        self._editor.add(FormRow(_("Name of the form"), self.title_field))
        self._editor.add(FormRow(_("Who answers for it"), self.owner_field))
        self._editor.add(FormRow(_("Date of the form"), self.day_field))
        self._columns = FormRow(
            _("For which times are the factors coded? With a semicolon between"),
            self.columns_field,
            _("The factors are coded J, D, N or -- for each. Nothing is added up."),
        )
        self._editor.add(self._columns)
        self._editor.add_layout(self._lines)
        ways = WrapLayout(gap=UNIT)
        for shape in SHAPES:
            for kind, words in kind_words(shape):
                self._add_way(ways, shape, kind, words)
        self._editor.add_layout(ways)
        self._editor.add(self.lacks)

    def _add_way(self, ways: WrapLayout, shape: Shape, kind: LineKind, words: str) -> None:
        name = f"add-{kind}" if shape == "questions" else f"add-{shape}-{kind}"
        button = Button(_("Add: {what}").format(what=words), "secondary", name=name)
        button.clicked.connect(
            lambda: self._done(
                lambda: self._presenter.add(kind), f"line-words-{self._lines.count() + 1}"
            )
        )
        ways.addWidget(button)
        self._adding[shape].append(button)

    def _connect(self) -> None:
        told = self._presenter
        self.header.back.connect(lambda: self._done(told.leave))
        self.new_button.clicked.connect(lambda: told.begin("questions"))
        self.sheet_button.clicked.connect(lambda: told.begin("worksheet"))
        self._rows.opened.connect(told.begin_again)
        self.title_field.typed.connect(lambda text: told.write_head("title", text))
        self.owner_field.typed.connect(lambda text: told.write_head("owner", text))
        self.day_field.typed.connect(lambda text: told.write_head("made_on", text))
        self.columns_field.typed.connect(lambda text: told.write_head("columns", text))
        self.use_button.clicked.connect(lambda: self._done(told.take_into_use))
        self.discard_button.clicked.connect(lambda: self._done(told.discard))


def _holding(*buttons: Button) -> QWidget:
    """Buttons beside each other, on more rows where there is no room."""
    held, line = QWidget(), WrapLayout(gap=UNIT)
    for button in buttons:
        line.addWidget(button)
    held.setLayout(line)
    return held


def _foot(*buttons: Button) -> QWidget:
    foot = QWidget()
    line = QHBoxLayout(foot)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(UNIT)
    line.addStretch(1)
    for button in buttons:
        line.addWidget(button)
    return foot
