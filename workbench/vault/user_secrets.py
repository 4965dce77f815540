# SPDX-License-Identifier: EUPL-1.2
"""From a place number and a passphrase to a user's secrets: one derivation, no more."""

import unicodedata
from dataclasses import dataclass

import msgspec

from workbench.crypto import aead, ed25519, hybrid, kdf
from workbench.crypto.kdf import Cost
from workbench.crypto.labels import Label
from workbench.crypto.passphrases import canonical
from workbench.crypto.seeds import UserSecrets, wipe
from workbench.domain.canonical import canonical_bytes, replace_surrogates
from workbench.domain.clock import Clock
from workbench.domain.ids import VaultId
from workbench.vault import backoff
from workbench.vault.errors import (
    NotEnoughMemoryError,
    SlotsNotSignedError,
    WrongPassphraseError,
)
from workbench.vault.installation import Installation
from workbench.vault.slots import RegisterWrap, Slot, SlotsBody, User

_KIB_IN_MIB = 1024


@dataclass(frozen=True, slots=True)
class Door:
    """What a new slot is opened with. `salt` is fresh at every rewrite, and so is the key."""

    place: int
    passphrase: str
    cost: Cost
    salt: bytes


@dataclass(frozen=True, slots=True)
class Knock:
    """Whose door is knocked at: the believed list, and where wrong tries are counted."""

    body: SlotsBody
    installation: Installation
    clock: Clock


def knock(at: Knock, place: int, passphrase: str) -> tuple[Slot, UserSecrets]:
    """The slot of a place and the secrets behind it; wrong tries count. The caller wipes them.

    Raises:
        WrongPassphraseError, WaitError, NotEnoughMemoryError.
    """
    vault = VaultId(at.body.vault)
    backoff.check(at.installation, vault, place, at.clock.now())
    try:
        typed = canonical(passphrase)
        slot = _slot_at(at.body, place, typed)
        secrets = open_slot(vault, slot, typed)
    except WrongPassphraseError:
        backoff.note_wrong(at.installation, vault, place, at.clock.now())
        raise
    backoff.note_right(at.installation, vault, place)
    return slot, secrets


def owner(body: SlotsBody, slot: Slot, secrets: UserSecrets) -> User:
    """Whose slot it is; the keys in it are those that the signed list names.

    Raises:
        SlotsNotSignedError: they are not.
    """
    user = body.user(slot.user)
    if user is None or user.sign_public != ed25519.public_key(secrets.signing):
        raise SlotsNotSignedError
    if user.wrap_public != hybrid.public_key(secrets.wrapping):
        raise SlotsNotSignedError
    return user


def seal_slot(
    vault: str, user: str, secrets: UserSecrets, door: Door, register: tuple[RegisterWrap, ...]
) -> Slot:
    """A slot that `door` opens to `secrets`."""
    slot = Slot(
        place=door.place,
        user=user,
        kind="passphrase",
        m_kib=door.cost.m_kib,
        t=door.cost.t,
        p=door.cost.p,
        salt=door.salt.hex(),
        secrets="",
        register=register,
    )
    key, plain = _slot_key(door.passphrase, slot), secrets.to_buffer()
    sealed = aead.seal_once(key, plain, _bound_to(vault, slot))
    wipe(key, plain)
    return msgspec.structs.replace(slot, secrets=sealed.hex())


def open_slot(vault: str, slot: Slot, passphrase: str) -> UserSecrets:
    """The secrets behind a slot. The caller wipes them.

    Raises:
        WrongPassphraseError, NotEnoughMemoryError.
    """
    key = _slot_key(passphrase, slot)
    try:
        plain = aead.open_once_buffer(key, bytes.fromhex(slot.secrets), _bound_to(vault, slot))
        return UserSecrets.from_buffer(plain)
    except (aead.NotAuthenticError, ValueError):
        raise WrongPassphraseError from None
    finally:
        wipe(key)


def spend_one_guess(cost: Cost, passphrase: str) -> None:
    """A place number that is nobody's costs what a wrong passphrase costs."""
    wipe(_stretched(passphrase, bytes(kdf.SALT_BYTES), cost))


def _slot_at(body: SlotsBody, place: int, passphrase: str) -> Slot:
    slot = body.slot(place)
    if slot is None:
        spend_one_guess(body.slots[0].cost, passphrase)
        raise WrongPassphraseError
    return slot


def _slot_key(passphrase: str, slot: Slot) -> bytearray:
    stretched = _stretched(passphrase, bytes.fromhex(slot.salt), slot.cost)
    key = kdf.derive_buffer(stretched, Label.SLOT_SECRETS)
    wipe(stretched)
    return key


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytearray:
    typed = unicodedata.normalize("NFC", replace_surrogates(passphrase)).encode("utf-8")
    try:
        return kdf.stretch(typed, salt, cost)
    except MemoryError:
        raise NotEnoughMemoryError(mib=cost.m_kib // _KIB_IN_MIB) from None


def _bound_to(vault: str, slot: Slot) -> bytes:
    return canonical_bytes(
        {
            "vault": vault,
            "place": slot.place,
            "kind": slot.kind,
            "m_kib": slot.m_kib,
            "t": slot.t,
            "p": slot.p,
            "salt": slot.salt,
        }
    )
