# SPDX-License-Identifier: EUPL-1.2
"""One instrument's result as a part of a document: one honest form for each status."""

from dataclasses import replace
from datetime import date

from workbench.domain.assessments import PaperReading, RuleConfirmation
from workbench.instruments.answers import ItemAnswer, ItemCoding
from workbench.instruments.definition import Definition, Item
from workbench.instruments.forms import AnswerCounts, open_slots, visible_items
from workbench.instruments.outcomes import Evaluation
from workbench.instruments.packs import caveats_for
from workbench.services.assess import keyed_in
from workbench.services.assess.results import Outcome
from workbench.services.assess.told_results import Telling, ToldResult
from workbench.services.documents import (
    CodedPart,
    ColumnHeading,
    ComputedPart,
    Confirmation,
    FactorGroup,
    FactorRow,
    IncompletePart,
    InstrumentHeading,
    OpenItemRow,
    ReadOffPart,
    ResultPart,
    SeveralRow,
    TraceRow,
    UnscoredPart,
)
from workbench.services.papers import from_paper, worksheets
from workbench.services.papers.gate_words import gate_remarks, kept_remarks, profile_of, wording_of
from workbench.services.papers.shared import Writing, day, staff
from workbench.services.records.akt import Recorded


def result_part(writing: Writing, shown: Outcome) -> ResultPart | None:
    """What may stand on paper of one assessment; None while the own appraisal is to be asked."""
    evaluation = shown.evaluation
    if evaluation is None:
        return None
    if shown.reading is not None:
        return _read_off(writing, shown, evaluation, shown.reading)
    if shown.definition.kind == "spj":
        return _coded(writing, shown, evaluation)
    return _evaluated(writing, shown, evaluation)


def _evaluated(writing: Writing, shown: Outcome, evaluation: Evaluation) -> ResultPart:
    telling = _telling(writing, shown)
    first = telling.result(evaluation.first)
    if not telling.has_main:
        first = replace(
            first, status_text=telling.several(), level_at_least="", open=(), remarks=()
        )
        return _unscored(writing, shown, evaluation, first)
    if first.status == "computed":
        return _computed(writing, shown, evaluation, first)
    if first.has_bounds:
        return _incomplete(writing, shown, evaluation, first)
    return _unscored(writing, shown, evaluation, first)


def _telling(writing: Writing, shown: Outcome) -> Telling:
    on_paper, _ = keyed_in.by_item(shown.sheet.keyed, writing.speech), writing.speech
    return Telling(shown.definition, shown.sheet.given, writing.language, _, on_paper)


def _status(writing: Writing, shown: Outcome, evaluation: Evaluation) -> str:
    return _telling(writing, shown).status(evaluation.first.status)


def _several(writing: Writing, shown: Outcome, evaluation: Evaluation) -> tuple[SeveralRow, ...]:
    """Every result for itself, where there is more than one or more to tell than its value."""
    telling = _telling(writing, shown)
    told = telling.results(evaluation)
    if len(told) == 1 and not (told[0].criteria or told[0].tallies):
        return ()
    return tuple(
        SeveralRow(each.name, telling.said(each), telling.beside(each), _how(each)) for each in told
    )


def _how(told: ToldResult) -> tuple[str, ...]:
    """One short text a row: number and label where there is no number, answer, points."""
    rows = []
    for line in told.rests_on:
        named = f"{line.number}. {line.said}" if line.number else f"{line.label}: {line.said}"
        rows.append(f"{named.rstrip(': ')} = {line.points}" if line.points else named)
    return (*rows, *told.remarks)


def _flags(writing: Writing, shown: Outcome, evaluation: Evaluation) -> tuple[str, ...]:
    flags = _telling(writing, shown).flags(evaluation)
    return tuple(f"{flag.number}. {flag.label}: {flag.said}" for flag in flags)


def _heading(writing: Writing, shown: Outcome, rule: str) -> InstrumentHeading:
    definition, _ = shown.definition, writing.speech
    begun = day(shown.sheet.context.begun_on)
    return InstrumentHeading(
        title=definition.title(writing.language),
        version=definition.version,
        wording=wording_of(writing, shown),
        rule=" ".join(said for said in (rule, profile_of(writing, shown)) if said),
        administered_on=(begun,) if begun else (),
        administered_by=from_paper.keyed_in_of(writing, shown),
    )


def _caveats(writing: Writing, shown: Outcome, evaluation: Evaluation) -> tuple[str, ...]:
    found = caveats_for(
        shown.definition, evaluation, writing.language,
        has_wording=shown.has_wording, has_own_rule=shown.gate.local is not None,
    )  # fmt: skip
    return tuple(caveat.text for caveat in found)


def _confirmation(shown: Outcome, rule: str) -> Confirmation | None:
    found = [each for each in shown.confirmations if each.value.rule == rule]
    return _confirmed(found[-1].value) if found else None


def _confirmed(by: RuleConfirmation) -> Confirmation:
    on = day(by.on) or date.min
    return Confirmation(by.owner, by.function, by.form_edition, on)


def _computed(
    writing: Writing, shown: Outcome, evaluation: Evaluation, first: ToldResult
) -> ComputedPart:
    return ComputedPart(
        heading=_heading(writing, shown, first.status_text),
        value=first.value,
        band=first.level,
        table=first.table if shown.gate.local is None else "",
        confirmation=_confirmation(shown, first.rule),
        trace=_trace(writing, shown, first),
        caveats=_caveats(writing, shown, evaluation),
        several=_several(writing, shown, evaluation),
        flags=_flags(writing, shown, evaluation),
        remarks=(*first.remarks, *gate_remarks(writing, shown, first.rule)),
    )


def _incomplete(
    writing: Writing, shown: Outcome, evaluation: Evaluation, first: ToldResult
) -> IncompletePart:
    answered, items = _counted(evaluation)
    return IncompletePart(
        heading=_heading(writing, shown, first.status_text),
        answered=answered,
        items=items,
        lowest=first.lowest,
        highest=first.highest,
        open_items=_open_items(first),
        caveats=_caveats(writing, shown, evaluation),
        confirmation=_confirmation(shown, first.rule),
        trace=_trace(writing, shown, first),
        several=_several(writing, shown, evaluation),
        flags=_flags(writing, shown, evaluation),
        remarks=(*first.remarks, *gate_remarks(writing, shown, first.rule)),
    )


def _unscored(
    writing: Writing, shown: Outcome, evaluation: Evaluation, first: ToldResult
) -> UnscoredPart:
    answered, items = _counted(evaluation)
    telling = _telling(writing, shown)
    level = telling.level(first) if telling.has_main else ""
    return UnscoredPart(
        heading=_heading(writing, shown, first.status_text),
        why=f"{first.status_text} {level}".strip(),
        answered=answered,
        items=items,
        answers=_answers(writing, shown),
        caveats=_caveats(writing, shown, evaluation),
        open_items=_open_items(first),
        several=_several(writing, shown, evaluation),
        flags=_flags(writing, shown, evaluation),
        remarks=(*first.remarks, *kept_remarks(writing, shown)),
    )


def _read_off(
    writing: Writing, shown: Outcome, evaluation: Evaluation, reading: Recorded[PaperReading]
) -> ReadOffPart:
    return ReadOffPart(
        heading=_heading(writing, shown, _status(writing, shown, evaluation)),
        points=reading.value.points,
        level=reading.value.level,
        form_edition=reading.value.form_edition,
        read_on=day(reading.value.read_on) or date.min,
        read_by=staff(writing, reading.author).name,
        caveats=_caveats(writing, shown, evaluation),
        several=_several(writing, shown, evaluation),
        flags=_flags(writing, shown, evaluation),
    )


def _coded(writing: Writing, shown: Outcome, evaluation: Evaluation) -> CodedPart:
    definition = shown.definition
    sections = dict.fromkeys(item.section for item in definition.items)
    return CodedPart(
        heading=_heading(writing, shown, _status(writing, shown, evaluation)),
        columns=_columns(writing, shown),
        groups=tuple(
            FactorGroup(
                definition.section_label(section, writing.language),
                tuple(_factor(writing, shown, i) for i in definition.items if i.section == section),
            )
            for section in sections
        ),
        code_key=_code_key(definition, writing),
        caveats=_caveats(writing, shown, evaluation),
        added_factors=worksheets.added_factors(writing, shown),
        around=worksheets.around(writing, shown),
    )


def _code_key(definition: Definition, writing: Writing) -> tuple[tuple[str, str], ...]:
    """Each code and its meaning; the labels begin with the code, for those who only read them."""
    left_out = worksheets.unprinted(writing, definition)
    choices = (each for each in definition.items[0].choices if each.code not in left_out)
    labelled = [(choice.code, choice.labels[writing.language]) for choice in choices]
    return tuple((code, label.removeprefix(f"{code}: ")) for code, label in labelled)


def _columns(writing: Writing, shown: Outcome) -> tuple[ColumnHeading, ...]:
    definition, given = shown.definition, shown.sheet.given
    presence = definition.table.codes
    open_in = [slot.column for slot in open_slots(definition, given)]
    codes = {item.id: _codes(shown, item) for item in definition.items}
    return tuple(
        ColumnHeading(
            label=column.labels[writing.language],
            definition=worksheets.covers(writing, shown, column),
            omitted=sum(
                presence is not None and of[position] == presence.omitted for of in codes.values()
            ),
            not_coded=open_in.count(column.id),
        )
        for position, column in enumerate(definition.columns)
    )


def _codes(shown: Outcome, item: Item) -> tuple[str, ...]:
    given = shown.sheet.given.get(item.id)
    if not isinstance(given, ItemCoding):
        return tuple("" for _column in shown.definition.columns)
    return tuple(
        given.codes[column.id].text if column.id in given.codes else ""
        for column in shown.definition.columns
    )


def _factor(writing: Writing, shown: Outcome, item: Item) -> FactorRow:
    return FactorRow(
        number=item.number,
        factor=item.labels[writing.language],
        codes=worksheets.printed(writing, shown.definition, _codes(shown, item)),
        note=from_paper.noted(writing, shown, item.id),
        source=worksheets.sourced(writing, shown, item.id),
    )


def _trace(writing: Writing, shown: Outcome, first: ToldResult) -> tuple[TraceRow, ...]:
    rows = []
    for line in first.trace:
        note = from_paper.beside_answer(writing, shown, line.item)
        rows.append(TraceRow(line.number, line.label, line.said, line.points, note))
    return tuple(rows)


def _answers(writing: Writing, shown: Outcome) -> tuple[TraceRow, ...]:
    rows = []
    for item in visible_items(shown.definition, shown.sheet.given):
        given = shown.sheet.given.get(item.id)
        if isinstance(given, ItemAnswer) and given.state == "value":
            rows.append(_row(writing, shown, item, _telling(writing, shown).answer(item), ""))
    return tuple(rows)


def _row(writing: Writing, shown: Outcome, item: Item, answer: str, points: str) -> TraceRow:
    note = from_paper.beside_answer(writing, shown, item.id)
    return TraceRow(item.number, item.labels[writing.language], answer, points, note)


def _open_items(first: ToldResult) -> tuple[OpenItemRow, ...]:
    return tuple(OpenItemRow(line.number, line.label, line.said) for line in first.open)


def _counted(evaluation: Evaluation) -> tuple[int, int]:
    counts = evaluation.counts
    return (counts.answered, counts.items) if isinstance(counts, AnswerCounts) else (0, 0)
