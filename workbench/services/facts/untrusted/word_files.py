# SPDX-License-Identifier: EUPL-1.2
"""A Word file as plain paragraphs: a strict reader of the two parts that are needed.

Only the list of kinds and the document itself are unpacked, each to a limit that is counted while
it is unpacked. A declaration of any kind (DTD, entity) ends it. Pictures, footnotes, comments and
deleted text are not read; the original has them.
"""

import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from workbench.services.facts.untrusted.errors import (
    BrokenDocumentError,
    ForbiddenPartError,
    MacroError,
    NeedsPasswordError,
    UnknownTypeError,
    UnpacksTooLargeError,
)
from workbench.services.facts.untrusted.word_paragraphs import Paragraphs

ZIP_MARK = b"PK\x03\x04"
MOST_PARTS = 5_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_OF_A_PART = 24 * 1024 * 1024
_LIST_OF_KINDS, _DOCUMENT = "[Content_Types].xml", "word/document.xml"
_MAIN = b"wordprocessingml.document.main+xml"
_MACRO = (b"macroEnabled", b"vbaProject")
_LOCKED = 0x1
_PIECE = 64 * 1024
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def word_paragraphs(untrusted: bytes) -> tuple[str, ...]:
    """Every paragraph of the body, in order, those of tables too.

    Raises:
        UnknownTypeError: a zip file of something else. MacroError; NeedsPasswordError;
        UnpacksTooLargeError; ForbiddenPartError; BrokenDocumentError.
    """
    try:
        with zipfile.ZipFile(BytesIO(untrusted)) as archive:
            _require_modest(archive.infolist())
            _require_word(archive)
            return _paragraphs(_part(archive, _DOCUMENT))
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, ValueError):
        raise BrokenDocumentError from None
    except (OSError, RuntimeError, OverflowError, UnicodeError):
        raise BrokenDocumentError from None


def _require_modest(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if len(names) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnpacksTooLargeError
    if len(set(names)) != len(names):
        raise BrokenDocumentError
    if any("vbaproject" in name.lower() for name in names):
        raise MacroError
    if any(part.flag_bits & _LOCKED for part in parts):
        raise NeedsPasswordError


def _require_word(archive: zipfile.ZipFile) -> None:
    if _LIST_OF_KINDS not in archive.namelist():
        raise UnknownTypeError
    kinds = _part(archive, _LIST_OF_KINDS)
    if any(mark in kinds for mark in _MACRO):
        raise MacroError
    if _MAIN not in kinds or _DOCUMENT not in archive.namelist():
        raise UnknownTypeError


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One part, unpacked piece by piece: what its head says of its size is not believed."""
    if archive.getinfo(name).compress_type not in _WAYS:
        raise BrokenDocumentError
    pieces: list[bytes] = []
    left = MOST_OF_A_PART
    with archive.open(name) as part:
        while piece := part.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise UnpacksTooLargeError
            pieces.append(piece)
    return b"".join(pieces)


def _paragraphs(untrusted_xml: bytes) -> tuple[str, ...]:
    found = Paragraphs()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _forbid
    parser.EntityDeclHandler = _forbid
    parser.ExternalEntityRefHandler = _forbid
    parser.buffer_text = True
    parser.StartElementHandler = found.begin
    parser.EndElementHandler = found.end
    parser.CharacterDataHandler = found.say
    try:
        parser.Parse(untrusted_xml, True)  # noqa: FBT003  expat's own signature
    except expat.ExpatError:
        raise BrokenDocumentError from None
    return found.all()


def _forbid(*_told: object) -> int:
    raise ForbiddenPartError
