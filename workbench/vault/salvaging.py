# SPDX-License-Identifier: EUPL-1.2
"""What can still be read of a damaged akt, for reading only; nothing on the disk is changed.

Rows come from every page that still proves itself. Each entry is then judged alone: its hash, its
body, the signatures of people of this vault, and its place among the others. What does not hold is
named, never shown; what is missing is named by its place, and by its id where a later entry tells.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from workbench.crypto import kdf
from workbench.crypto.database_pages import PageKey
from workbench.crypto.labels import Label
from workbench.domain.chain import find_fault
from workbench.domain.ids import CaseId, EntryId
from workbench.domain.journal import Entry, MalformedEntryError
from workbench.domain.purges import PURGED, lawfully_emptied
from workbench.services.copies_ports import BadEntry, Gap, Salvaged, Watch
from workbench.services.jobs import Pulse
from workbench.vault import cipher, durable
from workbench.vault.carving import Pages, Row, read_pages
from workbench.vault.errors import DamagedFileError, NoAccessError
from workbench.vault.headers import read_header
from workbench.vault.inside import Inside
from workbench.vault.journal_store import Law
from workbench.vault.layout import FilePair
from workbench.vault.swapping import DAMAGED

_COLUMNS = 7
_BESIDE = ("-wal", "-shm")
_SIGNATURE_BYTES = 64
_ID_LETTERS = 64


@dataclass(frozen=True, slots=True)
class _Found:
    """An entry as it stands in some page; None where its header is none."""

    position: int
    stored: EntryId
    entry: Entry | None


def read(inside: Inside, case: CaseId, watch: Watch) -> Salvaged:
    """Read an akt around its damage.

    Raises:
        NoAccessError; DamagedFileError: its keys, or the whole file, are gone.
    """
    if case == inside.body.house:
        raise NoAccessError
    files, heard = inside.shelf.files(case), inside.shelf.heard(case)
    pages = _pages(inside, case, files, watch.pulse)
    judged = _Judged(case, inside.shelf.law(case))
    judged.judge(_found(pages.rows(watch.pulse)), watch.pulse)
    return Salvaged(
        case=case,
        entries=tuple(judged.good[at] for at in sorted(judged.good)),
        gaps=tuple(judged.gaps(heard.count)),
        bad=tuple(judged.bad[at] for at in sorted(judged.bad)),
        pages=pages.count,
        damaged_pages=pages.damaged,
    )


@dataclass(slots=True)
class _Judged:
    """The entries of one akt by their place: those that hold, and those that do not."""

    case: CaseId
    law: Law
    good: dict[int, Entry] = field(default_factory=dict)
    bad: dict[int, BadEntry] = field(default_factory=dict)

    def judge(self, found: Iterable[_Found], pulse: Pulse) -> None:
        known: set[EntryId] = set()
        for position, versions in sorted(_by_place(found).items()):
            pulse()
            why = ""
            for each in versions:
                why = self._why(position, each, known)
                if not why and each.entry is not None:
                    self.good[position] = each.entry
                    known.add(each.stored)
                    break
            if position not in self.good:
                self.bad[position] = BadEntry(position, versions[0].stored, why)
        pulse()
        self._hold_emptied(pulse)
        pulse()

    def gaps(self, heard: int) -> Iterator[Gap]:
        """Runs of places at which nothing was found, as far as the register knows of any."""
        end = max((heard - 1, *self.good, *self.bad))
        begun: int | None = None
        for position in range(end + 2):
            is_missing = position <= end and position not in self.good and position not in self.bad
            if is_missing and begun is None:
                begun = position
            elif not is_missing and begun is not None:
                yield Gap(begun, position - 1, self._named_by(position))
                begun = None

    def _why(self, position: int, found: _Found, known: set[EntryId]) -> str:
        """A word of the journal's format, or "" for one that holds."""
        entry = found.entry
        if entry is None:
            return "malformed-header"
        if entry.header.to_bytes() != entry.header_bytes:
            return "not-canonical"
        why = find_fault(entry, self.case, known)
        if why == "parents" and self._may_follow_a_gap(position, entry):
            why = None
        return why or ("" if self.law.witness.signs(entry) else "signature")

    def _may_follow_a_gap(self, position: int, entry: Entry) -> bool:
        """What it names may be among what is missing, if anything is missing before it."""
        return bool(entry.header.parents) and len(self.good) < position

    def _hold_emptied(self, pulse: Pulse) -> None:
        """Texts may only be missing where an entry that holds says so; then they are.

        What was taken away may lie in an older copy that was put back, or in an older page.
        """
        entries = [self.good[at] for at in sorted(self.good)]
        listed = self.law.listed_of(entries)
        pulse()
        lawful = listed | lawfully_emptied(entries, self.law.witness)
        pulse()
        for position, entry in list(self.good.items()):
            if entry.id in lawful:
                self.good[position] = replace(entry, salt=None, body=None)
            elif entry.body is None:
                del self.good[position]
                self.bad[position] = BadEntry(position, entry.id, PURGED)

    def _named_by(self, position: int) -> EntryId | None:
        following = self.good.get(position)
        known = {entry.id for entry in self.good.values()}
        named = following.header.parents if following is not None else ()
        return next((parent for parent in named if parent not in known), None)


def _by_place(found: Iterable[_Found]) -> Mapping[int, list[_Found]]:
    """Versions of each place, emptied ones first: what was taken away does not come back."""
    places: dict[int, list[_Found]] = {}
    for each in found:
        places.setdefault(each.position, []).append(each)
    for versions in places.values():
        versions.sort(key=lambda v: v.entry is None or v.entry.body is not None)
    return places


def _pages(inside: Inside, case: CaseId, files: FilePair, pulse: Pulse) -> Pages:
    """The pages under the key that fits most of them: the first page may be the damaged one."""
    found = [_read(files, key, pulse) for key in inside.keychain.keys(case, files)]
    best = max(found, key=_proven)
    if not _proven(best):
        raise DamagedFileError(file=files.name)
    return best


def _there(files: FilePair) -> Path:
    """The akt's file; where none stands, the one that was put beside its place as damaged.

    Raises:
        DamagedFileError: there is neither.
    """
    if files.database.is_file():
        return files.database
    beside = files.database.parent.glob(f"{files.database.name}{DAMAGED}*")
    kept = [path for path in beside if not path.name.endswith(_BESIDE)]
    if not kept:
        raise DamagedFileError(file=files.name)
    return max(kept)


def _read(files: FilePair, key: bytearray, pulse: Pulse) -> Pages:
    database = _there(files)
    raw = kdf.derive_buffer(key, Label.FILE_KEY, size_bytes=cipher.RAW_KEY_BYTES)
    page_key = PageKey(raw)
    try:
        with durable.explained():
            return read_pages(database, page_key, pulse)
    finally:
        page_key.close()


def _proven(pages: Pages) -> int:
    return sum(bool(found) for found in pages.versions.values())


def _found(rows: Iterable[Row]) -> Iterator[_Found]:
    """Rows that have the form of an entry. Position, which is the row id, stands as NULL."""
    for row in rows:
        if len(row.values) != _COLUMNS or row.values[0] is not None:
            continue
        _position, stored, header, signature, salt, body, cosigned = row.values
        if not (isinstance(stored, str) and len(stored) == _ID_LETTERS):
            continue
        if not (isinstance(header, bytes) and isinstance(signature, bytes)):
            continue
        if not (isinstance(salt, bytes | None) and isinstance(body, bytes | None)):
            continue
        if isinstance(cosigned, bytes):
            entry = _entry(stored, header, (signature, *_parted(cosigned)), (salt, body))
            yield _Found(row.rowid, EntryId(stored), entry)


def _entry(
    stored: str,
    header: bytes,
    signatures: tuple[bytes, ...],
    content: tuple[bytes | None, bytes | None],
) -> Entry | None:
    try:
        parsed = read_header(header)
    except MalformedEntryError:
        return None
    signature, *cosigned = signatures
    return Entry(EntryId(stored), parsed, header, signature, *content, tuple(cosigned))


def _parted(cosigned: bytes) -> tuple[bytes, ...]:
    places = range(0, len(cosigned), _SIGNATURE_BYTES)
    return tuple(cosigned[at : at + _SIGNATURE_BYTES] for at in places)
