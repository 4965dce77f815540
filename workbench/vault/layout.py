# SPDX-License-Identifier: EUPL-1.2
"""Where things lie in a vault folder. Names are random ids: they tell nothing of anyone."""

from dataclasses import dataclass
from pathlib import Path

from workbench.domain.ids import CaseId

CASES = "cases"
INCOMING = "incoming"
ERASED = "vault.erased"


@dataclass(frozen=True, slots=True)
class FilePair:
    """An akt's database and the wrapped keys to it. `name` is what an error calls them."""

    database: Path
    keys: Path
    name: str

    @property
    def keys_name(self) -> str:
        return keys_name(self.name)


@dataclass(frozen=True, slots=True)
class Layout:
    """A vault folder."""

    folder: Path

    @property
    def cases(self) -> Path:
        return self.folder / CASES

    @property
    def incoming(self) -> Path:
        return self.folder / INCOMING

    @property
    def erased(self) -> Path:
        return self.folder / ERASED

    def case(self, case: CaseId) -> FilePair:
        stem = f"{CASES}/{case}"
        return self._pair(stem)

    def house(self) -> FilePair:
        return self._pair("house")

    def _pair(self, stem: str) -> FilePair:
        return FilePair(self.folder / (stem + ".db"), self.folder / (stem + ".keys"), stem + ".db")


def keys_name(name: str) -> str:
    """What the keys file is called beside the database that is called `name`."""
    return name.removesuffix(".db") + ".keys"
