# SPDX-License-Identifier: EUPL-1.2
"""`verify`: pages, hashes, links, canonical headers, signatures, and the register's word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.domain.chain import ChainFault, check_chain
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, EntryId
from workbench.domain.journal import Entry
from workbench.domain.purges import first_unlawful
from workbench.services.jobs import Pulse, no_pulse
from workbench.services.ports import CaseReport, Member
from workbench.services.records.trust import BadSignatureError
from workbench.vault import soundness
from workbench.vault.cipher import Connection
from workbench.vault.errors import (
    BrokenChainError,
    DamagedFileError,
    NewerFormatError,
    NoAccessError,
    OlderCopyError,
)
from workbench.vault.journal_store import Law, read_entries
from workbench.vault.layout import FilePair, keys_name
from workbench.vault.witnessing import first_unsigned

DAMAGED = "damaged"
DAMAGED_KEYS = "damaged-keys"
NEWER = "newer-format"
OLDER = "older-copy"
SIGNATURE = "signature"
NOT_CANONICAL = "not-canonical"


@dataclass(frozen=True, slots=True)
class Subject:
    """One akt to check. `heard` is the head in the register; `connect` opens a fresh connection.

    `law`: by what its emptied entries are judged.
    """

    case: CaseId
    files: FilePair
    heard: EntryId | None
    connect: Callable[[], Connection]
    law: Law

    @property
    def name(self) -> str:
        return self.files.name


def check(
    subject: Subject, members: Sequence[Member], pulse: Pulse = no_pulse
) -> CaseReport | None:
    """Check one akt from its files; None for another user's, which is there."""
    try:
        connection = subject.connect()
    except NoAccessError:
        is_there = subject.files.database.is_file()
        return None if is_there else CaseReport(subject.case, 0, None, None, DAMAGED)
    except DamagedFileError as damage:
        in_keys = damage.facts["file"] == subject.files.keys_name
        return CaseReport(subject.case, 0, None, None, DAMAGED_KEYS if in_keys else DAMAGED)
    except NewerFormatError:
        return CaseReport(subject.case, 0, None, None, NEWER)
    try:
        return _check_open(subject, connection, members, pulse)
    except DamagedFileError:
        return CaseReport(subject.case, 0, None, None, DAMAGED)
    except BrokenChainError as broken:
        bad = EntryId(str(broken.facts["entry"]))
        return CaseReport(subject.case, 0, None, bad, str(broken.facts["why"]))
    finally:
        connection.close()


def error_of(report: CaseReport, name: str) -> WorkbenchError | None:
    """The error that a report amounts to."""
    if not report.why:
        return None
    plain = {DAMAGED: DamagedFileError, NEWER: NewerFormatError, OLDER: OlderCopyError}
    if report.why in plain:
        return plain[report.why](file=name)
    if report.why == DAMAGED_KEYS:
        return DamagedFileError(file=keys_name(name))
    if report.why == SIGNATURE:
        return BadSignatureError(file=name, entry=report.first_bad or "")
    return BrokenChainError(file=name, entry=report.first_bad or "", why=report.why)


def _check_open(
    subject: Subject, connection: Connection, members: Sequence[Member], pulse: Pulse
) -> CaseReport:
    damaged = soundness.faults(connection, name=subject.name, pulse=pulse)
    entries = read_entries(connection, name=subject.name, pulse=pulse)
    chain = check_chain(entries, subject.case, pulse)
    law = subject.law
    fault = chain.fault or first_unlawful(entries, law.witness, law.listed_of(entries))
    fault = fault or _deeper(entries, members, pulse)
    if fault is not None:
        return CaseReport(subject.case, chain.count, chain.head, fault.entry, fault.why)
    if damaged:
        return CaseReport(subject.case, chain.count, chain.head, None, DAMAGED)
    if subject.heard is not None and subject.heard not in {entry.id for entry in entries}:
        return CaseReport(subject.case, chain.count, chain.head, None, OLDER)
    return CaseReport(subject.case, chain.count, chain.head)


def _deeper(entries: Sequence[Entry], members: Sequence[Member], pulse: Pulse) -> ChainFault | None:
    """What opening an akt does not take the time for."""
    for position, entry in enumerate(entries):
        if entry.header.to_bytes() != entry.header_bytes:
            return ChainFault(position, entry.id, NOT_CANONICAL)
    unsigned = first_unsigned(entries, members, pulse)
    if unsigned is None:
        return None
    return ChainFault(entries.index(unsigned), unsigned.id, SIGNATURE)
