# SPDX-License-Identifier: EUPL-1.2
"""One instrument's result as a part of a document: one honest form for each status."""

from datetime import date

from workbench.domain.assessments import PaperReading, RuleConfirmation
from workbench.instruments.answers import ItemAnswer, ItemCoding
from workbench.instruments.definition import Definition, Item
from workbench.instruments.forms import AnswerCounts, open_slots, visible_items
from workbench.instruments.outcomes import Evaluation, RuleResult, is_number
from workbench.instruments.packs import caveats_for
from workbench.services import labels
from workbench.services.akt import Recorded
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
    TraceRow,
    UnscoredPart,
)
from workbench.services.papers.shared import Writing, day, staff
from workbench.services.results import Outcome, exact


def result_part(writing: Writing, shown: Outcome) -> ResultPart | None:
    """What may stand on paper of one assessment; None while the own appraisal is to be asked."""
    evaluation = shown.evaluation
    if evaluation is None:
        return None
    if shown.reading is not None:
        return _read_off(writing, shown, evaluation, shown.reading)
    if shown.definition.kind == "spj":
        return _coded(writing, shown, evaluation)
    first = evaluation.first
    if first.status == "computed":
        return _computed(writing, shown, evaluation, first)
    if first.status == "incomplete" and is_number(first.min):
        return _incomplete(writing, shown, evaluation, first)
    return _unscored(writing, shown, evaluation, first)


def _heading(writing: Writing, shown: Outcome, status: str) -> InstrumentHeading:
    definition, _ = shown.definition, writing.speech
    begun = day(shown.sheet.context.begun_on)
    return InstrumentHeading(
        title=definition.title(writing.language),
        version=definition.version,
        wording=_("The form's own text is not loaded; short labels of the project are shown."),
        rule=labels.rule_status(status, _),
        administered_on=(begun,) if begun else (),
    )


def _caveats(writing: Writing, shown: Outcome, evaluation: Evaluation) -> tuple[str, ...]:
    found = caveats_for(shown.definition, evaluation, writing.language)
    return tuple(caveat.text for caveat in found)


def _confirmation(shown: Outcome, rule: str) -> Confirmation | None:
    found = [each for each in shown.confirmations if each.value.rule == rule]
    return _confirmed(found[-1].value) if found else None


def _confirmed(by: RuleConfirmation) -> Confirmation:
    on = day(by.on) or date.min
    return Confirmation(by.owner, by.function, by.form_edition, on)


def _computed(
    writing: Writing, shown: Outcome, evaluation: Evaluation, first: RuleResult
) -> ComputedPart:
    band = first.band
    label = shown.definition.band_label(band.table, band.code, writing.language) if band else ""
    return ComputedPart(
        heading=_heading(writing, shown, first.status),
        value=_figure(writing, first),
        band=label,
        confirmation=_confirmation(shown, first.id),
        trace=_trace(writing, shown, first),
        caveats=_caveats(writing, shown, evaluation),
    )


def _figure(writing: Writing, result: RuleResult) -> str:
    """The number, or the yes or no. A rule that gives a level has neither."""
    _ = writing.speech
    if isinstance(result.value, bool):
        return _("Yes") if result.value else _("No")
    return "" if result.value is None else str(exact(result.value))


def _incomplete(
    writing: Writing, shown: Outcome, evaluation: Evaluation, first: RuleResult
) -> IncompletePart:
    answered, items = _counted(evaluation)
    return IncompletePart(
        heading=_heading(writing, shown, first.status),
        answered=answered,
        items=items,
        lowest=str(exact(first.min)),
        highest=str(exact(first.max)),
        open_items=_open_items(writing, shown, first.missing),
        caveats=_caveats(writing, shown, evaluation),
        confirmation=_confirmation(shown, first.id),
        trace=_trace(writing, shown, first),
    )


def _unscored(
    writing: Writing, shown: Outcome, evaluation: Evaluation, first: RuleResult
) -> UnscoredPart:
    answered, items = _counted(evaluation)
    return UnscoredPart(
        heading=_heading(writing, shown, first.status),
        why=labels.rule_status(first.status, writing.speech),
        answered=answered,
        items=items,
        answers=_answers(writing, shown),
        caveats=_caveats(writing, shown, evaluation),
        open_items=_open_items(writing, shown, first.missing),
    )


def _read_off(
    writing: Writing, shown: Outcome, evaluation: Evaluation, reading: Recorded[PaperReading]
) -> ReadOffPart:
    return ReadOffPart(
        heading=_heading(writing, shown, evaluation.first.status),
        points=reading.value.points,
        level=reading.value.level,
        form_edition=reading.value.form_edition,
        read_on=day(reading.value.read_on) or date.min,
        read_by=staff(writing, reading.author).name,
        caveats=_caveats(writing, shown, evaluation),
    )


def _coded(writing: Writing, shown: Outcome, evaluation: Evaluation) -> CodedPart:
    definition = shown.definition
    sections = dict.fromkeys(item.section for item in definition.items)
    return CodedPart(
        heading=_heading(writing, shown, evaluation.first.status),
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
    )


def _code_key(definition: Definition, writing: Writing) -> tuple[tuple[str, str], ...]:
    """Each code and its meaning; the labels begin with the code, for those who only read them."""
    choices = definition.items[0].choices
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
            definition=column.definitions[writing.language],
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
        codes=_codes(shown, item),
        note=shown.sheet.notes.get(item.id, ""),
        source=shown.sheet.sources.get(item.id, ""),
    )


def _trace(writing: Writing, shown: Outcome, first: RuleResult) -> tuple[TraceRow, ...]:
    rows = []
    for line in first.trace:
        item = shown.definition.by_id[line.item]
        points, named = str(line.points), shown.definition.rule_label(line.rule, writing.language)
        if line.rule and named:
            rows.append(TraceRow("", named, "", points, ""))
        else:
            rows.append(_row(writing, shown, item, _choice(item, line.code, writing), points))
    return tuple(rows)


def _answers(writing: Writing, shown: Outcome) -> tuple[TraceRow, ...]:
    rows = []
    for item in visible_items(shown.definition, shown.sheet.given):
        given = shown.sheet.given.get(item.id)
        if isinstance(given, ItemAnswer) and given.state == "value":
            rows.append(_row(writing, shown, item, _choice(item, given.code, writing), ""))
    return tuple(rows)


def _row(writing: Writing, shown: Outcome, item: Item, answer: str, points: str) -> TraceRow:
    note = shown.sheet.notes.get(item.id, "")
    return TraceRow(item.number, item.labels[writing.language], answer, points, note)


def _open_items(
    writing: Writing, shown: Outcome, missing: tuple[str, ...]
) -> tuple[OpenItemRow, ...]:
    rows = []
    for item in (shown.definition.by_id[each] for each in missing):
        given = shown.sheet.given.get(item.id)
        state = given.state if isinstance(given, ItemAnswer) else "unanswered"
        said = labels.answer_state(state, writing.speech)
        rows.append(OpenItemRow(item.number, item.labels[writing.language], said))
    return tuple(rows)


def _choice(item: Item, code: str, writing: Writing) -> str:
    found = {choice.code: choice.labels[writing.language] for choice in item.choices}
    return found.get(code, code)


def _counted(evaluation: Evaluation) -> tuple[int, int]:
    counts = evaluation.counts
    return (counts.answered, counts.items) if isinstance(counts, AnswerCounts) else (0, 0)
