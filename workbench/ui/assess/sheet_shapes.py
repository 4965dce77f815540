# SPDX-License-Identifier: EUPL-1.2
"""From a sitting to the Arksida: factors by section, own factors after them, marks, citations."""

from collections.abc import Iterator

from workbench.domain.incidents import Incident
from workbench.domain.worksheets import Citation
from workbench.instruments.definition import Item
from workbench.instruments.forms import visible_items
from workbench.services import labels
from workbench.services.assess import settling, worksheet_words
from workbench.services.facts import document_words, happening
from workbench.ui.assess.margin import MARKS, RELEVANCE, Margin
from workbench.ui.assess.shapes import covers, options, titled
from workbench.ui.assess.sitting import Sitting
from workbench.ui.assess.vms import (
    TICKED,
    CitedVm,
    ColumnVm,
    FactorVm,
    MarginVm,
    OptionVm,
    SlotKey,
    WorksheetVm,
)
from workbench.words import _, language


def worksheet(sitting: Sitting, margin: Margin) -> WorksheetVm:
    """All factors by section, with what is said in each column."""
    definition = sitting.definition
    presence = options(definition.items[0])
    columns = tuple(_columns(sitting, presence))
    factors = tuple(_factors(sitting, margin, columns))
    return WorksheetVm(columns, presence, factors, is_locked=bool(sitting.stored.locked_at))


def margin_vm(sitting: Sitting, margin: Margin, at: SlotKey) -> MarginVm:
    """What is said of the factor in front beside its codes."""
    item, _column = at
    table, mark = sitting.definition.table, margin.mark_of(item)
    asks = ("relevance_because",) if table.has_relevance else ()
    source, page = margin.last
    return MarginVm(
        key=at,
        where=_named(sitting, at),
        asks=(*asks, "provisional_because"),
        values={
            "relevance_because": mark.relevance_because,
            "provisional_because": mark.provisional_because,
        },
        cited=tuple(
            CitedVm(cited.record, _cited(sitting, cited.value))
            for cited in sitting.screen.beside.of_item(item)
        ),
        sources=tuple(
            OptionVm(number, _source(number, what), "")
            for number, what in sitting.stored.material.items()
        ),
        source=source,
        page=page,
        incidents=tuple(
            OptionVm(record, _happened(incident), "")
            for record, incident in sitting.stored.incidents.items()
        ),
        is_locked=bool(sitting.stored.locked_at),
    )


def _source(number: str, what: str) -> str:
    """`3. Samtal`, or `handling 3: Polisanmälan` of a document that was read into the akt."""
    document = document_words.cited_source(number, "", _)
    shape = _("{label}: {text}") if document else _("{number}. {label}")
    return shape.format(number=number, label=document or what, text=what)


def _columns(sitting: Sitting, presence: tuple[OptionVm, ...]) -> Iterator[ColumnVm]:
    definition, lang = sitting.definition, language()
    for column in definition.columns:
        yield ColumnVm(column.id, column.labels[lang], covers(sitting, column), presence)
    table, words = definition.table, definition.labels[lang]
    if table.relevance is not None:
        labels = [words.relevance.get(code, code) for code in table.relevance.codes]
        keys = _initials(labels)
        steps = zip(table.relevance.codes, labels, keys, strict=True)
        yield ColumnVm(
            RELEVANCE, _("Relevance"), "", tuple(OptionVm(c, label, key) for c, label, key in steps)
        )
    names = [("critical", _("Critical"))] if table.has_critical else []
    names.append(("provisional", _("Provisional")))
    keys = _initials([label for _name, label in names])
    marks = tuple(OptionVm(n, label, key) for (n, label), key in zip(names, keys, strict=True))
    yield ColumnVm(MARKS, _("Marks"), "", marks, is_many=True)


def _initials(labels: list[str]) -> list[str]:
    """The letter that a choice shows, or its number where two begin alike."""
    initials = [label[:1].upper() for label in labels]
    if len(set(initials)) == len(initials):
        return initials
    return [str(number) for number in range(1, len(labels) + 1)]


def _factors(sitting: Sitting, margin: Margin, columns: tuple[ColumnVm, ...]) -> Iterator[FactorVm]:
    definition, section = sitting.definition, ""
    for each in visible_items(definition, sitting.given):
        if each.section != section:
            section = each.section
            yield FactorVm("", definition.section_label(section, language()))
        yield _factor(sitting, margin, columns, each)
    groups = definition.labels[language()].extra_factor_rows
    for group in definition.table.extra_factor_rows:
        yield FactorVm("", _group(sitting, group, groups[group]))
        named = [extra for extra in sitting.screen.beside.extras if extra.group == group]
        for extra in named:
            yield _line(sitting, margin, columns, extra.record, extra.label, is_own=True)
        if not sitting.stored.locked_at:
            yield _line(sitting, margin, columns, margin.fresh(group), "", is_own=True)


def _group(sitting: Sitting, group: str, label: str) -> str:
    """The heading of own factors, with those of last time that nobody has named here."""
    before = [e.label for e in sitting.stored.earlier_extras if e.group == group]
    told = _("{group} · last time: {factors}")
    return told.format(group=label, factors="; ".join(before)) if before else label


def _factor(sitting: Sitting, margin: Margin, columns: tuple[ColumnVm, ...], of: Item) -> FactorVm:
    return _line(sitting, margin, columns, of.id, titled(of))


def _line(
    sitting: Sitting,
    margin: Margin,
    columns: tuple[ColumnVm, ...],
    item: str,
    label: str,
    *,
    is_own: bool = False,
) -> FactorVm:
    codes, mark = sitting.screen.codes(item), margin.mark_of(item)
    marks = " ".join(o.code for o in columns[-1].options if getattr(mark, o.code) == TICKED)
    said = {**codes, RELEVANCE: mark.relevance, MARKS: marks}
    earlier = sitting.stored.earlier
    return FactorVm(
        item=item,
        label=label,
        codes=tuple(said.get(column.id, "") for column in columns),
        note=sitting.note(item),
        source=sitting.source(item),
        earlier=tuple(
            "" if said.get(column.id) else earlier.get((item, column.id), "") for column in columns
        ),
        cited="; ".join(_place(cited.value) for cited in sitting.screen.beside.of_item(item)),
        is_own=is_own,
    )


def _place(value: Citation) -> str:
    day = value.happened_on if value.incident else ""
    return worksheet_words.cited(value.source, value.page, _, incident=day)


def _cited(sitting: Sitting, value: Citation) -> str:
    """`Aktuell situation: källa 3, s. 14, 2026-11-01 – ”…”`, and a doubt about its day."""
    columns = {column.id: column for column in sitting.definition.columns}
    incident = sitting.stored.incidents.get(value.incident)
    parts = [_place(value), "" if incident else value.happened_on]
    said = ", ".join(part for part in parts if part)
    quoted = value.quote or (incident.what if incident else "")
    said = f"{said} – {quoted}" if quoted else said
    column = columns.get(value.column)
    if column is None:
        return said
    said = _("{label}: {text}").format(label=column.labels[language()], text=said)
    outside = settling.lies_outside(sitting.stored, column, value)
    told = _("The day lies outside the time column. No code is moved.")
    return f"{said}\n{told}" if outside else said


def _happened(incident: Incident) -> str:
    """`2026-11-01: Fysiskt våld, slag mot huvudet`."""
    kind = labels.incident_kind(incident.kind, _)
    day = happening.spelled(incident)
    return _("{label}: {text}").format(label=day, text=f"{kind}, {incident.what}")


def _named(sitting: Sitting, at: SlotKey) -> str:
    item, column = at
    known = sitting.definition.by_id.get(item)
    own = next((e.label for e in sitting.screen.beside.extras if e.record == item), "")
    label = titled(known) if known is not None else own
    time = next((c.labels[language()] for c in sitting.definition.columns if c.id == column), "")
    return _("{factor} · {column}").format(factor=label, column=time) if time else label
