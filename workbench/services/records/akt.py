# SPDX-License-Identifier: EUPL-1.2
"""One open akt: its records as they stand, and the only way to enter new versions."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from workbench.domain.beside import AssessmentLock, Beside
from workbench.domain.clock import Clock, stamp
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, EntryId, Ids, RecordId, UserId
from workbench.domain.journal import Entry, Key, RecordVersion
from workbench.domain.working import WorkingKey
from workbench.services.changes import Changes
from workbench.services.ports import CaseFile, Vault
from workbench.services.records import blinding, bodies
from workbench.services.records.clocks import set_back
from workbench.services.records.pen import Pen
from workbench.services.records.recorded import Draft, Recorded
from workbench.services.records.shown import Shown
from workbench.services.second_ports import CoSigner

__all__ = ["Akt", "Draft", "Mirror", "Recorded", "attachment_id"]

T = TypeVar("T")
Named = tuple[type[Any], RecordId]


class Akt:
    """The records of one case, folded from its journal.

    `mirror` says which kinds the register follows, and is written after such entries (None for
    the organisation akt, which the register does not mirror).
    """

    def __init__(
        self,
        file: CaseFile,
        vault: Vault,
        clock: Clock,
        ids: Ids,
        mirror: "Mirror | None" = None,
    ) -> None:
        self._file, self._vault, self._clock, self._ids = file, vault, clock, ids
        self._mirror = mirror
        self._authentic = 0
        self._positions: dict[EntryId, int] = {}
        self._dated, self._set_back = 0, frozenset[EntryId]()
        self._withheld: frozenset[RecordId] | None = None
        self._shown = Shown(file.entries())

    @property
    def case(self) -> CaseId:
        return self._file.case

    @property
    def file(self) -> CaseFile:
        """The file underneath: working rows and attachments."""
        return self._file

    @property
    def is_older_copy(self) -> bool:
        """Whether it can only be read: the file is behind what was seen of it."""
        return self._file.is_older_copy

    @property
    def user(self) -> UserId:
        """Who works in it now."""
        return self._vault.signer.user

    def now(self) -> str:
        """The moment, as records spell it."""
        return stamp(self._clock.now())

    def today(self) -> str:
        """The calendar date where the person sits, as records spell it."""
        return self._clock.today().isoformat()

    @property
    def withheld(self) -> frozenset[RecordId]:
        """The assessments whose content this user does not see yet (`records.blinding`)."""
        if self._withheld is None:
            self._withheld = frozenset()  # what decides it is withheld from nobody
            ties = [each.value for each in self.all(Beside)]
            locks = [each.value for each in self.all(AssessmentLock)]
            self._withheld = blinding.withheld_from(self.user, ties, locks)
        return self._withheld

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Nothing withheld: for what only derives dates and counts, and shows no content."""
        before, self._withheld = self.withheld, frozenset()
        try:
            yield
        finally:
            self._withheld = before

    def entries_shown(self) -> tuple[Entry, ...]:
        """All entries in order of storage; those of withheld assessments without their bodies."""
        return tuple(
            replace(entry, body=None, salt=None) if self.is_withheld(entry) else entry
            for entry in self._file.entries()
        )

    def is_withheld(self, entry: Entry) -> bool:
        """Whether an entry tells of an assessment that this user does not see yet."""
        return bool(self.withheld) and blinding.body_tells_of(
            entry.key.kind, entry.content(), self.withheld
        )

    def new_record(self) -> RecordId:
        """An id for a record that does not exist yet."""
        return RecordId(self._ids.new_uuid())

    def all(self, of: type[T]) -> tuple[Recorded[T], ...]:
        """Every record of a kind that holds, in the order in which it was first entered.

        Bodies that this version cannot read are left out here and listed by `unreadable`.
        """
        return self._shown.all(of, self.withheld)

    def find(self, of: type[T], record: RecordId) -> Recorded[T] | None:
        """One record as it stands, or None when it was withdrawn or never was."""
        return self._shown.find(of, record, self.withheld)

    def history(self, of: type[T], record: RecordId) -> tuple[Entry, ...]:
        """Every version ever entered, oldest first, withdrawals included."""
        known = self._shown.records.get(Key(bodies.name_of(of), record))
        found = known.history if known is not None else ()
        return () if any(self.is_withheld(entry) for entry in found) else found

    def unreadable(self) -> tuple[Entry, ...]:
        """Current entries of kinds or shapes that this version does not know; no purged ones."""
        heads = (head for record in self._shown.records.all() for head in record.heads)
        told = (head for head in heads if head.body is not None and not head.is_tombstone)
        unread = (head for head in told if self._shown.value(head) is None)
        return tuple(head for head in unread if not self.is_withheld(head))

    def is_set_back(self, entry: EntryId) -> bool:
        """Whether an entry says an earlier time than one that it follows: a clock went back."""
        entries = self._file.entries()
        if self._dated != len(entries):
            self._dated, self._set_back = len(entries), set_back(entries)
        return entry in self._set_back

    def is_later(self, entry: EntryId, than: EntryId) -> bool:
        """Whether an entry was stored after another one; clocks have no say in it."""
        return self.position(entry) > self.position(than)

    def position(self, entry: EntryId) -> int:
        """How many entries were stored before this one."""
        if entry not in self._positions:
            entries = self._file.entries()
            for at in range(len(self._positions), len(entries)):
                self._positions[entries[at].id] = at
        return self._positions[entry]

    def first_unsigned(self) -> EntryId | None:
        """The first entry whose signature is not its author's; each is checked once."""
        unchecked = self._file.entries()[self._authentic :]
        bad = self._vault.check_signatures(unchecked)
        if bad is not None:
            return bad.id
        self._authentic += len(unchecked)
        return None

    def enter(
        self,
        *drafts: Draft,
        clearing: Sequence[WorkingKey] = (),
        attachments: Mapping[str, bytes] | None = None,
        cosigner: CoSigner | None = None,
    ) -> Changes:
        """Enter values: one commit, durable before it returns.

        `cosigner`: a second person, who signs each of these entries too.
        """
        entries = self._seal([self._version(d) for d in drafts], cosigner)
        return self._append(entries, clearing, attachments)

    def withdraw(self, of: type[Any], record: RecordId, reason: str, *also: Named) -> Changes:
        """Enter that a record, and others in the same commit, hold no longer; originals stay."""
        gone = []
        for each, which in ((of, record), *also):
            heads = self._shown.records.heads(Key(bodies.name_of(each), which))
            gone.append(RecordVersion.withdrawn(bodies.kind_of(each), which, reason, heads))
        return self._append(self._seal(gone, None), (), None)

    def purge(
        self,
        versions: Sequence[RecordVersion],
        emptying: Sequence[EntryId],
        cosigner: CoSigner | None = None,
    ) -> Changes:
        """Enter versions, a purge among them, and take the texts of entries away: one commit."""
        entries = self._seal(versions, cosigner)
        touched = {entry.key.kind for entry in self._file.entries() if entry.id in set(emptying)}
        touched |= {entry.key.kind for entry in entries}
        with self._mirrored(frozenset(touched)):
            self._file.purge(entries, emptying)
            self._read_again()
        return Changes(self.case, frozenset(touched), tuple(e.key.record for e in entries))

    def close(self) -> None:
        """Close the file underneath."""
        self._file.close()

    def _append(
        self,
        entries: Sequence[Entry],
        clearing: Sequence[WorkingKey],
        attachments: Mapping[str, bytes] | None,
    ) -> Changes:
        kinds = frozenset(entry.key.kind for entry in entries)
        with self._mirrored(kinds):
            self._file.append(entries, clearing=clearing, attachments=attachments)
            self._shown.take(entries)
            self._withheld = None
        return Changes(self.case, kinds, tuple(entry.key.record for entry in entries))

    @contextmanager
    def _mirrored(self, kinds: frozenset[str]) -> Iterator[None]:
        """Around what changes these kinds: the register is told before, and follows after."""
        if self._mirror is None or kinds.isdisjoint(self._mirror.kinds):
            yield
            return
        self._vault.announce(self.case)
        yield
        # Entered is entered: the register says of itself that it is behind, and the next
        # opening of the akt brings it up.
        with suppress(WorkbenchError), self.whole():
            self._mirror.write(self)

    def _read_again(self) -> None:
        self._withheld = None
        self._shown = Shown(self._file.entries())

    def _seal(self, versions: Sequence[RecordVersion], cosigner: CoSigner | None) -> list[Entry]:
        pen = Pen(self._vault, self._ids, self.case, self.now())
        return pen.entries(versions, self._file.head(), cosigner)

    def _version(self, draft: Draft) -> RecordVersion:
        kind = bodies.kind_of(type(draft.value))
        record = draft.record if draft.record is not None else self.new_record()
        seen = (
            draft.seen if draft.seen is not None else self._shown.records.heads(_key(kind, record))
        )
        return RecordVersion(kind, record, bodies.body_of(draft.value), seen)


@dataclass(frozen=True, slots=True)
class Mirror:
    """Which kinds the register mirrors, and how it is written."""

    kinds: frozenset[str]
    write: Callable[[Akt], None]


def attachment_id(content: bytes) -> str:
    """The name under which bytes are attached: their hex SHA-256."""
    return hashlib.sha256(content).hexdigest()


def _key(kind: str, record: RecordId) -> Key:
    return Key(kind.partition("/")[0], record)
