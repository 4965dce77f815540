# SPDX-License-Identifier: EUPL-1.2
"""Which of an instrument's profiles an assessment is read by: chosen by a person, and recorded."""

from dataclasses import replace
from typing import ClassVar

from workbench.domain.assessments import Assessment
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.instruments.profiles import profiles_of
from workbench.services.assess import assessing, locks, results, sheets
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt, Draft


class NoSuchProfileError(WorkbenchError):
    """The instrument has no profile of that name (`profile`). Nothing was entered."""

    code: ClassVar[str] = "ASSESS-013"


def choose_profile(
    akt: Akt, desk: Desk, assessment: RecordId, profile: str, reason: str = ""
) -> Changes:
    """Enter by which profile the assessment is read from now on; "" is none.

    What the rules give for answers that stand in the journal is kept anew.

    Raises:
        NoSuchProfileError; AssessmentLockedError; ReasonMissingError: a judgement on it is signed.
        KeyError: no such assessment in this akt.
    """
    begun = akt.find(Assessment, assessment)
    if begun is None:
        raise KeyError(assessment)
    locks.require_open(akt, assessment)
    definition = sheets.pinned(desk, begun.value.instrument)
    if profile and profile not in profiles_of(definition):
        raise NoSuchProfileError(profile=profile)
    if profile == begun.value.profile:
        return Changes(akt.case)
    if not reason.strip() and assessing.is_signed(akt, assessment):
        raise assessing.ReasonMissingError
    chosen = replace(begun.value, profile=profile, reason=reason.strip())
    changes = akt.enter(Draft(chosen, assessment))
    if sheets.entered(akt, assessment).answers:
        results.keep_results(akt, desk, assessment)
    return changes
