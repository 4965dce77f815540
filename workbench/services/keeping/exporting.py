# SPDX-License-Identifier: EUPL-1.2
"""Write akter out in plain, for the time after this program: docs/formats/open-export.md.

That it is done, why, and of which akter is entered in the organisation akt before the first byte
is written. Whoever may open an akt may copy it; the log tells, and nothing protects the copy.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from workbench.assets import resource
from workbench.domain.erasing import Exported
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.jobs import Pulse, no_pulse
from workbench.services.keeping.open_case_json import (
    CopiedCase,
    OpenCopy,
    WrittenFile,
    attachments_of,
    case_json,
    index_json,
    media_of,
)
from workbench.services.papers import shared
from workbench.services.papers.shared import Writing
from workbench.services.purge.erasing_errors import UncheckedError
from workbench.services.records.akt import Akt, Draft
from workbench.services.records.trust import BadSignatureError, require_authentic
from workbench.words import Language

INDEX, README = "index.json", "README.txt"
_UNSAFE = re.compile(r"[^0-9A-Za-z_-]+")
_LONGEST = 60
_PLAIN_FILES = 2
_SLICE = 200

MakePdf = Callable[[Akt, Desk, Language, Pulse], bytes]


class Target(Protocol):
    """A new folder; nothing in it is ever written over. Satisfied by `app.open_folder`."""

    def write(self, path: str, content: bytes) -> None:
        """One new file below the folder, by its path with `/`; durable on return."""
        ...

    def discard(self) -> None:
        """Take away what was written: it is in plain text, and not whole."""
        ...


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Which akter, all own ones when none is named; why; in which language the papers are."""

    reason: str
    language: Language
    cases: tuple[CaseId, ...] = ()


def export_open(
    session: Session,
    request: ExportRequest,
    target: Target,
    make_pdf: MakePdf,
    pulse: Pulse = no_pulse,
) -> OpenCopy:
    """Write the copy; the index comes last, so that a folder without one is known not to be whole.

    Raises:
        UncheckedError: without a reason, or with nothing to copy. VAULT-007: a named akt that this
        user may not open; nothing was written. FILE-003; Cancelled: what was written is gone.
    """
    desk = session.desk
    wanted = _wanted(desk, request)
    if not request.reason.strip() or not wanted:
        raise UncheckedError
    require_authentic(desk.house)
    desk.house.enter(Draft(Exported(wanted, request.reason.strip(), len(wanted) * _PLAIN_FILES)))
    copying = _Copying(session, request.language, target, make_pdf, pulse)
    try:
        return copying.all(wanted)
    except BaseException:
        target.discard()
        raise


def _wanted(desk: Desk, request: ExportRequest) -> tuple[CaseId, ...]:
    if not request.cases:
        return tuple(row.case for row in desk.vault.cases())
    for case in request.cases:
        desk.vault.erasing.require_key(case)
    return tuple(dict.fromkeys(request.cases))


@dataclass(slots=True)
class _Copying:
    """One copy in the making."""

    session: Session
    language: Language
    target: Target
    make_pdf: MakePdf
    pulse: Pulse
    made: OpenCopy = field(default_factory=OpenCopy)
    folders: set[str] = field(default_factory=set)

    def all(self, wanted: Sequence[CaseId]) -> OpenCopy:
        self._write(README, resource("texts", "open_export.txt").read_bytes())
        for case in wanted:
            self.pulse()
            try:
                akt = self.session.akt(case)
                self._require_authentic(akt)
            except WorkbenchError as error:
                self.made.skipped.append((case, error))
                continue
            self._one(akt)
            self.session.put_away()
        content = index_json(self.session.desk, self.made, self.language)
        self.target.write(INDEX, content)
        return self.made

    def _one(self, akt: Akt) -> None:
        desk = self.session.desk
        writing = Writing(akt, desk, self.language)
        number = shared.case_number(writing)
        self.made.units.append(shared.unit(writing))
        folder = self._folder(number)
        media, attachments = media_of(akt), attachments_of(akt)
        for sha256 in attachments:
            self.pulse()
            name = f"{folder}/attachments/{sha256}{media.get(sha256, '')}"
            self._write(name, akt.file.attachment(sha256))
        self._write(f"{folder}/case.json", case_json(writing, number, media, self.pulse))
        self._write(f"{folder}/case.pdf", self.make_pdf(akt, desk, self.language, self.pulse))
        entries = len(akt.file.entries())
        copied = CopiedCase(akt.case, number, folder, entries, len(attachments))
        self.made.copied.append(copied)

    def _require_authentic(self, akt: Akt) -> None:
        """In slices: a long journal takes longer than a lock may wait."""
        entries = akt.file.entries()
        for first in range(0, len(entries), _SLICE):
            self.pulse()
            bad = self.session.desk.vault.check_signatures(entries[first : first + _SLICE])
            if bad is not None:
                raise BadSignatureError(file="", entry=bad.id)

    def _folder(self, number: str) -> str:
        """The case number as a plain name, another one for each akt."""
        plain = _UNSAFE.sub("-", number)[:_LONGEST].strip("-") or "akt"
        name, again = plain, 1
        while name.casefold() in self.folders:
            again += 1
            name = f"{plain}-{again}"
        self.folders.add(name.casefold())
        return name

    def _write(self, path: str, content: bytes) -> None:
        self.target.write(path, content)
        digest = hashlib.sha256(content).hexdigest()
        self.made.files.append(WrittenFile(path, len(content), digest))
