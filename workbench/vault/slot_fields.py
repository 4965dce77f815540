# SPDX-License-Identifier: EUPL-1.2
"""What the parts of vault.slots are made of."""

from typing import Annotated, Literal

import msgspec

from workbench.crypto.kdf import Cost
from workbench.vault.admissions import Role
from workbench.vault.signed import Count, Hash, Hex, MomentOrNot, WrapFields

Place = Annotated[int, msgspec.Meta(ge=1, le=99)]


class User(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Someone who has, or had, a place. Keys of former users stay, for old signatures."""

    user: Hash
    sign: Hex
    wrap: Hex
    roles: tuple[Role | Literal["recovery"], ...]

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
