# SPDX-License-Identifier: EUPL-1.2
"""Make a new vault: every secret, every file, vault.slots last.

A folder without vault.slots is no vault; whatever interrupts the making leaves nothing that
looks like one.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.crypto import ed25519, hybrid, kdf
from workbench.crypto.clearing import take
from workbench.crypto.kdf import Cost
from workbench.crypto.seeds import SEED_BYTES, UserSecrets, fingerprint, wipe
from workbench.domain.clock import Clock, stamp
from workbench.domain.ids import CaseId, Ids, UserId, VaultId
from workbench.services.ports import Member
from workbench.vault import durable, history, mailboxes, recovering, register, slots
from workbench.vault.errors import NotEmptyError
from workbench.vault.history import Author, Deed, Step
from workbench.vault.keychain import Keychain
from workbench.vault.keyrings import RECOVERY, Reader
from workbench.vault.layout import Layout
from workbench.vault.recovering import NewRecovery
from workbench.vault.register_keys import wrap_register_key
from workbench.vault.slots import ROLES, SlotsBody, User
from workbench.vault.user_secrets import Door, seal_slot

FOUNDERS_PLACE = 1


@dataclass(frozen=True, slots=True)
class Founded:
    """A vault that now stands on disk, and what opens it without a second derivation."""

    body: SlotsBody
    secrets: UserSecrets
    register_key: bytearray
    code: str


@dataclass(frozen=True, slots=True)
class _Founder:
    user: UserId
    secrets: UserSecrets
    sign_public: bytes
    wrap_public: bytes

    @classmethod
    def new(cls, ids: Ids) -> "_Founder":
        wrapping, signing = (take(ids.random_bytes(SEED_BYTES)) for _ in range(2))
        public = ed25519.public_key(signing)
        user = UserId(fingerprint(public))
        secrets = UserSecrets(wrapping, signing, bytes.fromhex(user))
        return cls(user, secrets, public, hybrid.public_key(wrapping))

    def listed(self) -> User:
        """The founder, in every role."""
        return User(
            user=self.user,
            sign=self.sign_public.hex(),
            wrap=self.wrap_public.hex(),
            roles=ROLES,
        )

    def begins(self, vault: VaultId, recovery: User) -> tuple[Step, ...]:
        """The founder lets in themself, and the recovery key."""
        founded = Deed("founded", self.user, fingerprint(self.wrap_public), ROLES)
        by = Author(self.user, self.secrets.signing)
        return history.after((), vault, by, founded, slots.arrival(recovery))


def found(folder: Path, passphrase: str, cost: Cost, *, ids: Ids, clock: Clock) -> Founded:
    """Make a vault in `folder`, which is absent or empty.

    Raises:
        NotEmptyError, DiskFullError, NotEnoughMemoryError.
    """
    vault, house = VaultId(ids.new_uuid()), CaseId(ids.new_uuid())
    founder, register_key = _Founder.new(ids), take(ids.random_bytes(SEED_BYTES))
    recovery = recovering.make(vault, founder.secrets.founder, register_key, ids)
    (code,) = recovery.codes
    door = Door(FOUNDERS_PLACE, passphrase, cost, ids.random_bytes(kdf.SALT_BYTES))
    body = _body(vault, house, founder, _Parts(register_key, recovery, door))
    layout = _make_folders(folder)
    try:
        _make_house(layout, body, founder, ids=ids, clock=clock)
        content = slots.file_of(body, founder.secrets.signing)
        register.create(folder, register_key, body, hashlib.sha256(content).hexdigest())
        slots.write(folder, content)
    except BaseException:
        _unmake(layout)
        raise
    return Founded(body, founder.secrets, register_key, code)


@dataclass(frozen=True, slots=True)
class _Parts:
    register_key: bytearray
    recovery: NewRecovery
    door: Door


def _body(vault: VaultId, house: CaseId, founder: _Founder, parts: _Parts) -> SlotsBody:
    wrapped = wrap_register_key(vault, parts.register_key, founder.wrap_public)
    return SlotsBody(
        vault=vault,
        house=house,
        generation=1,
        recovery=parts.recovery.fields,
        history=founder.begins(vault, parts.recovery.user),
        users=(founder.listed(), parts.recovery.user),
        slots=(seal_slot(vault, founder.user, founder.secrets, parts.door, wrapped),),
        signed_by=founder.user,
    )


def _make_folders(folder: Path) -> Layout:
    layout = Layout(folder)
    with durable.explained():
        durable.make_folders(folder)
        if any(folder.iterdir()):
            raise NotEmptyError
        durable.make_private(folder)
        durable.make_folder(layout.cases)
        durable.make_folder(layout.incoming)
        durable.sync_folder(folder)
    return layout


def _unmake(layout: Layout) -> None:
    """Take back a vault that never came to be; the folder was empty before.

    A disk that is gone keeps what it has: why it was not made is told, not this.
    """
    with suppress(OSError):
        for name in (slots.FILE, register.FILE, mailboxes.FILE, "house."):
            for path in layout.folder.glob(name + "*"):
                path.unlink(missing_ok=True)
        layout.cases.rmdir()
        layout.incoming.rmdir()


def _make_house(
    layout: Layout, body: SlotsBody, founder: _Founder, *, ids: Ids, clock: Clock
) -> None:
    """The organisation akt, and the organisation's own keys for bundles."""
    vault = VaultId(body.vault)
    own = Member(founder.user, FOUNDERS_PLACE, founder.sign_public, ROLES)
    keychain = Keychain(vault, founder.user, founder.secrets, (own,))
    house = CaseId(body.house)
    readers = (
        Reader(founder.user, founder.wrap_public),
        Reader(RECOVERY, bytes.fromhex(body.recovery.public)),
    )
    keychain.found(house, ids, layout.house(), readers, stamp(clock.now()))
    keychain.forget(house)
    exchange = mailboxes.new_exchange_keys(clock.today(), ids)
    reader = mailboxes.ExchangeUser(founder.user, founder.wrap_public)
    keys = mailboxes.wrap_keys(vault, exchange, (reader,), founder.user)
    wipe(*exchange.seeds)
    mailboxes.write_new(layout.folder, keys, founder.secrets.signing)
