# SPDX-License-Identifier: EUPL-1.2
"""Who wrote an entry: users are known by name in the organisation akt only."""

from collections.abc import Mapping

from workbench.domain.ids import UserId
from workbench.domain.people import StaffMember
from workbench.services.desk import Desk
from workbench.words import _

_SHOWN = 8
RECOVERY = "recovery"
"""The role of the key that the recovery code gives, in the list of members."""


def names_of(desk: Desk) -> Mapping[UserId, str]:
    """The names of the staff, by user; the recovery code signs what was done with it alone."""
    keys = (member.user for member in desk.vault.members() if RECOVERY in member.roles)
    named = {each.value.user: each.value.name for each in desk.house.all(StaffMember)}
    return {key: _("The recovery code") for key in keys} | named


def name_of(user: UserId, names: Mapping[UserId, str]) -> str:
    """A user's name, or the beginning of their key when nobody has named them."""
    return names.get(user) or _("user {key}").format(key=user[:_SHOWN])
