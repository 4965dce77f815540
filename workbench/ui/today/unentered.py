# SPDX-License-Identifier: EUPL-1.2
"""What the user has typed in an akt and neither entered nor thrown away."""

from dataclasses import dataclass

from workbench.domain.ids import CaseId, RecordId
from workbench.services.desk import Desk
from workbench.ui.places import PageName, Place
from workbench.ui.writing import moments, vocabulary
from workbench.words import _

PAGE_OF: dict[str, PageName] = {
    "note": "journal",
    "protection_now": "protection",
    "safe_contact": "protection",
    "incident": "incidents",
    "scenario": "scenarios",
    "measure": "scenarios",
    "safety_plan": "safety-plan",
    "protection_plan": "protection-plan",
    "plan_item": "case",
    "subject": "case",
    "own_appraisal": "own-appraisal",
    "judgement": "judgement",
}
_OF_ASSESSMENT = frozenset({"answer", "coding"})


@dataclass(frozen=True, slots=True)
class UnenteredVm:
    """One row: number, kind and day; never what was typed."""

    title: str
    caption: str
    place: Place


def unentered_in(desk: Desk, case: CaseId, number: str) -> tuple[UnenteredVm, ...]:
    """The rows of one akt, read without laying it open: looking here is not opening it."""
    file = desk.vault.open_case(case)
    try:
        rows = file.working_rows(desk.vault.signer.user)
    finally:
        file.close()
    since: dict[tuple[str, Place], str] = {}
    for row in rows:
        kind = row.key.kind
        key = kind, _place(case, kind, row.key.record)
        since[key] = min(since.get(key, row.updated_at), row.updated_at)
    found = sorted(since.items(), key=lambda each: each[1])
    return tuple(_row(number, kind, place, at) for (kind, place), at in found)


def _place(case: CaseId, kind: str, record: RecordId) -> Place:
    if kind in _OF_ASSESSMENT:
        return Place("assess", case, record)
    return Place(PAGE_OF.get(kind, "case"), case)


def _row(number: str, kind: str, place: Place, since: str) -> UnenteredVm:
    what = vocabulary.record_words().get(kind, kind)
    return UnenteredVm(
        title=_("{number} · {what}").format(number=number, what=what),
        caption=moments.local_day(since),
        place=place,
    )
