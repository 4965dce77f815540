# SPDX-License-Identifier: EUPL-1.2
"""Who puts a copy back: a user with a passphrase, or whoever has the recovery codes alone."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from workbench.crypto import ed25519
from workbench.crypto.clearing import wipe
from workbench.crypto.kdf import Cost
from workbench.crypto.seeds import fingerprint
from workbench.domain.ids import UserId, VaultId
from workbench.services.jobs import Pulse
from workbench.vault import recovered, register_keys, slots, user_secrets
from workbench.vault.keychain import Keychain
from workbench.vault.opening import Surroundings
from workbench.vault.recovered import Newcomer, Recovered
from workbench.vault.slots import SlotsBody
from workbench.vault.user_secrets import Knock


@dataclass(frozen=True, slots=True)
class Order:
    """What to put back where, and who does it. `vault`: needed on a medium that holds several.

    `codes`: the recovery code, or two of the three, in the place of a number and a passphrase.
    `without_damaged`: somebody has said why the rest is put back when akter of it are damaged.
    """

    medium: Path
    target: Path
    place: int = 0
    passphrase: str = field(default="", repr=False)
    generation: str = ""
    vault: str = ""
    codes: tuple[str, ...] = field(default=(), repr=False)
    without_damaged: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """Who restores: the list that they are in, and what they opened.

    `signed`: the list as it stands in its file; `body` is another where it is of before recovery
    had a key that signs.
    """

    signed: SlotsBody
    body: SlotsBody
    keychain: Keychain
    register_keys: tuple[bytearray, ...]


def holder(order: Order, body: SlotsBody, around: Surroundings, undo: ExitStack) -> Holder:
    """What the passphrase, or the codes, open of this list.

    Raises:
        what unlocking raises, or `recovered.unsealed`.
    """
    opened = _by_codes(order, body, undo) if order.codes else _by_place(order, body, around, undo)
    undo.callback(wipe, *opened.register_keys)
    undo.callback(opened.keychain.close)
    opened.keychain.pulse = around.pulse
    return opened


def _by_place(order: Order, body: SlotsBody, around: Surroundings, undo: ExitStack) -> Holder:
    knock = Knock(body, around.installation, around.clock)
    slot, secrets = user_secrets.knock(knock, order.place, order.passphrase)
    undo.callback(secrets.wipe)
    user = user_secrets.owner(body, slot, secrets)
    slots.check_founder(body, secrets.founder)
    keys = register_keys.unwrap_register_keys(body.vault, slot.register, secrets.wrapping)
    keychain = Keychain(VaultId(body.vault), UserId(user.user), secrets, body.members())
    return Holder(body, body, keychain, keys)


def _by_codes(order: Order, signed: SlotsBody, undo: ExitStack) -> Holder:
    body, secrets = recovered.unsealed(signed, order.codes)
    undo.callback(secrets.wipe)
    wraps = body.recovery.register
    keys = register_keys.unwrap_register_keys(body.vault, wraps, secrets.wrapping)
    user = UserId(fingerprint(ed25519.public_key(secrets.signing)))
    keychain = Keychain(VaultId(body.vault), user, secrets, body.members())
    keychain.read_as_recovery(bytes.fromhex(body.recovery.public))
    return Holder(signed, body, keychain, keys)


@dataclass(slots=True)
class Returning:
    """The vault aside as the codes see it: a place is given there before it becomes the vault.

    `sign_erased` writes the list of what was erased in the name of who gets the place: recovery
    has none, and a list counts only when somebody with a place signed it. `seated_at`: the place
    that was given, 0 for none yet.
    """

    recovered: Recovered
    sign_erased: Callable[[Newcomer], None]
    seated_at: int = 0

    def seat(self, new: Newcomer, passphrase: str, cost: Cost, pulse: Pulse) -> tuple[str, ...]:
        """Give the place; see `Recovered.seat`. Nothing of it holds before the vault is in place.

        Raises:
            NotEnoughMemoryError, DiskFullError, DiskError.
        """
        self.sign_erased(new)
        closed = self.recovered.seat(new, passphrase, cost, pulse)
        self.seated_at = new.place
        return closed
