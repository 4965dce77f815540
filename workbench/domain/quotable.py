# SPDX-License-Identifier: EUPL-1.2
"""A code to quote for an error that nobody expected: three hashes of where it happened.

`method:cause:all`, for instance `J0PA:7RTK:7RTK`. Same fault, same code, on every computer; it
holds no line numbers, no values, no messages.
"""

from collections.abc import Iterator
from types import FrameType, TracebackType
from zlib import crc32

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def code_of(error: BaseException) -> str:
    """The quotable code of an unexpected error."""
    chain = list(_chain(error))
    root = chain[-1]
    where = _frames(root)
    cause = [kind_of(root), *where]
    everything = [part for link in chain for part in (kind_of(link), *_frames(link))]
    return ":".join(_short(part) for part in (where[-1:], cause, everything))


def kind_of(error: BaseException) -> str:
    """An error's type with its module: all that may be told of it beside where it happened."""
    return f"{type(error).__module__}.{type(error).__qualname__}"


def places_of(error: BaseException) -> list[str]:
    """`module:line` of where it began, innermost first."""
    root = list(_chain(error))[-1]
    walked = list(_walk(root.__traceback__))
    return [f"{f.f_globals.get('__name__', '?')}:{line}" for f, line in reversed(walked)]


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or link.__context__


def _frames(error: BaseException) -> list[str]:
    """`module:function` outermost first; no line, so that the next release gives the same code."""
    walked = _walk(error.__traceback__)
    return [f"{f.f_globals.get('__name__', '?')}:{f.f_code.co_qualname}" for f, _line in walked]


def _short(parts: list[str]) -> str:
    bits = crc32("\n".join(parts).encode("utf-8", "replace"))
    return "".join(_ALPHABET[(bits >> shift) & 31] for shift in (15, 10, 5, 0))


def _walk(trace: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    """As `traceback.walk_tb`, whose import makes the first paint later."""
    while trace is not None:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next
