# SPDX-License-Identifier: EUPL-1.2
"""Read documents from outside into an akt: numbered, hashed, kept as they came.

The bytes go into the akt's file in the same commit as the entry that numbers them. They are gone
with the akt, and with the last entry that names them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar

from workbench.domain.disclosures import DOCUMENT, Received
from workbench.domain.documents import Document, number_in, source_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.worksheets import Citation
from workbench.services.facts.untrusted import taking
from workbench.services.facts.untrusted.errors import NotTheOriginalError
from workbench.services.facts.untrusted.reading import Looked, PagesOfPdf, look_at
from workbench.services.jobs import Pulse, no_pulse
from workbench.services.records import bodies
from workbench.services.records.akt import Akt, Draft, Recorded, attachment_id

_LONGEST_TITLE = 200


class CitedDocumentGoneError(WorkbenchError):
    """A citation names a document that was taken away, or never was (`number`)."""

    code: ClassVar[str] = "DOC-018"


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was read from a stick and can be shown here; nothing of it is kept yet."""

    content: bytes = field(repr=False)
    looked: Looked
    sha256: str
    name: str

    @property
    def size_bytes(self) -> int:
        return len(self.content)


def take(untrusted_path: Path, pages_of_pdf: PagesOfPdf, pulse: Pulse = no_pulse) -> Taken:
    """Read a file whole, and see what it is.

    Raises:
        WorkbenchError: the DOC code that says what is wrong; the akt is as it was.
    """
    content = taking.take(untrusted_path, pulse)
    pulse()
    looked = look_at(content, pages_of_pdf)
    return Taken(content, looked, attachment_id(content), untrusted_path.stem)


def documents(akt: Akt) -> tuple[Recorded[Document], ...]:
    """What was read in and holds, by number."""
    return tuple(sorted(akt.all(Document), key=lambda each: each.value.number))


def by_number(akt: Akt, number: int) -> Recorded[Document] | None:
    """The document of a number, or None."""
    return next((each for each in akt.all(Document) if each.value.number == number), None)


def next_number(akt: Akt) -> int:
    """A number that no document has or had: those that were taken away are counted too.

    What was taken away has no text left, and its header still tells that it was there.
    """
    kind = bodies.name_of(Document)
    ever = {entry.header.record for entry in akt.file.entries() if entry.key.kind == kind}
    highest = max((each.value.number for each in akt.all(Document)), default=0)
    return max(len(ever), highest) + 1


def same_bytes(akt: Akt, sha256: str) -> tuple[int, ...]:
    """The numbers under which exactly these bytes were read in before: told, never refused."""
    return tuple(each.value.number for each in documents(akt) if each.value.sha256 == sha256)


def citations_of(akt: Akt, number: int) -> tuple[Recorded[Citation], ...]:
    """What the worksheets of this akt cite of a document."""
    named = source_of(number)
    return tuple(each for each in akt.all(Citation) if each.value.source == named)


def require_cited(akt: Akt, source: str) -> None:
    """A citation names a document that holds, where it names one. Raises CitedDocumentGoneError."""
    number = number_in(source)
    if number is not None and by_number(akt, number) is None:
        raise CitedDocumentGoneError(number=number)


def take_over(
    akt: Akt, received: Recorded[Received], sha256: str, pages_of_pdf: PagesOfPdf
) -> Document:
    """A document that went along in a bundle, as one of this akt: its next number, its sender.

    Raises:
        KeyError: no such document came with it. WorkbenchError: the DOC code that says what is
        wrong with it; the akt is as it was.
    """
    if not any((o.role, o.sha256) == (DOCUMENT, sha256) for o in received.value.objects):
        raise KeyError(sha256)
    content = akt.file.attachment(sha256)
    taken = Taken(content, look_at(content, pages_of_pdf), attachment_id(content), "")
    sender = ", ".join(t for t in (received.value.sender_org, received.value.sender_unit) if t)
    title = _title_of(akt, received, sha256) or sender
    said = Document(0, title, taken.looked.media, "", 0, 0, akt.today(), sender, "medium")
    value, attached = complete(akt, said, taken)
    akt.enter(Draft(value), attachments=attached)
    return value


def _title_of(akt: Akt, received: Recorded[Received], sha256: str) -> str:
    """What its sender calls it."""
    record = next(o.sha256 for o in received.value.objects if o.role == "record")
    parts = json.loads(akt.file.attachment(record))["parts"]
    bodies_of = (part["body"] for part in parts if part["kind"] == bodies.kind_of(Document))
    titles = (str(body.get("title", "")) for body in bodies_of if body.get("sha256") == sha256)
    return next(titles, "")[:_LONGEST_TITLE]


def complete(
    akt: Akt, document: Document, taken: Taken | None
) -> tuple[Document, Mapping[str, bytes]]:
    """What a person said of a document with what the file itself says, and its bytes.

    A correction (it has its number) changes nothing of the file.
    """
    if document.number or taken is None:
        return document, {}
    told = replace(
        document,
        number=next_number(akt),
        media=taken.looked.media,
        pages=taken.looked.pages,
        sha256=taken.sha256,
        size_bytes=taken.size_bytes,
    )
    return told, {taken.sha256: taken.content}


def content_of(akt: Akt, record: RecordId) -> tuple[Document, bytes]:
    """A document and its bytes, compared with the hash under which they were read in.

    Raises:
        KeyError: no such document holds in this akt. NotTheOriginalError.
    """
    found = akt.find(Document, record)
    if found is None:
        raise KeyError(record)
    content = akt.file.attachment(found.value.sha256)
    if attachment_id(content) != found.value.sha256:
        raise NotTheOriginalError(number=found.value.number)
    return found.value, content
