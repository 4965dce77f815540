# SPDX-License-Identifier: EUPL-1.2
"""The journal: any changed byte of any stored entry is found and the entry named; any order folds
alike.

The bytes are changed in the rows of a real akt's file, by someone who has its key: the pages are
authentic, so only the journal's own hashes, links and signatures can tell.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.evidence.campaign import Campaign, Part, Tally, folder_in_memory
from tests.unit.domain.journals import Step, play
from tests.vault.making import Workplace, Writer, writer
from workbench.domain.journal import Entry, fold
from workbench.services.ports import CaseReport, Member
from workbench.vault import checking
from workbench.vault.cipher import Connection

Check = Callable[[checking.Subject, tuple[Member, ...]], CaseReport]
ENTRIES = 12
COLUMNS = ("header", "body", "salt", "signature", "id")
_HEX = "0123456789abcdef"


@dataclass(frozen=True, slots=True)
class Change:
    """One byte of one column of one stored entry, and what it is changed to."""

    position: int
    column: str
    byte: int
    value: int

    @classmethod
    def draw(cls, chance: Random, entries: list[Entry]) -> "Change":
        position, column = chance.randrange(len(entries)), chance.choice(COLUMNS)
        content = stored(entries[position], column)
        byte = chance.randrange(len(content))
        values = _HEX.encode() if column == "id" else range(256)
        return cls(position, column, byte, chance.choice([v for v in values if v != content[byte]]))

    def applied(self, entry: Entry) -> bytes:
        changed = bytearray(stored(entry, self.column))
        changed[self.byte] = self.value
        return bytes(changed)


def stored(entry: Entry, column: str) -> bytes:
    """What an entry has in a column."""
    names = {"header": entry.header_bytes, "signature": entry.signature, "id": entry.id.encode()}
    content = names.get(column) or (entry.salt if column == "salt" else entry.body)
    if content is None:
        raise AssertionError("nothing here is purged")
    return content


def changed_bytes(part: Part, check: Check = checking.check) -> Tally:
    """Change one byte at a time, and ask `verify` which entry does not hold."""
    tally, chance = Tally(), Random(part.first)
    with folder_in_memory() as folder:
        place = Workplace(folder, seed=f"journal {part.first}")
        vault = place.create()
        akt = writer(place, vault)
        entries, members = history(akt), vault.members()
        subject = vault._to_check(akt.file.case)
        row = subject.connect()
        if check(subject, members).why:
            tally.breach("the journal does not hold before anything was changed")
        for _ in part:
            change = Change.draw(chance, entries)
            entry = entries[change.position]
            _put(row, change, change.applied(entry))
            _judge(tally, change, entry, check(subject, members))
            _put(row, change, stored(entry, change.column))
        row.close()
        vault.close()
    return tally


def history(akt: Writer) -> list[Entry]:
    """Notes, a correction, a withdrawal, and letters of all lengths."""
    first = akt.enter("måndag", "Fridene \U0001f600 \u05d0", "x" * 200)
    made = akt.version({"text": "tisdag"}, record=first[0].header.record, supersedes=[first[0].id])
    akt.file.append([made])
    gone = {"tombstone": {"reason": "fel akt"}}
    akt.file.append([akt.version(gone, record=first[1].header.record, supersedes=[first[1].id])])
    akt.file.append(akt.run([{"n": n, "text": "svar"} for n in range(ENTRIES - 5)]))
    return list(akt.file.entries())


def fold_orders(part: Part, folding: Callable[[list[Entry]], object] = fold) -> Tally:
    """Histories with branches, disputes and withdrawals, met in any order and some twice."""
    tally, chance = Tally(), Random(part.first)
    for number in part:
        journal = play([_step(chance) for _ in range(chance.randint(1, 30))])
        mixed = [*journal, *chance.sample(journal, chance.randrange(len(journal)))]
        chance.shuffle(mixed)
        tally.note("folded alike" if folding(mixed) == folding(journal) else "folded otherwise")
        tally.saw(b"".join(bytes.fromhex(entry.id) for entry in mixed))
        if folding(mixed) != folding(journal):
            tally.breach(f"history {number} of the part that begins at {part.first}")
    return tally


def _step(chance: Random) -> Step:
    return Step(
        record=chance.randrange(4),
        supersedes=chance.randrange(3),
        is_tombstone=chance.random() < 0.2,
        minute=chance.randrange(60),
        parents_back=chance.randint(1, 3),
    )


def _put(row: Connection, change: Change, content: bytes) -> None:
    value = content.decode() if change.column == "id" else content
    row.execute(
        f"UPDATE entry SET {change.column} = ? WHERE position = ?", (value, change.position)
    )


def _judge(tally: Tally, change: Change, entry: Entry, report: CaseReport) -> None:
    named = change.applied(entry).decode() if change.column == "id" else entry.id
    tally.note(f"{change.column}: {report.why or 'not found'}")
    if not report.why or report.first_bad != named:
        tally.breach(f"{change}: reported {report.why!r} at {report.first_bad}")


CAMPAIGNS = (
    Campaign(
        "a changed byte of a stored entry is found, and the entry named",
        100_000,
        changed_bytes,
        2500,
    ),
    Campaign("a history folds alike in any order", 50_000, fold_orders, 2500),
)
