# SPDX-License-Identifier: EUPL-1.2
"""What lies in the place that a copy is to be put back to, and what will lie there."""

import shutil
from pathlib import Path

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import VaultId
from workbench.services.copies_ports import RestoreTold
from workbench.vault import checking, cipher, reading, register, replacing, slots
from workbench.vault.errors import DamagedCopyError, NotAVaultError, NotEmptyError
from workbench.vault.refilling import Refill
from workbench.vault.register_pins import RegisterPins
from workbench.vault.slots import SlotsBody
from workbench.vault.unlocked import UnlockedVault


def lying_there(target: Path, vault: VaultId, smallest_kib: int) -> SlotsBody | None:
    """The list of users of the vault that is replaced; None where it cannot be believed.

    Raises:
        NotEmptyError: something else lies there.
    """
    if not target.exists() or replacing.is_empty(target):
        return None
    try:
        body = slots.read(target, smallest_kib=smallest_kib)
    except NotAVaultError:
        if not (target / register.FILE).exists():
            raise NotEmptyError from None
        return None
    except WorkbenchError:  # damaged, or not signed: it goes aside as it is
        return None
    if body.vault != vault:
        raise NotEmptyError
    return body


def holds(target: Path, aside: Path, keys: tuple[bytearray, ...], ring: SlotsBody) -> bool:
    """Whether the list of users that lies there is the vault's own, and nobody else's.

    The register beside it says so, looked at in `aside`; where it cannot be asked, whoever signed
    the list must have been one who may, by the medium's. A former administrator still has the key
    that signed earlier lists.
    """
    try:
        for name in (register.FILE, register.FILE + reading.WAL):
            if (target / name).is_file():
                shutil.copyfile(target / name, aside / name)
        connection = register.connect(aside, keys, VaultId(ring.vault))
        try:
            pin = RegisterPins(connection).read()
        finally:
            cipher.close_file(connection, name=register.FILE)
    except (WorkbenchError, OSError):
        return ring.may_sign(slots.read(target, smallest_kib=1).signed_by)
    return slots.hash_of(target) in (pin.hash, pin.next_hash)


def what_it_holds(vault: UnlockedVault, refill: Refill, left_aside: str) -> RestoreTold:
    """Everything is opened and checked before anything is promised.

    Raises:
        DamagedCopyError: an akt does not hold that held when the copy was made.
    """
    manifest, reports = refill.manifest, vault.verify()
    keys = {
        vault.file_name(report.case)
        for report in reports
        if report.why == checking.DAMAGED_KEYS and report.case not in refill.keyless
    }
    for report in reports:
        name = vault.file_name(report.case)
        # Keys files are as the vault had them: not whole here is not whole there.
        is_known = name in manifest.damaged or name in keys or report.case in refill.keyless
        if report.why and not is_known:
            raise DamagedCopyError(file=f"{manifest.generation}/{name}")
    return RestoreTold(
        medium=manifest.medium,
        generation=manifest.generation,
        made=manifest.made,
        opened=sum(not report.why for report in reports),
        hash_only=len(manifest.akter) - refill.erased() - len(reports),
        damaged=tuple(sorted({*manifest.damaged, *keys})),
        erased=refill.erased(),
        keyless=len(refill.keyless),
        exchange="kept" if refill.carry_exchange_keys() else "new-card",
        left_aside=left_aside,
    )
