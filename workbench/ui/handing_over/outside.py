# SPDX-License-Identifier: EUPL-1.2
"""What these pages need from above: handed in by the composition root, replaced in tests."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from workbench.domain.ids import RecordId
from workbench.domain.self_checks import Finding
from workbench.instruments.definition import Definition
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.documents import MorningDocument
from workbench.services.handing_over.exchange import Bundles
from workbench.services.jobs import Pulse
from workbench.services.keeping.exporting import ExportRequest
from workbench.services.keeping.open_case_json import OpenCopy
from workbench.services.papers.blank import Wanted
from workbench.services.preferences import KeepsPreferences, Unkept
from workbench.services.records.akt import Akt
from workbench.services.removing.erased import ErasedAkt
from workbench.words import Language

PaperKind = Literal["assessment", "protection-plan", "plan-sheet"]
MakePdf = Callable[[Akt, Desk, PaperKind, RecordId | None], bytes]
"""The paper as bytes, in memory. `record` is the judgement of an assessment."""
MakeCertificate = Callable[[Desk, ErasedAkt, Mapping[str, str]], bytes]
MakeBlank = Callable[[Desk, Definition, Wanted], tuple[str, bytes]]
"""The mark of an empty form, and the form as bytes, in memory."""
CopyOpen = Callable[[Session, ExportRequest, Path, Pulse], tuple[Path, OpenCopy]]


@dataclass(frozen=True, slots=True)
class Inspected:
    """What can be told of a file without any key."""

    profile: str
    size_bytes: int
    sha256: str
    changed_on: str


class Files(Protocol):
    """The few files that a person reads or writes outside the vault. Runs on the vault's thread."""

    def read(self, path: Path, *, most_bytes: int) -> bytes:
        """Raises FILE-001; a longer file is read to one byte more than `most_bytes`."""
        ...

    def write_new(self, folder: Path, name: str, content: bytes) -> Path:
        """A new file, read back and compared; one that exists is never written over.

        Raises FILE-002, FILE-003.
        """
        ...

    def inspect(self, path: Path) -> Inspected:
        """Raises FILE-001, SB-01 to SB-04."""
        ...


def _no_certificate(_desk: Desk, _erased: ErasedAkt, _receivers: Mapping[str, str]) -> bytes:
    return b""


def _no_blank(_desk: Desk, _definition: Definition, _wanted: Wanted) -> tuple[str, bytes]:
    return "", b""


def _no_night_sheet(_desk: Desk, _language: Language) -> bytes:
    return b""


def _no_morning(_document: MorningDocument) -> bytes:
    return b""


def _no_copy(
    _session: Session, _request: ExportRequest, folder: Path, _pulse: Pulse
) -> tuple[Path, OpenCopy]:
    return folder, OpenCopy()


def _saw_nothing(_desk: Desk) -> tuple[Finding, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class RestoreOrder:
    """Which copy is to be put back, and by whom."""

    medium: Path
    vault: str
    generation: str
    place: int
    passphrase: str = field(repr=False)


def _no_opening(_untrusted: bytes, _passphrase: str, _most_bytes: int) -> bytes:
    return b""


def _no_restoring(_order: RestoreOrder) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Outside:
    """Everything beyond the vault that handing over and receiving touch.

    `check_passphrase` raises what unlocking raises when the passphrase is not the user's.
    `look_at_computer` runs the self-checks, on the vault's thread. `certificate` makes the paper of
    a removal, `blank` an empty form, `night_sheet` and
    `morning` those of an arrival; `copy_open` an open copy in a new folder inside the one
    given. `restore` locks the vault and puts a copy in its place. `open_sealed` reads a small file
    under a passphrase (the file, the passphrase, the most bytes inside) and raises SB-01 to SB-13.
    `preferences` are those of this computer.
    """

    bundles: Bundles
    files: Files
    make_pdf: MakePdf
    check_passphrase: Callable[[str], None]
    look_at_computer: Callable[[Desk], tuple[Finding, ...]] = _saw_nothing
    certificate: MakeCertificate = _no_certificate
    copy_open: CopyOpen = _no_copy
    blank: MakeBlank = _no_blank
    night_sheet: Callable[[Desk, Language], bytes] = _no_night_sheet
    morning: Callable[[MorningDocument], bytes] = _no_morning
    restore: Callable[[RestoreOrder], None] = _no_restoring
    open_sealed: Callable[[bytes, str, int], bytes] = _no_opening
    preferences: KeepsPreferences = field(default_factory=Unkept)
