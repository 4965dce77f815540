# SPDX-License-Identifier: EUPL-1.2
"""The signed list of users with one thing changed. Nothing is written here."""

from dataclasses import dataclass

import msgspec

from workbench.crypto import ed25519, hybrid, kdf
from workbench.crypto.clearing import take
from workbench.crypto.kdf import Cost
from workbench.crypto.seeds import SEED_BYTES, UserSecrets, fingerprint
from workbench.domain.ids import UserId
from workbench.vault import slots
from workbench.vault.errors import NoAccessError
from workbench.vault.inside import Inside
from workbench.vault.register_keys import wrap_anew
from workbench.vault.slots import Role, Slot, SlotsBody, User
from workbench.vault.user_secrets import Door, seal_slot

ADMINISTRATOR: Role = "administrator"
EXCHANGE: Role = "exchange"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is about to be in the list. Whoever made them wipes the secrets."""

    admitted: User
    secrets: UserSecrets

    @property
    def user(self) -> UserId:
        return UserId(self.admitted.user)


def newcomer(inside: Inside, roles: tuple[Role, ...]) -> Newcomer:
    """New keys, admitted by this administrator."""
    wrapping, signing = (take(inside.ids.random_bytes(SEED_BYTES)) for _ in range(2))
    public = ed25519.public_key(signing)
    unsigned = User(
        user=fingerprint(public),
        sign=public.hex(),
        wrap=hybrid.public_key(wrapping).hex(),
        roles=roles,
        admitted_by=inside.keychain.user,
        admission="",
    )
    admitted = slots.admit(inside.vault, unsigned, inside.keychain.signing)
    return Newcomer(admitted, UserSecrets(wrapping, signing, inside.keychain.founder))


def slot_for(inside: Inside, place: int, secrets: UserSecrets, phrase: str, cost: Cost) -> Slot:
    """A slot at `place` that `phrase` opens to `secrets`; new salt, and so a new key."""
    own = next(slot for slot in inside.body.slots if slot.user == inside.keychain.user)
    public = hybrid.public_key(secrets.wrapping)
    register = wrap_anew(inside.vault, own.register, inside.register_keys, public)
    user = fingerprint(ed25519.public_key(secrets.signing))
    door = Door(place, phrase, cost, inside.ids.random_bytes(kdf.SALT_BYTES))
    return seal_slot(inside.vault, user, secrets, door, register)


def with_user(inside: Inside, new: Newcomer, slot: Slot) -> SlotsBody:
    """Somebody more, at a place that is nobody's."""
    body = inside.body
    users = (*body.users, new.admitted)
    return _signed(inside, body, users, _by_place((*body.slots, slot)))


def with_slot(inside: Inside, slot: Slot) -> SlotsBody:
    """Another slot at a place that is taken."""
    body = inside.body
    others = (other for other in body.slots if other.place != slot.place)
    return _signed(inside, body, body.users, _by_place((*others, slot)))


def with_roles(inside: Inside, user: User, roles: tuple[Role, ...]) -> SlotsBody:
    """Other roles for somebody; whom they admitted, this administrator admits from now on.

    Raises:
        NoAccessError: it is this administrator, whom another admits; or they stand in the line in
            which this administrator was admitted, and nobody can admit who admitted them: they
            keep the role until one outside that line takes it.
    """
    me = inside.me
    is_root = user.user == inside.keychain.founder.hex()
    is_in_line = ADMINISTRATOR not in roles and user.user in _line_to(inside, me)
    if not is_root and (user.user == me.user or is_in_line):
        raise NoAccessError
    changed = msgspec.structs.replace(user, roles=roles)
    users = tuple(
        _admitted(inside, changed if one.user == user.user else one)
        if one.user == user.user or (one.admitted_by == user.user and one.user != me.user)
        else one
        for one in inside.body.users
    )
    return _signed(inside, inside.body, users, inside.body.slots)


def without(inside: Inside, user: User) -> SlotsBody:
    """The place is nobody's. The key stays in the list, for old signatures and admissions.

    It may sign no list: only who has a place may, and the register knows which list holds.
    """
    kept = tuple(slot for slot in inside.body.slots if slot.user != user.user)
    return _signed(inside, inside.body, inside.body.users, kept)


def _admitted(inside: Inside, user: User) -> User:
    by_me = msgspec.structs.replace(user, admitted_by=inside.keychain.user)
    return slots.admit(inside.vault, by_me, inside.keychain.signing)


def _line_to(inside: Inside, user: User) -> frozenset[str]:
    """Everybody through whom a user's admission leads back to the founder."""
    line: set[str] = set()
    at: User | None = user
    while at is not None and at.admitted_by not in line:
        line.add(at.admitted_by)
        at = inside.body.user(at.admitted_by)
    return frozenset(line)


def _by_place(seated: tuple[Slot, ...]) -> tuple[Slot, ...]:
    return tuple(sorted(seated, key=lambda slot: slot.place))


def _signed(
    inside: Inside, body: SlotsBody, users: tuple[User, ...], seated: tuple[Slot, ...]
) -> SlotsBody:
    return msgspec.structs.replace(
        body,
        generation=body.generation + 1,
        users=users,
        slots=seated,
        signed_by=inside.keychain.user,
    )
