# SPDX-License-Identifier: EUPL-1.2
"""From an outcome to what is shown: one honest form for each status, nothing before it may be."""

from workbench.domain.assessments import Judgement, OwnAppraisal, PaperReading
from workbench.domain.ids import RecordId
from workbench.instruments.answers import ItemAnswer
from workbench.instruments.definition import Item
from workbench.instruments.errors import Fault
from workbench.instruments.forms import AnswerCounts
from workbench.instruments.outcomes import Evaluation, RuleResult, is_number
from workbench.instruments.packs import caveat_text, caveats_for
from workbench.services import labels, results
from workbench.services.akt import Akt, Recorded
from workbench.services.desk import Desk
from workbench.services.judging import judgements
from workbench.services.results import Outcome, exact
from workbench.ui.assess.shapes import coding_counts, titled
from workbench.ui.result.vms import InstrumentVm, JudgedVm, LineVm, OwnVm, ResultVm
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _, error_text, language


def result_vm(akt: Akt, desk: Desk, assessment: RecordId) -> ResultVm:
    """Everything that may be shown of one assessment now. Runs on the vault's thread."""
    shown = results.outcome(akt, desk, assessment)
    lang = language()
    begun = shown.sheet.context.begun_on
    return ResultVm(
        title=shown.definition.title(lang),
        caption=_("Version {version} · begun {day}").format(
            version=shown.definition.version, day=begun
        ),
        instrument=_instrument(shown, desk),
        own=_own(shown.own_appraisal, desk) if shown.own_appraisal else None,
        judged=_judged(akt, assessment),
        caveats=tuple(c.text for c in caveats_for(shown.definition, shown.evaluation, lang)),
        is_unentered=shown.sheet.unentered,
    )


def _instrument(shown: Outcome, desk: Desk) -> InstrumentVm:
    wording = caveat_text("ej-ord", language(), {})
    evaluation = shown.evaluation
    if evaluation is None:
        waits = _("The result is shown when the person's own appraisal has been taken.")
        return InstrumentVm("waits", waits, wording)
    if shown.reading is not None:
        return _read_off(shown.reading, wording, desk)
    first = evaluation.first
    if first.status == "computed":
        return _computed(shown, evaluation, first, wording)
    if first.status == "incomplete" and is_number(first.min):
        return _bounds(shown, evaluation, first, wording)
    return _unscored(shown, evaluation, first, wording)


def _computed(
    shown: Outcome, evaluation: Evaluation, first: RuleResult, wording: str
) -> InstrumentVm:
    band = first.band
    return InstrumentVm(
        shape="computed",
        rule=labels.rule_status(first.status, _),
        wording=wording,
        progress=_progress(evaluation),
        figure=_figure(first),
        level=shown.definition.band_label(band.table, band.code, language()) if band else "",
        table=band.table if band else "",
        trace=_trace(shown, first),
        confirmation=_confirmation(shown, first.id),
        doubts=_doubts(shown, evaluation),
    )


def _figure(result: RuleResult) -> str:
    """The number, or the yes or no. A rule that gives a level has neither."""
    if isinstance(result.value, bool):
        return _("Yes") if result.value else _("No")
    return "" if result.value is None else str(exact(result.value))


def _bounds(
    shown: Outcome, evaluation: Evaluation, first: RuleResult, wording: str
) -> InstrumentVm:
    return InstrumentVm(
        shape="bounds",
        rule=labels.rule_status(first.status, _),
        wording=wording,
        progress=_progress(evaluation),
        lowest=str(exact(first.min)),
        highest=str(exact(first.max)),
        open_items=_open_items(shown, first),
        trace=_trace(shown, first),
        confirmation=_confirmation(shown, first.id),
        doubts=_doubts(shown, evaluation),
    )


def _unscored(
    shown: Outcome, evaluation: Evaluation, first: RuleResult, wording: str
) -> InstrumentVm:
    """Answers without any number: no rule, one that is not confirmed, or judgement by structure."""
    is_spj = shown.definition.kind == "spj"
    return InstrumentVm(
        shape="coded" if is_spj else "unscored",
        rule=labels.rule_status(first.status, _),
        wording=wording,
        progress=_progress(evaluation),
        open_items=() if is_spj else _open_items(shown, first),
        doubts=_doubts(shown, evaluation),
        can_confirm=first.status == "not-confirmed",
        can_read_off=first.status in ("not-confirmed", "not-established"),
    )


def _read_off(reading: Recorded[PaperReading], wording: str, desk: Desk) -> InstrumentVm:
    value = reading.value
    told = (
        LineVm(_("Points on the form"), value.points),
        LineVm(_("Level on the form"), value.level),
        LineVm(_("Edition of the form"), value.form_edition),
        LineVm(_("Date of the form"), value.read_on),
        LineVm(_("Read off by"), _who(reading, desk)),
    )
    return InstrumentVm(
        shape="read-off",
        rule=_("Read off the official form; not computed by the program."),
        wording=wording,
        read_off=tuple(line for line in told if line.said),
        can_read_off=True,
    )


def _progress(evaluation: Evaluation) -> str:
    found = evaluation.counts
    if isinstance(found, AnswerCounts):
        return _("{n} of {all} answered").format(n=found.answered, all=found.items)
    return coding_counts(found)


def _open_items(shown: Outcome, first: RuleResult) -> tuple[LineVm, ...]:
    items = [shown.definition.by_id[name] for name in first.missing]
    return tuple(LineVm(titled(item), _state(shown, item)) for item in items)


def _state(shown: Outcome, item: Item) -> str:
    given = shown.sheet.given.get(item.id)
    state = given.state if isinstance(given, ItemAnswer) else "unanswered"
    return labels.answer_state(state, _)


def _trace(shown: Outcome, first: RuleResult) -> tuple[LineVm, ...]:
    lines = []
    for line in first.trace:
        item = shown.definition.by_id[line.item]
        said = next((c.labels[language()] for c in item.choices if c.code == line.code), line.code)
        named = shown.definition.rule_label(line.rule, language()) if line.rule else ""
        lines.append(LineVm(named or titled(item), "" if named else said, str(line.points)))
    return tuple(lines)


def _confirmation(shown: Outcome, rule: str) -> str:
    for each in reversed(shown.confirmations):
        if each.value.rule == rule:
            by = each.value
            told = _("The rule was confirmed by {owner}, {function}, on {day} (edition {edition}).")
            return told.format(
                owner=by.owner, function=by.function, day=by.on, edition=by.form_edition
            )
    return ""


def _doubts(shown: Outcome, evaluation: Evaluation) -> tuple[str, ...]:
    return tuple(_doubt(shown, fault) for fault in evaluation.faults)


def _doubt(shown: Outcome, fault: Fault) -> str:
    """What is wrong, with the questions as the form numbers them."""
    text = error_text(fault.error).what
    for fact in fault.error.facts.values():
        item = shown.definition.by_id.get(str(fact))
        if item is not None:
            text = text.replace(item.id, item.number)
    return text


def _own(own: Recorded[OwnAppraisal], desk: Desk) -> OwnVm:
    marks = []
    if own.value.declined:
        marks.append(_("Does not want to say"))
    if own.value.after_score:
        marks.append(_("Said after the score was seen"))
    recorded = _("{when} · {who}").format(
        when=day_and_time(own.recorded_at), who=name_of(own.author, names_of(desk))
    )
    return OwnVm(own.value.words, own.value.estimate, tuple(marks), recorded)


def _judged(akt: Akt, assessment: RecordId) -> JudgedVm | None:
    """The newest judgement that rests on this assessment."""
    found: list[Judgement] = [each.value for each in judgements(akt)]
    resting = [each for each in found if assessment in each.assessments]
    if not resting:
        return None
    return JudgedVm(resting[-1].risk_for_what, resting[-1].why, resting[-1].what_we_do)


def _who(each: Recorded[PaperReading], desk: Desk) -> str:
    return name_of(each.author, names_of(desk))
