# SPDX-License-Identifier: EUPL-1.2
"""Where a date in the register is done."""

from collections.abc import Mapping

from workbench.services.loop import following
from workbench.services.ports import RegisterRow
from workbench.ui.places import PageName, Place

_PAGE_OF: Mapping[str, PageName] = {
    following.MEASURE: "scenarios",
    following.FOLLOW_UP: "protection-plan",
    following.REASSESSMENT: "choose-instrument",
}


def place_of(kind: str, row: RegisterRow) -> Place:
    """Its own page where there is one, else the page on which every date is settled."""
    return Place(_PAGE_OF.get(kind, "follow-up"), row.case)
