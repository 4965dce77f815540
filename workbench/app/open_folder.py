# SPDX-License-Identifier: EUPL-1.2
"""The folder of an open copy: new, its owner's only, and taken away again when it is not whole."""

import os
import shutil
from pathlib import Path, PurePosixPath

from workbench.domain.file_errors import FileExistsAlreadyError, UnwritableFileError

_SLOTS = "vault.slots"
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600


class OpenFolder:
    """Satisfies `services.keeping.exporting.Target`. The folder is made with its first file."""

    def __init__(self, folder: Path) -> None:
        """See that a folder can be made here: none is there, and it is not inside a vault.

        Raises:
            FileExistsAlreadyError, UnwritableFileError.
        """
        self.path = folder.absolute()
        if self.path.exists() or self.path.is_symlink():
            raise FileExistsAlreadyError(name=self.path.name)
        if any((above / _SLOTS).exists() for above in self.path.resolve().parents):
            raise UnwritableFileError(name=self.path.name)
        self._is_made = False

    def write(self, path: str, content: bytes) -> None:
        """One new file, durable on return.

        Raises:
            FileExistsAlreadyError, UnwritableFileError.
        """
        try:
            self._make()
            self._pour(self._below(path), content)
        except FileExistsError:
            raise FileExistsAlreadyError(name=PurePosixPath(path).name) from None
        except OSError:
            raise UnwritableFileError(name=PurePosixPath(path).name) from None

    def discard(self) -> None:
        """Take the folder away again, if it was made here."""
        if self._is_made:
            shutil.rmtree(self.path, ignore_errors=True)

    def _make(self) -> None:
        if not self._is_made:
            self.path.mkdir(mode=_FOLDER_MODE)
            self._is_made = True

    def _below(self, path: str) -> Path:
        file = self.path.joinpath(*PurePosixPath(path).parts)
        for folder in reversed(file.relative_to(self.path).parents[:-1]):
            (self.path / folder).mkdir(mode=_FOLDER_MODE, exist_ok=True)
        return file

    def _pour(self, file: Path, content: bytes) -> None:
        opened = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE_MODE)
        with os.fdopen(opened, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
