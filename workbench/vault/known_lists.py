# SPDX-License-Identifier: EUPL-1.2
"""Which list of users was seen last: by this installation, and by the user who unlocks.

The register says which list belongs to it, but whoever once had its key can write that. So each
user keeps the history they saw last in the register under a key of their own, and the
installation keeps it outside the vault. A list whose history does not go on from there is an older
one, or is somebody's own, and that is never opened.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

import msgspec

from workbench.crypto import aead, kdf
from workbench.crypto.clearing import wipe
from workbench.crypto.labels import Label
from workbench.domain.canonical import canonical_bytes
from workbench.domain.ids import Ids, VaultId
from workbench.vault import own_seals, register
from workbench.vault.errors import DiskError, DiskFullError, SlotsNotSignedError
from workbench.vault.installation import Installation
from workbench.vault.keychain import Keychain
from workbench.vault.register import Register
from workbench.vault.signed import Count, Hash, Id
from workbench.vault.slots import FILE, SlotsBody

_LIST = ".list"
_FORMAT = "varn.own-mark/1"


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What this installation saw last. `users`: whose own marks stand in the register."""

    fmt: Literal["varn.known/1"] = "varn.known/1"
    vault: Id
    generation: Count
    chain: tuple[Hash, ...]
    users: tuple[Hash, ...]


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a user saw last: the list's number, and the hash of each step of its history."""

    fmt: Literal["varn.own-mark/1"] = "varn.own-mark/1"
    generation: Count
    chain: tuple[Hash, ...]


@dataclass(frozen=True, slots=True)
class KnownBy:
    """Where it is kept, and whose keys open it."""

    installation: Installation
    register: Register
    keychain: Keychain
    ids: Ids


def older_than_known(by: KnownBy, body: SlotsBody) -> tuple[str, ...]:
    """The files that are older than the user or this installation saw.

    The register is when it lacks the mark of somebody who has been here.

    Raises:
        SlotsNotSignedError: neither the list nor what was seen came before the other.
    """
    known, mark = known_here(by.installation, by.keychain.vault), _own_mark(by)
    seen = [each for each in (known, mark) if each is not None]
    behind = [is_behind(each, body) for each in seen]
    is_mark_gone = mark is None and _has_been_here(by, known)
    older = {FILE: any(behind), register.FILE: is_mark_gone}
    return tuple(name for name, is_older in older.items() if is_older)


def has_seen_a_history(by: KnownBy) -> bool:
    """Whether the user's own mark in this register is of a list that had a history."""
    mark = _own_mark(by)
    return mark is not None and bool(mark.chain)


def is_behind(seen: Known | Mark, body: SlotsBody) -> bool:
    """Whether a list is older than what was seen.

    Raises:
        SlotsNotSignedError: it is neither that nor what came of it.
    """
    chain, is_older = body.chain, body.generation < seen.generation
    shared = min(len(chain), len(seen.chain))
    is_cut = len(chain) < len(seen.chain)
    if chain[:shared] != seen.chain[:shared] or (is_cut and not is_older):
        raise SlotsNotSignedError
    return is_older


def keep(by: KnownBy, body: SlotsBody) -> None:
    """From now on this list is what was seen. Where the disk refuses, another time."""
    with suppress(DiskFullError, DiskError):
        _keep_own(by, body)
        known = known_here(by.installation, by.keychain.vault)
        others = known.users if known is not None else ()
        users = tuple(sorted({*others, by.keychain.user}))
        now = Known(vault=body.vault, generation=body.generation, chain=body.chain, users=users)
        if now != known:
            remember(by.installation, now)


def known_here(installation: Installation, vault: VaultId) -> Known | None:
    """What this installation saw last of a vault's list."""
    return installation.read(vault + _LIST, Known)


def as_known(body: SlotsBody) -> Known:
    """A list as what is seen last, by nobody yet."""
    return Known(vault=body.vault, generation=body.generation, chain=body.chain, users=())


def remember(installation: Installation, known: Known) -> None:
    """Note it in the installation's own state."""
    installation.put(known.vault + _LIST, known)


def _has_been_here(by: KnownBy, known: Known | None) -> bool:
    """A mark is made before anything else of the user's is sealed into the register."""
    if known is not None and by.keychain.user in known.users:
        return True
    return own_seals.sealed_any(by.keychain, by.register.grants.of(by.keychain.user))


def _own_mark(by: KnownBy) -> Mark | None:
    """None where there is none, and where these bytes are not what the user sealed."""
    sealed = by.register.own.mark(by.keychain.user)
    if sealed is None:
        return None
    key = kdf.derive_buffer(by.keychain.wrapping, Label.OWN_MARK)
    try:
        return msgspec.json.decode(aead.open_sealed(key, sealed, _bound_to(by)), type=Mark)
    except (aead.NotAuthenticError, msgspec.DecodeError):
        return None
    finally:
        wipe(key)


def _keep_own(by: KnownBy, body: SlotsBody) -> None:
    mark = Mark(generation=body.generation, chain=body.chain)
    if mark == _own_mark(by):
        return
    key = kdf.derive_buffer(by.keychain.wrapping, Label.OWN_MARK)
    nonce = by.ids.random_bytes(aead.NONCE_BYTES)
    plain = canonical_bytes(msgspec.to_builtins(mark))
    sealed = aead.seal(key, plain, _bound_to(by), nonce=nonce)
    wipe(key)
    by.register.own.put_mark(by.keychain.user, sealed)


def _bound_to(by: KnownBy) -> bytes:
    bound = {"fmt": _FORMAT, "user": by.keychain.user, "vault": by.keychain.vault}
    return canonical_bytes(bound)
