# SPDX-License-Identifier: EUPL-1.2
"""One section for each instrument: what it gave, how far that holds, what to read with it."""

from collections.abc import Iterable

from workbench.reports.blocks import Column, Content, field, remarks, subheading, table
from workbench.reports.sheet import Sheet
from workbench.reports.strips import Part
from workbench.reports.theme import BODY, BODY_STRONG, CELL, CELL_MUTED, CELL_STRONG, LABEL
from workbench.services.documents import (
    CodedPart,
    ComputedPart,
    Confirmation,
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


def add_result(sheet: Sheet, part: ResultPart) -> None:
    """The section of one instrument, caveats included."""
    match part:
        case ComputedPart():
            _add_computed(sheet, part)
        case IncompletePart():
            _add_incomplete(sheet, part)
        case UnscoredPart():
            _add_unscored(sheet, part)
        case ReadOffPart():
            _add_read_off(sheet, part)
        case CodedPart():
            _add_coded(sheet, part)


def _add_heading(sheet: Sheet, heading: InstrumentHeading) -> None:
    _ = sheet.say
    subheading(sheet, heading.title)
    field(sheet, _("Version"), heading.version)
    asked = sheet.voice.days(heading.administered_on)
    carried_out = ", ".join(one for one in (asked, heading.administered_by) if one)
    field(sheet, _("Carried out"), carried_out)
    field(sheet, _("Wording of the form"), heading.wording)
    field(sheet, _("Scoring rule"), heading.rule)


def _add_confirmation(sheet: Sheet, confirmation: Confirmation | None) -> None:
    _ = sheet.say
    if confirmation is None:
        return
    day = sheet.voice.day(confirmation.confirmed_on)
    who = f"{confirmation.name}, {confirmation.function}, {day}"
    edition = _("Compared with the form: {edition}").format(edition=confirmation.edition)
    field(sheet, _("Rule confirmed by"), (Part(who, BODY), Part(edition, LABEL)))


def _add_computed(sheet: Sheet, part: ComputedPart) -> None:
    _ = sheet.say
    with sheet.together():
        _add_heading(sheet, part.heading)
        _add_confirmation(sheet, part.confirmation)
        field(sheet, _("Value"), part.value, strong=True)
        field(sheet, _("Band"), part.band, strong=True)
        field(sheet, _("Table"), part.table)
        _add_beside(sheet, part.flags, part.remarks)
        _add_caveats(sheet, part.caveats)
    _add_trace(sheet, part.trace)
    _add_several(sheet, part.several)


def _add_incomplete(sheet: Sheet, part: IncompletePart) -> None:
    _ = sheet.say
    with sheet.together():
        _add_heading(sheet, part.heading)
        _add_confirmation(sheet, part.confirmation)
        field(sheet, _("Value"), _("Incomplete. No band is given."), strong=True)
        field(sheet, _("Answered"), _answered(sheet, part.answered, part.items))
        field(sheet, _("Lowest possible"), part.lowest, strong=True)
        field(sheet, _("Highest possible"), part.highest, strong=True)
        _add_beside(sheet, part.flags, part.remarks)
        _add_caveats(sheet, part.caveats)
    _add_open_items(sheet, part.open_items)
    _add_trace(sheet, part.trace)
    _add_several(sheet, part.several)


def _add_unscored(sheet: Sheet, part: UnscoredPart) -> None:
    _ = sheet.say
    with sheet.together():
        _add_heading(sheet, part.heading)
        field(sheet, _("Value"), part.why, strong=True)
        field(sheet, _("Answered"), _answered(sheet, part.answered, part.items))
        _add_beside(sheet, part.flags, part.remarks)
        _add_caveats(sheet, part.caveats)
    _add_open_items(sheet, part.open_items)
    _add_several(sheet, part.several)
    if part.answers:
        columns = (Column(_("No."), 6), Column(_("Question"), 70), Column(_("Answer"), 24))
        table(sheet, columns, ((one.number, _item(one), one.answer) for one in part.answers))


def _add_read_off(sheet: Sheet, part: ReadOffPart) -> None:
    _ = sheet.say
    mark = Part(_("Read off the paper form, not computed by the program."), LABEL)
    read = f"{sheet.voice.day(part.read_on)}, {part.read_by}"
    with sheet.together():
        _add_heading(sheet, part.heading)
        field(sheet, _("Points"), (Part(part.points, BODY_STRONG), mark))
        field(sheet, _("Level"), (Part(part.level, BODY_STRONG), mark))
        field(sheet, _("Edition of the form"), part.form_edition)
        field(sheet, _("Read off"), read)
        field(sheet, _("Remark"), part.note)
        _add_beside(sheet, part.flags, ())
        _add_caveats(sheet, part.caveats)
    _add_several(sheet, part.several)


def _add_coded(sheet: Sheet, part: CodedPart) -> None:
    _ = sheet.say
    with sheet.together():
        _add_heading(sheet, part.heading)
        for column in part.columns:
            missing = _("{omitted} without information, {open} not yet coded")
            counted = missing.format(omitted=column.omitted, open=column.not_coded)
            field(sheet, column.label, (Part(column.definition, BODY), Part(counted, LABEL)))
        key = " · ".join(f"{code}\u00a0{meaning}" for code, meaning in part.code_key)
        field(sheet, _("Codes"), key)
        _add_caveats(sheet, part.caveats)
    for label, text in part.around:
        field(sheet, label, text)
    for group in part.groups:
        _add_factors(sheet, part, group.label, group.factors)
    if part.added_factors:
        _add_factors(sheet, part, _("Factors added in this case file"), part.added_factors)


def _add_factors(sheet: Sheet, part: CodedPart, label: str, factors: Iterable[FactorRow]) -> None:
    _ = sheet.say
    codes = (Column(column.label, 17, "centre") for column in part.columns)
    columns = (Column(_("No."), 5), Column(label, 30), *codes, Column(_("Note and source"), 33))
    table(sheet, columns, (_factor(factor) for factor in factors))


def _factor(factor: FactorRow) -> tuple[Content, ...]:
    remark = (Part(factor.note, CELL), Part(factor.source, CELL_MUTED))
    codes = ((Part(code, CELL_STRONG),) for code in factor.codes)
    return (factor.number, factor.factor, *codes, remark)


def _add_open_items(sheet: Sheet, items: tuple[OpenItemRow, ...]) -> None:
    _ = sheet.say
    if items:
        state = Column(_("State of the item"), 30)
        columns = (Column(_("No."), 6), Column(_("Open item"), 64), state)
        table(sheet, columns, ((item.number, item.item, item.state) for item in items))


def _add_trace(sheet: Sheet, trace: tuple[TraceRow, ...]) -> None:
    _ = sheet.say
    if trace:
        columns = (
            Column(_("No."), 6),
            Column(_("Question"), 62),
            Column(_("Answer"), 20),
            Column(_("Points"), 12, "right"),
        )
        rows = ((one.number, _item(one), one.answer, _points(one)) for one in trace)
        table(sheet, columns, rows)


def _add_beside(sheet: Sheet, flags: tuple[str, ...], remarks: tuple[str, ...]) -> None:
    """What answers raise whatever the result, and what the result itself must be read with."""
    _ = sheet.say
    field(sheet, _("To notice"), "\n".join(flags), strong=True)
    field(sheet, _("About the value"), "\n".join(remarks))


def _add_several(sheet: Sheet, rows: tuple[SeveralRow, ...]) -> None:
    """Every result for itself; what it rests on stands small beneath its name."""
    _ = sheet.say
    if rows:
        columns = (
            Column(_("All results, each for itself"), 48),
            Column(_("Result"), 24),
            Column(_("Level, table, status"), 28),
        )
        table(sheet, columns, (_several(row) for row in rows))


def _several(row: SeveralRow) -> tuple[Content, ...]:
    how = Part(" · ".join(row.how), CELL_MUTED)
    return ((Part(row.name, CELL), how), (Part(row.said, CELL_STRONG),), row.beside)


def _points(row: TraceRow) -> tuple[Part, ...]:
    """What gave no points stands back, so that the eye finds what did."""
    return (Part(row.points, CELL_MUTED if row.points == "0" else CELL_STRONG),)


def _item(row: TraceRow) -> tuple[Part, ...]:
    return (Part(row.item, CELL), Part(row.note, CELL_MUTED))


def _add_caveats(sheet: Sheet, caveats: tuple[str, ...]) -> None:
    _ = sheet.say
    remarks(sheet, _("Read with the result"), caveats)


def _answered(sheet: Sheet, answered: int, items: int) -> str:
    _ = sheet.say
    return _("{answered} of {items}").format(answered=answered, items=items)
