# SPDX-License-Identifier: EUPL-1.2
"""The documents are values: nothing in them can change, decide, or say where someone lives."""

import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date, datetime

import pytest

from workbench.services import documents

PLAIN = {str, int, bool, date, datetime, type(None)}
PARTS = [
    part
    for part in (getattr(documents, name) for name in documents.__all__)
    if isinstance(part, type) and is_dataclass(part)
]


def leaves(hint: object) -> set[object]:
    """The types at the bottom of an annotation."""
    if typing.get_origin(hint) in (tuple, types.UnionType, typing.Union):
        inner = [one for one in typing.get_args(hint) if one is not Ellipsis]
        return set().union(*(leaves(one) for one in inner))
    return {hint}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_a_part_is_frozen_and_made_of_plain_values(part: type) -> None:
    assert part.__dataclass_params__.frozen
    for hint in typing.get_type_hints(part).values():
        assert leaves(hint) <= PLAIN | set(PARTS)


def test_no_part_has_a_field_for_where_someone_is() -> None:
    names = {one.name for part in PARTS for one in fields(part)}
    assert names
    assert not {
        n for n in names if any(w in n for w in ("address", "street", "place", "lives", "stay"))
    }
