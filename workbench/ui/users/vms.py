# SPDX-License-Identifier: EUPL-1.2
"""What the users' page shows."""

from dataclasses import dataclass

from workbench.services.house.access import Colleague
from workbench.ui.users.roles import named
from workbench.words import _, ngettext


@dataclass(frozen=True, slots=True)
class PersonVm:
    """Somebody with a place. `is_me`: who sits here now."""

    user: str
    place: int
    name: str
    caption: str
    roles: tuple[str, ...]
    is_me: bool = False

    @property
    def number(self) -> str:
        """As one types it."""
        return f"{self.place:02d}"


@dataclass(frozen=True, slots=True)
class UsersVm:
    """Everybody. `is_alone`: one person has every role. `waiting`: of akter that wait for a key."""

    people: tuple[PersonVm, ...]
    may_change: bool
    may_exchange: bool
    is_alone: bool
    waiting: str


@dataclass(frozen=True, slots=True)
class LeavingVm:
    """What it means to remove somebody. `alone`: "" or what only they can open."""

    person: PersonVm
    could_copy: str
    alone: str


def person(one: Colleague, me: str) -> PersonVm:
    """A row of the list."""
    said = (_("this is you") if one.user == me else "", one.function, named(one.roles))
    caption = " · ".join(text for text in said if text)
    name = one.name or _("user {key}").format(key=one.user[:8])
    return PersonVm(one.user, one.place, name, caption, one.roles, one.user == me)


def waiting(count: int) -> str:
    """Of akter whose key a former reader knows."""
    if not count:
        return ""
    said = ngettext(
        "{count} case file gets a new key when one of its readers opens it next.",
        "{count} case files get new keys when one of their readers opens them next.",
        count,
    )
    return said.format(count=count)


def could_copy(count: int, *, is_over: bool) -> str:
    """What a removed user may have taken with them."""
    if not count:
        return (
            _("They can open no case file.") if not is_over else _("They could open no case file.")
        )
    if is_over:
        said = ngettext(
            "Until now they could open {count} case file. What they copied of it they still have.",
            "Until now they could open {count} case files. What they copied of them they still"
            " have.",
            count,
        )
    else:
        said = ngettext(
            "They can open {count} case file. What they have copied of it they keep.",
            "They can open {count} case files. What they have copied of them they keep.",
            count,
        )
    return said.format(count=count)


def keys_known(roles: tuple[str, ...]) -> str:
    """Of the organisation's own keys, which are wrapped anew and stay the same."""
    if "exchange" not in roles:
        return ""
    return _("They also had the organisation's own keys for bundles. Those stay the same.")


def alone(numbers: tuple[str, ...]) -> str:
    """Of akter that nobody else can open."""
    if not numbers:
        return ""
    said = ngettext(
        "Nobody else can open {numbers}. Let them give a colleague access first. "
        "Otherwise only the recovery code opens it.",
        "Nobody else can open {numbers}. Let them give a colleague access first. "
        "Otherwise only the recovery code opens them.",
        len(numbers),
    )
    shown = ", ".join(numbers[:5])
    if len(numbers) > 5:  # noqa: PLR2004  as many as one takes in
        shown = _("{numbers} and {count} more").format(numbers=shown, count=len(numbers) - 5)
    return said.format(numbers=shown)
