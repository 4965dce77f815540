# SPDX-License-Identifier: EUPL-1.2
"""The recovery code's part of vault.slots: made with the vault, proven by typing it back."""

from dataclasses import dataclass

import msgspec

from workbench.crypto import aead, ed25519, hybrid, kdf
from workbench.crypto.labels import Label
from workbench.crypto.recovery import CODE_BYTES, MistypedError, read_code, recovery_seed
from workbench.crypto.seeds import fingerprint, wipe
from workbench.domain.canonical import canonical_bytes
from workbench.domain.ids import Ids, VaultId
from workbench.vault import slots
from workbench.vault.errors import RecoveryTypoError, WrongRecoveryError
from workbench.vault.inside import Inside
from workbench.vault.register_keys import wrap_register_key
from workbench.vault.slots import Recovery, SlotsBody, User


@dataclass(frozen=True, slots=True)
class NewRecovery:
    """A code, in clear for its one showing, and what vault.slots keeps of it.

    `user` is the key that signs what recovery does; nobody has admitted it yet.
    """

    code: bytearray
    fields: Recovery
    user: User


def make(vault: VaultId, founder: bytes, register_key: bytearray, ids: Ids) -> NewRecovery:
    """A new code for a vault."""
    code = bytearray(ids.random_bytes(CODE_BYTES))
    seed = recovery_seed(code, vault)
    public = hybrid.public_key(seed)
    fields = Recovery(
        public=public.hex(),
        register=wrap_register_key(vault, register_key, public),
        seal=_seal_founder(seed, vault, founder).hex(),
        proven="",
    )
    user = _signer(seed, public)
    wipe(seed)
    return NewRecovery(code, fields, user)


def signing_seed(seed: bytearray) -> bytearray:
    """The seed that signs what recovery does. The caller clears it."""
    return kdf.derive_buffer(seed, Label.RECOVERY_SIGN)


def prove(inside: Inside, typed_code: str) -> None:
    """See that the code opens this vault, and note so in the signed slots.

    Raises:
        RecoveryTypoError, WrongRecoveryError, NoAccessError.
    """
    body = inside.body
    _check(body, typed_code)
    inside.require_role("administrator")
    proven = msgspec.structs.replace(
        body,
        generation=body.generation + 1,
        recovery=msgspec.structs.replace(body.recovery, proven=inside.now()),
        signed_by=inside.keychain.user,
    )
    inside.write_slots(proven)


def _seal_founder(seed: bytearray, vault: VaultId, founder: bytes) -> bytes:
    sealing = kdf.derive_buffer(seed, Label.RECOVERY_SEAL)
    sealed = aead.seal_once(sealing, founder, _bound_to(vault))
    wipe(sealing)
    return sealed


def _signer(seed: bytearray, public: bytes) -> User:
    signing = signing_seed(seed)
    sign_public = ed25519.public_key(signing)
    wipe(signing)
    return User(
        user=fingerprint(sign_public),
        sign=sign_public.hex(),
        wrap=public.hex(),
        roles=(slots.RECOVERY,),
        admitted_by="",
        admission="",
    )


def _check(body: SlotsBody, typed_code: str) -> None:
    try:
        code = read_code(typed_code)
    except MistypedError:
        raise RecoveryTypoError from None
    seed = recovery_seed(code, body.vault)
    try:
        if hybrid.public_key(seed).hex() != body.recovery.public:
            raise WrongRecoveryError
    finally:
        wipe(code, seed)


def _bound_to(vault: str) -> bytes:
    return canonical_bytes({"fmt": "varn.recovery/1", "vault": vault})
