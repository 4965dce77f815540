# SPDX-License-Identifier: EUPL-1.2
"""What of the library is offered in an akt, and what is worth a thought for its scenarios.

Nothing here is entered: a person takes a point up and words it, or does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.plans import PlanItem, PlanOwner
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import SubjectRole
from workbench.services.loop.chosen_modules import chosen_in
from workbench.services.loop.plan_library import Library, LibraryPoint, LibrarySection
from workbench.services.person.whom import subject_of
from workbench.services.records.akt import Akt


@dataclass(frozen=True, slots=True)
class Offer:
    """A point, the scenarios for which it is worth a thought, and whether the plan has it."""

    point: LibraryPoint
    scenarios: tuple[RecordId, ...]
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class OfferedSection:
    """A section of the library with what it offers to one plan."""

    section: LibrarySection
    offers: tuple[Offer, ...]


def role_of(akt: Akt) -> SubjectRole:
    """Whom the akt is about: what is offered follows from it."""
    return subject_of(akt).role


def offered(akt: Akt, library: Library, owner: PlanOwner) -> tuple[OfferedSection, ...]:
    """Section by section what one of the two plans can be built from, the child's own first."""
    chosen = {each.value.section for each in akt.all(PlanItem)}
    tags = tuple(_tags(akt))
    found = (
        OfferedSection(section, tuple(_offers(section, owner, tags, chosen)))
        for section in _shown(akt, library)
    )
    return tuple(each for each in found if each.offers)


def _shown(akt: Akt, library: Library) -> list[LibrarySection]:
    role, modules = role_of(akt), chosen_in(akt)
    here = [
        each
        for each in library.sections
        if role in each.roles and (not each.is_module or each.id in modules)
    ]
    return sorted(here, key=lambda each: each.roles != (role,) or role != "child")


def _offers(
    section: LibrarySection,
    owner: PlanOwner,
    tags: tuple[tuple[RecordId, frozenset[str]], ...],
    chosen: set[str],
) -> Iterator[Offer]:
    for point in section.points:
        if point.owner == owner:
            answered = tuple(record for record, of in tags if of & point.answers)
            yield Offer(point, answered, point.id in chosen)


def _tags(akt: Akt) -> Iterator[tuple[RecordId, frozenset[str]]]:
    """What each scenario rests on (kinds of violence) and the turn it may take."""
    for each in akt.all(Scenario):
        rests = (akt.find(Incident, record) for record in each.value.incidents)
        kinds = {found.value.kind for found in rests if found is not None}
        yield each.record, frozenset({*kinds, each.value.turn} - {""})
