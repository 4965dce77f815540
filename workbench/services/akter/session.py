# SPDX-License-Identifier: EUPL-1.2
"""What one unlocked stretch of work has open. It lives on the vault's thread."""

from workbench.domain.ids import CaseId
from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt


class Session:
    """The desk and the akt that lies open on it. Opening another puts the first away."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._open: Akt | None = None
        self._read_only: set[CaseId] = set()
        self.cited: dict[CaseId, tuple[str, str]] = {}
        """By akt: source and page that were read or cited last, for one key. In memory only."""

    @property
    def desk(self) -> Desk:
        return self._desk

    def akt(self, case: CaseId) -> Akt:
        """The open akt of a case; opened (and noted as opened) when it is another one."""
        if self._open is None or self._open.case != case:
            self.put_away()
            read_only = case in self._read_only
            self._open = cases.open_case(self._desk, case, read_only=read_only)
        return self._open

    def only_read(self, case: CaseId) -> None:
        """From now on an older copy of this akt is opened too, and nothing is written in it."""
        self._read_only.add(case)

    def is_only_read(self, case: CaseId) -> bool:
        """Whether it was asked for so; nothing can be written in it then."""
        return case in self._read_only

    def begin(self, new: cases.NewCase) -> Akt:
        """Begin an akt and lay it open."""
        self.put_away()
        self._open = cases.create_case(self._desk, new)
        return self._open

    def put_away(self) -> None:
        """Close the open akt."""
        akt, self._open = self._open, None  # one that will not close is not used again
        if akt is not None:
            akt.close()

    def close(self) -> None:
        """Lock: everything closed, keys wiped, whatever the disk says to the open akt."""
        try:
            self.put_away()
        finally:
            self._desk.vault.close()
