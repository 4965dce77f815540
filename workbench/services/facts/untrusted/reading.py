# SPDX-License-Identifier: EUPL-1.2
"""What a file from outside is, by its content alone, and whether it can be read here."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.domain.documents import JPEG, PDF, PNG, TEXT, WORD, Media
from workbench.services.facts.untrusted import pictures, plain_text, word_files
from workbench.services.facts.untrusted.errors import (
    BrokenDocumentError,
    NotReadHereError,
    TooLongError,
    UnknownTypeError,
)
from workbench.services.facts.untrusted.word_paragraphs import MOST_LETTERS

PagesOfPdf = Callable[[bytes], int]
"""How many pages a PDF has, from memory; raises NeedsPasswordError or BrokenDocumentError."""
MOST_PAGES = 5_000
_PDF_MARK, _PDF_WITHIN = b"%PDF-", 1024
_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"avif"})


@dataclass(frozen=True, slots=True)
class Looked:
    """What it is: its kind, and how many pages it has (0: the kind has none)."""

    media: Media
    pages: int = 0


def look_at(untrusted: bytes, pages_of_pdf: PagesOfPdf) -> Looked:
    """Tell what it is and open it once, within limits: what passes can be shown.

    Raises:
        WorkbenchError: the DOC code that says what is wrong.
    """
    if _PDF_MARK in untrusted[:_PDF_WITHIN]:
        return _pdf(untrusted, pages_of_pdf)
    if untrusted.startswith(pictures.PNG_MARK):
        pictures.require_showable(untrusted)
        return Looked(PNG, 1)
    if untrusted.startswith(pictures.JPEG_MARK):
        pictures.require_showable(untrusted)
        return Looked(JPEG, 1)
    if untrusted.startswith(word_files.ZIP_MARK):
        word_files.word_paragraphs(untrusted)
        return Looked(WORD)
    _refuse_known(untrusted)
    return _text(untrusted)


def paragraphs_of(content: bytes, media: str) -> tuple[str, ...]:
    """The paragraphs of a text or Word file that passed `look_at`.

    Raises:
        BrokenDocumentError: it is another kind; and what `word_paragraphs` raises.
    """
    if media == WORD:
        return word_files.word_paragraphs(content)
    text = plain_text.decoded(content) if media == TEXT else None
    if text is None:
        raise BrokenDocumentError
    return plain_text.paragraphs(text)


def _pdf(untrusted: bytes, pages_of_pdf: PagesOfPdf) -> Looked:
    pages = pages_of_pdf(untrusted)
    if pages < 1:
        raise BrokenDocumentError
    if pages > MOST_PAGES:
        raise TooLongError
    return Looked(PDF, pages)


def _refuse_known(untrusted: bytes) -> None:
    if untrusted.startswith(_OLE_MARK):
        raise NotReadHereError(kind="doc")
    if untrusted[4:8] == b"ftyp" and untrusted[8:12] in _HEIF_BRANDS:
        raise NotReadHereError(kind="HEIC")
    if untrusted.startswith(b"{\\rtf"):
        raise NotReadHereError(kind="RTF")


def _text(untrusted: bytes) -> Looked:
    if len(untrusted) > MOST_LETTERS * 2:
        raise TooLongError
    text = plain_text.decoded(untrusted)
    if text is None:
        raise UnknownTypeError
    if len(text) > MOST_LETTERS:
        raise TooLongError
    return Looked(TEXT)
