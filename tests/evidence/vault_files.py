# SPDX-License-Identifier: EUPL-1.2
"""Single flipped bits in the files of a closed vault: refused with a code, or nothing was lost.

A bit that no reader looks at (a grant to somebody else, the salt that raw keys do not use)
may flip unseen, but then everything that the vault holds must read as before.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random

from tests.evidence.campaign import Campaign, Part, Tally, folder_in_memory
from tests.vault.making import Workplace, writer
from workbench.domain.errors import WorkbenchError
from workbench.services.ports import CaseSummary, StoredCard
from workbench.vault import checking
from workbench.vault.errors import WrongPassphraseError
from workbench.vault.unlocked import UnlockedVault

Look = Callable[[Workplace], object]
NOT_TOLD = "read otherwise and nothing said"


@dataclass(frozen=True, slots=True)
class Specimen:
    """A closed vault and every byte of it, to be damaged and put back."""

    place: Workplace
    pristine: dict[Path, bytes]

    @classmethod
    def make(cls, root: Path) -> "Specimen":
        place = Workplace(root)
        _fill(place)
        files = (path for path in root.rglob("*") if path.is_file())
        return cls(place, {path: path.read_bytes() for path in files})

    def restore(self) -> None:
        """Everything as it was; what came beside it goes away."""
        for path in [path for path in self.place.root.rglob("*") if path.is_file()]:
            if path not in self.pristine:
                path.unlink()
        for path, content in self.pristine.items():
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)

    def one(self, pattern: str) -> Path:
        """The first file of a kind."""
        return min(self.place.root.glob(pattern))


def look(place: Workplace) -> object:
    """Unlock, read everything, verify, close: all that the vault says.

    Raises:
        WorkbenchError: it refuses, or `verify` finds something.
    """
    vault = place.unlock()
    try:
        seen = _content(vault)
        for report in vault.verify():
            fault = checking.error_of(report, vault.file_name(report.case))
            if fault is not None:
                raise fault
    finally:
        vault.close()
    return seen


def trial(part: Part, pattern: str, looking: Look = look) -> Tally:
    """Flip bits of one file, one at a time, and look."""
    tally = Tally()
    with folder_in_memory() as folder:
        specimen = Specimen.make(folder / "closed")
        path, whole = specimen.one(pattern), look(specimen.place)
        specimen.restore()
        bits = _bits(part, len(specimen.pristine[path]))
        for bit in bits:
            _flip(path, bit)
            outcome = _outcome(looking, specimen.place, whole)
            tally.note(outcome)
            if outcome == NOT_TOLD or outcome.startswith("crash"):
                tally.breach(f"{outcome}: {pattern}, byte {bit // 8}, bit {bit % 8}")
            specimen.restore()
    return tally


def _bits(part: Part, size: int) -> list[int]:
    return Random(size).sample(range(size * 8), part.total)[part.first : part.stop]


def _flip(path: Path, bit: int) -> None:
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)


def _outcome(looking: Look, place: Workplace, whole: object) -> str:
    try:
        seen = looking(place)
    except WorkbenchError as refusal:
        return f"refused {refusal.code}"
    except Exception as crash:  # noqa: BLE001  whatever it is, it is what we look for
        return f"crash {type(crash).__name__}: {crash}"
    return "everything read as before" if seen == whole else NOT_TOLD


def _content(vault: UnlockedVault) -> object:
    rows = vault.cases()
    akter = []
    for case in [vault.house(), *(vault.open_case(row.case) for row in rows)]:
        entries = case.entries()
        akter.append((case.case, entries, case.working_rows(vault.signer.user)))
        if vault.check_signatures(entries) is not None:
            raise AssertionError("verify says which; this is for the notes")
    links = [vault.case_link_key(row.case) for row in rows]
    keys = vault.exchange_keys()
    return akter, rows, links, keys, vault.cards(), vault.members(), vault.is_recovery_proven


def _fill(place: Workplace) -> None:
    """Two akter with all that an akt can hold, a card, and a register that knows them."""
    vault = place.create()
    first, second = writer(place, vault), writer(place, vault)
    entries = first.enter("måndag", "tisdag", "onsdag \U0001f600")
    corrected = first.version(
        {"text": "torsdag"}, record=entries[0].header.record, supersedes=[entries[0].id]
    )
    first.file.append([corrected], attachments={"ab" * 32: b"\x00bild" * 100})
    row = second.type("text", "halv mening")
    second.file.put_working(replace(row, key=replace(row.key, field="annat")))
    summary = CaseSummary(("Vera Exempel",), ("20000101-0000",), (("measure", "2026-12-01"),))
    vault.mirror(first.file.case, summary)
    vault.put_card(StoredCard("ab" * 32, b"content", "verified", "2026-11-22T01:10:00Z"))
    vault.house()
    vault.close()
    with suppress(WrongPassphraseError):
        place.unlock("fel")


_FILES = {
    "vault/vault.slots": "the slots",
    "vault/register.db": "the register",
    "vault/cases/*.db": "an akt",
    "vault/cases/*.keys": "the keys to an akt",
    "vault/house.db": "the organisation akt",
    "vault/house.keys": "the keys to the organisation akt",
    "vault/mailbox.keys": "the organisation's own keys",
    "state/*.seen": "the note of how far the vault had come",
    "state/*.tries": "the note of wrong passphrases",
}
CAMPAIGNS = tuple(
    Campaign(
        f"a flipped bit in {what} is refused, or everything reads as before",
        500 if pattern.startswith("state/") else 1000,
        partial(trial, pattern=pattern),
        250,
    )
    for pattern, what in _FILES.items()
)
