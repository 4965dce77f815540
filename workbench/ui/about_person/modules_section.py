# SPDX-License-Identifier: EUPL-1.2
"""What makes the person's situation special, on screen: what to keep in mind, then the ticks."""

from workbench.ui.about_person.modules_presenter import ModulesPresenter, fields
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.section import Section
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.plan_items.modules import ModuleVm
from workbench.ui.plan_items.modules_card import Warnings
from workbench.ui.writing.panel import WritingPanel
from workbench.words import _


class ModulesSection(Section):
    """A `ModulesView`."""

    def __init__(self, page: Page, around: Around) -> None:
        super().__init__(page, "modules", _("What concerns this person"))
        told = _("What is chosen is kept in mind here and offers its points in the plans.")
        self._names = tuple(field.name for field in fields())
        self._warnings = Warnings()
        self.choices = WritingPanel(page, _("Choose what applies"), fields())
        self.put(Label(told), self._warnings, self.choices)
        self._presenter = ModulesPresenter(self, around)
        self.choices.serve(self._presenter.choices)

    def begin(self) -> None:
        self._presenter.resume()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_modules(self, modules: tuple[ModuleVm, ...]) -> None:
        here = {each.id for each in modules}
        for name in self._names:
            self.choices.form.show_field(name, shown=name in here)
        self._warnings.show_modules(modules)

    def show_changed(self) -> None:
        self.changed.emit()
