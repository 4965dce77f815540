# SPDX-License-Identifier: EUPL-1.2
"""Where each open duty of the loop is mended."""

from collections.abc import Mapping

from workbench.domain.ids import CaseId
from workbench.services.loop.gaps import NOWHERE, Gap, OpenGap
from workbench.ui.places import PageName, Place

PAGE_OF_GAP: Mapping[Gap, PageName] = {
    "protection-not-considered": "protection",
    "judgement-without-reasons": "judgement",
    "judgement-missing-parts": "judgement",
    "judgement-not-signed": "judgement",
    "judgement-outdated": "outdated",
    "judgement-without-scenario": "scenarios",
    "scenario-outdated": "outdated",
    "scenario-without-measure": "scenarios",
    "measure-without-who": "scenarios",
    "measure-without-when": "scenarios",
    "measure-late": "scenarios",
    "measure-outdated": "outdated",
    "declined-without-stay-plan": "stay-plan",
    "stays-without-contact-date": "stay-plan",
    "contact-overdue": "stay-plan",
    "child-without-plan": "safety-plan",
    "child-without-concern-position": "concern-report",
    "plan-review-overdue": "safety-plan",
    "plan-item-older": "outdated",
    "follow-up-overdue": "protection-plan",
    "measure-follow-up-overdue": "follow-up",
    "no-reassessment-date": "judgement",
    "reassessment-due": "choose-instrument",
}


def place_of(gap: OpenGap, case: CaseId) -> Place:
    """The page, and the judgement on it where an older one may be meant."""
    is_named = gap.gap == "judgement-without-reasons" and gap.record != NOWHERE
    return Place(PAGE_OF_GAP[gap.gap], case, gap.record if is_named else None)
