# SPDX-License-Identifier: EUPL-1.2
"""mailbox.keys: the organisation's own keys for bundles, wrapped to exchange-role users.

Each key stands alone, so that a quarter's receiving key can be destroyed without the others.
Signed by the user who wrote it. Never backed up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from workbench.crypto import ed25519, hybrid, seeds
from workbench.crypto.clearing import take, wipe
from workbench.crypto.labels import Signed, Wrap
from workbench.crypto.seeds import WrapScope
from workbench.domain.ids import Ids, VaultId
from workbench.domain.quarters import quarters_from
from workbench.services.ports import ExchangeKeys, Mailbox, Member
from workbench.vault import durable, signed
from workbench.vault.errors import DamagedFileError, NewerFormatError, NoAccessError
from workbench.vault.signed import Count, Hash, Hex, Id, WrapFields

FILE = "mailbox.keys"

DayOrNot = Annotated[str, msgspec.Meta(pattern=r"\A(\d{4}-\d\d-\d\d)?\Z")]
EpochOrNot = Annotated[str, msgspec.Meta(pattern=r"\A(\d{4}-Q[1-4])?\Z")]


class WrapTo(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One key for one exchange-role user."""

    to: Hash
    wrap: WrapFields


class HouseKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One private key: the root, the signing key, or one quarter's mailbox."""

    use: Literal["root", "sign", "mailbox"]
    epoch: EpochOrNot = ""
    first_day: DayOrNot = ""
    last_day: DayOrNot = ""
    public: Hex
    wraps: tuple[WrapTo, ...]


class MailboxBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything in mailbox.keys that is signed."""

    fmt: Literal["varn.mailbox/1"] = "varn.mailbox/1"
    vault: Id
    generation: Count
    keys: tuple[HouseKey, ...]
    signed_by: Hash


@dataclass(frozen=True, slots=True)
class ExchangeUser:
    """Someone to whom the keys are wrapped."""

    user: str
    public: bytes


def new_exchange_keys(today: date, ids: Ids) -> ExchangeKeys:
    """A root, a signing key, and a mailbox for this quarter and each of the seven after it."""
    boxes: list[Mailbox] = []
    for quarter in quarters_from(today):
        seed = take(ids.random_bytes(hybrid.SEED_BYTES))
        boxes.append(Mailbox(quarter.epoch, seed, quarter.first_day, quarter.last_day))
    root, sign = (take(ids.random_bytes(ed25519.SEED_BYTES)) for _ in range(2))
    return ExchangeKeys(root, sign, tuple(boxes))


def wrap_keys(vault: VaultId, keys: ExchangeKeys, users: Sequence[ExchangeUser],
              signed_by: str, *, generation: int = 1) -> MailboxBody:  # fmt: skip
    """One generation of mailbox.keys."""

    def wrapped(seed: bytearray, key: HouseKey) -> HouseKey:
        scope = _scope(vault, key, generation)
        wraps = tuple(
            WrapTo(to=u.user, wrap=WrapFields.of(seeds.wrap(seed, u.public, scope))) for u in users
        )
        return msgspec.structs.replace(key, wraps=wraps)

    root = HouseKey(use="root", public=ed25519.public_key(keys.root_seed).hex(), wraps=())
    sign = HouseKey(use="sign", public=ed25519.public_key(keys.sign_seed).hex(), wraps=())
    boxes = [wrapped(box.seed, _box(box)) for box in keys.mailboxes]
    own = (wrapped(keys.root_seed, root), wrapped(keys.sign_seed, sign))
    everything = (*own, *boxes)
    return MailboxBody(vault=vault, generation=generation, keys=everything, signed_by=signed_by)


def write_new(folder: Path, body: MailboxBody, seed: bytes | bytearray) -> None:
    """Write mailbox.keys, which is not there yet, signed by `body.signed_by`."""
    durable.write_new(folder / FILE, signed.signed_file(body, seed, Signed.MAILBOX))


def replace(folder: Path, body: MailboxBody, seed: bytes | bytearray) -> None:
    """Put mailbox.keys in the place of the one before, signed by `body.signed_by`."""
    durable.replace(folder / FILE, signed.signed_file(body, seed, Signed.MAILBOX))


def holders(body: MailboxBody) -> frozenset[str]:
    """To whom any of the keys is wrapped."""
    return frozenset(wrap.to for key in body.keys for wrap in key.wraps)


def read(folder: Path, members: tuple[Member, ...], vault: VaultId) -> MailboxBody:
    """Read mailbox.keys and check who signed it.

    Raises:
        DamagedFileError: not there, not what we write, or signed by nobody with the role.
        NewerFormatError: what a later version writes.
    """
    path = folder / FILE
    if not path.is_file():
        raise DamagedFileError(file=FILE)
    with durable.explained(), path.open("rb") as file:
        content = file.read(signed.LARGEST_BYTES)
    try:
        body, payload, signature = signed.read_signed(content, MailboxBody)
    except signed.NewerError:
        raise NewerFormatError(file=FILE) from None
    except signed.NotOursError:
        raise DamagedFileError(file=FILE) from None
    signer = next((m for m in members if m.user == body.signed_by), None)
    if body.vault != vault or signer is None or "exchange" not in signer.roles:
        raise DamagedFileError(file=FILE)
    if not signed.is_signed_by(signer.public, Signed.MAILBOX, payload, signature):
        raise DamagedFileError(file=FILE)
    return body


def open_keys(body: MailboxBody, user: str, wrapping: bytearray) -> ExchangeKeys:
    """The keys as this user may have them.

    Raises:
        NoAccessError: they are not wrapped to this user.
        DamagedFileError: a wrap does not open, or opens to another key than it says.
    """
    opened: list[tuple[HouseKey, bytearray]] = []
    try:
        opened.extend((key, _open(body, key, user, wrapping)) for key in body.keys)
        return _arranged(opened)
    except BaseException:
        wipe(*(seed for _, seed in opened))
        raise


def _arranged(opened: Sequence[tuple[HouseKey, bytearray]]) -> ExchangeKeys:
    single = {key.use: seed for key, seed in opened if key.use != "mailbox"}
    if single.keys() != {"root", "sign"}:
        raise DamagedFileError(file=FILE)
    boxes = tuple(
        Mailbox(
            key.epoch,
            seed,
            date.fromisoformat(key.first_day),
            date.fromisoformat(key.last_day),
        )
        for key, seed in opened
        if key.use == "mailbox"
    )
    return ExchangeKeys(single["root"], single["sign"], boxes)


def _open(body: MailboxBody, key: HouseKey, user: str, wrapping: bytearray) -> bytearray:
    own = next((wrap for wrap in key.wraps if wrap.to == user), None)
    if own is None:
        raise NoAccessError
    try:
        scope = _scope(VaultId(body.vault), key, body.generation)
        seed = seeds.unwrap(own.wrap.wrapped(), wrapping, scope)
    except hybrid.CannotUnwrapError:
        raise DamagedFileError(file=FILE) from None
    public = hybrid.public_key(seed) if key.use == "mailbox" else ed25519.public_key(seed)
    if public.hex() != key.public:
        raise DamagedFileError(file=FILE)
    return seed


def _box(box: Mailbox) -> HouseKey:
    return HouseKey(
        use="mailbox",
        epoch=box.epoch,
        first_day=box.first_day.isoformat(),
        last_day=box.last_day.isoformat(),
        public=hybrid.public_key(box.seed).hex(),
        wraps=(),
    )


def _scope(vault: VaultId, key: HouseKey, generation: int) -> WrapScope:
    use = Wrap.MAILBOX_KEY if key.use == "mailbox" else Wrap.ROOT_KEY
    return WrapScope(use, vault, key.epoch or key.use, generation)
