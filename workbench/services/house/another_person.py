# SPDX-License-Identifier: EUPL-1.2
"""Whether who looks at an urgent act is another person than who did it, as far as can be shown.

Whoever comes back by the recovery code is a new user. The signed list ties them to who they were;
where they came to another's place or to nobody's, they count only if they, or whom in the line of
who let them in the code let in, had written in the organisation akt before the act.
"""

from workbench.domain.erasing import Urgent
from workbench.domain.ids import UserId
from workbench.services.desk import Desk
from workbench.services.ports import Member
from workbench.services.records.akt import Recorded


def is_another(desk: Desk, act: Recorded[Urgent], user: UserId) -> bool:
    """Whether `user` may look at it as another person."""
    members = {member.user: member for member in desk.vault.members()}
    found = members.get(user)
    if _person(members, user) == _person(members, act.author):
        return False
    return found is None or not found.by_code or _was_here(desk, found.by_code, act)


def person_of(desk: Desk, user: UserId) -> UserId:
    """The first user that somebody was here, before they came back by the recovery code."""
    return _person({member.user: member for member in desk.vault.members()}, user)


def _person(members: dict[UserId, Member], user: UserId) -> UserId:
    found = members.get(user)
    return (found.person if found is not None else user) or user


def _was_here(desk: Desk, user: UserId, act: Recorded[Urgent]) -> bool:
    until = desk.house.position(act.entry)
    return any(entry.header.author == user for entry in desk.house.file.entries()[:until])
