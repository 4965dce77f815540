# SPDX-License-Identifier: EUPL-1.2
"""Single flipped bits in the files of a vault: refused with a code, or nothing was lost.

A bit that no reader looks at (a grant to somebody else, the salt that raw keys do not use)
may flip unseen, but then everything that the vault holds must read as before.

The vault was closed, or it was cut off while it was open and left its logs. A refusal names the
file that was damaged and what to do, in both languages.

Another kind of file is one more line in `FILES`: pattern, what it is, how many flips, and the
specimen that has it.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random

from tests.evidence.campaign import Campaign, Part, Tally, folder_in_memory
from tests.vault.damage import crashed_copy
from tests.vault.making import Workplace, Writer, writer
from workbench import words
from workbench.crypto.kdf import Cost
from workbench.domain.errors import WorkbenchError
from workbench.services.ports import CaseSummary, StoredCard
from workbench.vault import checking
from workbench.vault.errors import WrongPassphraseError
from workbench.vault.unlocked import UnlockedVault

AT_ONCE = Cost(m_kib=64, t=1, p=1)  # thousands of unlocks; what a passphrase costs is not looked at
Look = Callable[[Workplace], object]
Make = Callable[[Path], "Specimen"]
NOT_TOLD = "read otherwise and nothing said"
MISNAMED = "refused, and another file was named"
NO_WAY_ON = "refused, and the message lacks the file or what to do"
AS_BEFORE = "everything read as before"
BROKEN = frozenset({NOT_TOLD, MISNAMED, NO_WAY_ON})


@dataclass(frozen=True, slots=True)
class Specimen:
    """A vault that nobody has open and every byte of it, to be damaged and put back."""

    place: Workplace
    pristine: dict[Path, bytes]

    @classmethod
    def of(cls, place: Workplace) -> "Specimen":
        files = (path for path in place.root.rglob("*") if path.is_file())
        return cls(place, {path: path.read_bytes() for path in files})

    def restore(self) -> None:
        """Everything as it was; what came beside it goes away, and who had it open is forgotten."""
        self.place.opened.clear()
        for path in [path for path in self.place.root.rglob("*") if path.is_file()]:
            if path not in self.pristine:
                path.unlink()
        for path, content in self.pristine.items():
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)

    def one(self, pattern: str) -> Path:
        """The first file of a kind."""
        return min(self.place.root.glob(pattern))


def closed(root: Path) -> Specimen:
    """A vault that was closed: every write is in its file."""
    place = Workplace(root / "closed", cost=AT_ONCE)
    vault = place.create()
    _fill(place, vault)
    vault.close()
    with suppress(WrongPassphraseError):
        place.unlock("fel")
    return Specimen.of(place)


def cut_off(root: Path) -> Specimen:
    """One whose program was killed: the writes since it was opened are in the logs."""
    place = Workplace(root / "open", cost=AT_ONCE)
    place.create().close()
    vault = place.unlock()
    _fill(place, vault)
    copy = crashed_copy(place, root / "cut off")
    vault.close()
    return Specimen.of(copy)


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


def trial(
    part: Part, pattern: str, looking: Look = look, making: Make = closed, *, truly: Look = look
) -> Tally:
    """Flip bits of one file, one at a time, and look; `truly`: what there was to be seen before."""
    tally = Tally()
    with folder_in_memory() as folder:
        specimen = making(folder)
        path, whole = specimen.one(pattern), truly(specimen.place)
        specimen.restore()
        for bit in _bits(part, len(specimen.pristine[path])):
            _flip(path, bit)
            outcome = _outcome(looking, specimen.place, path, whole)
            tally.note(outcome)
            if outcome in BROKEN or outcome.startswith("crash"):
                tally.breach(f"{outcome}: {pattern}, byte {bit // 8}, bit {bit % 8}")
            specimen.restore()
    return tally


def _outcome(looking: Look, place: Workplace, path: Path, whole: object) -> str:
    try:
        seen = looking(place)
    except WorkbenchError as refusal:
        if not _names(refusal, place, path):
            return MISNAMED
        return f"refused {refusal.code}" if _tells(refusal, place, path) else NO_WAY_ON
    except Exception as crash:  # noqa: BLE001  whatever it is, it is what we look for
        return f"crash {type(crash).__name__}: {crash}"
    return AS_BEFORE if seen == whole else NOT_TOLD


def _names(refusal: WorkbenchError, place: Workplace, path: Path) -> bool:
    """Whether a refusal that names a file names this one, with its log or without."""
    named = str(refusal.facts.get("file", ""))
    if not named or path.is_relative_to(place.state):
        return True
    true = path.relative_to(place.root).as_posix().removesuffix("-wal")
    return f"/{true}".endswith("/" + named.removesuffix("-wal"))


def _tells(refusal: WorkbenchError, place: Workplace, path: Path) -> bool:
    """Whether what a person reads says what to do, and in which file.

    An akt is told by its id, in a copy by its case number: that the refusal means this very file
    is then seen from its facts. A note of this installation has no name: it is put right by itself.
    """
    name = path.stem if path.parent.name == "cases" else path.name.removesuffix("-wal")
    if "akter" in refusal.facts:
        name = str(refusal.facts["akter"]) if "file" in refusal.facts else name
    name = "" if path.is_relative_to(place.state) else name
    before = words.language()
    for language in ("sv", "en"):
        words.speak(language)
        told = words.error_text(refusal)
        words.speak(before)
        if not told.remedy or name not in f"{told.what} {told.remedy}":
            return False
    return True


def _bits(part: Part, size: int) -> list[int]:
    chance = Random(size)
    bits = list(range(size * 8))
    chance.shuffle(bits)
    return [bits[trial % len(bits)] for trial in part]


def _flip(path: Path, bit: int) -> None:
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)


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


def _fill(place: Workplace, vault: UnlockedVault) -> None:
    """Two akter with all that an akt can hold, a card, and a register that knows them."""
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
    vault.house().append(Writer(vault, vault.house(), place.around).run([{"text": "öppnad"}] * 2))


FILES: tuple[tuple[str, str, int, Make], ...] = (
    ("vault/vault.slots", "the slots", 30_000, closed),
    ("vault/register.db", "the register", 9_000, closed),
    ("vault/cases/*.db", "an akt", 11_000, closed),
    ("vault/cases/*.keys", "the keys to an akt", 9_000, closed),
    ("vault/house.db", "the organisation akt", 8_000, closed),
    ("vault/house.keys", "the keys to the organisation akt", 6_000, closed),
    ("vault/mailbox.keys", "the organisation's own keys", 9_000, closed),
    ("vault/cases/*.db-wal", "the log of an akt", 8_000, cut_off),
    ("vault/register.db-wal", "the log of the register", 5_000, cut_off),
    ("vault/house.db-wal", "the log of the organisation akt", 4_000, cut_off),
    ("state/*.seen", "the note of how far the vault had come", 1_000, closed),
    ("state/*.tries", "the note of wrong passphrases", 1_000, closed),
)
CAMPAIGNS = tuple(
    Campaign(
        f"a flipped bit in {what} is refused, or everything reads as before",
        total,
        partial(trial, pattern=pattern, making=making),
        500,
    )
    for pattern, what, total, making in FILES
)
