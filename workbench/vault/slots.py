# SPDX-License-Identifier: EUPL-1.2
"""vault.slots: who may open the vault, signed, without names.

The file is believed in two steps. Before any passphrase: it is exactly what we write, its users,
roles and places are what its signed history comes to, and one who may has signed it. After the
passphrase: the founder, whose fingerprint lies inside the opened slot, began that history.
Whether it is the history that was seen here before is `known_lists`'.
"""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from workbench.crypto.kdf import SMALLEST_MEMORY_KIB
from workbench.crypto.labels import Signed
from workbench.crypto.seeds import fingerprint
from workbench.domain.ids import UserId
from workbench.services.ports import Member
from workbench.vault import durable, history, signed
from workbench.vault.admissions import RECOVERY, ROLES, Admitted, Role
from workbench.vault.errors import (
    NewerFormatError,
    NotAVaultError,
    SlotLimitsError,
    SlotsNotSignedError,
)
from workbench.vault.history import Author, BrokenHistoryError, Deed, Membership, Step
from workbench.vault.same_person import Tie, ties
from workbench.vault.signed import Count, Hash, Id
from workbench.vault.slot_fields import Recovery, RegisterWrap, ShareSeal, Slot, User

__all__ = [
    "FILE",
    "RECOVERY",
    "ROLES",
    "Recovery",
    "RegisterWrap",
    "Role",
    "ShareSeal",
    "Slot",
    "SlotsBody",
    "User",
]

FILE = "vault.slots"
_FIRST = b'{"fmt":"varn.slots/1",'


class SlotsBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything in vault.slots that is signed."""

    fmt: Literal["varn.slots/2"] = "varn.slots/2"
    vault: Id
    house: Id
    generation: Count
    history: Annotated[tuple[Step, ...], msgspec.Meta(min_length=1)]
    recovery: Recovery
    users: tuple[User, ...]
    slots: tuple[Slot, ...]
    signed_by: Hash

    @property
    def chain(self) -> tuple[str, ...]:
        """The hashes of the history; none where the file is of before there was one."""
        return history.chain(self.history)

    def user(self, user: str) -> User | None:
        return next((known for known in self.users if known.user == user), None)

    def slot(self, place: int) -> Slot | None:
        return next((slot for slot in self.slots if slot.place == place), None)

    def may_sign(self, user: str) -> bool:
        """Whether this list may be signed by a user: an administrator of today, or recovery.

        The key of a recovery code that was replaced may not.
        """
        return history.fold(self.history).may_change(user)

    def members(self) -> tuple[Member, ...]:
        """Everyone whose signature may stand in this vault; place 0 for former users."""
        places = {slot.user: slot.place for slot in self.slots}
        recovery = frozenset(u.user for u in self.users if RECOVERY in u.roles)
        known = ties(self.history, recovery)
        return tuple(_member(u, places.get(u.user, 0), known.get(u.user)) for u in self.users)


def _member(user: User, place: int, tie: Tie | None) -> Member:
    found = Member(UserId(user.user), place, user.sign_public, user.roles)
    if tie is None:
        return found
    was = tie.person if tie.person != user.user else UserId("")
    return replace(found, person=was, by_code=tie.by_code)


class _FirstBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The same, of before there was a history. It is read, and never written."""

    fmt: Literal["varn.slots/1"] = "varn.slots/1"
    vault: Id
    house: Id
    generation: Count
    recovery: Recovery
    users: tuple[Admitted, ...]
    slots: tuple[Slot, ...]
    signed_by: Hash

    def as_today(self) -> SlotsBody:
        """The same list, whose history is yet to begin."""
        return SlotsBody(
            vault=self.vault,
            house=self.house,
            generation=self.generation,
            history=(begin(self.users, self.slots, self.recovery),),
            recovery=self.recovery,
            users=tuple(map(without_admission, self.users)),
            slots=self.slots,
            signed_by=self.signed_by,
        )


def begin(users: tuple[Admitted, ...], slots: tuple[Slot, ...], recovery: Recovery) -> Step:
    """The step that takes over a list of before there was a history; not signed yet."""
    return history.listed(users, tuple(slot.user for slot in slots), recovery.public)


def without_admission(user: Admitted) -> User:
    """Who they are, in a list whose history tells who let them in."""
    return User(user=user.user, sign=user.sign, wrap=user.wrap, roles=user.roles)


def after(body: SlotsBody, by: Author, *deeds: Deed) -> tuple[Step, ...]:
    """The history of a list, and what somebody does now."""
    return history.after(body.history, body.vault, by, *deeds)


def arrival(user: User) -> Deed:
    """Somebody is let in, or is the recovery key from now on."""
    recipient = fingerprint(user.wrap_public)
    if RECOVERY in user.roles:
        return Deed("recovery", user.user, recipient)
    return Deed("admitted", user.user, recipient, tuple(r for r in ROLES if r in user.roles))


def membership(body: SlotsBody) -> Membership:
    """What the history of a list that was checked comes to."""
    return history.fold(body.history)


def write(folder: Path, content: bytes) -> None:
    """Replace vault.slots with what `file_of` gave."""
    durable.replace(folder / FILE, content)


def read(folder: Path, *, smallest_kib: int = SMALLEST_MEMORY_KIB) -> SlotsBody:
    """Read and check vault.slots as far as is possible without a passphrase.

    Raises:
        NotAVaultError, NewerFormatError, SlotsNotSignedError, SlotLimitsError.
    """
    body, payload, signature = _parse(_content(folder))
    if not all(slot.cost.is_readable(smallest_kib) for slot in body.slots):
        raise SlotLimitsError
    check(body)
    signer = body.user(body.signed_by)
    if signer is None:
        raise SlotsNotSignedError
    if not signed.is_signed_by(signer.sign_public, Signed.SLOTS, payload, signature):
        raise SlotsNotSignedError
    return body


def check(body: SlotsBody) -> None:
    """The list is what its history comes to, and is signed by one who may, as it says.

    Raises:
        SlotsNotSignedError.
    """
    try:
        found = membership(body)
    except BrokenHistoryError:
        raise SlotsNotSignedError from None
    if not (_is_consistent(body) and _is_as_told(body, found)):
        raise SlotsNotSignedError
    keys = {user.user: user.sign_public for user in body.users}
    is_first = history.is_pending(body.history)  # then the file's own signature is all there is
    if not is_first and not history.are_signed(body.history, body.vault, lambda u: keys[u]):
        raise SlotsNotSignedError


def check_founder(body: SlotsBody, founder: bytes) -> None:
    """The history of a list that was checked begins with the founder.

    Raises:
        SlotsNotSignedError: it does not, and so nothing in the file is believed.
    """
    if not history.begins_with(body.history, body.vault, founder):
        raise SlotsNotSignedError


def hash_of(folder: Path) -> str:
    """Hex SHA-256 of vault.slots as it lies there."""
    return hashlib.sha256(_content(folder)).hexdigest()


def file_of(body: SlotsBody, seed: bytes | bytearray) -> bytes:
    """The bytes of vault.slots, signed by `body.signed_by`, whose seed it is.

    Raises:
        SlotsNotSignedError: no reader would take them: too many steps, or a number too high.
    """
    try:
        content = signed.signed_file(body, seed, Signed.SLOTS)
    except signed.TooLargeError:
        raise SlotsNotSignedError from None
    _parse(content)
    return content


def _content(folder: Path) -> bytes:
    path = folder / FILE
    if not path.is_file():
        raise NotAVaultError
    with durable.explained(), path.open("rb") as file:
        return file.read(signed.LARGEST_BYTES)


def _parse(untrusted: bytes) -> tuple[SlotsBody, bytes, bytes]:
    try:
        if untrusted.startswith(_FIRST):
            first, payload, signature = signed.read_signed(untrusted, _FirstBody)
            return first.as_today(), payload, signature
        return signed.read_signed(untrusted, SlotsBody)
    except signed.NewerError:
        raise NewerFormatError(file=FILE) from None
    except signed.NotOursError:
        raise SlotsNotSignedError from None


def _is_consistent(body: SlotsBody) -> bool:
    users = [user.user for user in body.users]
    places = [slot.place for slot in body.slots]
    seated = [slot.user for slot in body.slots]
    return (
        bool(places)
        and len(set(users)) == len(users)
        and len(set(places)) == len(places)
        and len(set(seated)) == len(seated)
        and set(seated) <= set(users)
        and all(fingerprint(user.sign_public) == user.user for user in body.users)
    )


def _is_as_told(body: SlotsBody, found: Membership) -> bool:
    """Users, keys, roles and places are those of the history, and so is who signs the list."""
    told = [(user, known.recipient, known.roles) for user, known in found.users.items()]
    listed = [(user.user, fingerprint(user.wrap_public), user.roles) for user in body.users]
    seated = {user for user, known in found.users.items() if known.is_seated}
    return (
        told == listed
        and seated == {slot.user for slot in body.slots}
        and found.recovery == fingerprint(bytes.fromhex(body.recovery.public))
        and found.may_change(body.signed_by)
    )
