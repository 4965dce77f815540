# SPDX-License-Identifier: EUPL-1.2
"""The head of a worksheet as fields and back: only what this version of it has."""

from collections.abc import Iterable, Iterator
from typing import cast

from workbench.domain.ids import RecordId
from workbench.domain.worksheets import ColumnHead, Depth, Said, WorksheetHead, YesNo
from workbench.instruments.definition import Definition
from workbench.services.assess import locks, worksheet_words
from workbench.ui.writing import checks
from workbench.ui.writing.fields import TICKED, FieldVm, OptionVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _, language

ASSESSMENT = "assessment"
_FIELD, _BOX, _COVERS, _DAY, _ASKED = "field:", "box:", "covers:", "reference:", "asked:"
_PLAIN = ("requester", "legal_basis", "question", "police_consent", "depth", "procedure_note")
_FORMULATION = ("formulation", "motivators", "disinhibitors", "destabilisers")
_DEPTHS: tuple[Depth, ...] = ("initial", "structured", "in-depth")
_ANSWERS: tuple[YesNo, ...] = ("yes", "no")
_TAKEN = frozenset({"perpetrators", "victims", "others", "sources", "date"})
"""Fields of printed sheets that are answered by people, sources and days of their own."""
_SHORT = frozenset({"case-number", "assessor", "name", "personal-number", "filled-in-by"})


def head_spec(assessment: RecordId, definition: Definition) -> Spec[WorksheetHead]:
    """How the head of one assessment is read and built."""
    return Spec(
        WorksheetHead,
        _read,
        lambda values: _build(values, assessment, definition),
        lambda values, is_correction: _missing(values, definition, is_correction=is_correction),
        require=lambda akt, head: locks.require_open(akt, head.assessment),
    )


def fields(definition: Definition) -> tuple[FieldVm, ...]:
    """What is asked of this version, in the order of its steps."""
    return (
        *_assignment(),
        *_header(definition),
        *_procedure(definition),
        *_columns(definition),
        *_formulation(definition),
        checks.reason_field(),
    )


def _assignment() -> Iterator[FieldVm]:
    words = worksheet_words.fields(_)
    depths = tuple(OptionVm(d, worksheet_words.depth(d, _)) for d in _DEPTHS)
    yield FieldVm("requester", words["requester"], is_short=True)
    yield FieldVm("legal_basis", words["legal_basis"], is_short=True)
    yield FieldVm("question", words["question"], "text", lines=2)
    yield FieldVm("depth", words["depth"], "list", options=depths, is_short=True)
    yield FieldVm(
        "police_consent", words["police_consent"], "list", options=_yes_no(), is_short=True
    )


def _header(definition: Definition) -> Iterator[FieldVm]:
    labels = definition.labels[language()].header
    for name in definition.table.header:
        if name not in _TAKEN:
            yield FieldVm(f"{_FIELD}{name}", labels[name], is_short=name in _SHORT)


def _procedure(definition: Definition) -> Iterator[FieldVm]:
    labels = definition.labels[language()].procedure
    for name in definition.table.procedure:
        yield FieldVm(f"{_BOX}{name}", labels[name], "tick")
    yield FieldVm("procedure_note", worksheet_words.fields(_)["procedure_note"])


def _columns(definition: Definition) -> Iterator[FieldVm]:
    words = definition.labels[language()]
    for column in definition.table.columns:
        label = words.columns[column.id].label
        if column.definition == "by-assessor":
            told = _("{column}: what it covers here").format(column=label)
            yield FieldVm(f"{_COVERS}{column.id}", told, "line")
        has_window = column.within_days is not None or column.within_months is not None
        if has_window or column.definition == "by-assessor":
            counted = _("{column}: counted back from").format(column=label)
            yield FieldVm(f"{_DAY}{column.id}", counted, "day")
        for asked in column.questions:
            yield FieldVm(
                f"{_ASKED}{column.id}:{asked}",
                words.column_questions[asked],
                "list",
                options=_yes_no(),
            )


def _formulation(definition: Definition) -> Iterator[FieldVm]:
    words = worksheet_words.fields(_)
    if definition.table.has_formulation:
        told = _("Optional. How the factors hang together in this person's life.")
        yield FieldVm("formulation", words["formulation"], "text", told, lines=3)
        for name in _FORMULATION[1:]:
            yield FieldVm(name, words[name], is_short=True)


def _yes_no() -> tuple[OptionVm, ...]:
    return tuple(OptionVm(a, worksheet_words.yes_no(a, _)) for a in _ANSWERS)


def _read(head: WorksheetHead) -> Values:
    plain = {name: getattr(head, name) for name in (*_PLAIN, *_FORMULATION)}
    said = {f"{_FIELD}{each.field}": each.text for each in head.fields}
    boxes = {f"{_BOX}{each.field}": each.text for each in head.procedure}
    columns = {
        name: text
        for each in head.columns
        for name, text in (
            (f"{_COVERS}{each.column}", each.covers),
            (f"{_DAY}{each.column}", each.reference_on),
            *((f"{_ASKED}{each.column}:{q.field}", q.text) for q in each.questions),
        )
    }
    return {**plain, **said, **boxes, **columns, ASSESSMENT: head.assessment}


def _build(values: Values, assessment: RecordId, definition: Definition) -> WorksheetHead:
    plain = {name: values.get(name, "").strip() for name in (*_PLAIN, *_FORMULATION)}
    return WorksheetHead(
        assessment=assessment,
        requester=plain["requester"],
        legal_basis=plain["legal_basis"],
        question=plain["question"],
        police_consent=cast("YesNo", plain["police_consent"]),
        depth=cast("Depth", plain["depth"]),
        fields=_said(_FIELD, definition.table.header, values),
        procedure=_said(_BOX, definition.table.procedure, values),
        procedure_note=plain["procedure_note"],
        columns=tuple(_column(values, definition)),
        formulation=plain["formulation"],
        motivators=plain["motivators"],
        disinhibitors=plain["disinhibitors"],
        destabilisers=plain["destabilisers"],
        reason=values.get(checks.REASON, "").strip(),
    )


def _column(values: Values, definition: Definition) -> Iterator[ColumnHead]:
    for column in definition.table.columns:
        yield ColumnHead(
            column=column.id,
            covers=values.get(f"{_COVERS}{column.id}", "").strip(),
            reference_on=checks.iso_day(values, f"{_DAY}{column.id}"),
            questions=_said(f"{_ASKED}{column.id}:", column.questions, values),
        )


def _said(prefix: str, names: Iterable[str], values: Values) -> tuple[Said, ...]:
    found = ((name, values.get(f"{prefix}{name}", "").strip()) for name in names)
    return tuple(Said(name, text) for name, text in found if text)


def _missing(values: Values, definition: Definition, *, is_correction: bool) -> Missing | None:
    told = _("Write one of the answers first. The rest can wait.")
    names = [field.name for field in fields(definition)]
    wrong = (checks.not_a_day(values, name) for name in names if name.startswith(_DAY))
    return (
        checks.nothing(values, names, names[0], told)
        or next((each for each in wrong if each is not None), None)
        or checks.no_reason(values, is_correction)
    )


def said_lines(head: WorksheetHead, definition: Definition) -> Lines:
    """What was written and chosen in it, by the labels of the form."""
    values = _read(head)
    return tuple(
        (field.label, text)
        for field in fields(definition)
        if (text := _in_words(field, values.get(field.name, "")))
    )


def _in_words(field: FieldVm, text: str) -> str:
    if field.kind == "tick":
        return worksheet_words.yes_no("yes", _) if text == TICKED else ""
    return next((option.label for option in field.options if option.code == text), text)


def boxes_ticked(head: WorksheetHead) -> tuple[str, ...]:
    """The procedure boxes that are ticked."""
    return tuple(each.field for each in head.procedure if each.text == TICKED)
