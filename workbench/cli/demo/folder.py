# SPDX-License-Identifier: EUPL-1.2
"""The demo's own folder: marked as ours, so that a run may replace the last one's and no other."""

import base64
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from workbench.domain.errors import WorkbenchError
from workbench.domain.file_errors import UnwritableFileError

MARK = ".varn-demo"
_NAME_BYTES = 10
_PASSPHRASE_BYTES = 15
_README = """\
Everything in this folder was made by `workbench demo` on fictional people.

The two files with passphrases exist only because this is a demonstration: they let you open the
two vaults and look around. The program itself never writes a passphrase to any file.
"""


class ForeignFolderError(WorkbenchError):
    """The folder holds something that the demo did not make; it is left as it is."""

    code: ClassVar[str] = "DEMO-001"


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two organisations: its vault, and the passphrase file of the demonstration."""

    place: int
    vault: Path
    passphrase: str
    passphrase_file: Path


@dataclass(frozen=True, slots=True)
class DemoFolder:
    """Where a run puts what it makes."""

    root: Path
    sender: Party
    receiver: Party
    random_bytes: Callable[[int], bytes]

    @property
    def stick(self) -> Path:
        """Stands in for the stick that carries the bundle."""
        return self.root / "stick"

    def write_paper(self, content: bytes) -> Path:
        """A PDF under a name that tells nothing."""
        drawn = base64.b32encode(self.random_bytes(_NAME_BYTES)).decode("ascii").lower()
        path = self.root / "papers" / f"{drawn}.pdf"
        with path.open("xb") as file:
            file.write(content)
        return path


def prepare(root: Path, random_bytes: Callable[[int], bytes]) -> DemoFolder:
    """An empty folder of our own at `root`.

    Raises:
        ForeignFolderError: it exists, is not empty and was not made by the demo.
        UnwritableFileError: it cannot be made there.
    """
    root = root.absolute()
    try:
        _clear(root)
        return _laid_out(root, random_bytes)
    except OSError:
        raise UnwritableFileError(name=root.name) from None


def _laid_out(root: Path, random_bytes: Callable[[int], bytes]) -> DemoFolder:
    root.mkdir(parents=True, exist_ok=True)
    (root / MARK).write_text("made by workbench demo\n", encoding="utf-8")
    for name in ("papers", "stick"):
        (root / name).mkdir()
    (root / "README.txt").write_text(_README, encoding="utf-8")
    sender = _party(root, 0, "shelter", random_bytes)
    return DemoFolder(root, sender, _party(root, 1, "municipality", random_bytes), random_bytes)


def _clear(root: Path) -> None:
    """Empty the folder; our mark stays to the last, so that a run that was stopped is ours too."""
    if not root.exists():
        return
    if not root.is_dir() or root.is_symlink():
        raise ForeignFolderError
    held = list(root.iterdir())
    if held and not (root / MARK).is_file():
        raise ForeignFolderError
    for path in held:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name != MARK:
            path.unlink()


def _party(root: Path, place: int, name: str, random_bytes: Callable[[int], bytes]) -> Party:
    drawn = base64.b32encode(random_bytes(_PASSPHRASE_BYTES)).decode("ascii").lower()
    file = root / f"{name}.passphrase"
    file.write_text(drawn + "\n", encoding="utf-8")
    return Party(place, root / name, drawn, file)
