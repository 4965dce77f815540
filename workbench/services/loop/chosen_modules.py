# SPDX-License-Identifier: EUPL-1.2
"""What makes this person's situation special: modules of the library, switched on by a person.

The one register of them: the plans offer their points, and pages show their warnings. Nothing is
chosen, and nothing is filled in, by the program.
"""

from dataclasses import dataclass

from workbench.domain.plans import PlanModules
from workbench.services.loop.plan_library import Library, LibrarySection
from workbench.services.person.whom import subject_of
from workbench.services.records.akt import Akt


@dataclass(frozen=True, slots=True)
class Warned:
    """A chosen module and what to keep in mind with it."""

    module: str
    title: str
    warnings: tuple[str, ...]


def chosen_in(akt: Akt) -> tuple[str, ...]:
    """The modules that were chosen for this akt, by their ids."""
    found = akt.all(PlanModules)
    return found[-1].value.chosen if found else ()


def choosable_in(akt: Akt, library: Library) -> tuple[LibrarySection, ...]:
    """The modules that can be chosen here."""
    role = subject_of(akt).role
    return tuple(each for each in library.modules if role in each.roles)


def warnings_in(akt: Akt, library: Library) -> tuple[Warned, ...]:
    """The chosen modules with their warnings, in the order of the library."""
    chosen = chosen_in(akt)
    return tuple(
        Warned(each.id, each.title, each.notices)
        for each in choosable_in(akt, library)
        if each.id in chosen
    )
