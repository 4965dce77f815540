# SPDX-License-Identifier: EUPL-1.2
"""What an instrument gave, shown only when it may be: the rule gate and the own appraisal."""

from dataclasses import dataclass, replace
from fractions import Fraction

from workbench.domain.assessments import (
    Answer,
    Assessment,
    OwnAppraisal,
    PaperReading,
    Result,
    RuleConfirmation,
)
from workbench.domain.beside import Beside
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.instruments.outcomes import Evaluation, RuleResult, Value
from workbench.services.assess import assessing, rating
from workbench.services.assess.confirming import confirm_rule, confirmations_of, rules_to_confirm
from workbench.services.assess.gate import Gate, gate_for, gate_now
from workbench.services.assess.sheets import Sheet, entered, entered_sheet, pinned, sheet
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt, Draft, Recorded

__all__ = [
    "Outcome",
    "can_now_be_computed",
    "confirm_rule",
    "confirmations_of",
    "entered_outcome",
    "exact",
    "keep_if_entered",
    "keep_results",
    "outcome",
    "rules_to_confirm",
    "waits_for_own",
]

NOBODY = "none"
"""Stands in a result that needed no confirmation."""

_GIVEN = ("computed", "incomplete")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that may be shown of one assessment's result.

    `evaluation` is None while the person's own appraisal is still to be asked for: then nothing
    of the result may appear on any screen, paper or bundle. `gate.has_ended`: it was computed
    under a rule that was revoked, or whose confirmation has ended, since; then it says so.
    `computed_late_on`: the day of the computation, where it came after the answers.
    `is_unkept`: the journal has not, or not yet, what is given here.
    """

    sheet: Sheet
    evaluation: Evaluation | None
    own_appraisal: Recorded[OwnAppraisal] | None
    reading: Recorded[PaperReading] | None
    confirmations: tuple[Recorded[RuleConfirmation], ...]
    gate: Gate
    computed_late_on: str = ""
    is_unkept: bool = False

    @property
    def has_wording(self) -> bool:
        """Whether it was asked in the form's own words: no others exist, or they were loaded."""
        is_own = self.definition.table.rights.wording == "own"
        return is_own or self.sheet.context.wording != NOBODY

    @property
    def definition(self) -> Definition:
        return self.sheet.definition

    @property
    def needs_own_appraisal(self) -> bool:
        return self.evaluation is None


def outcome(akt: Akt, desk: Desk, assessment: RecordId) -> Outcome:
    """The result as far as its author may be shown it now, working rows included."""
    return _outcome(akt, desk, sheet(akt, desk, assessment))


def entered_outcome(akt: Akt, desk: Desk, assessment: RecordId) -> Outcome:
    """The result of what is entered, for everything that stays or leaves: records and papers."""
    return _outcome(akt, desk, entered_sheet(akt, desk, assessment))


def waits_for_own(akt: Akt, desk: Desk, assessment: RecordId) -> bool:
    """Whether nothing of a result may be shown before the person's own appraisal is taken."""
    begun = akt.find(Assessment, assessment)
    if begun is None or own_appraisal_for(akt, assessment) is not None:
        return False
    try:
        return pinned(desk, begun.value.instrument).table.own_appraisal_first
    except WorkbenchError:
        return True  # an instrument that is not here cannot say that it may be shown


def own_appraisal_for(akt: Akt, assessment: RecordId) -> Recorded[OwnAppraisal] | None:
    """The newest own appraisal that stands beside this assessment.

    For one that is made again it was taken since that was begun: what the person thought last time
    is never carried over.
    """
    appraisals = assessing.own_appraisals(akt)
    tie = rating.tie_of(akt, assessment)
    if tie is not None and tie.value.why == "again":
        begun = akt.position(akt.history(Beside, tie.record)[0].id)
        appraisals = tuple(each for each in appraisals if akt.position(each.entry) > begun)
    return appraisals[-1] if appraisals else None


def _outcome(akt: Akt, desk: Desk, of: Sheet) -> Outcome:
    newest = own_appraisal_for(akt, of.assessment)
    waits = of.definition.table.own_appraisal_first and newest is None
    gate = _gate(akt, desk, of)
    evaluation = None if waits else gate.evaluate(of.given)
    return Outcome(
        sheet=replace(of, definition=gate.definition),
        evaluation=evaluation,
        own_appraisal=newest,
        reading=None if waits else assessing.reading_of(akt, of.assessment),
        confirmations=gate.words,
        gate=gate,
        computed_late_on=_late(akt, of),
        is_unkept=evaluation is not None and _is_unkept(akt, of.assessment, evaluation),
    )


def _is_unkept(akt: Akt, assessment: RecordId, evaluation: Evaluation) -> bool:
    """Whether something given differs from what is entered, or was given and never entered."""
    kept = {r.value.rule: r.value for r in akt.all(Result) if r.value.assessment == assessment}
    return any(
        not _is_the_same(kept[each.id], each) if each.id in kept else each.status in _GIVEN
        for each in evaluation.results
    )


def _late(akt: Akt, of: Sheet) -> str:
    """The day of the newest kept result, where the answers had been entered before it."""
    answered = [a.recorded_at for a in akt.all(Answer) if a.value.assessment == of.assessment]
    kept = [
        r.recorded_at
        for r in akt.all(Result)
        if r.value.assessment == of.assessment and r.value.status == "computed"
    ]
    if not kept or not answered or max(kept)[:10] <= max(answered)[:10]:
        return ""
    return max(kept)[:10]


def _gate(akt: Akt, desk: Desk, of: Sheet) -> Gate:
    """What holds today; what held then, where that is how the kept results of these answers came.

    A revoked rule computes nothing new: other answers than those that it computed are not scored.
    """
    now = gate_now(desk, of.definition, of.context.profile)
    found = (r.value for r in akt.all(Result) if r.value.assessment == of.assessment)
    kept = [result for result in found if result.confirmation != NOBODY]
    for earlier in gate_for(desk, now, of.definition, kept):
        under = {word.record for word in earlier.words}
        under |= {earlier.local.recorded.record} if earlier.local is not None else set()
        given = {result.id: result for result in earlier.evaluate(of.given).results}
        if all(
            result.rule in given and _is_the_same(result, given[result.rule])
            for result in kept
            if result.confirmation in under
        ):
            return earlier
    return now


def _is_the_same(kept: Result, given: RuleResult) -> bool:
    before = (kept.status, kept.value, kept.band, kept.lowest, kept.highest)
    band = given.band.code if given.band else ""
    now = (given.status, exact(given.value), band, exact(given.min), exact(given.max))
    return before == now and kept.rule_sha256 == given.sha256


def keep_results(akt: Akt, desk: Desk, assessment: RecordId) -> Changes:
    """Enter what each rule gave for the entered answers, with all that tells how.

    A result is entered again only when it differs from the one that stands.
    """
    shown = entered_outcome(akt, desk, assessment)
    if shown.evaluation is None:
        return Changes(akt.case)
    standing = {r.value.rule: r for r in akt.all(Result) if r.value.assessment == assessment}
    drafts = []
    for each in shown.evaluation.results:
        value = _result(shown, each)
        before = standing.get(each.id)
        if before is None or before.value != value:
            drafts.append(Draft(value, before.record if before else None))
    return akt.enter(*drafts) if drafts else Changes(akt.case)


def keep_if_entered(akt: Akt, desk: Desk, assessment: RecordId) -> Changes:
    """Enter what can be given now of answers that are entered, after something else was done.

    Under a signature nothing is entered: another result would take it away, and nobody asked for
    that here. The result page shows what is given now and offers to enter it.
    """
    merged = entered(akt, assessment)
    if not (merged.answers or merged.codings) or assessing.is_signed(akt, assessment):
        return Changes(akt.case)
    return keep_results(akt, desk, assessment)


def can_now_be_computed(akt: Akt, desk: Desk, assessment: RecordId) -> bool:
    """Whether what is kept waited for a rule that holds since; opening the result computes it."""
    own = (r.value for r in akt.all(Result) if r.value.assessment == assessment)
    waiting = {result.rule for result in own if result.status == "not-confirmed"}
    if not waiting or assessment in akt.withheld:
        return False
    try:
        evaluation = entered_outcome(akt, desk, assessment).evaluation
    except WorkbenchError:
        return False
    given = evaluation.results if evaluation is not None else ()
    return any(each.id in waiting and each.status != "not-confirmed" for each in given)


def exact(value: Value | None) -> int | str | None:
    """A value as records carry it: integers as they are, fractions as `275/4`, met or not-met."""
    if isinstance(value, bool):
        return "met" if value else "not-met"
    if isinstance(value, Fraction):
        return str(value)
    return value


def _result(shown: Outcome, given: RuleResult) -> Result:
    return Result(
        assessment=shown.sheet.assessment,
        instrument=shown.definition.pin,
        rule=given.id,
        rule_sha256=given.sha256,
        status=given.status,
        value=exact(given.value),
        band=given.band.code if given.band else "",
        band_table=given.band.table if given.band else "",
        lowest=exact(given.min),
        highest=exact(given.max),
        missing=given.missing,
        confirmation=shown.gate.word_for(given.id) or NOBODY,
        wording=shown.sheet.context.wording,
        engine=shown.evaluation.engine if shown.evaluation else "",
    )
