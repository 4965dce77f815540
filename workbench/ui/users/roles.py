# SPDX-License-Identifier: EUPL-1.2
"""Roles in plain words. No role opens an akt."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.services.house.access import ALL_ROLES
from workbench.words import _


@dataclass(frozen=True, slots=True)
class RoleVm:
    """A role: what it is called, and what who has it does."""

    role: str
    name: str
    does: str


def roles() -> tuple[RoleVm, ...]:
    """Every role, in the order in which they are listed."""
    words = {
        "administrator": (_("Administrator"), _("adds users, sees to settings and backups")),
        "practitioner": (_("Practitioner"), _("works with people and their case files")),
        "reviewer": (_("Reviewer"), _("reads and signs what others judged")),
        "method-owner": (_("Method owner"), _("confirms the rules of the instruments")),
        "exchange": (_("Exchange"), _("seals and opens bundles for other organisations")),
        "log-reviewer": (_("Log reviewer"), _("reads through who opened and handed over what")),
    }
    return tuple(RoleVm(role, *words[role]) for role in ALL_ROLES)


def named(held: Iterable[str]) -> str:
    """The names of some roles, parted by commas."""
    having = frozenset(held)
    if having >= frozenset(ALL_ROLES):
        return _("every role")
    return ", ".join(each.name.lower() for each in roles() if each.role in having)
