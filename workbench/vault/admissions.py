# SPDX-License-Identifier: EUPL-1.2
"""Roles, and how a list of before there was a history tells who gave them to whom.

There each user carried the signature of who let them in. It proves that they once had these roles
and not that they have them still, which is why there is a history now; a list of then is taken
over with its signatures as they were.
"""

from collections.abc import Mapping
from typing import Literal, get_args

import msgspec

from workbench.crypto import ed25519
from workbench.crypto.labels import Signed
from workbench.domain.canonical import canonical_bytes
from workbench.vault import signed
from workbench.vault.signed import Hash, Hex

Role = Literal[
    "administrator", "practitioner", "reviewer", "method-owner", "exchange", "log-reviewer"
]
ROLES: tuple[Role, ...] = get_args(Role)
RECOVERY: Literal["recovery"] = "recovery"
"""The role of nobody: the key that the recovery code gives, which signs what recovery did."""
ADMINISTRATOR: Role = "administrator"


class Admitted(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody in a list of before there was a history.

    `admission` is the signature of `admitted_by` over the other fields.
    """

    user: Hash
    sign: Hex
    wrap: Hex
    roles: tuple[Role | Literal["recovery"], ...]
    admitted_by: Hash
    admission: Hex


def admit(vault: str, unsigned: Admitted, seed: bytes | bytearray) -> Admitted:
    """`unsigned` with the admission signature of who has this seed."""
    statement = ed25519.pae(Signed.ADMISSION, _admission(vault, unsigned))
    return msgspec.structs.replace(unsigned, admission=ed25519.sign(seed, statement).hex())


def are_admitted(users: tuple[Admitted, ...], vault: str, founder: bytes) -> bool:
    """Whether each was admitted by an administrator, in a line that begins with the founder."""
    keys = {user.user: bytes.fromhex(user.sign) for user in users}
    believed, waiting = {founder.hex()}, list(users)
    while waiting:
        admitted = [user for user in waiting if user.admitted_by in believed]
        if not admitted or not all(_is_admitted(vault, user, keys) for user in admitted):
            return False
        believed |= {u.user for u in admitted if {ADMINISTRATOR, RECOVERY} & set(u.roles)}
        waiting = [user for user in waiting if user not in admitted]
    return True


def _is_admitted(vault: str, user: Admitted, keys: Mapping[str, bytes]) -> bool:
    said, signature = _admission(vault, user), bytes.fromhex(user.admission)
    return signed.is_signed_by(keys.get(user.admitted_by, b""), Signed.ADMISSION, said, signature)


def _admission(vault: str, user: Admitted) -> bytes:
    said = {**msgspec.to_builtins(user), "fmt": "varn.admission/1", "vault": vault}
    del said["admission"]
    return canonical_bytes(said)
