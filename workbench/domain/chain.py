# SPDX-License-Identifier: EUPL-1.2
"""Whether a journal holds: every hash, every link, in the order of storage.

The words for what does not hold are those of docs/formats/journal.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.domain.ids import CaseId, EntryId
from workbench.domain.journal import Entry, hash_body, hash_header


@dataclass(frozen=True, slots=True)
class ChainFault:
    """The first entry that does not hold, and why, in a word of the format document."""

    position: int
    entry: EntryId
    why: str


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a check of hashes and links found."""

    count: int
    head: EntryId | None
    fault: ChainFault | None = None


def _go_on() -> None:
    """Nothing comes in between."""


def check_chain(
    entries: Sequence[Entry], case: CaseId, pulse: Callable[[], None] = _go_on
) -> ChainReport:
    """Check every hash and link, in the order of storage.

    An entry holds when it is of this case, stands once, has the body that its header promises
    (or was purged whole), and its parents stand before it; only the first has none. `pulse` is
    called before each: a long journal takes a while, and may be left by what it raises.
    """
    known: set[EntryId] = set()
    for position, entry in enumerate(entries):
        pulse()
        if why := find_fault(entry, case, known):
            fault = ChainFault(position, entry.id, why)
            return ChainReport(len(entries), entries[-1].id, fault)
        known.add(entry.id)
    return ChainReport(len(entries), entries[-1].id if entries else None)


def find_fault(entry: Entry, case: CaseId, known: set[EntryId]) -> str | None:
    """Why `entry` cannot stand after the entries in `known`, in a word of the format; or None."""
    header = entry.header
    if header.case != case:
        return "other-case"
    if hash_header(entry.header_bytes) != entry.id:
        return "header-hash"
    if entry.id in known:
        return "twice"
    if why := _cosigner_fault(entry) or _body_fault(entry):
        return why
    if bool(known) != bool(header.parents) or not known.issuperset(header.parents):
        return "parents"
    return None


def _cosigner_fault(entry: Entry) -> str | None:
    """Whoever signs beside the author is another person, and signs once."""
    cosigners = entry.header.cosigners
    if not cosigners and not entry.cosignatures:
        return None  # nearly every entry
    are_others = len({entry.header.author, *cosigners}) == 1 + len(cosigners)
    return None if are_others and len(entry.cosignatures) == len(cosigners) else "cosigners"


def _body_fault(entry: Entry) -> str | None:
    if entry.body is None or entry.salt is None:  # purged whole: the header stays, the text is gone
        return None if entry.body is entry.salt else "half-purged"
    return None if hash_body(entry.salt, entry.body) == entry.header.body_hash else "body-hash"
