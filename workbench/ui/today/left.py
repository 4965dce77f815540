# SPDX-License-Identifier: EUPL-1.2
"""What is left to do in the user's akter: number and kind. No name, no text, no akt is opened."""

from collections.abc import Sequence
from heapq import nsmallest
from operator import attrgetter

from workbench.services.loop import gap_flags
from workbench.services.loop.gaps import OpenGap
from workbench.services.ports import RegisterRow
from workbench.ui.today.duties import MOST_ROWS, DutyVm, GroupVm, group_of
from workbench.ui.writing import vocabulary
from workbench.ui.writing.gap_places import place_of
from workbench.words import _


def left_group(rows: Sequence[RegisterRow]) -> GroupVm:
    """By case number, in the order of the loop; only those shown are read and put into words."""
    counted = [(row, count) for row in rows if (count := gap_flags.how_many_in(row))]
    first = nsmallest(MOST_ROWS, (row for row, _count in counted), key=attrgetter("number"))
    words = vocabulary.gap_words() if first else {}
    duties = [
        DutyVm(
            title=_("{number} · {what}").format(number=row.number, what=words[gap]),
            caption="",
            place=place_of(OpenGap(gap), row.case),
        )
        for row in first
        for gap in gap_flags.open_in(row)
    ]
    return group_of("left", _("Left to do"), duties, sum(count for _row, count in counted))
