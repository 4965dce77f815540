# SPDX-License-Identifier: EUPL-1.2
"""What each child saw, heard or noticed: a line for each, one more than are written."""

from collections.abc import Iterator
from typing import Literal

from workbench.domain.incidents import ChildThere
from workbench.services.facts import happening_words as said
from workbench.ui.writing import vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.spec import Values
from workbench.words import _

SLOTS = 6
There = Literal["saw-heard", "saw", "heard", "noticed", "none", "unknown"]


def child_fields() -> tuple[FieldVm, ...]:
    """A name or a word for the child, and how it was there."""
    ways = vocabulary.options(said.there(_))
    found: list[FieldVm] = []
    for at in range(1, SLOTS + 1):
        who = _("Child {number}").format(number=at)
        how = _("How child {number} was there").format(number=at)
        found += [
            FieldVm(f"child{at}", who, is_short=True, starts_line=True),
            FieldVm(f"child{at}_how", how, "list", options=ways, is_short=True),
        ]
    return tuple(found)


def slots_shown(values: Values) -> int:
    """How many lines are offered: those written, and one more."""
    written = [at for at in range(1, SLOTS + 1) if values.get(f"child{at}", "").strip()]
    return min(max(written, default=0) + 1, SLOTS)


def children_of(values: Values) -> tuple[ChildThere, ...]:
    """The children that were written, in their order."""
    return tuple(_written(values))


def shown_as(child: ChildThere) -> There:
    """What is chosen for a child."""
    if child.saw == "yes":
        return "saw-heard" if child.heard == "yes" else "saw"
    if child.heard == "yes":
        return "heard"
    if child.noticed == "yes":
        return "noticed"
    return "none" if {child.saw, child.heard, child.noticed} == {"no"} else "unknown"


def _written(values: Values) -> Iterator[ChildThere]:
    for at in range(1, SLOTS + 1):
        who, how = values.get(f"child{at}", "").strip(), values.get(f"child{at}_how", "")
        if not who:
            continue
        if how == "none":
            yield ChildThere(who, "no", "no", "no")
            continue
        yield ChildThere(
            who,
            saw="yes" if how in ("saw", "saw-heard") else "unknown",
            heard="yes" if how in ("heard", "saw-heard") else "unknown",
            noticed="yes" if how == "noticed" else "unknown",
        )
