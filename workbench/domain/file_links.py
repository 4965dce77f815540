# SPDX-License-Identifier: EUPL-1.2
"""Two akter belong together: a record in each, that names the other akt in neither.

Both records carry the same random mark. Which akt it leads to is found only by who has the keys of
both; one of them alone tells that somebody belongs together with somebody, and no more.
"""

from dataclasses import dataclass
from typing import Literal, get_args

Relation = Literal[
    "parent",
    "child",
    "sibling",
    "partner",
    "relative",
    "came-together",
    "perpetrator",
    "exposed",
    "other",
]
"""What the person of the other akt is to the one whom this akt is about."""
RELATIONS: tuple[Relation, ...] = get_args(Relation)
KINDS = frozenset({"file_link", "arrived_together"})
"""No list, search or paper has these records: the page of the links alone tells of them."""
_OTHER_WAY: dict[Relation, Relation] = {
    "parent": "child",
    "child": "parent",
    "perpetrator": "exposed",
    "exposed": "perpetrator",
}


@dataclass(frozen=True, slots=True)
class FileLink:
    """`link` is the mark; `is_hidden` in either akt hides it in both. `reason`: why it changed."""

    link: str
    relation: Relation
    is_hidden: bool = False
    reason: str = ""


def other_way(relation: Relation) -> Relation:
    """The same seen from the other akt."""
    return _OTHER_WAY.get(relation, relation)
