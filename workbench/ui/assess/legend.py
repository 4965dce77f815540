# SPDX-License-Identifier: EUPL-1.2
"""What stands above the worksheet: its codes, what its columns cover, its keys."""

from workbench.ui.assess.cells import sign
from workbench.ui.assess.vms import ColumnVm, WorksheetVm
from workbench.words import _


def legend(vm: WorksheetVm) -> str:
    """A few lines: codes, columns, what a broken edge is, keys."""
    keys = _("Insert: own factor · F3: why and where · F4: the same source again")
    keys = _("F3: why and where") if vm.is_locked else keys
    lines = [_codes(vm.columns), _columns(vm.columns)]
    if any(code for factor in vm.factors for code in factor.earlier):
        told = _("Broken edge: said last time, not reviewed. Press the code where it is still so.")
        lines.append(told)
    return "\n".join((*lines, keys))


def _codes(columns: tuple[ColumnVm, ...]) -> str:
    """Each code and its meaning; what is not of time after its column's name."""
    told, said = _("{code} {meaning}"), []
    for options in dict.fromkeys(each.options for each in columns):
        named = next(c for c in columns if c.options == options)
        parts = " · ".join(told.format(code=sign(o), meaning=o.label) for o in options)
        said.append(parts if named.definition else f"{named.label}: {parts}")
    return "   ".join(said)


def _columns(columns: tuple[ColumnVm, ...]) -> str:
    told, timed = _("{column}: {definition}"), [c for c in columns if c.definition]
    return " · ".join(told.format(column=c.label, definition=c.definition) for c in timed)
