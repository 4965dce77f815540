# SPDX-License-Identifier: EUPL-1.2
"""What the user has typed and neither entered nor thrown away: number, kind and day of each."""

from workbench.domain.ids import CaseId, RecordId
from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.ui.places import PageName, Place
from workbench.ui.today.duties import DutyVm
from workbench.ui.writing import moments, vocabulary
from workbench.words import _

PAGE_OF: dict[str, PageName] = {
    "note": "journal",
    "told": "told",
    "call": "calls",
    "interpreter_need": "about-person",
    "interpreted_talk": "about-person",
    "no_contact": "about-person",
    "person": "people",
    "person_link": "people",
    "statement": "people",
    "disagreement": "people",
    "arrival": "arrival",
    "child_arrival": "arrival",
    "protection_now": "protection",
    "safe_contact": "protection",
    "incident": "incidents",
    "life_event": "timeline",
    "scenario": "scenarios",
    "measure": "scenarios",
    "concern_report": "concern-report",
    "safety_plan": "safety-plan",
    "protection_plan": "protection-plan",
    "plan_item": "case",
    "plan_modules": "safety-plan",
    "child_plan_note": "safety-plan",
    "stay_plan": "stay-plan",
    "subject": "case",
    "acquaintance": "about-person",
    "own_appraisal": "own-appraisal",
    "judgement": "judgement",
    "review": "review",
    "external_result": "external-results",
    "document": "documents",
    "protected_identity": "about-person",
    "hidden_detail": "about-person",
    "kept_where": "personal-file",
    "filed_there": "personal-file",
    "deadline": "follow-up",
    "review_date": "follow-up",
    "reassessment_trigger": "follow-up",
    "restraining_order": "orders",
    "order_extension": "orders",
    "order_breach": "orders",
    "alarm": "orders",
    "police_contact": "orders",
    "material": "choose-instrument",
    "sheet_person": "choose-instrument",
    "worksheet_head": "choose-instrument",
}
_OF_ASSESSMENT = frozenset({"answer", "coding", "factor_mark", "extra_factor", "citation"})


def unentered_duties(desk: Desk) -> tuple[DutyVm, ...]:
    """Oldest first, one for each kind and place; no akt is opened for it."""
    since: dict[tuple[str, Place], str] = {}
    hidden = {row.case for row in cases.hidden_cases(desk)}
    for each in desk.vault.own.unentered():
        if each.case in hidden:
            continue
        key = each.kind, _place(each.case, each.kind, each.record)
        since[key] = min(since.get(key, each.since), each.since)
    found = sorted(since.items(), key=lambda each: each[1])
    return tuple(_duty(desk, kind, place, at) for (kind, place), at in found)


def _place(case: CaseId, kind: str, record: RecordId) -> Place:
    if kind in _OF_ASSESSMENT:
        return Place("assess", case, record)
    return Place(PAGE_OF.get(kind, "case"), case)


def _duty(desk: Desk, kind: str, place: Place, since: str) -> DutyVm:
    row = desk.vault.own.row(place.case) if place.case is not None else None
    what = vocabulary.record_words().get(kind, kind)
    number = row.number if row is not None else ""
    return DutyVm(
        title=_("{number} · {what}").format(number=number, what=what),
        caption=moments.local_day(since),
        place=place,
    )
