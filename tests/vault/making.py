# SPDX-License-Identifier: EUPL-1.2
"""Real vaults for tests: every file on disk, only the passphrase is cheap (8 MiB).

Clock and ids are those of the other tests: the same in every run.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.memory_vault import SteppingClock
from workbench.crypto.kdf import Cost
from workbench.domain.canonical import Json, canonical_bytes
from workbench.domain.clock import stamp
from workbench.domain.ids import CaseId, EntryId, RecordId
from workbench.domain.journal import SALT_BYTES, Entry, Header, hash_body, read_entry
from workbench.domain.working import WorkingKey, WorkingRow
from workbench.services.jobs import Pulse, no_pulse
from workbench.services.ports import CaseFile
from workbench.vault.opening import Surroundings, create_vault, unlock_vault
from workbench.vault.unlocked import UnlockedVault

CHEAP = Cost(m_kib=8 * 1024, t=1, p=1)
PASSPHRASE = "körsbär lampa torsdag granit vinter"


class SeededIds:
    """Version 4 UUIDs and bytes drawn from a hash of a seed and a running number."""

    def __init__(self, seed: str = "varn") -> None:
        self._seed, self._count = seed, 0

    def new_uuid(self) -> str:
        raw = bytearray(self.random_bytes(16))
        raw[6] = raw[6] & 0x0F | 0x40
        raw[8] = raw[8] & 0x3F | 0x80
        text = raw.hex()
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def random_bytes(self, size_bytes: int) -> bytes:
        self._count += 1
        return hashlib.shake_256(f"{self._seed} {self._count}".encode()).digest(size_bytes)


@dataclass
class Workplace:
    """A folder for a vault, a state folder beside it, a clock and ids."""

    root: Path
    seed: str = "varn"
    clock: SteppingClock = field(default_factory=SteppingClock)
    code: str = ""
    state_name: str = "state"
    pulse: Pulse = no_pulse
    opened: list[UnlockedVault] = field(default_factory=list)
    cost: Cost = CHEAP

    def __post_init__(self) -> None:
        self.ids = SeededIds(self.seed)

    @property
    def folder(self) -> Path:
        return self.root / "vault"

    @property
    def state(self) -> Path:
        return self.root / self.state_name

    @property
    def around(self) -> Surroundings:
        return Surroundings(self.clock, self.ids, self.state, self.cost.m_kib, self.pulse)

    def create(self, *, proven: bool = True) -> UnlockedVault:
        vault, self.code = create_vault(self.folder, PASSPHRASE, self.around, cost=self.cost)
        if proven:
            vault.prove_recovery(self.code)
        return vault

    def unlock(self, passphrase: str = PASSPHRASE, *, place: int = 1) -> UnlockedVault:
        vault = unlock_vault(self.folder, place, passphrase, self.around)
        self.opened.append(vault)
        return vault


@dataclass
class Writer:
    """Writes entries the way a service does: chained to the head, signed by the user."""

    vault: UnlockedVault
    file: CaseFile
    around: Surroundings

    def version(
        self,
        body: dict[str, Json],
        *,
        record: str | None = None,
        kind: str = "note/1",
        supersedes: Sequence[EntryId] = (),
        parent: EntryId | None = None,
    ) -> Entry:
        """A sealed entry that is not appended yet."""
        head = parent if parent is not None else self.file.head()
        salt, text = self.around.ids.random_bytes(SALT_BYTES), canonical_bytes(body)
        header = Header(
            vault=self.vault.vault,
            case=self.file.case,
            kind=kind,
            record=RecordId(record or self.around.ids.new_uuid()),
            author=self.vault.signer.user,
            device=self.vault.device,
            recorded_at=stamp(self.around.clock.now()),
            supersedes=tuple(supersedes),
            parents=(head,) if head else (),
            body_hash=hash_body(salt, text),
        ).to_bytes()
        return read_entry(header, self.vault.signer.sign_entry(header), salt, text)

    def run(self, bodies: Sequence[dict[str, Json]]) -> list[Entry]:
        """A chain of entries, each the child of the one before, not appended yet."""
        made: list[Entry] = []
        for body in bodies:
            made.append(self.version(body, parent=made[-1].id if made else None))
        return made

    def enter(self, *texts: str) -> list[Entry]:
        """Append notes with these texts, one commit each."""
        made = []
        for text in texts:
            entry = self.version({"text": text})
            self.file.append([entry])
            made.append(entry)
        return made

    def type(self, field_name: str, text: str) -> WorkingRow:
        """Put one working row."""
        key = WorkingKey(
            "note", RecordId("00000000-0000-4000-8000-000000000001"), field_name, "",
            self.vault.signer.user,
        )  # fmt: skip
        row = WorkingRow(key, canonical_bytes(text).decode(), stamp(self.around.clock.now()))
        self.file.put_working(row)
        return row


def writer(place: Workplace, vault: UnlockedVault, case: CaseId | None = None) -> Writer:
    """A writer in a new akt, or in a given one."""
    file = vault.new_case("2026-0001") if case is None else vault.open_case(case)
    return Writer(vault, file, place.around)
