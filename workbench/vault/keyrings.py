# SPDX-License-Identifier: EUPL-1.2
"""`<id>.keys`: one akt's key, wrapped to each user with a grant and to recovery.

A grant is signed by a user who held the key: by who made it, or by one to whom it was granted in
a line that begins there, or by recovery. So the grants of one generation name one key, and one
user, its maker, granted it to themself. While a key is rotated the file holds grants of two
generations; a reader tries the later first.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from workbench.crypto import ed25519, hybrid, seeds
from workbench.crypto.labels import Signed, Wrap
from workbench.crypto.seeds import WrapScope, fingerprint, name_of, wipe
from workbench.domain.ids import CaseId, UserId, VaultId
from workbench.services.ports import Member
from workbench.vault import durable, signed
from workbench.vault.errors import DamagedFileError, NewerFormatError, NoAccessError
from workbench.vault.signed import Count, Hash, Hex, Id, Moment, WrapFields

RECOVERY = "recovery"
To = Annotated[str, msgspec.Meta(pattern=r"\A([0-9a-f]{64}|recovery)\Z")]
FIRST_GENERATION = 1


class Grant(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The key for one reader. `key` names it; `to` is a user's id or "recovery"."""

    key: Hash
    generation: Count
    to: To
    recipient: Hash
    wrap: WrapFields
    by: Hash
    at: Moment
    signature: Hex


class KeysBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole file."""

    fmt: Literal["varn.keys/1"] = "varn.keys/1"
    vault: Id
    case: Id
    grants: tuple[Grant, ...]


class _Statement(msgspec.Struct, frozen=True, kw_only=True):
    fmt: str = "varn.grant/1"
    vault: str
    case: str
    key: str
    generation: int
    to: str
    recipient: str
    wrap: WrapFields
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a key is granted to: a user's id or "recovery", and their hybrid public key."""

    to: str
    public: bytes


@dataclass(frozen=True, slots=True)
class Granter:
    """Who grants, with which seed, and when."""

    user: UserId
    signing: bytearray
    at: str


@dataclass(frozen=True, slots=True)
class Place:
    """Which key a grant is about."""

    vault: VaultId
    case: CaseId
    generation: int = FIRST_GENERATION

    @property
    def scope(self) -> WrapScope:
        return WrapScope(Wrap.CASE_KEY, self.vault, self.case, self.generation)


def grant(place: Place, key: bytearray, reader: Reader, granter: Granter) -> Grant:
    """`key` for `reader`, signed by `granter`, who holds it."""
    unsigned = Grant(
        key=name_of(key),
        generation=place.generation,
        to=reader.to,
        recipient=fingerprint(reader.public),
        wrap=WrapFields.of(seeds.wrap(key, reader.public, place.scope)),
        by=granter.user,
        at=granter.at,
        signature="",
    )
    statement = ed25519.pae(Signed.GRANT, _statement(place.vault, place.case, unsigned))
    signature = ed25519.sign(granter.signing, statement)
    return msgspec.structs.replace(unsigned, signature=signature.hex())


def write_new(path: Path, body: KeysBody) -> None:
    """Write a file that is not there yet."""
    durable.write_new(path, signed.plain_file(body))


def replace(path: Path, body: KeysBody) -> None:
    """Put a file in the place of the one before; durable on return."""
    durable.replace(path, signed.plain_file(body))


def generations(body: KeysBody) -> tuple[int, ...]:
    """Of which generations there are grants, the latest first."""
    return tuple(sorted({granted.generation for granted in body.grants}, reverse=True))


def only(body: KeysBody, generation: int) -> KeysBody:
    """The file without the grants of other generations."""
    kept = tuple(granted for granted in body.grants if granted.generation == generation)
    return msgspec.structs.replace(body, grants=kept)


def users_of(body: KeysBody, members: tuple[Member, ...]) -> frozenset[UserId]:
    """The users to whom the key of the latest generation was granted by one who held it."""
    latest = only(body, generations(body)[0]) if body.grants else body
    return frozenset(
        UserId(granted.to)
        for granted in latest.grants
        if granted.to != RECOVERY and _counts(latest, granted, members)
    )


def read(path: Path, *, name: str) -> KeysBody:
    """Read a file.

    Raises:
        DamagedFileError: not there, or not what we write.
        NewerFormatError: what a later version writes.
    """
    if not path.is_file():
        raise DamagedFileError(file=name)
    with durable.explained(), path.open("rb") as file:
        content = file.read(signed.LARGEST_BYTES)
    try:
        return signed.read_plain(content, KeysBody)
    except signed.NewerError:
        raise NewerFormatError(file=name) from None
    except signed.NotOursError:
        raise DamagedFileError(file=name) from None


@dataclass(frozen=True, slots=True)
class Opener:
    """Who opens a keys file: their wrapping seed, and the members whose grants count.

    `recipient`: the name of the one key that counts, where there may be grants to earlier ones
    (of recovery); "" for a user.
    """

    to: str
    wrapping: bytearray
    members: tuple[Member, ...]
    recipient: str = ""

    def is_meant(self, granted: Grant) -> bool:
        """Whether a grant is for this opener."""
        return granted.to == self.to and self.recipient in ("", granted.recipient)


def open_keys(body: KeysBody, opener: Opener, *, name: str) -> tuple[bytearray, ...]:
    """The opener's keys, the latest generation first. The caller wipes them.

    Raises:
        NoAccessError: there is no grant for this reader.
        DamagedFileError: there is, but it is not what was granted; or there is none, and
            the file is not one that another user's akt has.
    """
    own = [granted for granted in body.grants if opener.is_meant(granted)]
    if not own:
        # A changed letter, or a grant taken out, must not make an akt vanish as if it were
        # another user's: that needs no key.
        _require_owned(body, opener.members, name)
        raise NoAccessError
    own.sort(key=lambda granted: -granted.generation)
    return tuple(_open(body, granted, opener, name) for granted in own)


def require_whole(body: KeysBody, members: tuple[Member, ...], *, name: str) -> None:
    """See that the file holds what every akt has: for `verify`, which looks at all of it.

    Raises:
        DamagedFileError: a grant is not what was granted, or users or recovery have none.
    """
    _require_owned(body, members, name)
    if not any(granted.to == RECOVERY for granted in body.grants):
        raise DamagedFileError(file=name)


def _require_owned(body: KeysBody, members: tuple[Member, ...], name: str) -> None:
    """Every grant is what was granted, and at least one is to a user of this vault."""
    users = {member.user for member in members}
    if not any(granted.to in users for granted in body.grants):
        raise DamagedFileError(file=name)
    if not all(_counts(body, granted, members) for granted in body.grants):
        raise DamagedFileError(file=name)


def _open(body: KeysBody, granted: Grant, opener: Opener, name: str) -> bytearray:
    place = Place(VaultId(body.vault), CaseId(body.case), granted.generation)
    if not _counts(body, granted, opener.members):
        raise DamagedFileError(file=name)
    try:
        key = seeds.unwrap(granted.wrap.wrapped(), opener.wrapping, place.scope)
    except hybrid.CannotUnwrapError:
        raise DamagedFileError(file=name) from None
    if name_of(key) != granted.key:
        wipe(key)
        raise DamagedFileError(file=name)
    return key


def _counts(body: KeysBody, granted: Grant, members: tuple[Member, ...]) -> bool:
    """Whether a grant, and each before it in its line, was signed by one who held the key.

    Nobody can begin a second line: whoever never held the key cannot put themself among its
    readers, from where the next change of the key would give it to them.
    """
    beside = [other for other in body.grants if other.generation == granted.generation]
    makers = {other.to for other in beside if other.to == other.by}
    if len(makers) > 1 or {other.key for other in beside} != {granted.key}:
        return False
    recovery = {member.user for member in members if RECOVERY in member.roles}
    by_reader = {other.to: other for other in beside}
    line: list[Grant] = []
    at: Grant | None = granted
    while at is not None and at not in line:
        line.append(at)
        if at.by in recovery or at.by == at.to:
            return all(_is_granted(body, each, members) for each in line)
        at = by_reader.get(at.by)
    return False


def _is_granted(body: KeysBody, granted: Grant, members: tuple[Member, ...]) -> bool:
    granter = next((m for m in members if m.user == granted.by), None)
    return granter is not None and signed.is_signed_by(
        granter.public,
        Signed.GRANT,
        _statement(body.vault, body.case, granted),
        bytes.fromhex(granted.signature),
    )


def _statement(vault: str, case: str, granted: Grant) -> bytes:
    return signed.body_bytes(
        _Statement(
            vault=vault,
            case=case,
            key=granted.key,
            generation=granted.generation,
            to=granted.to,
            recipient=granted.recipient,
            wrap=granted.wrap,
            by=granted.by,
            at=granted.at,
        )
    )
