# SPDX-License-Identifier: EUPL-1.2
"""What every table of a definition is built from: ids, codes, marks, conditions."""

from typing import Annotated, Literal

import msgspec

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
Code = Annotated[str, msgspec.Meta(pattern=r"^[!-~]{1,32}$")]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
Points = Annotated[int, msgspec.Meta(ge=-1_000_000, le=1_000_000)]
Months = Annotated[int, msgspec.Meta(ge=1, le=1200)]
Evidence = Literal["seen", "recalled", "derived"]
Kind = Literal["screen", "profile", "checklist", "actuarial", "spj", "map"]
InstrumentClass = Literal["compute", "confirm", "record", "SPJ", "shell"]
ItemType = Literal["choice", "number", "date", "events", "text", "ratings"]


class Table(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """A TOML table whose keys are all known.

    Defaults are left out when a table is written for hashing, so that a key which is added here
    later changes no hash of a rule that does not use it.
    """


class Condition(Table, frozen=True, kw_only=True):
    """True when the source is visible, has a value, and the value fits the one comparison."""

    item: Id
    equals: Code | None = None
    not_equals: Code | None = None
    any_of: list[Code] = []
    at_least: Points | None = None
    at_most: Points | None = None
    answered: Literal[True] | None = None


class Choosing(Table, frozen=True, kw_only=True):
    """One item answered with one code."""

    item: Id
    code: Code
