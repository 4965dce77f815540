# SPDX-License-Identifier: EUPL-1.2
"""Reviews and postponed questions that wait for this user: number, kind and day, no names."""

from workbench.services.akter import cases, waits
from workbench.services.akter.waits import WaitKind
from workbench.services.desk import Desk
from workbench.ui.places import PageName, Place
from workbench.ui.today.duties import DutyVm
from workbench.words import _

_PAGE_OF: dict[WaitKind, PageName] = {
    "review": "review",
    "returned": "review",
    "second": "alongside",
    "postponed": "assess",
}


def waiting_duties(desk: Desk) -> tuple[DutyVm, ...]:
    """What waits longest first; read from the register, no akt is opened for it."""
    user = desk.vault.signer.user
    found = [(row, wait) for row in cases.open_cases(desk) for wait in waits.mine(row, user)]
    found.sort(key=lambda each: (each[1].since, each[0].number))
    words: dict[WaitKind, str] = {
        "review": _("Review an assessment"),
        "returned": _("Remarks from a review"),
        "second": _("Assess as the second rater"),
        "postponed": _("Questions that were postponed"),
    }
    return tuple(
        DutyVm(
            title=_("{number} · {what}").format(number=row.number, what=words[wait.kind]),
            caption=_("since {day}").format(day=wait.since),
            place=Place(_PAGE_OF[wait.kind], row.case, wait.record),
        )
        for row, wait in found
    )
