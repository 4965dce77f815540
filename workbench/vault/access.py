# SPDX-License-Identifier: EUPL-1.2
"""The facet of an unlocked vault for users, roles and grants. See `services.access_ports`.

No role opens an akt: whoever holds its key grants it. Roles are an administrator's to give, but
the organisation's own keys for bundles only go from hand to hand, as an akt's key does.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress

from workbench.crypto.kdf import DEFAULT_COST, Cost
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, UserId
from workbench.services.access_ports import Entered, Leaving, NewUser
from workbench.services.jobs import Pulse
from workbench.vault import granting, seats
from workbench.vault.doors import Doors
from workbench.vault.errors import (
    DiskError,
    DiskFullError,
    LastAdministratorError,
    LastReaderError,
    NoAccessError,
    NoSuchUserError,
    OlderCopyError,
)
from workbench.vault.inside import Inside
from workbench.vault.rekeying import Rekeying
from workbench.vault.rotation import Rotation
from workbench.vault.seats import ADMINISTRATOR, EXCHANGE
from workbench.vault.slots import ROLES, Role, User


class Access:
    """Satisfies `services.access_ports.Access`."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside
        self._doors = Doors(inside)
        self._rotation, self._rekeying = Rotation(inside), Rekeying(inside)
        inside.shelf.see_to_key = self._rekeying.see_to

    def finish(self) -> None:
        """At unlocking: what was begun and cut off. Where the disk refuses, another time."""
        with suppress(WorkbenchError):
            if len(self._inside.register_keys) > 1:
                granting.know(self._inside)
                self._rotation.finish(self._inside.pulse)
        with suppress(WorkbenchError):
            granting.hand_round(self._inside)
        with suppress(WorkbenchError):
            self._inside.begin_history()

    def add_user(self, new: NewUser, entered: Callable[[UserId], None]) -> UserId:
        inside, roles = self._inside, _roles(new.roles)
        self._require_administrator(touching=roles)
        if inside.body.slot(new.place) is not None:
            raise NoSuchUserError
        self._doors.require_affordable(new.cost)
        made = seats.newcomer(inside, roles)
        try:
            slot = seats.slot_for(inside, new.place, made.secrets, new.passphrase, new.cost)
            # The grant first and the signed list last: cut off before that, nobody has come.
            granting.add(inside, CaseId(inside.body.house), made.admitted)
            entered(made.user)
            self._doors.install(seats.with_user(inside, made, slot), new.place, new.passphrase)
        finally:
            made.secrets.wipe()
        granting.hand_round(inside)
        return made.user

    def change_passphrase(
        self, place: int, old: str | None, new: str, *, cost: Cost = DEFAULT_COST
    ) -> UserId:
        self._require_administrator()
        self._doors.require_affordable(cost)
        with self._doors.opened(place, old) as secrets:
            slot = seats.slot_for(self._inside, place, secrets, new, cost)
        self._doors.install(seats.with_slot(self._inside, slot), place, new, closed_to=old)
        return UserId(slot.user)

    def change_roles(self, user: UserId, roles: tuple[str, ...], entered: Entered) -> None:
        inside, known, wanted = self._inside, self._seated(user), _roles(roles)
        self._require_administrator(touching=frozenset(known.roles) ^ frozenset(wanted))
        if known.user == inside.keychain.user:
            _require_kept(known, wanted)
        body = seats.with_roles(inside, known, wanted)
        entered()
        # First: what was signed by one who then exchanges no more would not be believed.
        granting.hand_round(inside, body)
        inside.write_slots(body)

    def leaving(self, user: UserId) -> Leaving:
        inside, known = self._inside, self._seated(user)
        self._require_administrator(touching=known.roles)
        if known.user == inside.keychain.user:
            raise LastAdministratorError
        granting.know(inside)
        own = inside.register.grants.of(user).keys()
        shared = inside.register.grants.shared_with(user, self._others(user))
        left = own - shared
        alone = (row.number for row in inside.register.rows() if row.case in left)
        return Leaving(len(own), tuple(alone))

    def remove_user(
        self, user: UserId, entered: Callable[[int], None], pulse: Pulse, *, to_recovery: bool
    ) -> None:
        inside, leaving = self._inside, self.leaving(user)
        if leaving.alone and not to_recovery:
            raise LastReaderError(akter=len(leaving.alone), number=leaving.alone[0])
        self._rotation.finish(pulse)
        entered(leaving.could_copy)
        self._rotation.begin(seats.without(inside, self._seated(user)))
        with suppress(DiskFullError, DiskError):  # they are out; the rest is done at unlocking
            self._rotation.finish(pulse)
            granting.hand_round(inside)
            self._rekeying.rekey(CaseId(inside.body.house), pulse)

    def grant(self, case: CaseId, user: UserId, entered: Entered) -> None:
        inside, known = self._inside, self._seated(user)
        self._refuse_house(case)
        inside.shelf.open(case).close()  # a change of key that is due comes first
        granting.know(inside)
        if user in granting.readers(inside, case):
            inside.register.grants.put(case, user)
            return
        entered()
        # The row first: a grant without a row would end at the next change of the key.
        inside.register.grants.put(case, user)
        try:
            granting.add(inside, case, known)
        except BaseException:
            with suppress(WorkbenchError):  # if they have it all the same, the key changes
                inside.register.grants.end(case, user)
            raise

    def revoke(self, case: CaseId, user: UserId, entered: Entered, pulse: Pulse) -> None:
        inside = self._inside
        self._refuse_house(case)
        handle = inside.shelf.open(case)
        try:
            if handle.is_older_copy:
                raise OlderCopyError(file=inside.shelf.files(case).name)
            granting.know(inside)
            if user not in granting.readers(inside, case):
                raise NoSuchUserError
            self._require_another_reader(case, user)
            entered()
            inside.register.grants.end(case, user)
            if user != inside.keychain.user:
                with suppress(DiskFullError, DiskError):  # ended; the key at the next opening
                    self._rekeying.rekey(case, pulse)
        finally:
            handle.close()

    def readers(self, case: CaseId) -> tuple[UserId, ...]:
        self._refuse_house(case)
        inside = self._inside
        inside.keychain.keys(case, inside.shelf.files(case))  # theirs to know who can open it
        places = {slot.user: slot.place for slot in inside.body.slots}
        found = granting.readers(inside, case)
        return tuple(sorted((u for u in found if u in places), key=lambda user: places[user]))

    def rekey_due(self) -> frozenset[CaseId]:
        return self._inside.register.grants.rekey_due()

    def _require_administrator(self, *, touching: Iterable[str] = ()) -> None:
        """Who lets others exchange, or ends it, must have the keys to hand on or to change."""
        self._inside.require_role(ADMINISTRATOR)
        if EXCHANGE in touching:
            self._inside.require_role(EXCHANGE)

    def _require_another_reader(self, case: CaseId, user: UserId) -> None:
        inside = self._inside
        meant = granting.readers(inside, case) & frozenset(self._others(user))
        row = inside.register.row(case)
        if not meant and row is not None:
            raise LastReaderError(akter=1, number=row.number)

    def _others(self, user: UserId) -> tuple[UserId, ...]:
        return tuple(UserId(s.user) for s in self._inside.body.slots if s.user != user)

    def _refuse_house(self, case: CaseId) -> None:
        if case == self._inside.shelf.house:
            raise NoAccessError

    def _seated(self, user: UserId) -> User:
        body = self._inside.body
        known = body.user(user)
        if known is None or not any(slot.user == user for slot in body.slots):
            raise NoSuchUserError
        return known


def _require_kept(me: User, wanted: tuple[Role, ...]) -> None:
    """What one cannot take from oneself: another must sign what is then to be signed.

    Raises:
        LastAdministratorError, NoAccessError.
    """
    if ADMINISTRATOR not in wanted:
        raise LastAdministratorError
    if EXCHANGE in me.roles and EXCHANGE not in wanted:
        raise NoAccessError


def _roles(untrusted: tuple[str, ...]) -> tuple[Role, ...]:
    """Roles in the order of the format, each once. Raises ValueError for what is none."""
    if not untrusted or not set(untrusted) <= set(ROLES):
        raise ValueError(untrusted)
    return tuple(role for role in ROLES if role in untrusted)
