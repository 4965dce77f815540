# SPDX-License-Identifier: EUPL-1.2
"""A vault with content, ways to hurt it, and the check that putting the file back heals it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.vault.making import Workplace, writer
from workbench.crypto import kdf
from workbench.crypto.labels import Label
from workbench.domain.ids import CaseId
from workbench.services.ports import CaseSummary
from workbench.vault import cipher
from workbench.vault.opening import unlock_vault
from workbench.vault.unlocked import UnlockedVault

TEXTS = ("måndag", "tisdag", "onsdag")


@dataclass
class Written:
    """A closed vault with two akter, and a copy of its folder as it should be."""

    place: Workplace
    case: CaseId
    other: CaseId
    good: Path

    @property
    def folder(self) -> Path:
        return self.place.folder

    @property
    def database(self) -> Path:
        return self.folder / "cases" / f"{self.case}.db"

    @property
    def keys(self) -> Path:
        return self.folder / "cases" / f"{self.case}.keys"

    def heal(self) -> None:
        """Put back what was damaged."""
        shutil.rmtree(self.folder)
        shutil.copytree(self.good, self.folder)

    def read(self) -> tuple[str, ...]:
        """Unlock, open the akt and read it; the vault is closed again whatever happens."""
        vault = self.place.unlock()
        try:
            return texts(vault, self.case)
        finally:
            vault.close()

    def read_other(self) -> tuple[str, ...]:
        vault = self.place.unlock()
        try:
            return texts(vault, self.other)
        finally:
            vault.close()

    def bytes(self) -> dict[str, bytes]:
        """Every file of the vault by name, shared-memory files aside."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.name.endswith("-shm")
        }


def texts(vault: UnlockedVault, case: CaseId) -> tuple[str, ...]:
    """What the akt says."""
    return tuple(entry.content()["text"] for entry in vault.open_case(case).entries())


def written(place: Workplace) -> Written:
    """Make it."""
    vault = place.create()
    akt, other = writer(place, vault), writer(place, vault)
    akt.enter(*TEXTS)
    other.enter(*TEXTS)
    writer_case = akt.file.case
    vault.announce(writer_case)
    vault.mirror(writer_case, CaseSummary(("Vera Exempel",)))
    vault.house().entries()
    vault.close()
    good = place.root / "good"
    shutil.copytree(place.folder, good)
    return Written(place, writer_case, other.file.case, good)


def copy_of(master: Written, root: Path) -> Written:
    """The same vault in a folder of its own: made once, copied for every test."""
    place = cloned(master.place, root)
    shutil.copytree(master.good, root / "good")
    return Written(place, master.case, master.other, root / "good")


def cloned(place: Workplace, root: Path) -> Workplace:
    """A copy of a closed vault and its state; new ids there are other ids."""
    copy = Workplace(root, f"{place.seed} cloned", code=place.code)
    shutil.copytree(place.folder, copy.folder)
    shutil.copytree(place.state, copy.state)
    return copy


def flip(path: Path, at: int, bit: int = 0) -> None:
    """Change one bit; `at` wraps around."""
    content = bytearray(path.read_bytes())
    content[at % len(content)] ^= 1 << bit
    path.write_bytes(content)


def cut(path: Path, size: int) -> None:
    """Keep only the first bytes."""
    path.write_bytes(path.read_bytes()[:size])


def with_sql(damaged: Written, path: Path, *statements: tuple[str, tuple[Any, ...]]) -> None:
    """Change a database as someone who holds its key could."""
    vault = damaged.place.unlock()
    case = CaseId(path.stem)
    shelf = vault._shelf
    if path.name == "register.db":
        key = vault._inside.register_keys[0]
    else:
        case = case if path.stem != "house" else vault.house().case
        key = vault._keychain.keys(case, shelf.files(case))[0]
    raw = kdf.derive_buffer(key, Label.FILE_KEY, size_bytes=cipher.RAW_KEY_BYTES)
    vault.close()
    connection = cipher.open_file(path, raw, name=path.name, newest=99)
    for statement, values in statements:
        connection.execute(statement, values)
    cipher.close_file(connection, name=path.name)


def crashed_copy(place: Workplace, target: Path) -> Workplace:
    """The folder as a power cut would leave it: copied while the vault is open."""
    copy = Workplace(target, place.seed, place.clock, place.code, cost=place.cost)
    target.mkdir()
    shutil.copytree(place.folder, copy.folder)
    shutil.copytree(place.state, copy.state)
    for note in copy.state.glob("*.lock"):
        note.unlink()
    return copy


def outcome(act: Callable[[], object]) -> str:
    """The code with which something is refused, or "" when it is not."""
    from workbench.domain.errors import WorkbenchError

    try:
        act()
    except WorkbenchError as error:
        return error.code
    return ""


def accept_older(place: Workplace, passphrase: str) -> UnlockedVault:
    """Unlock a folder that was put back on purpose."""
    return unlock_vault(place.folder, 1, passphrase, place.around, accept_older=True)
