# SPDX-License-Identifier: EUPL-1.2
"""Documents that were read into an akt, where the personakt is kept, and what was filed there."""

from dataclasses import dataclass
from typing import Final, Literal

Way = Literal["", "post", "handed-over", "medium", "message", "fetched", "fax", "other"]
WAYS: tuple[Way, ...] = ("post", "handed-over", "medium", "message", "fetched", "fax", "other")
Media = Literal[
    "application/pdf",
    "image/png",
    "image/jpeg",
    "text/plain",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]
PDF: Final = "application/pdf"
PNG: Final = "image/png"
JPEG: Final = "image/jpeg"
TEXT: Final = "text/plain"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Where = Literal["here", "elsewhere"]
_SOURCE, _PARAGRAPH = "document:", "\u00b6"


@dataclass(frozen=True, slots=True)
class Document:
    """A document from outside, under a number of its own that no other one gets.

    The bytes are an attachment of the akt under `sha256`, exactly as they came. `media` is what
    they are by content, never by name; `pages` is 0 where the kind has none (text, Word).
    """

    number: int
    title: str
    media: Media
    sha256: str
    size_bytes: int
    pages: int = 0
    received_on: str = ""
    came_from: str = ""
    way: Way = ""
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class KeptWhere:
    """Where the personakt itself is kept: in this vault, or in another system by its number."""

    where: Where
    system: str = ""
    number: str = ""
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FiledThere:
    """That something of this akt was filed in the personakt: what, and on which day.

    Who filed it is who entered this.
    """

    what: str
    filed_on: str
    system: str = ""
    number: str = ""
    reason: str = ""
    checked: tuple[str, ...] = ()


def source_of(number: int) -> str:
    """How a citation names a document as its source."""
    return f"{_SOURCE}{number}"


def number_in(source: str) -> int | None:
    """The document that a citation's source names; None when it is another source."""
    rest = source.removeprefix(_SOURCE)
    is_ours = source.startswith(_SOURCE) and rest.isascii() and rest.isdigit() and len(rest) < 10  # noqa: PLR2004
    return int(rest) if is_ours else None


def paragraph(at: int) -> str:
    """The page of a citation, for a document that has paragraphs and no pages."""
    return f"{_PARAGRAPH}{at}"


def paragraph_in(page: str) -> str:
    """The number of the paragraph that a citation's page names; "" when it names a page."""
    return page.removeprefix(_PARAGRAPH) if page.startswith(_PARAGRAPH) else ""
