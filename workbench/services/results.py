# SPDX-License-Identifier: EUPL-1.2
"""What an instrument gave, shown only when it may be: the rule gate and the own appraisal."""

from dataclasses import dataclass
from fractions import Fraction

from workbench.domain.assessments import (
    Assessment,
    OwnAppraisal,
    PaperReading,
    Result,
    RuleConfirmation,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.instruments.gates import Confirmed, needs_confirmation, rule_sha256
from workbench.instruments.outcomes import Evaluation, RuleResult, Value
from workbench.instruments.rule_tables import Rule
from workbench.instruments.scoring import evaluate
from workbench.services import assessing
from workbench.services.akt import Akt, Draft, Recorded
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.sheets import Sheet, entered_sheet, pinned, sheet
from workbench.services.trust import require_authentic

NO_WORDING_PACK = "none"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that may be shown of one assessment's result.

    `evaluation` is None while the person's own appraisal is still to be asked for: then nothing
    of the result may appear on any screen, paper or bundle.
    """

    sheet: Sheet
    evaluation: Evaluation | None
    own_appraisal: Recorded[OwnAppraisal] | None
    reading: Recorded[PaperReading] | None
    confirmations: tuple[Recorded[RuleConfirmation], ...]

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
    if begun is None or assessing.own_appraisals(akt):
        return False
    try:
        return pinned(desk, begun.value.instrument).table.own_appraisal_first
    except WorkbenchError:
        return True  # an instrument that is not here cannot say that it may be shown


def _outcome(akt: Akt, desk: Desk, of: Sheet) -> Outcome:
    appraisals = assessing.own_appraisals(akt)
    newest = appraisals[-1] if appraisals else None
    waits = of.definition.table.own_appraisal_first and newest is None
    confirmed = confirmations_of(desk, of.definition)
    return Outcome(
        sheet=of,
        evaluation=None if waits else evaluate(of.definition, of.given, _hashes(confirmed)),
        own_appraisal=newest,
        reading=None if waits else assessing.reading_of(akt, of.assessment),
        confirmations=confirmed,
    )


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


def rules_to_confirm(definition: Definition) -> tuple[Rule, ...]:
    """The rules that compute only after a method owner's confirmation."""
    return tuple(rule for rule in definition.rules if needs_confirmation(definition.table, rule))


def confirm_rule(desk: Desk, definition: Definition, rule: Rule, by: RuleConfirmation) -> Changes:
    """Enter a method owner's confirmation, bound to the rule's content by its hash."""
    bound = RuleConfirmation(
        instrument=definition.id,
        version=definition.version,
        rule=rule.id,
        rule_sha256=rule_sha256(definition, rule),
        owner=by.owner,
        function=by.function,
        organisation=by.organisation,
        on=by.on,
        form_edition=by.form_edition,
        licence=by.licence,
    )
    return desk.house.enter(Draft(bound))


def confirmations_of(desk: Desk, definition: Definition) -> tuple[Recorded[RuleConfirmation], ...]:
    """The confirmations that hold for this very definition and its very rules.

    Raises:
        BadSignatureError: the organisation akt holds a forged entry; nothing is then computed.
    """
    require_authentic(desk.house)
    hashes = {rule.id: rule_sha256(definition, rule) for rule in definition.rules}
    return tuple(
        each
        for each in desk.house.all(RuleConfirmation)
        if (each.value.instrument, each.value.version) == (definition.id, definition.version)
        and not each.value.revoked_on
        and hashes.get(each.value.rule) == each.value.rule_sha256
    )


def exact(value: Value | None) -> int | str | None:
    """A value as records carry it: integers as they are, fractions as `275/4`, met or not-met."""
    if isinstance(value, bool):
        return "met" if value else "not-met"
    if isinstance(value, Fraction):
        return str(value)
    return value


def _hashes(confirmed: tuple[Recorded[RuleConfirmation], ...]) -> Confirmed:
    return {each.value.rule: each.value.rule_sha256 for each in confirmed}


def _result(shown: Outcome, given: RuleResult) -> Result:
    confirmation = [each for each in shown.confirmations if each.value.rule == given.id]
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
        confirmation=confirmation[-1].record if confirmation else NO_WORDING_PACK,
        wording=NO_WORDING_PACK,
        engine=shown.evaluation.engine if shown.evaluation else "",
    )
