# SPDX-License-Identifier: EUPL-1.2
"""People, their links, and their accounts side by side. Nothing that is said is compared here."""

from dataclasses import dataclass
from typing import ClassVar

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.persons import PERSON_PARTS, Disagreement, Person, PersonLink, Statement
from workbench.services.records.akt import Akt, Recorded


class UnknownPersonError(WorkbenchError):
    """Something was to be said of a person, or of an account, that this akt does not have."""

    code: ClassVar[str] = "PERSON-001"


class LinkToSelfError(WorkbenchError):
    """Somebody was to be linked to themselves."""

    code: ClassVar[str] = "PERSON-002"


class NoCollectiveError(WorkbenchError):
    """A part in a collective was given on a link to somebody who is none."""

    code: ClassVar[str] = "PERSON-003"


class OneAccountError(WorkbenchError):
    """A disagreement needs two accounts on its topic."""

    code: ClassVar[str] = "PERSON-004"


@dataclass(frozen=True, slots=True)
class Topic:
    """What several said about one thing, by person in the order of the people."""

    topic: str
    statements: tuple[Recorded[Statement], ...]
    disagreements: tuple[Recorded[Disagreement], ...]


def people(akt: Akt) -> tuple[Recorded[Person], ...]:
    """By their part, then in the order in which they were entered: an order of reading, no rank."""
    order = {part: at for at, part in enumerate(PERSON_PARTS)}
    return tuple(sorted(akt.all(Person), key=lambda each: order[each.value.part]))


def links(akt: Akt) -> tuple[Recorded[PersonLink], ...]:
    """All of them; a link of which one end was withdrawn is left out."""
    known = {each.record for each in akt.all(Person)}
    found = akt.all(PersonLink)
    return tuple(each for each in found if known.issuperset((each.value.one, each.value.other)))


def links_of(akt: Akt, person: RecordId) -> tuple[Recorded[PersonLink], ...]:
    """Those that a person is at one end of."""
    return tuple(each for each in links(akt) if person in (each.value.one, each.value.other))


def side_by_side(akt: Akt) -> tuple[Topic, ...]:
    """Every topic that a person wrote, as it was spelled first, with who said what about it."""
    order = {each.record: at for at, each in enumerate(people(akt))}
    found: dict[str, list[Recorded[Statement]]] = {}
    for each in akt.all(Statement):
        found.setdefault(_alike(each.value.topic), []).append(each)
    seen = akt.all(Disagreement)
    return tuple(
        Topic(
            said[0].value.topic.strip(),
            tuple(sorted(said, key=lambda each: order.get(each.value.person, len(order)))),
            tuple(each for each in seen if _alike(each.value.topic) == topic),
        )
        for topic, said in found.items()
    )


def require_link(akt: Akt, link: PersonLink) -> None:
    """Raises UnknownPersonError, LinkToSelfError, NoCollectiveError. Circles are allowed."""
    if link.one == link.other:
        raise LinkToSelfError
    one, other = akt.find(Person, link.one), akt.find(Person, link.other)
    if one is None or other is None:
        raise UnknownPersonError
    if link.role and other.value.part != "collective":
        raise NoCollectiveError


def require_statement(akt: Akt, statement: Statement) -> None:
    """Raises UnknownPersonError."""
    if akt.find(Person, statement.person) is None:
        raise UnknownPersonError


def require_disagreement(akt: Akt, disagreement: Disagreement) -> None:
    """Raises UnknownPersonError, OneAccountError."""
    found = [akt.find(Statement, each) for each in dict.fromkeys(disagreement.statements)]
    said = [each.value for each in found if each is not None]
    if len(said) != len(found):
        raise UnknownPersonError
    if any(_alike(each.topic) != _alike(disagreement.topic) for each in said):
        raise OneAccountError
    if len(said) < 2:  # noqa: PLR2004  it takes two to disagree
        raise OneAccountError


def _alike(topic: str) -> str:
    """One topic however many blanks and capitals it was written with."""
    return " ".join(topic.split()).casefold()
