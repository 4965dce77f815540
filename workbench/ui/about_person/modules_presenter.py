# SPDX-License-Identifier: EUPL-1.2
"""What makes the person's situation special: chosen here or in a plan, in one register."""

from typing import Protocol

from workbench.domain.plans import PlanModules
from workbench.services.changes import Changes
from workbench.ui.about_person.presenter import Around
from workbench.ui.plan_items.modules import (
    ModuleVm,
    chosen_words,
    module_fields,
    modules_spec,
    modules_told,
    shipped_library,
)
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.writing import Writing


class ModulesView(Protocol):
    """What the section must be able to show."""

    @property
    def choices(self) -> WritingView: ...

    def show_modules(self, modules: tuple[ModuleVm, ...]) -> None: ...

    def tell(self, line: str) -> None: ...

    def show_changed(self) -> None:
        """Something was entered that others tell of too."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class ModulesPresenter:
    """Decides what the section shows."""

    def __init__(self, view: ModulesView, around: Around) -> None:
        self._view, self._around = view, around
        self._library = shipped_library()
        self.choices: Writing[PlanModules] = Writing(
            around.case,
            modules_spec(each.id for each in self._library.modules),
            view.choices,
            around.asks,
            entered=self._entered,
            discarded=self.resume,
        )

    def resume(self) -> None:
        """Lay the choice open as it stands, with what was left unentered."""
        self.choices.begin()

    def refresh(self) -> None:
        library = self._library
        self._around.case.run(
            lambda akt: modules_told(akt, library),
            done=self._show,
            failed=self._view.show_problem,
        )

    def _entered(self, _changes: Changes) -> None:
        self.resume()
        self._view.show_changed()

    def _show(self, modules: tuple[ModuleVm, ...]) -> None:
        self._view.show_modules(modules)
        self._view.tell(chosen_words(modules))


def fields() -> tuple[FieldVm, ...]:
    """One tick for each module."""
    return module_fields(shipped_library())
