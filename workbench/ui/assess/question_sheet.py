# SPDX-License-Identifier: EUPL-1.2
"""The questions of an instrument as an Arksida: one line each, typed straight down."""

from collections.abc import Iterator, Mapping

from workbench.instruments.definition import Item
from workbench.instruments.forms import Slot, visible_items
from workbench.services.assess import keyed_in
from workbench.ui.assess import written
from workbench.ui.assess.shapes import chosen_code, options, titled
from workbench.ui.assess.sitting import Sitting
from workbench.ui.assess.vms import ColumnVm, FactorVm, OptionVm, SlotKey, WorksheetVm
from workbench.words import _, language

_MOST_SETS = 3


def question_sheet(sitting: Sitting, typed: Mapping[SlotKey, str]) -> WorksheetVm:
    """Every question that is asked now; `typed` is what stands in a field and is no answer."""
    factors = tuple(_lines(sitting, typed))
    return WorksheetVm(
        columns=(ColumnVm("", _("Answer"), ""),),
        options=(),
        factors=factors,
        is_answers=True,
        legend=_legend(factors),
    )


def _lines(sitting: Sitting, typed: Mapping[SlotKey, str]) -> Iterator[FactorVm]:
    definition, section = sitting.definition, ""
    marks = keyed_in.by_item(sitting.stored.keyed, _)
    for each in visible_items(definition, sitting.given):
        if each.section != section:
            section = each.section
            yield FactorVm("", definition.section_label(section, language()))
        yield FactorVm(
            item=each.id,
            label=_label(each, is_doubtful=(each.id, "") in typed),
            codes=(typed.get((each.id, ""), chosen_code(sitting, Slot(each))),),
            note=sitting.note(each.id),
            source=sitting.source(each.id),
            cited=marks.get(each.id, ""),
            options=options(each),
            is_written=each.type != "choice",
        )


def _label(item: Item, *, is_doubtful: bool) -> str:
    """A doubt about what was written stands with its question."""
    return f"{titled(item)}\n{written.not_yet(item)}" if is_doubtful else titled(item)


def _legend(factors: tuple[FactorVm, ...]) -> str:
    """What the keys mean: the choices, where they are few sets, and the ways of no answer."""
    choices = [tuple(o for o in f.options if not o.is_state) for f in factors if f.options]
    sets = [each for each in dict.fromkeys(choices) if each]
    states = dict.fromkeys(o for factor in factors for o in factor.options if o.is_state)
    lines = [_told(each) for each in sets] if len(sets) <= _MOST_SETS else []
    lines.append(_told(tuple(states)))
    return "\n".join(line for line in lines if line)


def _told(said: tuple[OptionVm, ...]) -> str:
    told = _("{code} {meaning}")
    return " · ".join(told.format(code=o.key, meaning=o.label) for o in said)
