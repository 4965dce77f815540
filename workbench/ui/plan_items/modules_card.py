# SPDX-License-Identifier: EUPL-1.2
"""What concerns the person: modules that were chosen, what to keep in mind, and the ticks."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.plan_items.modules import ModuleVm, chosen_words
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.fold import FoldButton
from workbench.ui.writing.panel import WritingPanel
from workbench.words import _


class Warnings(QWidget):
    """What to keep in mind with the modules that were chosen, a line each."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(gap=UNIT // 2)
        self._shown: list[QWidget] = []
        self.setLayout(self._lines)

    def show_modules(self, modules: Sequence[ModuleVm]) -> None:
        while self._shown:
            old = self._shown.pop()
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        for each in modules:
            for warning in each.warnings if each.is_chosen else ():
                line = Label(_("{which}: {what}").format(which=each.title, what=warning), "soft")
                self._shown.append(line)
                self._lines.addWidget(line)
        self.setHidden(not self._shown)


class ModulesCard(Card):
    """Folded until somebody wants to choose. Nothing is chosen by the program."""

    def __init__(self, page: Page, fields: Sequence[FieldVm]) -> None:
        super().__init__(
            _("What concerns this person"),
            _("Each adds points to the list and things to keep in mind. Choose what applies."),
        )
        self._names = tuple(field.name for field in fields)
        self.panel = WritingPanel(page, _("Choose what applies"), fields)
        self.fold = FoldButton(_("Hide the choices"), _("Choose"), self.panel, name="modules")
        self._said = Label()
        self._warnings = Warnings()
        self.add_action(self.fold)
        self.add(self._said, self._warnings, self.panel)

    def show_modules(self, modules: Sequence[ModuleVm]) -> None:
        """What was chosen, what to keep in mind with it, and what can be chosen here."""
        here = {each.id for each in modules}
        for name in self._names:
            self.panel.form.show_field(name, shown=name in here)
        self.setVisible(bool(modules))
        self._said.setText(chosen_words(modules))
        self._warnings.show_modules(modules)
