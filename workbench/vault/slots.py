# SPDX-License-Identifier: EUPL-1.2
"""vault.slots: who may open the vault, signed, without names.

The file is believed in two steps. Before any passphrase: it is exactly what we write, and an
administrator that it names has signed it. After the passphrase: the founder, whose fingerprint
lies inside the opened slot, stands at the root of every admission in it.
"""

import hashlib
from pathlib import Path
from typing import Annotated, Literal, get_args

import msgspec

from workbench.crypto import ed25519
from workbench.crypto.kdf import SMALLEST_MEMORY_KIB, Cost
from workbench.crypto.labels import Signed
from workbench.crypto.seeds import fingerprint
from workbench.domain.ids import UserId
from workbench.services.ports import Member
from workbench.vault import durable, signed
from workbench.vault.errors import (
    NewerFormatError,
    NotAVaultError,
    SlotLimitsError,
    SlotsNotSignedError,
)
from workbench.vault.signed import Count, Hash, Hex, Id, MomentOrNot, WrapFields

FILE = "vault.slots"
Role = Literal[
    "administrator", "practitioner", "reviewer", "method-owner", "exchange", "log-reviewer"
]
ROLES: tuple[Role, ...] = get_args(Role)
RECOVERY: Literal["recovery"] = "recovery"
"""The role of nobody: the key that the recovery code gives, which signs what recovery did."""
Place = Annotated[int, msgspec.Meta(ge=1, le=99)]


class User(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Someone who has, or had, a place. Keys of former users stay, for old signatures.

    `admission` is the signature of `admitted_by` over the other fields.
    """

    user: Hash
    sign: Hex
    wrap: Hex
    roles: tuple[Role | Literal["recovery"], ...]
    admitted_by: Hash
    admission: Hex

    @property
    def sign_public(self) -> bytes:
        return bytes.fromhex(self.sign)

    @property
    def wrap_public(self) -> bytes:
        return bytes.fromhex(self.wrap)


class RegisterWrap(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The register's key of one generation. While it is rotated there are two; later first."""

    generation: Count
    wrap: WrapFields


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place at the door: what a passphrase costs there, and what it opens."""

    place: Place
    user: Hash
    kind: Literal["passphrase"]
    m_kib: Count
    t: Count
    p: Count
    salt: Hex
    secrets: Hex
    register: tuple[RegisterWrap, ...]

    @property
    def cost(self) -> Cost:
        return Cost(self.m_kib, self.t, self.p)


class ShareSeal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The recovery seed under two of three codes, `first` < `second`."""

    first: Annotated[int, msgspec.Meta(ge=1, le=3)]
    second: Annotated[int, msgspec.Meta(ge=1, le=3)]
    sealed: Hex


class Recovery(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """What the recovery code opens. `seal` holds the founder's fingerprint for its holder.

    `proven`: when the code was typed back; "" until then. `shares`: there where three codes
    were made, of which two are needed; absent where there is one.
    """

    public: Hex
    register: tuple[RegisterWrap, ...]
    seal: Hex
    proven: MomentOrNot
    shares: tuple[ShareSeal, ...] = ()


class SlotsBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything in vault.slots that is signed."""

    fmt: Literal["varn.slots/1"] = "varn.slots/1"
    vault: Id
    house: Id
    generation: Count
    recovery: Recovery
    users: tuple[User, ...]
    slots: tuple[Slot, ...]
    signed_by: Hash

    def user(self, user: str) -> User | None:
        return next((known for known in self.users if known.user == user), None)

    def slot(self, place: int) -> Slot | None:
        return next((slot for slot in self.slots if slot.place == place), None)

    def may_sign(self, user: str) -> bool:
        """Whether this list may be signed by a user: an administrator of today, or recovery.

        The key of a recovery code that was replaced may not.
        """
        known = self.user(user)
        if known is None:
            return False
        if RECOVERY in known.roles:
            return known.wrap == self.recovery.public
        is_seated = any(slot.user == user for slot in self.slots)
        return is_seated and "administrator" in known.roles

    def members(self) -> tuple[Member, ...]:
        """Everyone whose signature may stand in this vault; place 0 for former users."""
        places = {slot.user: slot.place for slot in self.slots}
        return tuple(
            Member(UserId(u.user), places.get(u.user, 0), u.sign_public, u.roles)
            for u in self.users
        )


class _Admission(msgspec.Struct, frozen=True, kw_only=True):
    fmt: str = "varn.admission/1"
    vault: str
    user: str
    sign: str
    wrap: str
    roles: tuple[str, ...]
    admitted_by: str


def admit(vault: str, unsigned: User, seed: bytes | bytearray) -> User:
    """`unsigned` with the admission signature of the administrator whose seed it is."""
    statement = ed25519.pae(Signed.ADMISSION, _admission_bytes(vault, unsigned))
    return msgspec.structs.replace(unsigned, admission=ed25519.sign(seed, statement).hex())


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
    signer = body.user(body.signed_by)
    if signer is None or not body.may_sign(signer.user) or not _is_consistent(body):
        raise SlotsNotSignedError
    if not signed.is_signed_by(signer.sign_public, Signed.SLOTS, payload, signature):
        raise SlotsNotSignedError
    return body


def check_admissions(body: SlotsBody, founder: bytes) -> None:
    """Every user was admitted by an administrator, in a line that begins with the founder.

    Raises:
        SlotsNotSignedError: one was not, and so nothing in the file is believed.
    """
    believed = {founder.hex()}
    waiting = list(body.users)
    while waiting:
        admitted = [user for user in waiting if user.admitted_by in believed]
        if not admitted or not all(_is_admitted(body, user) for user in admitted):
            raise SlotsNotSignedError
        believed |= {user.user for user in admitted if _may_admit(user)}
        waiting = [user for user in waiting if user not in admitted]


def hash_of(folder: Path) -> str:
    """Hex SHA-256 of vault.slots as it lies there."""
    return hashlib.sha256(_content(folder)).hexdigest()


def file_of(body: SlotsBody, seed: bytes | bytearray) -> bytes:
    """The bytes of vault.slots, signed by `body.signed_by`, whose seed it is."""
    return signed.signed_file(body, seed, Signed.SLOTS)


def _may_admit(user: User) -> bool:
    return "administrator" in user.roles or RECOVERY in user.roles


def _content(folder: Path) -> bytes:
    path = folder / FILE
    if not path.is_file():
        raise NotAVaultError
    with durable.explained(), path.open("rb") as file:
        return file.read(signed.LARGEST_BYTES)


def _parse(untrusted: bytes) -> tuple[SlotsBody, bytes, bytes]:
    try:
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


def _is_admitted(body: SlotsBody, user: User) -> bool:
    admitter = body.user(user.admitted_by)
    if admitter is None:
        return False
    return signed.is_signed_by(
        admitter.sign_public,
        Signed.ADMISSION,
        _admission_bytes(body.vault, user),
        bytes.fromhex(user.admission),
    )


def _admission_bytes(vault: str, user: User) -> bytes:
    return signed.body_bytes(
        _Admission(
            vault=vault,
            user=user.user,
            sign=user.sign,
            wrap=user.wrap,
            roles=user.roles,
            admitted_by=user.admitted_by,
        )
    )
