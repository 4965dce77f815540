# SPDX-License-Identifier: EUPL-1.2
"""Where one can be in the program. Presenters ask to go to a place; the window takes them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import CaseId, RecordId

PageName = Literal[
    "today",
    "month",
    "register",
    "case",
    "about-person",
    "journal",
    "arrival",
    "first-day",
    "night-sheet",
    "morning-report",
    "protection",
    "incidents",
    "timeline",
    "orders",
    "follow-up",
    "own-appraisal",
    "choose-instrument",
    "assess",
    "worksheet-frame",
    "read-off",
    "from-paper",
    "result",
    "confirm-rule",
    "judgement",
    "review",
    "alongside",
    "external-results",
    "documents",
    "document",
    "personal-file",
    "scenarios",
    "outdated",
    "concern-report",
    "safety-plan",
    "protection-plan",
    "stay-plan",
    "people",
    "told",
    "calls",
    "print",
    "seal",
    "receive",
    "contacts",
    "organisation",
    "users",
    "backups",
    "recovery",
    "log",
    "periods",
    "house-dates",
    "own-points",
    "erasing",
    "security",
    "settings",
    "case-access",
    "case-erasing",
    "salvage",
    "instruments",
    "instrument",
    "blank-form",
    "rule-gate",
    "wording",
    "own-forms",
    "own-rule",
    "check-rule",
    "practice",
    "practice-case",
    "local-table",
]


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and what it is about. `record` is an assessment for the pages that show one."""

    page: PageName
    case: CaseId | None = None
    record: RecordId | None = None


SAFE_CONTACT = RecordId("contact")
"""On the page of protection: how the person is reached."""

Go = Callable[[Place], None]
