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
from workbench.vault.history import Author, Deed
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
    """New keys; nobody has let them in yet."""
    wrapping, signing = (take(inside.ids.random_bytes(SEED_BYTES)) for _ in range(2))
    public = ed25519.public_key(signing)
    admitted = User(
        user=fingerprint(public),
        sign=public.hex(),
        wrap=hybrid.public_key(wrapping).hex(),
        roles=roles,
    )
    return Newcomer(admitted, UserSecrets(wrapping, signing, inside.keychain.founder))


def slot_for(inside: Inside, place: int, secrets: UserSecrets, phrase: str, cost: Cost) -> Slot:
    """A slot at `place` that `phrase` opens to `secrets`; new salt, and so a new key."""
    own = next(slot for slot in inside.body.slots if slot.user == inside.keychain.user)
    public = hybrid.public_key(secrets.wrapping)
    register = wrap_anew(inside.vault, own.register, inside.register_keys, public)
    user = fingerprint(ed25519.public_key(secrets.signing))
    door = Door(place, phrase, cost, inside.ids.random_bytes(kdf.SALT_BYTES))
    return seal_slot(inside.vault, user, secrets, door, register)


def author(inside: Inside) -> Author:
    """Whoever unlocked the vault, as who takes a step in its history."""
    return Author(inside.keychain.user, inside.keychain.signing)


def with_user(inside: Inside, new: Newcomer, slot: Slot) -> SlotsBody:
    """Somebody more, at a place that is nobody's."""
    body = inside.body
    grown = msgspec.structs.replace(
        body, users=(*body.users, new.admitted), slots=_by_place((*body.slots, slot))
    )
    return _signed(inside, grown, slots.arrival(new.admitted))


def with_slot(inside: Inside, slot: Slot) -> SlotsBody:
    """Another slot at a place that is taken."""
    body = inside.body
    others = (other for other in body.slots if other.place != slot.place)
    return _signed(inside, msgspec.structs.replace(body, slots=_by_place((*others, slot))))


def with_roles(inside: Inside, user: User, roles: tuple[Role, ...]) -> SlotsBody:
    """Other roles for somebody."""
    body = inside.body
    changed = msgspec.structs.replace(user, roles=roles)
    users = tuple(changed if one.user == user.user else one for one in body.users)
    told = Deed("roles", user.user, roles=roles)
    return _signed(inside, msgspec.structs.replace(body, users=users), told)


def without(inside: Inside, user: User) -> SlotsBody:
    """The place is nobody's. The key stays in the list, for old signatures."""
    body = inside.body
    kept = tuple(slot for slot in body.slots if slot.user != user.user)
    return _signed(inside, msgspec.structs.replace(body, slots=kept), Deed("left", user.user))


def as_before(inside: Inside, before: SlotsBody) -> SlotsBody:
    """What was just written taken back: who came has left, and the slots are those of before."""
    body, there = inside.body, {user.user for user in before.users}
    come = (user.user for user in body.users if user.user not in there)
    told = (Deed("left", user) for user in come)
    return _signed(inside, msgspec.structs.replace(body, slots=before.slots), *told)


def _by_place(seated: tuple[Slot, ...]) -> tuple[Slot, ...]:
    return tuple(sorted(seated, key=lambda slot: slot.place))


def _signed(inside: Inside, body: SlotsBody, *deeds: Deed) -> SlotsBody:
    """The next list, and the steps that lead to it."""
    by = author(inside)
    return msgspec.structs.replace(
        body,
        generation=body.generation + 1,
        history=slots.after(body, by, *deeds),
        signed_by=by.user,
    )
