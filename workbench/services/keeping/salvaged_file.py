# SPDX-License-Identifier: EUPL-1.2
"""What verifies of a damaged akt, as a file that can be read. Satisfies `ports.CaseFile`."""

from collections.abc import Mapping, Sequence

from workbench.domain.ids import CaseId, EntryId, UserId
from workbench.domain.journal import Entry
from workbench.domain.working import WorkingKey, WorkingRow
from workbench.services.copies_ports import Salvaged


class ReadOnlyError(AssertionError):
    """Nothing can be written to what was salvaged: whoever asks for it is wrong."""


class SalvagedFile:
    """Entries to read, and nothing else."""

    def __init__(self, salvaged: Salvaged) -> None:
        self._salvaged = salvaged

    @property
    def case(self) -> CaseId:
        return self._salvaged.case

    @property
    def is_older_copy(self) -> bool:
        return True

    def entries(self) -> tuple[Entry, ...]:
        return self._salvaged.entries

    def head(self) -> EntryId | None:
        entries = self._salvaged.entries
        return entries[-1].id if entries else None

    def append(
        self,
        entries: Sequence[Entry],
        *,
        clearing: Sequence[WorkingKey] = (),
        attachments: Mapping[str, bytes] | None = None,
    ) -> None:
        raise ReadOnlyError

    def purge(self, entries: Sequence[Entry], emptying: Sequence[EntryId]) -> None:
        raise ReadOnlyError

    def working_rows(self, author: UserId) -> tuple[WorkingRow, ...]:
        del author
        return ()

    def put_working(self, row: WorkingRow) -> None:
        raise ReadOnlyError

    def drop_working(self, keys: Sequence[WorkingKey]) -> None:
        raise ReadOnlyError

    def attachments(self) -> tuple[str, ...]:
        return ()

    def attachment(self, sha256: str) -> bytes:
        raise KeyError(sha256)

    def close(self) -> None:
        """Nothing is open."""
