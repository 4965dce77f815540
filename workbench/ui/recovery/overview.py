# SPDX-License-Identifier: EUPL-1.2
"""How recovery stands, in words."""

from dataclasses import dataclass

from workbench.services.keeping.recovery import RecoveryState
from workbench.services.recovery_ports import Drill
from workbench.words import _, ngettext


@dataclass(frozen=True, slots=True)
class FactVm:
    """One line. `due`: what is left to do, "" for nothing."""

    label: str
    value: str
    due: str = ""


@dataclass(frozen=True, slots=True)
class OverviewVm:
    """The whole. `uncovered`: a sentence, "" when every akt is brought over."""

    facts: tuple[FactVm, ...]
    uncovered: str
    may_change: bool


@dataclass(frozen=True, slots=True)
class DrilledVm:
    """What came of a drill."""

    title: str
    detail: str
    is_whole: bool


def overview(state: RecoveryState, uncovered: int, *, may_change: bool) -> OverviewVm:
    """What stands at the top of the page."""
    kinds = {"one": _("One code"), "two-of-three": _("Three codes, two are needed")}
    drilled = FactVm(
        _("Last drill"),
        state.drilled_on or _("Not with this code"),
        _("Time to practise") if state.is_drill_due else "",
    )
    used = FactVm(_("Used"), _("Somebody came back by it"), _("Make a new code"))
    return OverviewVm(
        facts=(
            FactVm(_("How many"), kinds[state.codes]),
            FactVm(_("Typed back"), state.proven_on or _("Never")),
            drilled,
            *((used,) if state.is_used else ()),
        ),
        uncovered=_uncovered(uncovered),
        may_change=may_change,
    )


def drilled(found: Drill) -> DrilledVm:
    """What is said when a drill is over."""
    if found.faulty:
        numbers = ", ".join(number or _("the house's own log") for number in found.faulty)
        title = _("Not everything is whole. The drill does not count.")
        return DrilledVm(title, _("Look at: {numbers}").format(numbers=numbers), is_whole=False)
    title = ngettext(
        "The code alone opened {n} case file, and it is whole.",
        "The code alone opened {n} case files, and they are whole.",
        found.opened,
    ).format(n=found.opened)
    detail = _("The copy is put away again. The day stands in the log.")
    if found.uncovered:
        closed = _("Not opened: {numbers}. They are brought over when somebody opens them.")
        detail = f"{detail} {closed.format(numbers=', '.join(found.uncovered))}"
    return DrilledVm(title, detail, is_whole=True)


def _uncovered(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{n} case file does not open with this code yet. It is brought over when its holder opens"
        " it.",
        "{n} case files do not open with this code yet. They are brought over when their holders"
        " open them.",
        count,
    ).format(n=count)
