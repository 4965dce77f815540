# SPDX-License-Identifier: EUPL-1.2
"""How large a picture says it is, read from its head before anything of it is unpacked."""

from workbench.services.facts.untrusted.errors import BrokenDocumentError, TooManyPixelsError

MOST_PIXELS = 50_000_000
MOST_SIDE = 30_000
PNG_MARK, JPEG_MARK = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PNG_HEAD = 24
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_MARK, _FILL, _END = 0xFF, 0xFF, 0xD9
_FRAME_HEAD = 9


def require_showable(untrusted: bytes) -> None:
    """See that a PNG or JPEG has a size, and that it fits in the memory.

    Raises:
        BrokenDocumentError: no size can be read. TooManyPixelsError.
    """
    size = _png(untrusted) if untrusted.startswith(PNG_MARK) else _jpeg(untrusted)
    if size is None or min(size) < 1:
        raise BrokenDocumentError
    if size[0] * size[1] > MOST_PIXELS or max(size) > MOST_SIDE:
        raise TooManyPixelsError


def _png(untrusted: bytes) -> tuple[int, int] | None:
    if len(untrusted) < _PNG_HEAD or untrusted[12:16] != b"IHDR":
        return None
    return int.from_bytes(untrusted[16:20]), int.from_bytes(untrusted[20:24])


def _jpeg(untrusted: bytes) -> tuple[int, int] | None:
    """Walk from mark to mark until one that begins a frame."""
    at = 2
    while at + _FRAME_HEAD <= len(untrusted):
        if untrusted[at] != _MARK:
            return None
        mark = untrusted[at + 1]
        if mark == _FILL:
            at += 1
        elif mark in _ALONE:
            at += 2
        elif mark in _FRAMES:
            height, width = untrusted[at + 5 : at + 7], untrusted[at + 7 : at + 9]
            return int.from_bytes(width), int.from_bytes(height)
        elif mark == _END:
            return None
        else:
            at += 2 + max(2, int.from_bytes(untrusted[at + 2 : at + 4]))
    return None
