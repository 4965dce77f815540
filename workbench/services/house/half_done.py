# SPDX-License-Identifier: EUPL-1.2
"""What somebody has begun about the house and not entered: kept as it is typed, found again."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.ids import RecordId
from workbench.services.desk import Desk
from workbench.services.records import working
from workbench.services.records.working import Field

ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Begun:
    """Working material of one record to come, field by field."""

    kind: str
    record: RecordId
    values: Mapping[str, str]


def begun(desk: Desk, kind: str, about: str) -> Begun:
    """What was begun about this and not entered; a new one when nothing was."""
    for each in working.unentered(desk.house):
        if each.kind == kind:
            values = working.fields_of(desk.house, kind, each.record)
            if values.get(ABOUT) == about:
                told = {name: str(value) for name, value in values.items() if name != ABOUT}
                return Begun(kind, each.record, told)
    return Begun(kind, desk.house.new_record(), {})


def keep(desk: Desk, of: Begun, about: str, typed: Mapping[str, str]) -> None:
    """Durable before it returns."""
    working.type_field(desk.house, Field(of.kind, of.record, ABOUT), about)
    for name, text in typed.items():
        working.type_field(desk.house, Field(of.kind, of.record, name), text)


def drop(desk: Desk, of: Begun) -> None:
    """It was entered, or thrown away."""
    working.discard(desk.house, of.kind, of.record)
