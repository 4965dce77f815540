# SPDX-License-Identifier: EUPL-1.2
"""What the pages for handing over and receiving need from beyond the vault."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from workbench.app.bundling import AgeBundles
from workbench.app.paper import assessment_pdf, protection_plan_pdf
from workbench.bundles import profile
from workbench.domain.file_errors import (
    FileExistsAlreadyError,
    UnreadableFileError,
    UnwritableFileError,
)
from workbench.domain.ids import RecordId
from workbench.services.akt import Akt
from workbench.services.desk import Desk
from workbench.ui.handing_over.outside import Inspected, Outside, PaperKind
from workbench.words import language

_OWNER_ONLY = 0o600


class Disk:
    """Satisfies `ui.handing_over.outside.Files`."""

    def read(self, path: Path, *, most_bytes: int) -> bytes:
        try:
            with path.open("rb") as file:
                return file.read(most_bytes + 1)
        except OSError:
            raise UnreadableFileError(name=path.name) from None

    def write_new(self, folder: Path, name: str, content: bytes) -> Path:
        path = folder / name
        try:
            with path.open("xb") as file:
                path.chmod(_OWNER_ONLY)
                file.write(content)
            is_kept = path.read_bytes() == content
        except FileExistsError:
            raise FileExistsAlreadyError(name=name) from None
        except OSError:
            raise UnwritableFileError(name=name) from None
        if not is_kept:
            raise UnwritableFileError(name=name)
        return path

    def inspect(self, path: Path) -> Inspected:
        try:
            with path.open("rb") as file:
                seen = profile.inspect(file)
                file.seek(0)
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            raise UnreadableFileError(name=path.name) from None
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
        return Inspected(seen.profile, seen.size, sha256, changed)


def make_pdf(akt: Akt, desk: Desk, kind: PaperKind, record: RecordId | None) -> bytes:
    """A paper in the language of the screen, in memory."""
    if kind == "assessment" and record is not None:
        return assessment_pdf(akt, desk, record, language())
    return protection_plan_pdf(akt, desk, language())


def outside(desk: Desk, check_passphrase: Callable[[str], None]) -> Outside:
    """Everything beyond the vault, tied together."""
    return Outside(AgeBundles(desk.clock, desk.ids), Disk(), make_pdf, check_passphrase)
