# SPDX-License-Identifier: EUPL-1.2
"""What an unlocked vault consists of, shared by everything that works on it."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field

import msgspec

from workbench.domain.clock import Clock, stamp
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, DeviceId, Ids, VaultId
from workbench.services.jobs import Pulse, no_pulse
from workbench.vault import history, known_lists, slots
from workbench.vault.coming_in import ComingIn
from workbench.vault.errors import DiskError, DiskFullError, NoAccessError
from workbench.vault.history import Author
from workbench.vault.installation import Installation
from workbench.vault.keychain import Keychain
from workbench.vault.known_lists import KnownBy
from workbench.vault.layout import Layout
from workbench.vault.owner_lock import OwnerLock
from workbench.vault.register import Register
from workbench.vault.shelf import Shelf
from workbench.vault.slots import SlotsBody, User


@dataclass(slots=True)
class Inside:
    """An unlocked vault's parts. `body` is vault.slots as it stands; it may be replaced."""

    body: SlotsBody
    layout: Layout
    keychain: Keychain
    register: Register
    register_keys: tuple[bytearray, ...]
    installation: Installation
    lock: OwnerLock
    device: DeviceId
    clock: Clock
    ids: Ids
    coming_in: ComingIn = field(default_factory=ComingIn)
    pulse: Pulse = no_pulse
    """For work that turns out to be long though nobody asked for it: files of before brought to
    today's format, keys that are due for a change, everything checked."""
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        self.keychain.pulse = self.pulse
        self.shelf = Shelf(self.layout, self.keychain, self.register, CaseId(self.body.house))

    @property
    def vault(self) -> VaultId:
        return VaultId(self.body.vault)

    @property
    def me(self) -> User:
        """Who unlocked it, as the signed list has them."""
        user = self.body.user(self.keychain.user)
        if user is None:
            raise AssertionError("unlocking checks it")
        return user

    @property
    def list_known_by(self) -> KnownBy:
        """Where it is kept which list of users was seen last."""
        return KnownBy(self.installation, self.register, self.keychain, self.ids)

    def now(self) -> str:
        return stamp(self.clock.now())

    def require_role(self, role: str) -> None:
        """Raises NoAccessError for who does not have it."""
        if role not in self.me.roles:
            raise NoAccessError

    def write_slots(self, body: SlotsBody) -> None:
        """Replace vault.slots by a list signed by this user, and have the register say so.

        The caller has raised `generation` and set `signed_by`. After a crash at any point the
        old list or the new one opens.

        Raises:
            SlotsNotSignedError: a list that nobody could open the vault with. Nothing is written.
        """
        if history.is_pending(body.history):  # its first write since there are histories
            by = Author(self.keychain.user, self.keychain.signing)
            body = msgspec.structs.replace(body, history=slots.after(body, by))
        slots.check(body)
        slots.check_founder(body, self.keychain.founder)
        content = slots.file_of(body, self.keychain.signing)
        digest = hashlib.sha256(content).hexdigest()
        self._settle()
        self.register.pins.announce(digest)
        try:
            slots.write(self.layout.folder, content)
        except WorkbenchError:
            if slots.hash_of(self.layout.folder) != digest:
                raise  # nothing changed hands
        self.body = body
        self.keychain.members = body.members()
        known_lists.keep(self.list_known_by, body)
        with suppress(DiskFullError, DiskError):  # announced it is, and so it is believed
            self._settle()

    def begin_history(self) -> None:
        """A list of before there was a history gets one as soon as somebody is here who may.

        Until then whoever was an administrator could sign themself in again. Not for the only user
        of a vault whose code has no key that signs: coming back by it begins a history of its own
        (`recovered.adopted`), and whoever saw this one would not believe that.
        """
        body, me = self.body, self.keychain.user
        if not history.is_pending(body.history) or not body.may_sign(me):
            return
        if len(body.slots) > 1 or any(slots.RECOVERY in user.roles for user in body.users):
            generation = body.generation + 1
            self.write_slots(msgspec.structs.replace(body, generation=generation, signed_by=me))

    def _settle(self) -> None:
        """The register's word is about the list that stands there, before it is about another."""
        standing = slots.hash_of(self.layout.folder)
        if self.register.pins.read().hash != standing:
            self.register.pins.settle(self.body.generation, standing)
