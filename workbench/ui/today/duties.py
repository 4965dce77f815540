# SPDX-License-Identifier: EUPL-1.2
"""What a row and a group of Idag are."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.ui.places import Place
from workbench.words import ngettext

MOST_ROWS = 40
"""In one group; the rest is counted. Each row is a button, and nobody reads a thousand."""


@dataclass(frozen=True, slots=True)
class DutyVm:
    """One row: which case, what kind, which day, in words, and the place where it is done."""

    title: str
    caption: str
    place: Place
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class GroupVm:
    """Rows under one heading. `more`: how many are not shown, in words; "" when all are."""

    key: str
    heading: str
    duties: tuple[DutyVm, ...]
    more: str = ""


def group_of(key: str, heading: str, duties: Sequence[DutyVm], how_many: int) -> GroupVm:
    """A group that shows the first of its rows and counts the others of `how_many`."""
    left = how_many - MOST_ROWS
    more = ngettext("and {count} more", "and {count} more", left) if left > 0 else ""
    return GroupVm(key, heading, tuple(duties[:MOST_ROWS]), more.format(count=left))
