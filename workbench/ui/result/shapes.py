# SPDX-License-Identifier: EUPL-1.2
"""From an outcome to what is shown: one honest form for each status, nothing before it may be."""

from collections.abc import Iterable
from dataclasses import replace

from workbench.domain.assessments import Judgement, OwnAppraisal, PaperReading
from workbench.domain.ids import RecordId
from workbench.instruments.errors import Fault
from workbench.instruments.forms import AnswerCounts
from workbench.instruments.outcomes import Evaluation
from workbench.instruments.packs import caveat_text, caveats_for
from workbench.instruments.profiles import profile_label, profiles_of
from workbench.services.assess import assessing, keyed_in, locks, rating, results
from workbench.services.assess.judging import judgements
from workbench.services.assess.results import Outcome
from workbench.services.assess.told_results import Telling, ToldLine, ToldResult
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.assess.shapes import coding_counts, ended
from workbench.ui.case.titles import told_later
from workbench.ui.from_paper.telling import papers_told
from workbench.ui.gate_words import told_local, told_word
from workbench.ui.result.vms import (
    InstrumentVm,
    JudgedVm,
    LineVm,
    OwnVm,
    PartVm,
    ProfileVm,
    ResultVm,
    Shape,
)
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _, error_text, language

_SHORT_LABELS = "ej-ord"  # told once, beside the instrument
_READ_OFF_WHEN = frozenset({"not-confirmed", "not-established", "table-missing"})


def result_vm(akt: Akt, desk: Desk, assessment: RecordId) -> ResultVm:
    """Everything that may be shown of one assessment now. Runs on the vault's thread."""
    shown = results.outcome(akt, desk, assessment)
    lang = language()
    begun = shown.sheet.context.begun_on
    said = _("Begun {day}").format(day=begun) + papers_told(shown.sheet, desk)
    later = told_later(rating.later(akt, assessment))
    return ResultVm(
        title=shown.definition.title(lang),
        caption="\n".join(filter(None, (said, ended(shown.sheet), later))),
        instrument=_instrument(shown, desk),
        own=_own(shown.own_appraisal, desk) if shown.own_appraisal else None,
        judged=_judged(akt, assessment),
        caveats=_caveats(shown),
        is_unentered=shown.sheet.unentered,
        profile=_profile(akt, shown),
        can_enter=shown.is_unkept and not shown.sheet.unentered and not akt.is_older_copy,
        unsigns=assessing.is_signed(akt, assessment),
        has_raters=rating.is_rated(akt, assessment),
    )


def _profile(akt: Akt, shown: Outcome) -> ProfileVm | None:
    """What can be chosen; after a signature or a lock it stands as it is."""
    definition, lang = shown.definition, language()
    found = profiles_of(definition)
    if not found or shown.gate.local is not None:
        return None
    labels = {each: profile_label(definition, each, lang) for each in found}
    made, chosen = shown.sheet.assessment, shown.sheet.context.profile
    return ProfileVm(
        options=tuple(OptionVm(code, label) for code, label in labels.items()),
        chosen=chosen,
        may_choose=not (locks.is_locked(akt, made) or assessing.is_signed(akt, made)),
        told=labels.get(chosen) or _("No profile"),
    )


def _caveats(shown: Outcome) -> tuple[str, ...]:
    found = caveats_for(
        shown.definition,
        shown.evaluation,
        language(),
        has_wording=shown.has_wording,
        has_own_rule=shown.gate.local is not None,
    )
    return tuple(caveat.text for caveat in found if caveat.id != _SHORT_LABELS)


def _instrument(shown: Outcome, desk: Desk) -> InstrumentVm:
    wording = "" if shown.has_wording else caveat_text(_SHORT_LABELS, language(), {})
    evaluation = shown.evaluation
    if evaluation is None:
        waits = _("The result is shown when the person's own appraisal has been taken.")
        return InstrumentVm("waits", waits, wording)
    on_paper = keyed_in.by_item(shown.sheet.keyed, _)
    telling = Telling(shown.definition, shown.sheet.given, language(), _, on_paper)
    told = telling.results(evaluation)
    side = InstrumentVm(
        shape=_shape(shown, told[0]),
        rule=told[0].status_text,
        wording=wording,
        progress=_progress(evaluation, told),
        name=told[0].name if len(told) > 1 else "",
        flags=lines_of(telling.flags(evaluation)),
        parts=tuple(part_vm(telling, each) for each in told) if len(told) > 1 else (),
        doubts=_doubts(shown, evaluation),
        can_confirm=any(each.status == "not-confirmed" for each in told),
        can_read_off=any(each.status in _READ_OFF_WHEN for each in told),
    )
    if shown.reading is not None:
        return _read_off(side, shown.reading, desk)
    if not telling.has_main:
        return replace(side, shape="several", rule=telling.several(), name="")
    return _main(side, shown, telling, told[0])


def _shape(shown: Outcome, first: ToldResult) -> Shape:
    if first.status == "computed":
        return "computed"
    if first.has_bounds:
        return "bounds"
    return "coded" if shown.definition.kind == "spj" else "unscored"


def _main(side: InstrumentVm, shown: Outcome, telling: Telling, first: ToldResult) -> InstrumentVm:
    """The main result, as far as the engine gave it."""
    return replace(
        side,
        figure=first.figure,
        level=telling.level(first),
        table=first.table if shown.gate.local is None else "",
        lowest=first.lowest,
        highest=first.highest,
        open_items=() if side.shape == "coded" else lines_of(first.open),
        trace=lines_of(replace(e, said=telling.marked(e.item, e.said)) for e in first.trace),
        criteria=lines_of(first.criteria),
        tallies=lines_of(first.tallies),
        remarks=first.remarks,
        confirmation=_confirmation(shown, first.rule),
    )


def _read_off(side: InstrumentVm, reading: Recorded[PaperReading], desk: Desk) -> InstrumentVm:
    value = reading.value
    told = (
        LineVm(_("Points on the form"), value.points),
        LineVm(_("Level on the form"), value.level),
        LineVm(_("Edition of the form"), value.form_edition),
        LineVm(_("Date of the form"), value.read_on),
        LineVm(_("Read off by"), _who(reading, desk)),
    )
    return replace(
        side,
        shape="read-off",
        rule=_("Read off the official form; not computed by the program."),
        progress="",
        name="",
        read_off=tuple(line for line in told if line.said),
        doubts=(),
        can_confirm=False,
        can_read_off=True,
    )


def part_vm(telling: Telling, told: ToldResult) -> PartVm:
    """One of several results as a row."""
    waits = (_("{label}: {state}").format(label=each.label, state=each.said) for each in told.open)
    return PartVm(
        name=told.name,
        said=telling.said(told),
        beside=telling.beside(told),
        status=told.status_text,
        lines=lines_of(told.rests_on),
        remarks=(*told.remarks, *waits),
    )


def lines_of(told: Iterable[ToldLine]) -> tuple[LineVm, ...]:
    """Rows with the number that the form prints before the label."""
    return tuple(LineVm(_titled(each), each.said, each.points) for each in told)


def _titled(line: ToldLine) -> str:
    if not line.number:
        return line.label
    return _("{number}. {label}").format(number=line.number, label=line.label)


def _progress(evaluation: Evaluation, told: Iterable[ToldResult]) -> str:
    """How far the form is answered; and, where something is computed all the same, why it can."""
    found = evaluation.counts
    if not isinstance(found, AnswerCounts):
        return coding_counts(found)
    said = _("{n} of {all} answered").format(n=found.answered, all=found.items)
    if found.answered < found.items and any(each.status == "computed" for each in told):
        rests = _("What is computed rests only on questions that are answered.")
        return _("{first}. {second}").format(first=said, second=rests)
    return said


def _confirmation(shown: Outcome, rule: str) -> str:
    """Under whose word it was computed, and when, where that was later than it was asked."""
    said = [told_local(shown.gate.local)] if shown.gate.local is not None else []
    if not said:
        said = [told_word(c.value) for c in shown.confirmations if c.value.rule == rule][-1:]
    if said and shown.computed_late_on:
        said.append(_("Computed on {day}.").format(day=shown.computed_late_on))
    return " ".join(said)


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
