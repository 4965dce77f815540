# SPDX-License-Identifier: EUPL-1.2
"""What the pages for handing over and receiving need from beyond the vault."""

import hashlib
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from workbench.app.bundling import AgeBundles
from workbench.app.open_folder import OpenFolder
from workbench.app.paper import (
    assessment_pdf,
    blank_pdf,
    certificate_pdf,
    journal_pdf,
    morning_pdf,
    night_sheet_pdf,
    plan_sheet_pdf,
    protection_plan_pdf,
)
from workbench.app.preferences import Preferred
from workbench.bundles import profile, sealed_texts
from workbench.bundles.targets import Folder
from workbench.domain.file_errors import (
    FileExistsAlreadyError,
    UnreadableFileError,
    UnwritableFileError,
)
from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.documents import MorningDocument
from workbench.services.jobs import Pulse
from workbench.services.keeping.exporting import ExportRequest, export_open
from workbench.services.keeping.open_case_json import OpenCopy
from workbench.services.papers.blank import Wanted
from workbench.services.records.akt import Akt
from workbench.services.removing.erased import ErasedAkt
from workbench.ui.handing_over.outside import Inspected, Outside, PaperKind
from workbench.words import language


class Disk:
    """Satisfies `ui.handing_over.outside.Files`."""

    def read(self, path: Path, *, most_bytes: int) -> bytes:
        try:
            with path.open("rb") as file:
                return file.read(most_bytes + 1)
        except OSError:
            raise UnreadableFileError(name=path.name) from None

    def write_new(self, folder: Path, name: str, content: bytes) -> Path:
        target = Folder(folder)
        try:
            file = target.create(name)
        except FileExistsError:
            raise FileExistsAlreadyError(name=name) from None
        except OSError:
            raise UnwritableFileError(name=name) from None
        try:
            _fill(file, content)
            with target.read_back(name) as kept:
                is_kept = kept.read() == content
        except OSError:
            is_kept = False
        if not is_kept:
            with suppress(OSError):  # the stick may be gone; what went wrong first is told
                target.remove(name)  # it is ours, and in plain text
            raise UnwritableFileError(name=name)
        return folder / name

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


def _fill(file: BinaryIO, content: bytes) -> None:
    """Onto the medium, so that what is read back is what will be there."""
    with file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def make_pdf(akt: Akt, desk: Desk, kind: PaperKind, record: RecordId | None) -> bytes:
    """A paper in the language of the screen, in memory."""
    if kind == "assessment" and record is not None:
        return assessment_pdf(akt, desk, record, language())
    if kind == "plan-sheet":
        return plan_sheet_pdf(akt, desk, language())
    return protection_plan_pdf(akt, desk, language())


def make_certificate(desk: Desk, erased: ErasedAkt, receivers: Mapping[str, str]) -> bytes:
    """The certificate of a removal in the language of the screen, in memory."""
    return certificate_pdf(desk, erased, language(), receivers)


def make_blank(desk: Desk, definition: Definition, wanted: Wanted) -> tuple[str, bytes]:
    """An empty form in the language of the screen, in memory, with its mark."""
    return blank_pdf(desk, definition, wanted, language())


def make_morning(document: MorningDocument) -> bytes:
    """The report of the morning in the language of the screen, in memory."""
    return morning_pdf(document, language())


def copy_open(
    session: Session, request: ExportRequest, folder: Path, pulse: Pulse
) -> tuple[Path, OpenCopy]:
    """An open copy in a new folder with a neutral name inside `folder`."""
    stamp = session.desk.house.now().replace("-", "").replace(":", "").rstrip("Z")
    target = OpenFolder(folder / f"k-{stamp}")
    return target.path, export_open(session, request, target, journal_pdf, pulse)


def outside(
    desk: Desk, check_passphrase: Callable[[str], None], state: Path | None = None
) -> Outside:
    """Everything beyond the vault, tied together. `state`: this installation's; None is usual."""
    return Outside(
        bundles=AgeBundles(desk.clock, desk.ids),
        files=Disk(),
        make_pdf=make_pdf,
        check_passphrase=check_passphrase,
        certificate=make_certificate,
        blank=make_blank,
        night_sheet=night_sheet_pdf,
        morning=make_morning,
        copy_open=copy_open,
        open_sealed=sealed_texts.open_text,
        preferences=Preferred(state),
    )
