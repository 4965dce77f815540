# SPDX-License-Identifier: EUPL-1.2
"""The recovery code's part of vault.slots: made with the vault, proven by typing it back."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from workbench.crypto import aead, hybrid, kdf
from workbench.crypto.labels import Label
from workbench.crypto.recovery import CODE_BYTES, MistypedError, read_code, recovery_seed
from workbench.crypto.seeds import wipe
from workbench.domain.canonical import canonical_bytes
from workbench.domain.ids import Ids, VaultId
from workbench.vault import slots
from workbench.vault.errors import NoAccessError, RecoveryTypoError, WrongRecoveryError
from workbench.vault.keychain import Keychain
from workbench.vault.register_keys import wrap_register_key
from workbench.vault.slots import Recovery, SlotsBody


@dataclass(frozen=True, slots=True)
class NewRecovery:
    """A code, in clear for its one showing, and what vault.slots keeps of it."""

    code: bytearray
    fields: Recovery


def make(vault: VaultId, founder: bytes, register_key: bytearray, ids: Ids) -> NewRecovery:
    """A new code for a new vault."""
    code = bytearray(ids.random_bytes(CODE_BYTES))
    seed = recovery_seed(code, vault)
    public = hybrid.public_key(seed)
    sealing = kdf.derive_buffer(seed, Label.RECOVERY_SEAL)
    sealed = aead.seal_once(sealing, founder, _bound_to(vault))
    wipe(seed, sealing)
    fields = Recovery(
        public=public.hex(),
        register=wrap_register_key(vault, register_key, public),
        seal=sealed.hex(),
        proven="",
    )
    return NewRecovery(code, fields)


def prove(folder: Path, body: SlotsBody, keychain: Keychain, typed_code: str, at: str) -> SlotsBody:
    """See that the code opens this vault, and note so in the signed slots.

    Raises:
        RecoveryTypoError, WrongRecoveryError, NoAccessError.
    """
    _check(body, typed_code)
    user = body.user(keychain.user)
    if user is None or "administrator" not in user.roles:
        raise NoAccessError
    proven = msgspec.structs.replace(
        body,
        generation=body.generation + 1,
        recovery=msgspec.structs.replace(body.recovery, proven=at),
        signed_by=user.user,
    )
    slots.write(folder, proven, keychain.signing)
    return proven


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
