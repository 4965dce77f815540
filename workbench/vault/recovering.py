# SPDX-License-Identifier: EUPL-1.2
"""The recovery codes' part of vault.slots: made, proven by typing them back, and used."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import msgspec

from workbench.crypto import aead, ed25519, hybrid, kdf
from workbench.crypto.clearing import take, wipe
from workbench.crypto.labels import Label
from workbench.crypto.recovery import (
    CODE_BYTES,
    MistypedError,
    WrongPairError,
    join_shares,
    make_shares,
    read_code,
    recovery_seed,
    write_code,
)
from workbench.crypto.seeds import SEED_BYTES, UserSecrets, fingerprint
from workbench.domain.canonical import canonical_bytes
from workbench.domain.ids import Ids, VaultId
from workbench.services.recovery_ports import Codes
from workbench.vault import seats, slots
from workbench.vault.errors import (
    RecoveryCodesError,
    RecoveryPairError,
    RecoveryTypoError,
    SlotsNotSignedError,
    WrongRecoveryError,
)
from workbench.vault.inside import Inside
from workbench.vault.register_keys import wrap_register_key
from workbench.vault.slots import Recovery, RegisterWrap, ShareSeal, SlotsBody, User

WrapRegister = Callable[[bytes], tuple[RegisterWrap, ...]]
"""The register's keys, wrapped to a public key."""
_Drawn = tuple[bytearray, tuple[str, ...], tuple[ShareSeal, ...]]
"""The recovery seed, the codes as they are printed, and the seals where there are three."""
_TOGETHER = 2
_ANEW = b"varn.recovery/anew"


@dataclass(frozen=True, slots=True)
class NewRecovery:
    """Codes, in clear for their one showing, and what vault.slots keeps of them.

    `user` is the key that signs what recovery does; nobody has let it in yet.
    """

    codes: tuple[str, ...]
    fields: Recovery
    user: User


def make(vault: VaultId, founder: bytes, register_key: bytearray, ids: Ids) -> NewRecovery:
    """The first code of a new vault."""
    return make_codes("one", vault, founder, partial(wrap_register_key, vault, register_key), ids)


def make_codes(
    codes: Codes, vault: VaultId, founder: bytes, wrap: WrapRegister, ids: Ids
) -> NewRecovery:
    """One new code for a vault, or three of which any two are needed."""
    seed, texts, shares = _one_code(vault, ids) if codes == "one" else _three_codes(vault, ids)
    public = hybrid.public_key(seed)
    fields = Recovery(
        public=public.hex(),
        register=wrap(public),
        seal=_seal_founder(seed, vault, founder).hex(),
        proven="",
        shares=shares,
    )
    user = _signer(seed, public)
    wipe(seed)
    return NewRecovery(texts, fields, user)


def _one_code(vault: VaultId, ids: Ids) -> _Drawn:
    code = take(ids.random_bytes(CODE_BYTES))
    seed, text = recovery_seed(code, vault), write_code(code)
    wipe(code)
    return seed, (text,), ()


def _three_codes(vault: VaultId, ids: Ids) -> _Drawn:
    seed = take(ids.random_bytes(SEED_BYTES))
    made = make_shares(seed, vault, ids)
    sealed = tuple(ShareSeal(first=i, second=j, sealed=s.hex()) for i, j, s in made.sealed)
    return seed, made.codes, sealed


def codes_of(recovery: Recovery) -> Codes:
    """Which kind of codes a vault has."""
    return "two-of-three" if recovery.shares else "one"


def secrets_of(body: SlotsBody, typed: Sequence[str]) -> UserSecrets:
    """What the typed codes stand for: a wrapping and a signing seed, and the vault's founder.

    Nothing is believed of a list whose founder the codes do not know. The caller wipes it.

    Raises:
        RecoveryCodesError, RecoveryTypoError, RecoveryPairError, WrongRecoveryError;
        SlotsNotSignedError: they are this vault's, and the list is not.
    """
    seed = _seed_of(body, typed)
    try:
        return UserSecrets(seed, signing_seed(seed), _founder_in(body, seed))
    except BaseException:
        wipe(seed)
        raise


def signing_seed(seed: bytearray) -> bytearray:
    """The seed that signs what recovery does. The caller clears it."""
    return kdf.derive_buffer(seed, Label.RECOVERY_SIGN)


def resealed(body: SlotsBody, secrets: UserSecrets) -> Recovery:
    """The same codes, over another founder: under a key of its own, for each key seals once."""
    seal = _seal_founder(secrets.wrapping, VaultId(body.vault), secrets.founder, _ANEW)
    return msgspec.structs.replace(body.recovery, seal=seal.hex())


def signer(secrets: UserSecrets) -> User:
    """Recovery as a user, whom nobody may have let in yet."""
    return _signer(secrets.wrapping, hybrid.public_key(secrets.wrapping))


def prove(inside: Inside, *typed: str) -> None:
    """See that the codes open this vault, and note so in the signed slots.

    Raises:
        what `secrets_of` raises; NoAccessError for who is no administrator.
    """
    body, by = inside.body, seats.author(inside)
    secrets = secrets_of(body, typed)
    known = signer(secrets)
    secrets.wipe()
    inside.require_role("administrator")
    # Lists of before recovery had a key that signs: what was typed has shown it.
    new = () if body.user(known.user) is not None else (known,)
    proven = msgspec.structs.replace(
        body,
        generation=body.generation + 1,
        history=slots.after(body, by, *map(slots.arrival, new)),
        recovery=msgspec.structs.replace(body.recovery, proven=inside.now()),
        users=(*body.users, *new),
        signed_by=by.user,
    )
    inside.write_slots(proven)


def check_typed(shown: Sequence[str], typed: Sequence[str]) -> None:
    """See that all the codes that were shown came back, each in its place.

    Raises:
        RecoveryCodesError, RecoveryTypoError, WrongRecoveryError.
    """
    if len(typed) != len(shown):
        raise RecoveryCodesError(needed=len(shown))
    for text, wanted in zip(typed, shown, strict=True):
        code, right = _read(text), read_code(wanted)
        is_same = code == right
        wipe(code, right)
        if not is_same:
            raise WrongRecoveryError


def _seed_of(body: SlotsBody, typed: Sequence[str]) -> bytearray:
    needed = _TOGETHER if body.recovery.shares else 1
    given = [text for text in typed if text.strip()]
    if len(given) != needed:
        raise RecoveryCodesError(needed=needed)
    seed = _joined(body, given[0], given[1]) if body.recovery.shares else _single(body, given[0])
    if hybrid.public_key(seed).hex() != body.recovery.public:
        wipe(seed)
        raise WrongRecoveryError
    return seed


def _single(body: SlotsBody, typed: str) -> bytearray:
    code = _read(typed)
    try:
        return recovery_seed(code, body.vault)
    finally:
        wipe(code)


def _joined(body: SlotsBody, one: str, other: str) -> bytearray:
    sealed = tuple((s.first, s.second, bytes.fromhex(s.sealed)) for s in body.recovery.shares)
    try:
        return join_shares(one, other, body.vault, sealed)
    except MistypedError:
        raise RecoveryTypoError from None
    except WrongPairError:
        raise RecoveryPairError from None


def _read(typed: str) -> bytearray:
    try:
        return read_code(typed)
    except MistypedError:
        raise RecoveryTypoError from None


def _seal_founder(seed: bytearray, vault: VaultId, founder: bytes, salt: bytes = b"") -> bytes:
    sealing = kdf.derive_buffer(seed, Label.RECOVERY_SEAL, salt=salt)
    sealed = aead.seal_once(sealing, founder, _bound_to(vault))
    wipe(sealing)
    return sealed


def _founder_in(body: SlotsBody, seed: bytearray) -> bytes:
    sealed = bytes.fromhex(body.recovery.seal)
    for salt in (b"", _ANEW):
        sealing = kdf.derive_buffer(seed, Label.RECOVERY_SEAL, salt=salt)
        try:
            return bytes(aead.open_once_buffer(sealing, sealed, _bound_to(body.vault)))
        except aead.NotAuthenticError:
            continue
        finally:
            wipe(sealing)
    raise SlotsNotSignedError


def _signer(seed: bytearray, public: bytes) -> User:
    signing = signing_seed(seed)
    sign_public = ed25519.public_key(signing)
    wipe(signing)
    return User(
        user=fingerprint(sign_public),
        sign=sign_public.hex(),
        wrap=public.hex(),
        roles=(slots.RECOVERY,),
    )


def _bound_to(vault: str) -> bytes:
    return canonical_bytes({"fmt": "varn.recovery/1", "vault": vault})
