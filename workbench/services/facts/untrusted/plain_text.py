# SPDX-License-Identifier: EUPL-1.2
"""Bytes as text: UTF-8, UTF-16 or the Windows code page of western Europe, and nothing guessed."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_HALF = 2


def decoded(untrusted: bytes) -> str | None:
    """The text, or None where it is none: no encoding fits, or it has bytes that text has not."""
    for encoding in _candidates(untrusted):
        try:
            text = untrusted.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _NOT_TEXT.search(text) else text
    return None


def paragraphs(text: str) -> tuple[str, ...]:
    """Line by line, however lines end; what would hide or turn letters round is shown as a mark."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    return tuple(visible(line) for line in lines)


def visible(text: str) -> str:
    """Signs that nobody sees, and that change what is read, as U+FFFD."""
    return _HIDDEN.sub("\ufffd", text)


def _candidates(untrusted: bytes) -> tuple[str, ...]:
    for bom, encoding in _BOMS:
        if untrusted.startswith(bom):
            return (encoding,)
    if b"\x00" in untrusted:  # western text in UTF-16 without a mark: every other byte is zero
        even, odd = untrusted[::2].count(0), untrusted[1::2].count(0)
        most = len(untrusted) // _HALF
        return (
            ("utf-16-le",) if odd * _HALF > most else ("utf-16-be",) if even * _HALF > most else ()
        )
    return ("utf-8", "cp1252")
