# SPDX-License-Identifier: EUPL-1.2
"""What the backups page says, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.ids import CaseId, UserId
from workbench.services.copies_ports import (
    CopyChecked,
    CopyListed,
    CopyMade,
    LeftAside,
    MediumSeen,
)
from workbench.services.desk import Desk
from workbench.services.keeping import copies, left_aside
from workbench.services.keeping.media import medium_name
from workbench.ui.writing import moments
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _, ngettext

_SHOWN = 8
_MB = 1_000_000
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class FactVm:
    """One line. `due`: what is left to do, "" for nothing."""

    label: str
    value: str
    due: str = ""


@dataclass(frozen=True, slots=True)
class AsideVm:
    """What a restoration left: what it is called, and a line that says what it is."""

    name: str
    said: str


@dataclass(frozen=True, slots=True)
class OverviewVm:
    """How it stands. `may_make`: this user is an administrator, who also sees what was left."""

    facts: tuple[FactVm, ...]
    may_make: bool
    left_aside: tuple[AsideVm, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyVm:
    """One copy on a medium. `since`: what was written after that moment is not in it."""

    generation: str
    since: str
    caption: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class MediumVm:
    """What lies on a medium, newest first. `unreadable`: a sentence, "" for none."""

    name: str
    copies: tuple[CopyVm, ...]
    unreadable: str


@dataclass(frozen=True, slots=True)
class OutcomeVm:
    """What came of it."""

    title: str
    detail: str
    is_whole: bool = True


def overview(desk: Desk, *, may_make: bool) -> OverviewVm:
    """What stands at the top of the page."""
    age = copies.age(desk)
    facts = [FactVm(_("Last backup"), _since(age), _due(age))]
    if age.made is not None:
        made = age.made.value
        facts.append(FactVm(_("On medium"), medium_name(made.medium)))
        facts.append(FactVm(_("In it"), counted(made.opened, made.hash_only)))
    rehearsed = copies.rehearsals(desk)
    day = moments.local_day(rehearsed[-1].recorded_at) if rehearsed else _("Never")
    facts.append(FactVm(_("Last rehearsal"), day))
    left = tuple(_aside(each, desk.vault.own.numbers()) for each in left_aside.left_aside(desk))
    return OverviewVm(tuple(facts), may_make, left if may_make else ())


def _aside(left: LeftAside, numbers: Mapping[CaseId, str]) -> AsideVm:
    number = numbers.get(left.case) or left.case[:_SHOWN] if left.case is not None else ""
    what = {
        "vault": _("The vault that a backup took the place of"),
        "akt": _("The damaged part of case file {number}").format(number=number),
        "keys": _("The damaged keys of case file {number}").format(number=number),
    }[left.kind]
    size = _("{n} MB").format(n=max(1, round(left.size_bytes / _MB)))
    return AsideVm(left.name, f"{moments.day_and_time(left.since)} · {what} · {size}")


def medium_vm(desk: Desk, seen: MediumSeen) -> MediumVm:
    """The copies on a medium."""
    numbers = numbers_of(desk)
    unreadable = ngettext(
        "{n} more copy there cannot be believed and is not offered.",
        "{n} more copies there cannot be believed and are not offered.",
        len(seen.unreadable),
    ).format(n=len(seen.unreadable))
    return MediumVm(
        name=medium_name(seen.medium),
        copies=tuple(_copy(each, numbers) for each in seen.copies),
        unreadable=unreadable if seen.unreadable else "",
    )


def made_vm(desk: Desk, made: CopyMade) -> OutcomeVm:
    """A copy was made: what was opened there, what was not, and for whom."""
    copy = made.copy
    title = _("The backup is made and was read back.")
    detail = [counted(copy.opened, copy.hash_only) + "."]
    if copy.hash_only:
        detail.append(_for_whom(desk, made.for_whom))
    if copy.damaged:
        title = _("The backup is made, but some of it was damaged in the vault already.")
        detail.append(_damaged(copy.damaged, numbers_of(desk)))
    if made.rotated_out:
        detail.append(_("Copies older than 90 days were cleared away."))
    if made.held:
        detail.append(
            _("Older copies stay for now: more than the clock must say how old they are.")
        )
    return OutcomeVm(title, " ".join(detail), is_whole=not copy.damaged)


def checked_vm(desk: Desk, told: CopyChecked, *, was_rehearsal: bool) -> OutcomeVm:
    """A copy was opened later, where it lies or put back aside."""
    if told.damaged:
        title = _("Not everything in the copy opens.")
        return OutcomeVm(title, _damaged(told.damaged, numbers_of(desk)), is_whole=False)
    title = _("Every byte is as it was written.")
    detail = counted(told.opened, told.hash_only) + "."
    if was_rehearsal:
        title = _("The copy can be put back.")
        put_away = _("It was put back beside the vault, opened, and put away again.")
        detail = f"{detail} {put_away}"
    return OutcomeVm(title, detail)


def counted(opened: int, hash_only: int) -> str:
    """How many were opened, and how many only compared.

    The house's own log, always one of those opened, is not what a person counts.
    """
    akter = max(0, opened - 1)
    said = ngettext("{n} case file opened and counted", "{n} case files opened and counted", akter)
    if not hash_only:
        return said.format(n=akter)
    rest = ngettext("{n} only compared", "{n} only compared", hash_only).format(n=hash_only)
    return f"{said.format(n=akter)}, {rest}"


def numbers_of(desk: Desk) -> Mapping[str, str]:
    """Case numbers of one's own akter, by the name of their file."""
    return {f"cases/{row.case}.db": row.number for row in desk.vault.cases()}


def _copy(copy: CopyListed, numbers: Mapping[str, str]) -> CopyVm:
    size = _("{n} MB").format(n=max(1, round(copy.size_bytes / _MB)))
    parts = [counted(copy.opened, copy.hash_only), size]
    if copy.damaged:
        parts.append(_damaged(copy.damaged, numbers))
    return CopyVm(
        copy.generation, moments.day_and_time(copy.made), " · ".join(parts), not copy.damaged
    )


def _damaged(files: Sequence[str], numbers: Mapping[str, str]) -> str:
    named = ", ".join(numbers.get(file) or _name(file) for file in files)
    return _("Damaged: {names}.").format(names=named)


def _name(file: str) -> str:
    if file == "house.db":
        return _("the house's own log")
    case = CaseId(file.removeprefix("cases/").removesuffix(".db"))
    return _("a case file of another user ({id})").format(id=case[:_SHOWN])


def _for_whom(desk: Desk, users: Sequence[UserId]) -> str:
    names = names_of(desk)
    named = ", ".join(sorted(name_of(user, names) for user in users))
    if not named:
        return _("No user can open the rest.")
    return _("You cannot open the rest. Ask {names} to open this backup here.").format(names=named)


def _since(age: copies.Age) -> str:
    if age.made is None:
        return _("Never")
    at = moments.day_and_time(age.made.recorded_at)
    if age.days is None:
        return at
    ago = ngettext("{n} day ago", "{n} days ago", age.days).format(n=age.days)
    return f"{at} · {ago}" if age.days else f"{at} · {_('today')}"


def _due(age: copies.Age) -> str:
    return _("Time for a backup") if age.is_due else ""
