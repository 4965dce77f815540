# SPDX-License-Identifier: EUPL-1.2
"""Content of an organisation's own as rows to compare with the form, and whether all are ticked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from workbench.instruments.definition import Definition
from workbench.instruments.local_rules import Local, LocalRule, LocalTable, with_local
from workbench.instruments.local_tables import MatrixCells, Proration
from workbench.ui.assess.vms import TICKED
from workbench.ui.confirm_rule.parts import PartVm, mark_text, rule_parts, whole_parts
from workbench.words import _, language


def local_parts(definition: Definition, local: Local) -> tuple[PartVm, ...]:
    """Every row of it. What only one of several rules leaves out is no row of its own."""
    if isinstance(local, LocalRule):
        made = tuple(_of_rules(with_local(definition, local)))
    else:
        made = tuple(_of_table(definition, local))
    return tuple(_as_typed(part) for part in made)


def _as_typed(part: PartVm) -> PartVm:
    """What the organisation typed is no memory of ours: it stands on their form."""
    if part.mark != mark_text("recalled"):
        return part
    return replace(part, mark=_("Typed from your form"))


def first_unticked(parts: Sequence[PartVm], ticks: Mapping[str, str]) -> str:
    """What is still to be compared, in words; nothing when every row is ticked."""
    left = [part.part for part in parts if ticks.get(part.key) != TICKED]
    return _("Compare every row first. Next: {part}").format(part=left[0]) if left else ""


def _of_rules(own: Definition) -> Iterator[PartVm]:
    is_alone = len(own.rules) == 1
    for rule in own.rules:
        called = own.rule_label(rule.id, language())
        for part in rule_parts(own, rule):
            if is_alone:
                yield part
            elif part.content != _("Not counted"):
                told = _("{rule}: {part}").format(rule=called, part=part.part)
                yield replace(part, key=f"{rule.id}/{part.key}", part=told if called else part.part)
    yield from whole_parts(own)


def _of_table(definition: Definition, local: LocalTable) -> Iterator[PartVm]:
    mark = mark_text("recalled")
    yield PartVm("source", _("Published in"), local.source, mark)
    content = local.content
    cells = _prorated(content) if isinstance(content, Proration) else _paired(definition, content)
    for key, part, says in cells:
        yield PartVm(key, part, says, mark)


def _prorated(table: Proration) -> Iterator[tuple[str, str, str]]:
    for unknown, row in enumerate(table.by_unknown):
        told = _("{n} not known: totals from raw sum 0 upwards").format(n=unknown)
        yield f"unknown:{unknown}", told, " · ".join(str(total) for total in row)


def _paired(definition: Definition, table: MatrixCells) -> Iterator[tuple[str, str, str]]:
    names = definition.labels[language()].bands
    first, second, given = (names.get(n, {}) for n in (table.a_table, table.b_table, table.id))
    for a, row in table.cells.items():
        for b, level in row.items():
            told = _("{first} and {second}").format(
                first=first.get(a) or _choice(definition, table.a_table, a),
                second=second.get(b) or _choice(definition, table.b_table, b),
            )
            yield f"cell:{a}:{b}", told, given.get(level, level)


def _choice(definition: Definition, answer_set: str, code: str) -> str:
    named = definition.labels[language()].choices.get(answer_set, {})
    return named.get(code, code)
