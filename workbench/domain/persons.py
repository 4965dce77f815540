# SPDX-License-Identifier: EUPL-1.2
"""The people around the one whom an akt is about, their links, and what each of them says.

Nobody is counted, summed or ranked. A collective is one of them: that several use violence
together, with who decides, who carries out and who protects said on the links to it.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from workbench.domain.ids import RecordId
from workbench.domain.subject import Nature

PersonPart = Literal["victim", "child", "perpetrator", "collective", "protector", "other"]
PERSON_PARTS: tuple[PersonPart, ...] = get_args(PersonPart)
CollectiveRole = Literal["", "decides", "carries-out", "protects"]
COLLECTIVE_ROLES: tuple[CollectiveRole, ...] = ("decides", "carries-out", "protects")


@dataclass(frozen=True, slots=True)
class Person:
    """One of the people, or a collective. `relation` is to the one whom the akt is about.

    `where` is a place in words, never an address; `influence` what they can bring about.
    """

    name: str
    part: PersonPart
    relation: str = ""
    where: str = ""
    influence: str = ""
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PersonLink:
    """How two of them belong together. `role`: what `one` does in `other`, a collective."""

    one: RecordId
    other: RecordId
    link: str
    role: CollectiveRole = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one of them says about something: the own account, kept apart from the others'.

    `topic` is what it is about, in words: accounts on one topic stand side by side. `stated_to`:
    who heard it; `source` where it stands.
    """

    person: RecordId
    topic: str
    text: str
    stated_on: str = ""
    stated_to: str = ""
    nature: Nature = ""
    source: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """That a person read accounts side by side and saw that they do not agree; in what.

    The program never compares what is said. `settled`: what it was found to be, "" while open.
    """

    topic: str
    statements: tuple[RecordId, ...]
    differs_in: str
    settled: str = ""
    reason: str = ""
