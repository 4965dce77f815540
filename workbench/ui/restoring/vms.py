# SPDX-License-Identifier: EUPL-1.2
"""What the page says of the copies on a medium, and of what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.services.copies_ports import AktOfCopy, RestoreTold
from workbench.ui.writing import moments
from workbench.words import _

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class CopyOnMedium:
    """A copy as its name tells of it; nothing is opened. `made`: an ISO moment."""

    vault: str
    generation: str
    made: str


@dataclass(frozen=True, slots=True)
class CopyVm:
    """A copy to choose."""

    generation: str
    label: str


@dataclass(frozen=True, slots=True)
class DoneVm:
    """What came of it. `lines`: what is not as it was, one sentence each."""

    title: str
    lines: tuple[str, ...]


def copy_vms(found: Sequence[CopyOnMedium]) -> tuple[CopyVm, ...]:
    """Newest first; which vault, where the medium holds several."""
    is_one = len({each.vault for each in found}) == 1
    return tuple(CopyVm(each.generation, _label(each, is_one=is_one)) for each in found)


def done_vm(told: RestoreTold) -> DoneVm:
    """It is in its place."""
    return DoneVm(_("The backup is put back. Unlock as usual."), tuple(lines_of(told)))


def lines_of(told: RestoreTold) -> Iterator[str]:
    """What whoever put it back must know."""
    made = moments.day_and_time(told.made)
    yield _("What was written after {when} is not in it.").format(when=made)
    if told.from_older:
        said = _("From an older backup, because it was damaged in this one: {akter}.")
        yield said.format(akter=", ".join(_older(akt) for akt in told.from_older))
    if told.left_out:
        said = _("Damaged in every backup here, and not put back: {akter}. Open it to see what can"
                 " still be read.")  # fmt: skip
        yield said.format(akter=", ".join(_name(akt) for akt in told.left_out))
    if told.left_aside:
        yield _("The vault that was here is now called {name}.").format(name=told.left_aside)
    if told.exchange == "new-card":
        yield _("Who exchanges bundles needs a new contact card.")


def _older(akt: AktOfCopy) -> str:
    made = moments.day_and_time(akt.made)
    return _("{name} (as of {when})").format(name=_name(akt), when=made)


def _name(akt: AktOfCopy) -> str:
    return akt.number or _("a case file of another user ({id})").format(id=akt.case[:_SHOWN])


def _label(copy: CopyOnMedium, *, is_one: bool) -> str:
    when = moments.day_and_time(copy.made)
    if is_one:
        return when
    return _("{when} · vault {vault}").format(when=when, vault=copy.vault[:_SHOWN])
