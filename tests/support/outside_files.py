# SPDX-License-Identifier: EUPL-1.2
"""Files as they may come on a stick: honest ones, and ones made to harm. All made here."""

import struct
import zipfile
import zlib
from io import BytesIO

from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

WORD_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KINDS = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def pdf(*pages: str) -> bytes:
    """A PDF with one line on each page."""
    held = BytesIO()
    canvas = Canvas(held, pageCompression=0)
    for page in pages:
        canvas.drawString(72, 720, page)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def linking_pdf() -> bytes:
    """Three pages; all of the first is a link to the last."""
    held = BytesIO()
    canvas = Canvas(held)
    canvas.linkRect("", "last", (0, 0, 600, 900))
    for page in ("Ett", "Tva", "Tre"):
        canvas.drawString(72, 720, page)
        if page == "Tre":
            canvas.bookmarkPage("last")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def locked_pdf() -> bytes:
    """One that opens with a password only."""
    writer, held = PdfWriter(clone_from=BytesIO(pdf("Hemligt"))), BytesIO()
    writer.encrypt("hemligt", algorithm="AES-256")
    writer.write(held)
    return held.getvalue()


def png(width: int = 4, height: int = 3, *, says: tuple[int, int] | None = None) -> bytes:
    """A grey picture; `says`: the size that its head claims."""
    head = struct.pack(">IIBBBBB", *(says or (width, height)), 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\x80" * width) * height)
    parts = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in parts)


def jpeg_head(width: int, height: int) -> bytes:
    """The beginning of a JPEG that says how large it is."""
    note = b"\xff\xe0\x00\x04ab"
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + note + frame + b"\xff\xd9"


def document_xml(*paragraphs: str) -> str:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return f'<w:document xmlns:w="{WORD_SPACE}"><w:body>{body}</w:body></w:document>'


def word(
    xml: str | bytes = "", *, kinds: str = KINDS, more: tuple[tuple[str, bytes], ...] = ()
) -> bytes:
    """A Word file with this document part."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", kinds)
        archive.writestr("word/document.xml", xml or document_xml("Anmälan", "Han stod utanför."))
        for name, content in more:
            archive.writestr(name, content)
    return held.getvalue()


def billion_laughs() -> str:
    """Entities of entities: small to send, enormous to read."""
    told = "".join(
        f'<!ENTITY l{n} "{("&l" + str(n - 1) + ";") * 10 if n else "ha"}">' for n in range(9)
    )
    return f"<!DOCTYPE d [{told}]>" + document_xml("&l8;")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
