# SPDX-License-Identifier: EUPL-1.2
"""Make, unlock and describe a vault: what the composition roots call.

around = Surroundings(clock, ids)
vault, code = create_vault(folder, passphrase, around)
vault.prove_recovery(code_as_typed_back)     # before the first akt
vault.close()

vault = unlock_vault(folder, 1, passphrase, around)
try:
    akt = vault.new_case("2026-0001")
finally:
    vault.close()
"""

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from workbench.crypto import ed25519, seeds
from workbench.crypto.kdf import DEFAULT_COST, SMALLEST_MEMORY_KIB, Cost
from workbench.crypto.seeds import UserSecrets, wipe
from workbench.domain.clock import Clock, stamp
from workbench.domain.ids import Ids, UserId, VaultId
from workbench.services.jobs import Pulse, no_pulse
from workbench.vault import (
    coming_in,
    drill,
    founding,
    incoming,
    known_lists,
    older_copies,
    owner_lock,
    places,
    register,
    replacing,
    slots,
    user_secrets,
)
from workbench.vault.coming_in import ComingIn
from workbench.vault.errors import OlderCopyError, SlotLimitsError, SlotsNotSignedError
from workbench.vault.inside import Inside
from workbench.vault.installation import Installation, state_folder
from workbench.vault.keychain import Keychain
from workbench.vault.known_lists import KnownBy
from workbench.vault.layout import Layout
from workbench.vault.register import Register
from workbench.vault.register_keys import unwrap_register_keys
from workbench.vault.seen_heads import SeenHeads
from workbench.vault.slots import Slot, SlotsBody
from workbench.vault.unlocked import UnlockedVault
from workbench.vault.user_secrets import Knock

FORMAT = "varn.vault/1"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a vault needs from outside.

    `state_folder`: where this installation keeps its own state; None is VARN_STATE_DIR or the
    usual place. `smallest_kib`: the cheapest passphrase cost that is accepted; only tests say
    another than the program's. `pulse`: for long work that nobody asked for by name.
    """

    clock: Clock
    ids: Ids
    state_folder: Path | None = None
    smallest_kib: int = SMALLEST_MEMORY_KIB
    pulse: Pulse = no_pulse

    @property
    def installation(self) -> Installation:
        return Installation(state_folder(self.state_folder))


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """What can be said of a vault without a passphrase; nothing about persons."""

    format: str
    vault: VaultId
    generation: int
    slots: int
    costs: tuple[Cost, ...]
    is_in_use: bool


def create_vault(
    folder: Path, passphrase: str, around: Surroundings, *, cost: Cost = DEFAULT_COST
) -> tuple[UnlockedVault, str]:
    """Make a vault for one user in all roles, at place 1; return it open, and the recovery code.

    The code is returned this once and stored nowhere; it must be typed back
    (`prove_recovery`) before the first akt. `folder` must be absent or empty.

    Raises:
        UnsafePlaceError, NotEmptyError, SlotLimitsError, NotEnoughMemoryError, DiskFullError.
    """
    if not cost.is_readable(around.smallest_kib):
        raise SlotLimitsError
    folder = folder.absolute()
    places.refuse_unsafe(folder)
    founded = founding.found(folder, passphrase, cost, ids=around.ids, clock=around.clock)
    with ExitStack() as undo:
        opening = Opening(founded.body, Layout(folder), around, undo)
        opening.take_lock()
        vault = opening.vault(founded.secrets, (founded.register_key,))
        undo.pop_all()
    return vault, founded.code


def unlock_vault(
    folder: Path,
    place: int,
    passphrase: str,
    around: Surroundings,
    *,
    accept_older: bool = False,
) -> UnlockedVault:
    """Unlock a vault with a place number and its passphrase: one key derivation, no more.

    `accept_older`: open a folder that this installation has seen in a later state.

    Raises:
        NotAVaultError, NewerFormatError, SlotLimitsError, SlotsNotSignedError, UnsafePlaceError,
        InUseError, WrongPassphraseError, NotEnoughMemoryError, DamagedFileError, OlderCopyError.
    """
    folder = folder.absolute()
    places.refuse_unsafe(folder)
    replacing.settle(folder)
    body = slots.read(folder, smallest_kib=around.smallest_kib)
    with ExitStack() as undo:
        opening = Opening(body, Layout(folder), around, undo)
        opening.take_lock()
        secrets, register_keys = opening.unseal(place, passphrase)
        vault = opening.vault(secrets, register_keys, accept_older=accept_older)
        undo.pop_all()
        undo.callback(vault.close)
        vault.erasing.begin()
        undo.pop_all()
    return vault


def check_passphrase(folder: Path, place: int, passphrase: str, around: Surroundings) -> None:
    """Ask for the passphrase again, before something leaves an open vault.

    Wrong ones count as they do at unlocking.

    Raises:
        WrongPassphraseError, WaitError, NotEnoughMemoryError; what reading the slots raises.
    """
    body = slots.read(folder.absolute(), smallest_kib=around.smallest_kib)
    with ExitStack() as undo:
        Opening(body, Layout(folder), around, undo).prove(place, passphrase)


def read_info(folder: Path, *, given_state_folder: Path | None = None) -> VaultInfo:
    """Describe a vault without a passphrase, also while it is in use.

    Raises:
        NotAVaultError, NewerFormatError, SlotLimitsError, SlotsNotSignedError.
    """
    body = slots.read(folder.absolute(), smallest_kib=1)
    vault = VaultId(body.vault)
    note = Installation(state_folder(given_state_folder)).lock_note(vault)
    return VaultInfo(
        format=FORMAT,
        vault=vault,
        generation=body.generation,
        slots=len(body.slots),
        costs=tuple(slot.cost for slot in body.slots),
        is_in_use=owner_lock.is_held(folder, note),
    )


@dataclass(slots=True)
class Opening:
    """A vault being opened; `undo` takes back what was done so far when a step fails.

    `found`: the list as it lies there, where `body` is another that is to take its place.
    """

    body: SlotsBody
    layout: Layout
    around: Surroundings
    undo: ExitStack
    lock: owner_lock.OwnerLock | None = None
    came: ComingIn = field(default_factory=ComingIn)
    found: SlotsBody | None = None

    def take_lock(self) -> None:
        installation = self.around.installation
        note = installation.lock_note(VaultId(self.body.vault))
        device, since = installation.device(self.around.ids), stamp(self.around.clock.now())
        self.lock = owner_lock.take(self.layout.folder, note, device, since)
        self.undo.callback(self.lock.release)

    def unseal(self, place: int, passphrase: str) -> tuple[UserSecrets, tuple[bytearray, ...]]:
        """The user's secrets and the register's keys."""
        slot, secrets = self._try(place, passphrase)
        self.undo.callback(secrets.wipe)
        installation = self.around.installation
        self.came = coming_in.through(installation, self.body, place)
        user_secrets.owner(self.body, slot, secrets)
        slots.check_founder(self.body, secrets.founder)
        keys = unwrap_register_keys(self.body.vault, slot.register, secrets.wrapping)
        self.undo.callback(wipe, *keys)
        return secrets, keys

    def prove(self, place: int, passphrase: str) -> None:
        """The passphrase opens its slot; nothing is kept of what it opened."""
        _slot, secrets = self._try(place, passphrase)
        secrets.wipe()

    def vault(
        self,
        secrets: UserSecrets,
        register_keys: tuple[bytearray, ...],
        *,
        accept_older: bool = False,
    ) -> UnlockedVault:
        """Open the register and hand over."""
        inside = self.inside(secrets, register_keys, accept_older=accept_older)
        known_lists.keep(inside.list_known_by, inside.body)
        vault = UnlockedVault(inside)
        if not accept_older:
            vault.access.finish()
        return vault

    def inside(
        self,
        secrets: UserSecrets,
        register_keys: tuple[bytearray, ...],
        *,
        accept_older: bool = False,
    ) -> Inside:
        """An unlocked vault's parts, the register's word on them heard."""
        vault, around = VaultId(self.body.vault), self.around
        opened = register.open_register(self.layout.folder, register_keys, vault)
        self.undo.callback(opened.close)
        user = UserId(seeds.fingerprint(ed25519.public_key(secrets.signing)))
        keychain = Keychain(vault, user, secrets, self.body.members())
        known_by = KnownBy(around.installation, opened, keychain, around.ids)
        older = older_copies.older_than_seen(known_by, self.found or self.body)
        if older and not accept_older:
            raise OlderCopyError(file=older[0])
        self.came = self.came.over(*older)
        knows_less = register.FILE in older
        self._check_pin(opened, accept_older=accept_older, knows_less=knows_less)
        incoming.sweep(self.layout.incoming)
        drill.sweep(self.layout.folder, vault)
        if self.lock is None:
            raise AssertionError("the lock is taken first")
        inside = Inside(
            body=self.body,
            layout=self.layout,
            keychain=keychain,
            register=opened,
            register_keys=register_keys,
            installation=around.installation,
            lock=self.lock,
            device=around.installation.device(around.ids),
            clock=around.clock,
            ids=around.ids,
            coming_in=self.came,
            pulse=around.pulse,
        )
        self.undo.callback(inside.keychain.close)
        inside.shelf.seen = SeenHeads(around.installation, vault)
        if accept_older:
            older_copies.take_as_it_is(inside)
        return inside

    def _try(self, place: int, passphrase: str) -> tuple[Slot, UserSecrets]:
        at = Knock(self.body, self.around.installation, self.around.clock)
        return user_secrets.knock(at, place, passphrase)

    def _check_pin(self, opened: Register, *, accept_older: bool, knows_less: bool) -> None:
        """The list is the one that belongs to the register; whose it is, its key has told.

        `knows_less`: the register is an older copy, and may be so than the list.
        """
        pin, found = opened.pins.read(), slots.hash_of(self.layout.folder)
        if found == pin.hash:
            return
        # Written, and then the machine stopped; or a register of before there were pins.
        is_expected = found == pin.next_hash or pin.hash == ""
        is_older = self.body.generation < pin.generation
        if not is_expected and not accept_older:
            raise OlderCopyError(file=slots.FILE) if is_older else SlotsNotSignedError
        if not (is_expected or is_older or knows_less):
            raise SlotsNotSignedError  # no older copy: a list that somebody else has made
        if is_older:
            self.came = self.came.over(slots.FILE)
            opened.own.drop_marks()  # of a later list: whoever saw it is told, and may go on too
        opened.pins.settle(self.body.generation, found)
