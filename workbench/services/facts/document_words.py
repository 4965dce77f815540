# SPDX-License-Identifier: EUPL-1.2
"""The words of documents that were read in, the same on screen and on paper."""

from collections.abc import Mapping

from workbench.domain.documents import (
    JPEG,
    PDF,
    PNG,
    TEXT,
    WORD,
    Way,
    Where,
    number_in,
    paragraph_in,
)
from workbench.services.labels import Speech

_KB, _MB = 1024, 1024 * 1024


def kinds(_: Speech) -> Mapping[str, str]:
    """What a kind of record is called."""
    return {
        "document": _("Document read in"),
        "kept_where": _("Where the personal file is kept"),
        "filed_there": _("Filed in the personal file"),
    }


def fields(_: Speech) -> dict[str, str]:
    """What a field is called."""
    return {
        "title": _("What it is"),
        "received_on": _("Received on"),
        "came_from": _("From whom"),
        "way": _("How it came"),
        "media": _("Kind of file"),
        "size_bytes": _("Size in bytes"),
        "pages": _("Pages"),
        "sha256": _("Fingerprint (SHA-256)"),
        "where": _("Where"),
        "system": _("Which system"),
        "filed_on": _("Filed on"),
        "documents_read": _("Documents read"),
    }


def way(of: Way, _: Speech) -> str:
    """How a document came."""
    return {
        "": "",
        "post": _("By post"),
        "handed-over": _("Handed over in person"),
        "medium": _("On a stick or other medium"),
        "message": _("By message or e-mail"),
        "fetched": _("Fetched by us"),
        "fax": _("By fax"),
        "other": _("In another way"),
    }[of]


def media(of: str, _: Speech) -> str:
    """What a file is by its content."""
    return {
        PDF: _("PDF"),
        PNG: _("Picture (PNG)"),
        JPEG: _("Picture (JPEG)"),
        TEXT: _("Text"),
        WORD: _("Word document"),
    }.get(of, of)


def where(of: Where, _: Speech) -> str:
    """Where the personakt is kept."""
    return {"here": _("Here, in this case file"), "elsewhere": _("In another system")}[of]


def size(size_bytes: int, _: Speech) -> str:
    """About how large, in whole units."""
    if size_bytes < _KB:
        return _("{n} bytes").format(n=size_bytes)
    if size_bytes < _MB:
        return _("{n} kB").format(n=-(-size_bytes // _KB))
    return _("{n} MB").format(n=-(-size_bytes // _MB))


def cited(number: int, page: str, _: Speech) -> str:
    """`handling 3, s. 14`: where something stands in a document, in one spelling everywhere.

    `page`: a page, or `documents.paragraph` of one; "" for the document as a whole.
    """
    if not page:
        return _("document {number}").format(number=number)
    at = paragraph_in(page)
    if at:
        return _("document {number}, para. {at}").format(number=number, at=at)
    return _("document {number}, p. {page}").format(number=number, page=page)


def cited_source(source: str, page: str, _: Speech) -> str:
    """The same of a citation's source; "" when that names no document."""
    number = number_in(source)
    return cited(number, page, _) if number is not None else ""
