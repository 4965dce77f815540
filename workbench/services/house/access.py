# SPDX-License-Identifier: EUPL-1.2
"""Users, roles and who may open which akt, with the log of it.

The log has an act before it is done, so that nobody has a key of which it does not tell. What
then could not be done is withdrawn from it, with a reason.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial

from workbench.crypto.kdf import DEFAULT_COST, Cost
from workbench.crypto.passphrases import ADMINISTRATORS_WORDS, USERS_WORDS, canonical, generate
from workbench.domain.access import (
    Granted,
    PassphraseChanged,
    Revoked,
    RolesChanged,
    UserAdded,
    UserRemoved,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, UserId
from workbench.domain.people import StaffMember
from workbench.services.access_ports import Leaving, NewUser
from workbench.services.desk import Desk
from workbench.services.house.settings import ADMINISTRATOR, roles_of
from workbench.services.jobs import Pulse
from workbench.services.records.akt import Draft
from workbench.words import _

FIRST_PLACE, LAST_PLACE = 1, 99
ALL_ROLES = (ADMINISTRATOR, "practitioner", "reviewer", "method-owner", "exchange", "log-reviewer")


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone who has, or had (place 0), a place here."""

    user: UserId
    place: int
    name: str
    function: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewColleague:
    """Who is let in, with the passphrase that was drawn for them."""

    name: str
    function: str
    place: int
    passphrase: str = field(repr=False)
    roles: tuple[str, ...]
    cost: Cost = DEFAULT_COST


def staff(desk: Desk) -> tuple[Colleague, ...]:
    """Everyone with a place, by its number."""
    everyone = (_colleague(member.user, desk) for member in desk.vault.members() if member.place)
    return tuple(sorted(everyone, key=lambda one: one.place))


def find_colleague(desk: Desk, user: UserId) -> Colleague:
    """Someone who has or had a place; a user of whom nothing is known has no name."""
    return _colleague(user, desk)


def is_alone(desk: Desk) -> bool:
    """Whether one person has every role here: then nobody looks over anybody's shoulder."""
    seated = staff(desk)
    return len(seated) == 1 and set(seated[0].roles) >= set(ALL_ROLES)


def free_place(desk: Desk) -> int:
    """The lowest place number that nobody has; 0 when all are taken."""
    taken = {member.place for member in desk.vault.members()}
    return next((n for n in range(FIRST_PLACE, LAST_PLACE + 1) if n not in taken), 0)


def new_passphrase(desk: Desk, roles: tuple[str, ...]) -> str:
    """One drawn for somebody with these roles: longer for administrators."""
    is_longer = ADMINISTRATOR in roles
    return generate(desk.ids, ADMINISTRATORS_WORDS if is_longer else USERS_WORDS)


def add_colleague(desk: Desk, new: NewColleague) -> UserId:
    """Let somebody in: their passphrase has opened their place when it returns.

    Raises VAULT-007, VAULT-013, VAULT-023.
    """
    wanted = NewUser(new.place, canonical(new.passphrase), new.roles, new.cost)

    def entries(user: UserId) -> tuple[object, ...]:
        named = StaffMember(user, new.name.strip(), new.function.strip())
        return (named, UserAdded(user, new.place, new.roles))

    with _log(desk) as log:
        return desk.vault.access.add_user(wanted, lambda user: log.enter(*entries(user)))


def change_roles(desk: Desk, user: UserId, roles: tuple[str, ...]) -> None:
    """Give somebody other roles. Raises VAULT-007, VAULT-021, VAULT-023."""
    with _log(desk) as log:
        act = desk.vault.access.change_roles
        act(user, roles, lambda: log.enter(RolesChanged(user, roles)))


def change_passphrase(
    desk: Desk, place: int, old: str, new: str, *, cost: Cost = DEFAULT_COST
) -> None:
    """Another passphrase for a place, whose user types the old one; both were tried afterwards.

    Raises VAULT-001, VAULT-002, VAULT-007, VAULT-013, VAULT-023.
    """
    user = desk.vault.access.change_passphrase(place, canonical(old), canonical(new), cost=cost)
    desk.house.enter(Draft(PassphraseChanged(user)))


def leaving(desk: Desk, user: UserId) -> Leaving:
    """What it would mean to remove somebody. Raises VAULT-007, VAULT-021, VAULT-023."""
    return desk.vault.access.leaving(user)


def remove_colleague(
    desk: Desk, user: UserId, reason: str, pulse: Pulse, *, to_recovery: bool = False
) -> None:
    """Take a place away. Raises VAULT-007, VAULT-021, VAULT-022, VAULT-023."""
    with _log(desk) as log:
        desk.vault.access.remove_user(
            user,
            lambda could_copy: log.enter(UserRemoved(user, reason.strip(), could_copy)),
            pulse,
            to_recovery=to_recovery,
        )


def readers(desk: Desk, case: CaseId) -> tuple[Colleague, ...]:
    """Who can open one of the own akter, by place."""
    return tuple(_colleague(user, desk) for user in desk.vault.access.readers(case))


def grant(desk: Desk, case: CaseId, user: UserId, reason: str) -> None:
    """Let a colleague into one of the own akter. Raises VAULT-007, VAULT-023."""
    with _log(desk) as log:
        granted = Granted(case, user, reason.strip())
        desk.vault.access.grant(case, user, lambda: log.enter(granted))


def revoke(desk: Desk, case: CaseId, user: UserId, reason: str, pulse: Pulse) -> None:
    """End somebody's access to one of the own akter. Raises VAULT-007, VAULT-022, VAULT-023."""
    with _log(desk) as log:
        revoked = Revoked(case, user, reason.strip())
        desk.vault.access.revoke(case, user, lambda: log.enter(revoked), pulse)


def may_administrate(desk: Desk) -> bool:
    """Whether who works here now may let others in."""
    return ADMINISTRATOR in roles_of(desk)


class _Log:
    """What was entered for one act."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._withdrawals: list[Callable[[], object]] = []

    def enter(self, *values: object) -> None:
        """In one commit, durable before it returns."""
        house = self._desk.house
        records = house.enter(*(Draft(value) for value in values)).records
        reason = _("It was begun, and was not done.")
        self._withdrawals += [
            partial(house.withdraw, type(value), record, reason)
            for value, record in zip(values, records, strict=True)
        ]

    def withdraw(self) -> None:
        """None of it happened."""
        for act in self._withdrawals:
            with suppress(WorkbenchError):
                act()


@contextmanager
def _log(desk: Desk) -> Iterator[_Log]:
    log = _Log(desk)
    try:
        yield log
    except WorkbenchError:
        log.withdraw()
        raise


def _colleague(user: UserId, desk: Desk) -> Colleague:
    member = next((m for m in desk.vault.members() if m.user == user), None)
    named = [each.value for each in desk.house.all(StaffMember) if each.value.user == user]
    return Colleague(
        user=user,
        place=member.place if member is not None else 0,
        name=named[-1].name if named else "",
        function=named[-1].function if named else "",
        roles=member.roles if member is not None else (),
    )
