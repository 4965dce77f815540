# SPDX-License-Identifier: EUPL-1.2
"""The one key ring of a medium: vault.slots and the keys files, as they were at the last visit.

Keys change; the copies on a medium do not. So the ring keeps the earlier grants of everybody who
still has a grant, and the register's earlier keys sealed under today's. Whoever lost access, and
every akt that was erased, is gone from it at the next visit.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from workbench.crypto import aead, kdf
from workbench.crypto.clearing import take, wipe
from workbench.crypto.labels import Label, Signed
from workbench.crypto.seeds import SEED_BYTES, name_of
from workbench.domain.canonical import canonical_bytes
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import VaultId
from workbench.services.ports import Member
from workbench.vault import keyrings, register, register_keys, signed, slots
from workbench.vault.carrying import on_medium
from workbench.vault.errors import DamagedCopyError
from workbench.vault.inside import Inside
from workbench.vault.keyrings import KeysBody
from workbench.vault.layout import CASES
from workbench.vault.signed import Hash, Id
from workbench.vault.slots import SlotsBody

EARLIER = "register.earlier"
LIST = "ring.list"
KEYS = ".keys"
MOST_KEYS = 2_000
"""Earlier keys of the register, each 32 bytes: one for each that a copy on the medium is under."""
_Sealed = Annotated[str, msgspec.Meta(pattern=r"\A([0-9a-f]{2})*\Z", max_length=256 * 1024)]


class _Earlier(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Earlier keys of the register, sealed under the one that `key` names."""

    fmt: Literal["varn.earlier/1"] = "varn.earlier/1"
    vault: Id
    key: Hash
    sealed: _Sealed


class _RingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    sha256: Hash


class _RingList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the ring holds, signed by who made the last visit."""

    fmt: Literal["varn.ring/1"] = "varn.ring/1"
    vault: Id
    files: tuple[_RingFile, ...]
    signed_by: Hash


@dataclass(frozen=True, slots=True)
class Before:
    """The ring that is followed, the copies that it leads to, and which files' akter are kept."""

    ring: Path
    copies: tuple[Path, ...]
    is_kept: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Ring:
    """What a new ring will hold: files by name. Small: keys and lists only."""

    files: dict[str, bytes]

    @property
    def size_bytes(self) -> int:
        return sum(map(len, self.files.values()))


def of_today(inside: Inside, before: Before, names: Iterable[str]) -> Ring:
    """The ring as of today. `names`: the keys files.

    Keys that the ring of before has and the vault has no more stay, but those of what was erased:
    somebody may have taken them away who may not, and the copies on the medium open with them.
    """
    folder, members = inside.layout.folder, inside.keychain.members
    files = {slots.FILE: (folder / slots.FILE).read_bytes()}
    for name in names:
        with suppress(FileNotFoundError):
            files[name] = _with_earlier((folder / name).read_bytes(), before.ring / name, members)
    for name in keys_names(before.ring):
        if name not in files and before.is_kept(name):
            with suppress(WorkbenchError, ValueError, OSError):
                files[name] = _of_before(before.ring / name, members)
    keys = _still_needed(earlier_keys(inside, before.ring), before.copies)
    try:
        if keys:
            files[EARLIER] = _sealed(inside, keys)
    finally:
        wipe(*keys)
    files[LIST] = _listed(inside, files)
    return Ring(files)


def _still_needed(keys: tuple[bytearray, ...], copies: Iterable[Path]) -> tuple[bytearray, ...]:
    """Those that a copy on the medium is under; the others are wiped."""
    try:
        with on_medium():
            folders = [each for each in copies if (each / register.FILE).is_file()]
            needed = [any(register.is_under(each, key) for each in folders) for key in keys]
    except BaseException:
        wipe(*keys)
        raise
    wipe(*(key for key, is_needed in zip(keys, needed, strict=True) if not is_needed))
    return tuple(key for key, is_needed in zip(keys, needed, strict=True) if is_needed)[:MOST_KEYS]


def require_whole(ring: Path, vault: VaultId, members: tuple[Member, ...]) -> None:
    """See that every file of a ring is what was put there.

    Raises:
        DamagedCopyError: naming the first that is not.
    """
    try:
        content = signed.read_file(ring / LIST, largest=signed.LARGEST_LIST_BYTES)
        read = signed.read_signed(content, _RingList)
    except (OSError, ValueError):
        raise DamagedCopyError(file=f"ring/{LIST}") from None
    body, payload, signature = read
    public = next((m.public for m in members if m.user == body.signed_by), b"")
    is_signed = signed.is_signed_by(public, Signed.COPY, payload, signature)
    if body.vault != vault or not is_signed:
        raise DamagedCopyError(file=f"ring/{LIST}")
    for file in body.files:
        if _hash(ring / file.name) != file.sha256:
            raise DamagedCopyError(file=f"ring/{file.name}")


def earlier_keys(inside: Inside, ring: Path) -> tuple[bytearray, ...]:
    """Every key of the register that a ring leads to, but those of today. The caller wipes them."""
    today = {name_of(key) for key in inside.register_keys}
    own = _keys_then(inside, ring)
    found = (*own, *unsealed(ring, inside.vault, (*inside.register_keys, *own)))
    kept: dict[str, bytearray] = {}
    for key in found:
        name = name_of(key)
        if name in today or name in kept:
            wipe(key)
        else:
            kept[name] = key
    return tuple(kept.values())


def unsealed(ring: Path, vault: VaultId, keys: tuple[bytearray, ...]) -> tuple[bytearray, ...]:
    """The register's earlier keys, if one of `keys` opens them. The caller wipes them."""
    try:
        body = signed.read_plain(signed.read_file(ring / EARLIER), _Earlier)
    except (OSError, ValueError):  # none, or not what we write: then there are none
        return ()
    key = next((each for each in keys if name_of(each) == body.key), None)
    if key is None:
        return ()
    sealing = kdf.derive_buffer(key, Label.EARLIER)
    try:
        sealed = bytes.fromhex(body.sealed)
        plain = take(aead.open_sealed(sealing, sealed, _bound_to(vault, body.key)))
    except aead.NotAuthenticError:
        return ()
    finally:
        wipe(sealing)
    found = tuple(plain[at : at + SEED_BYTES] for at in range(0, len(plain), SEED_BYTES))
    wipe(plain)
    return found


def only_for(body: KeysBody, readers: set[str]) -> KeysBody:
    """The grants of these, and those through which theirs came: each must lead to a maker's.

    Where nobody's would be left, all stay; the akt's key is due for a change anyway.
    """
    if not any(
        granted.to in readers and granted.to != keyrings.RECOVERY for granted in body.grants
    ):
        return body
    needed, size = set(readers), -1
    while len(needed) != size:
        size = len(needed)
        needed |= {granted.by for granted in body.grants if granted.to in needed}
    kept = tuple(granted for granted in body.grants if granted.to in needed)
    return msgspec.structs.replace(body, grants=kept)


def keys_names(folder: Path) -> Iterator[str]:
    """The keys files of a vault or of a ring, by name."""
    if (folder / ("house" + KEYS)).is_file():
        yield "house" + KEYS
    for path in sorted((folder / CASES).glob("*" + KEYS)):
        yield f"{CASES}/{path.name}"


def _listed(inside: Inside, files: Mapping[str, bytes]) -> bytes:
    listed = tuple(
        _RingFile(name=name, sha256=hashlib.sha256(content).hexdigest())
        for name, content in sorted(files.items())
    )
    me = inside.keychain.user
    body = _RingList(vault=inside.vault, files=listed, signed_by=me)
    largest = signed.LARGEST_LIST_BYTES
    return signed.signed_file(body, inside.keychain.signing, Signed.COPY, largest=largest)


def _hash(path: Path) -> str:
    with on_medium():
        return hashlib.sha256(signed.read_file(path)).hexdigest() if path.is_file() else ""


def _with_earlier(today: bytes, before: Path, members: tuple[Member, ...]) -> bytes:
    """A keys file with the earlier grants of those who have one today.

    What cannot be read, today or before, is taken as it is today.
    """
    with suppress(WorkbenchError, ValueError, OSError):
        if signed.read_file(before) == today:  # nearly every one
            return today
        body = signed.read_plain(today, KeysBody)
        earlier = keyrings.read(before, name=before.name)
        keyrings.require_whole(earlier, members, name=before.name)
        # A reader is a person and a key of theirs: a recovery code that is void opens nothing.
        readers = {(granted.to, granted.recipient) for granted in body.grants}
        # A generation is one key: after a copy was put back, another may bear the same number.
        today_s = {granted.generation for granted in body.grants}
        kept = [
            granted
            for granted in earlier.grants
            if (granted.to, granted.recipient) in readers and granted.generation not in today_s
        ]
        if kept and (earlier.vault, earlier.case) == (body.vault, body.case):
            return signed.plain_file(msgspec.structs.replace(body, grants=(*body.grants, *kept)))
    return today


def _of_before(path: Path, members: tuple[Member, ...]) -> bytes:
    """A keys file that the vault has no more, for who has a place today, and recovery."""
    body = keyrings.read(path, name=path.name)
    keyrings.require_whole(body, members, name=path.name)
    seated = {str(member.user) for member in members if member.place > 0}
    return signed.plain_file(only_for(body, {*seated, keyrings.RECOVERY}))


def _keys_then(inside: Inside, ring: Path) -> tuple[bytearray, ...]:
    """This user's keys of the register as they were when the ring was written."""
    try:
        body = slots.read(ring, smallest_kib=1)
        slots.check_founder(body, inside.keychain.founder)
        wraps = _wraps_of(body, inside.keychain.user)
        return register_keys.unwrap_register_keys(body.vault, wraps, inside.keychain.wrapping)
    except WorkbenchError:  # no ring yet, or one that this user was not in
        return ()


def _wraps_of(body: SlotsBody, user: str) -> tuple[slots.RegisterWrap, ...]:
    return next((slot.register for slot in body.slots if slot.user == user), ())


def _sealed(inside: Inside, keys: tuple[bytearray, ...]) -> bytes:
    today = inside.register_keys[0]
    name, sealing = name_of(today), kdf.derive_buffer(today, Label.EARLIER)
    plain = bytearray().join(keys)
    nonce = inside.ids.random_bytes(aead.NONCE_BYTES)
    sealed = aead.seal(sealing, plain, _bound_to(inside.vault, name), nonce=nonce)
    wipe(sealing, plain)
    return signed.plain_file(_Earlier(vault=inside.vault, key=name, sealed=sealed.hex()))


def _bound_to(vault: str, key: str) -> bytes:
    return canonical_bytes({"fmt": "varn.earlier/1", "vault": vault, "key": key})
