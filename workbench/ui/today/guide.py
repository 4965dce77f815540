# SPDX-License-Identifier: EUPL-1.2
"""The first day of akter whose steps are not all done: number and kind. No akt is opened."""

from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.loop import first_day
from workbench.ui.places import Place
from workbench.ui.today.duties import DutyVm
from workbench.words import _


def guide_duties(desk: Desk) -> tuple[DutyVm, ...]:
    """The latest arrival first; none of what this user closed."""
    user = desk.vault.signer.user
    rows = [row for row in cases.open_cases(desk) if first_day.is_waiting(row, user)]
    rows.sort(key=first_day.arrived_at, reverse=True)
    return tuple(
        DutyVm(
            title=_("{number} · {what}").format(number=row.number, what=_("First day")),
            caption=first_day.arrived_at(row)[:10],
            place=Place("first-day", row.case),
        )
        for row in rows
    )
