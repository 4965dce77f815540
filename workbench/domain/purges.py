# SPDX-License-Identifier: EUPL-1.2
"""When an emptied entry is lawful: some entry that is there for all to see says so, and why.

A `purge/1` entry of the same journal names what it emptied. It counts when it is signed, and
approved: by a second person, by one person who confirmed with the recovery code, by one who acted
alone because life was at risk, or, within a day, by the author of the emptied entry.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from workbench.domain.canonical import canonical_bytes
from workbench.domain.chain import ChainFault
from workbench.domain.clock import moment
from workbench.domain.ids import CaseId, EntryId, UserId, VaultId
from workbench.domain.journal import Entry

WINDOW = timedelta(hours=24)
"""How long an author may take back what they entered."""
PURGED = "purged"
_KIND, _NAME = "purge/1", "purge"
_ID = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Witness:
    """Who can tell whether a signature holds.

    `signs(entry)`: author and cosigners signed it, and are people of this vault.
    `confirms(statement, signature)`: the holder of the recovery code signed the statement.
    `warrants(statement, user, signature)`: that person, who has or had a place, signed it.
    `is_person(user)`: somebody who has or had a place.
    `person(user)`: the first user that they were, before they came back by the recovery code.
    `by_code(user)`: as whom they, or who let them in, came by the recovery code; "" for nobody.
    """

    signs: Callable[[Entry], bool]
    confirms: Callable[[bytes, str], bool]
    warrants: Callable[[bytes, UserId, str], bool] = lambda _statement, _user, _signature: False
    is_person: Callable[[UserId], bool] = lambda _user: True
    person: Callable[[UserId], UserId] = lambda user: user
    by_code: Callable[[UserId], str] = lambda _user: ""


def confirmation(
    vault: VaultId, case: CaseId, proposal: str, entries: Sequence[EntryId] = ()
) -> bytes:
    """What the recovery code signs when one person confirms alone; no `entries`: the whole akt."""
    return canonical_bytes(
        {
            "fmt": "varn.confirmation/1",
            "vault": vault,
            "case": case,
            "proposal": proposal,
            "entries": sorted(entries),
        }
    )


def first_unlawful(
    entries: Sequence[Entry], witness: Witness, listed: frozenset[EntryId] = frozenset()
) -> ChainFault | None:
    """The first entry that was emptied and may not have been.

    `listed`: what the vault's own list of the erased names; a copy from before the purge, put
    back since, has no purge of its own to show.
    """
    emptied = [(at, entry) for at, entry in enumerate(entries) if entry.body is None]
    if not emptied:
        return None  # nearly every journal
    lawful = listed | lawfully_emptied(entries, witness)
    found = (ChainFault(at, entry.id, PURGED) for at, entry in emptied if entry.id not in lawful)
    return next(found, None)


def lawfully_emptied(entries: Sequence[Entry], witness: Witness) -> frozenset[EntryId]:
    """Every entry that a purge which counts has named."""
    positions = {entry.id: at for at, entry in enumerate(entries)}
    latest = _latest(entries)
    named: set[EntryId] = set()
    for at, entry in enumerate(entries):
        if entry.header.kind == _KIND and entry.body is not None and witness.signs(entry):
            purge = _Purge(entry, content_of(entry), latest[at])
            earlier = [entries[positions[i]] for i in purge.entries if positions.get(i, at) < at]
            named.update(each.id for each in earlier if purge.may_empty(each, witness))
    return frozenset(named)


def is_within_window(entered: Entry, now: datetime, entries: Sequence[Entry]) -> bool:
    """Whether the author may still take an entry back: by the clock and by the journal's times.

    The latest time that the journal has seen counts, so that a clock set back opens no window.
    """
    latest = _latest(entries)[-1] if entries else None
    seen = max(now, latest) if latest is not None else now
    return _is_within(entered, seen)


def approved(entry: Entry, content: dict[str, Any], witness: Witness) -> bool:
    """Whether a signed entry that takes something away was approved as its body says."""
    approval = content.get("approval")
    if approval == "urgent":
        return True  # alone, in the open, and reviewed afterwards
    if approval == "two-people":
        people = {entry.header.author, *entry.header.cosigners}
        return len(set(map(witness.person, people))) > 1 and all(map(witness.is_person, people))
    proposal, header = str(content.get("proposal")), entry.header
    case, named = str(content.get("case", header.case)), ids_in(content, "entries")
    if approval != "one-person" or not (_ID.fullmatch(proposal) and case.isascii()):
        return False
    statement = confirmation(header.vault, CaseId(case), proposal, named)
    return witness.confirms(statement, str(content.get("confirmed")))


def purge_of(entries: Sequence[Entry], emptied: EntryId) -> Entry | None:
    """The purge entry that names an emptied one, for what a page tells of it."""
    found = (e for e in entries if e.header.kind == _KIND and emptied in _named_by(e))
    return next(found, None)


def is_purge(entry: Entry) -> bool:
    """Whether it says who took what away. That is never emptied: it stays to be read."""
    return entry.key.kind == _NAME


def content_of(untrusted: Entry) -> dict[str, Any]:
    """The body as JSON; empty when it was purged, or is no JSON object."""
    try:
        parsed = json.loads(untrusted.body or b"")
    except (ValueError, RecursionError):
        return {}
    return parsed if isinstance(parsed, dict) else {}


def ids_in(content: dict[str, Any], name: str) -> tuple[EntryId, ...]:
    """The hashes that a field of a body lists; none when it is no such list."""
    value = content.get(name)
    listed = value if isinstance(value, list) else []
    return tuple(EntryId(each) for each in listed if isinstance(each, str) and _ID.fullmatch(each))


@dataclass(frozen=True, slots=True)
class _Purge:
    """A signed purge entry, what it says, and the latest time that the journal had seen by it."""

    entry: Entry
    content: dict[str, Any]
    seen: datetime | None

    @property
    def entries(self) -> tuple[EntryId, ...]:
        return ids_in(self.content, "entries")

    def may_empty(self, old: Entry, witness: Witness) -> bool:
        if is_purge(old):
            return False
        if self.content.get("why") != "withdrawn":
            return approved(self.entry, self.content, witness)
        is_own = old.header.author == self.entry.header.author
        return is_own and self.seen is not None and _is_within(old, self.seen)


def _latest(entries: Sequence[Entry]) -> list[datetime | None]:
    """The latest time seen up to each entry; None from the first that says none."""
    return list(_running_latest(entries))


def _running_latest(entries: Sequence[Entry]) -> Iterator[datetime | None]:
    seen: datetime | None = None
    is_readable = True
    for entry in entries:
        at = _time_of(entry)
        is_readable = is_readable and at is not None
        if at is not None:
            seen = max(seen, at) if seen is not None else at
        yield seen if is_readable else None


def _is_within(old: Entry, seen: datetime) -> bool:
    entered = _time_of(old)
    return entered is not None and seen <= entered + WINDOW


def _time_of(entry: Entry) -> datetime | None:
    return _read_time(entry.header.recorded_at)


@lru_cache(maxsize=8192)
def _read_time(recorded_at: str) -> datetime | None:
    """Remembered: a long journal is gone through once for every note that is listed."""
    try:
        return moment(recorded_at)
    except ValueError:
        return None


def _named_by(purge: Entry) -> tuple[EntryId, ...]:
    return ids_in(content_of(purge), "entries")
