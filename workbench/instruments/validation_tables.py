# SPDX-License-Identifier: EUPL-1.2
"""The shape of validations: what answers may not say together. A closed list of kinds."""

from typing import Annotated, Literal

import msgspec

from workbench.instruments.tables import Choosing, Code, Evidence, Id, Points, Table

Pair = Annotated[list[Choosing], msgspec.Meta(min_length=2, max_length=2)]


class Validation(Table, frozen=True, kw_only=True):
    """What all kinds have: `error` blocks the result, `warn` is shown; neither blocks saving."""

    id: Id
    severity: Literal["error", "warn"]
    evidence: Evidence


class Exclusive(Validation, frozen=True, kw_only=True, tag_field="kind", tag="exclusive"):
    """Not both."""

    of: Pair


class Implies(Validation, frozen=True, kw_only=True, tag_field="kind", tag="implies"):
    """The first only together with the second."""

    of: Pair


class Range(Validation, frozen=True, kw_only=True, tag_field="kind", tag="range"):
    """A number lies between two inclusive ends, either of which may be open."""

    item: Id
    low: Points | None = None
    high: Points | None = None


class AtMost(Validation, frozen=True, kw_only=True, tag_field="kind", tag="at_most"):
    """The first number is not larger than the second (convictions, charges)."""

    items: Annotated[list[Id], msgspec.Meta(min_length=2, max_length=2)]


class RequiredReason(
    Validation, frozen=True, kw_only=True, tag_field="kind", tag="required_reason"
):
    """When the item has one of the codes (none named: any value), the other must have a value."""

    item: Id
    reason: Id
    codes: list[Code] = []


ValidationTable = Exclusive | Implies | Range | AtMost | RequiredReason


def items_of(validation: ValidationTable) -> tuple[str, ...]:
    """The items that a validation speaks of, in its order."""
    if isinstance(validation, Exclusive | Implies):
        return tuple(choosing.item for choosing in validation.of)
    if isinstance(validation, AtMost):
        return tuple(validation.items)
    if isinstance(validation, RequiredReason):
        return (validation.item, validation.reason)
    return (validation.item,)
