# SPDX-License-Identifier: EUPL-1.2
"""An own rule on screen: points, levels, who answers for it, and who checks it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.own_rule.content_page import ContentPage
from workbench.ui.own_rule.level_grid import LevelGrid
from workbench.ui.own_rule.look_card import LookCard
from workbench.ui.own_rule.looking import LookVm
from workbench.ui.own_rule.parts_card import PartsCard, ReachesCard
from workbench.ui.own_rule.presenter import OwnRulePresenter, OwnRuleView, OwnRuleVm, PointsVm
from workbench.words import _

_NARROW = 9 * UNIT


class PointsCard(Card):
    """What each answer is worth, and the levels. Every field is typed, none is guessed.

    Signals:
        typed: the name of a field and what stands in it.
    """

    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(
            _("Points and levels on your form"),
            _("As they stand there. A minus is allowed. Leave the levels empty if there are none."),
        )
        self.fields: dict[str, LineField] = {}
        self._grid, levels = QGridLayout(), LevelGrid()
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(UNIT)
        levels.typed.connect(self.typed)
        self.fields |= levels.fields
        self.add_layout(self._grid).add(Label(_("Levels"), "strong"), levels)

    def show_questions(self, questions: Sequence[PointsVm]) -> None:
        if self._grid.count():
            return
        for at, question in enumerate(questions):
            self._grid.addWidget(Label(question.label), at, 0)
            for column, (name, answer) in enumerate(question.fields):
                said = Label(answer, "soft", wraps=False)
                self._grid.addWidget(said, at, 1 + 2 * column)
                called = _("{question}, {answer}: points").format(
                    question=question.label, answer=answer
                )
                self._grid.addWidget(self._field(name, called), at, 2 + 2 * column)

    def _field(self, name: str, called: str) -> LineField:
        field = LineField(name=name)
        field.setAccessibleName(called)
        field.setMaximumWidth(_NARROW)
        field.typed.connect(lambda text: self.typed.emit(name, text))
        self.fields[name] = field
        return field


class OwnRulePage(ContentPage):
    """An `OwnRuleView`."""

    def __init__(self, make: Callable[[OwnRuleView], OwnRulePresenter]) -> None:
        enter = Button(_("Enter the rule"), "primary", name="enter-own-rule")
        super().__init__(_("Your form's own points"), _("Who answers for the rule"), enter)
        self.points, self.parts, self.reaches = PointsCard(), PartsCard(), ReachesCard()
        self.look = LookCard()
        self.anew = Button(_("Write another rule in its place"), "secondary", name="write-anew")
        self._open = (self.points, self.parts, self.reaches, self.look, self.who)
        self.add(self.check, self.anew, *self._open)
        self._presenter = make(self)
        self._connect()

    def content(self) -> OwnRulePresenter:
        return self._presenter

    def show_rule(self, vm: OwnRuleVm) -> None:
        self.header.say(_("Your form's own points"), vm.title)
        self.check.show_check(vm.check)
        self.points.show_questions(vm.questions)
        for name, field in self.points.fields.items():
            field.show_text(vm.values.get(name, ""))
        self.parts.show_parts(vm.answers, vm.values)
        self.reaches.show_reaches(vm.answers, vm.values)
        self.form.show_values(vm.values)
        self._show_open(is_open=vm.is_open)
        self.order_tab()

    def _show_open(self, *, is_open: bool) -> None:
        """What was just entered is no longer typed at: its check is what comes next."""
        was_here = self.enter_button.hasFocus()
        for part in self._open:
            part.setVisible(is_open)
        self.anew.setVisible(not is_open)
        if not is_open:
            self.look.show_look(LookVm())
            if was_here:
                self.check.table.setFocus()

    def show_look(self, vm: LookVm) -> None:
        self.look.show_look(vm)
        self.reveal(self.look)

    def _connect(self) -> None:
        presenter = self._presenter
        self._serve(presenter)
        for fields in (self.points, self.parts, self.reaches):
            fields.typed.connect(presenter.typed)
        self.look.asked.connect(self._look)
        self.anew.clicked.connect(presenter.write_anew)
        self.enter_button.clicked.connect(self._enter)

    def _look(self) -> None:
        self.flush()
        self._presenter.look()

    def _enter(self) -> None:
        self.flush()
        self._presenter.enter()
