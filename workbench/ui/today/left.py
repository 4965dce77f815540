# SPDX-License-Identifier: EUPL-1.2
"""What is left to do in the user's akter: number and kind. No name, no text, no akt is opened."""

from collections.abc import Sequence
from heapq import nsmallest
from operator import itemgetter

from workbench.services import gap_flags
from workbench.services.gaps import GAPS, OpenGap
from workbench.services.ports import RegisterRow
from workbench.ui.today.duties import MOST_ROWS, DutyVm, GroupVm, group_of
from workbench.ui.writing import vocabulary
from workbench.ui.writing.gap_places import place_of
from workbench.words import _

_ORDER = {gap: at for at, gap in enumerate(GAPS)}


def left_group(rows: Sequence[RegisterRow]) -> GroupVm:
    """By case number, in the order of the loop; only those shown are put into words."""
    found = [(row.number, _ORDER[gap], row) for row in rows for gap in gap_flags.open_in(row)]
    shown = nsmallest(MOST_ROWS, found, key=itemgetter(0, 1))
    words = vocabulary.gap_words() if shown else {}
    duties = tuple(
        DutyVm(
            title=_("{number} · {what}").format(number=number, what=words[GAPS[at]]),
            caption="",
            place=place_of(OpenGap(GAPS[at]), row.case),
        )
        for number, at, row in shown
    )
    return group_of("left", _("Left to do"), duties, len(found))
