# SPDX-License-Identifier: EUPL-1.2
"""Which modules of the library concern the person: ticks and back. None is chosen by itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.plans import PlanModules
from workbench.services.loop import chosen_modules, safety_planning
from workbench.services.loop.plan_library import DamagedLibraryError, Library, read_library
from workbench.services.records.akt import Akt
from workbench.ui.writing.fields import TICKED, FieldVm
from workbench.ui.writing.spec import Spec, Values
from workbench.words import _, language


@dataclass(frozen=True, slots=True)
class ModuleVm:
    """One module: its name, what to keep in mind, and whether it was chosen."""

    id: str
    title: str
    warnings: tuple[str, ...]
    is_chosen: bool


def shipped_library() -> Library:
    """A list that cannot be read stops no plan: own points can be written all the same."""
    try:
        return read_library(language())
    except DamagedLibraryError:
        return Library((), ())


def module_fields(library: Library) -> tuple[FieldVm, ...]:
    """One tick for each module of the library; the page shows those that can be chosen here."""
    return tuple(FieldVm(each.id, each.title, "tick") for each in library.modules)


def modules_told(akt: Akt, library: Library) -> tuple[ModuleVm, ...]:
    """The modules that can be chosen in this akt."""
    chosen = chosen_modules.chosen_in(akt)
    return tuple(
        ModuleVm(each.id, each.title, each.notices, each.id in chosen)
        for each in chosen_modules.choosable_in(akt, library)
    )


def modules_spec(ids: Iterable[str]) -> Spec[PlanModules]:
    """How the choice is written."""
    known = tuple(ids)

    def build(values: Values) -> PlanModules:
        return PlanModules(tuple(each for each in known if values.get(each) == TICKED))

    return Spec(PlanModules, _read, build, is_single=True, require=safety_planning.require_modules)


def chosen_words(modules: Iterable[ModuleVm]) -> str:
    """Those that were chosen, by name."""
    names = ", ".join(each.title for each in modules if each.is_chosen)
    return _("Chosen: {names}").format(names=names) if names else _("Nothing is chosen.")


def _read(modules: PlanModules) -> Values:
    return dict.fromkeys(modules.chosen, TICKED)
