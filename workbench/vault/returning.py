# SPDX-License-Identifier: EUPL-1.2
"""Open a vault with its recovery codes, and no passphrase."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from workbench.crypto.clearing import wipe
from workbench.services.recovery_ports import Codes
from workbench.vault import places, recovered, recovering, replacing, slots
from workbench.vault.layout import Layout
from workbench.vault.opening import Opening, Surroundings
from workbench.vault.recovered import Recovered
from workbench.vault.register_keys import unwrap_register_keys


def recovery_kind(folder: Path) -> Codes:
    """Which codes a vault is recovered with, as its list says; nothing is opened.

    Raises:
        NotAVaultError, NewerFormatError, SlotsNotSignedError.
    """
    replacing.settle(folder.absolute())
    return recovering.codes_of(slots.read(folder.absolute(), smallest_kib=1).recovery)


def recover_vault(
    folder: Path, codes: Sequence[str], around: Surroundings, *, accept_older: bool = False
) -> Recovered:
    """Open a vault with its recovery code, or two of its three. Nothing is derived slowly.

    The codes prove themselves first: against the vault's recovery key, and against its founder.
    No wait follows a wrong one: 160 bits need none. `accept_older`: as for `unlock_vault`.

    Raises:
        RecoveryCodesError, RecoveryTypoError, RecoveryPairError, WrongRecoveryError,
        OldRecoveryError; what `unlock_vault` raises but for wrong passphrases.
    """
    folder = folder.absolute()
    places.refuse_unsafe(folder)
    replacing.settle(folder)
    found = slots.read(folder, smallest_kib=around.smallest_kib)
    with ExitStack() as undo:
        body, secrets = recovered.unsealed(found, codes)
        undo.callback(secrets.wipe)
        opening = Opening(body, Layout(folder), around, undo, found=found)
        opening.take_lock()
        wraps = body.recovery.register
        register_keys = unwrap_register_keys(body.vault, wraps, secrets.wrapping)
        undo.callback(wipe, *register_keys)
        inside = opening.inside(secrets, register_keys, accept_older=accept_older)
        inside.keychain.read_as_recovery(bytes.fromhex(body.recovery.public))
        made = Recovered(inside)
        undo.pop_all()
    return made
