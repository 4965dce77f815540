# SPDX-License-Identifier: EUPL-1.2
"""What lies in the place that a copy is to be put back to, and what will lie there."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, VaultId
from workbench.services.copies_ports import AktOfCopy, RestoreTold
from workbench.services.ports import CaseReport
from workbench.vault import checking, cipher, comparing, reading, register, replacing, slots
from workbench.vault.errors import DamagedAkterError, NotAVaultError, NotEmptyError
from workbench.vault.inside import Inside
from workbench.vault.older_akter import OlderAkter
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
        # One history with the medium's: then its own steps tell who may sign it.
        return bool(ring.chain) or ring.may_sign(slots.read(target, smallest_kib=1).signed_by)
    return slots.hash_of(target) in (pin.hash, pin.next_hash)


@dataclass(frozen=True, slots=True)
class Verifying:
    """A vault aside that is looked through before anything is promised. `inside` is its inside.

    `accepts`: somebody has said why the rest is put back when akter of it are damaged.
    """

    vault: UnlockedVault
    inside: Inside
    refill: Refill
    accepts: bool

    def run(self, left_aside: str) -> RestoreTold:
        """Everything is opened and checked; what it holds.

        Raises:
            DamagedAkterError: akter do not hold that held when the copy was made, and nobody
            accepts it; DamagedRegisterCopyError, DamagedCopyError: the organisation akt.
        """
        refill, manifest = self.refill, self.refill.manifest
        reports = self.vault.verify()
        from_older, left_out = self._in_their_stead(self._damaged(reports))
        if from_older or left_out:
            reports = self.vault.verify()
        keys = self._damaged_keys(reports)
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
            from_older=from_older,
            left_out=left_out,
        )

    def _damaged(self, reports: Sequence[CaseReport]) -> tuple[CaseId, ...]:
        """What does not hold that held when the copy was made."""
        files, refill = self.inside.shelf.files, self.refill
        # Keys files are as the vault had them: not whole here is not whole there.
        known = {*refill.manifest.damaged, *self._damaged_keys(reports)}
        known |= {files(case).name for case in refill.keyless}
        bad = {report.case for report in reports if report.why}
        bad = {case for case in bad if files(case).name not in known}
        listed = (CaseId(akt.case) for akt in refill.manifest.akter)
        return tuple(bad | {case for case in listed if files(case).name in refill.damaged})

    def _in_their_stead(
        self, cases: tuple[CaseId, ...]
    ) -> tuple[tuple[AktOfCopy, ...], tuple[AktOfCopy, ...]]:
        refill, house = self.refill, CaseId(self.inside.body.house)
        if house in cases:
            name = self.inside.shelf.files(house).name
            comparing.refuse(
                refill.medium, refill.manifest, refill.members, [name], refill.watch, {}
            )
        older = OlderAkter(self.inside, refill, refill.watch)
        if cases and not self.accepts:
            names = [akt.name for akt in older.names(cases)]
            raise DamagedAkterError(
                count=len(names),
                akter=", ".join(names),
                file=f"{refill.manifest.generation}/{self.inside.shelf.files(cases[0]).name}",
            )
        return older.fill(cases)

    def _damaged_keys(self, reports: Sequence[CaseReport]) -> set[str]:
        keyless = self.refill.keyless
        return {
            self.vault.file_name(report.case)
            for report in reports
            if report.why == checking.DAMAGED_KEYS and report.case not in keyless
        }
