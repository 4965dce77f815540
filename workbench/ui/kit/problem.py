# SPDX-License-Identifier: EUPL-1.2
"""How a failure is told. Expected ones explain themselves; the rest get a code to quote.

The code is three hashes of where it happened: `method:cause:all`, for instance `J0PA:7RTK:7RTK`.
Same fault, same code, on every computer; it holds no line numbers, no values, no messages.
The log holds the code, the error's type, and modules with line numbers. Nothing else.
"""

import logging
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import TracebackType
from zlib import crc32

from workbench.domain.errors import Cancelled, WorkbenchError
from workbench.words import _, error_text

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_log = logging.getLogger("workbench")


@dataclass(frozen=True, slots=True)
class Problem:
    """What a person is told."""

    code: str
    title: str
    detail: str
    is_unexpected: bool = False


def problem_of(error: BaseException) -> Problem | None:
    """What to tell about `error`; None when someone only changed their mind."""
    if isinstance(error, Cancelled):
        return None
    if isinstance(error, WorkbenchError):
        text = error_text(error)
        return Problem(text.code, text.what, f"{text.remedy} ({text.code})".strip())
    code = code_of(error)
    _log.error("%s %s at %s", code, _kind(error), " < ".join(_places(error)))
    return Problem(
        code, _("Something went wrong in the program"), _advice(code), is_unexpected=True
    )


def code_of(error: BaseException) -> str:
    """The quotable code of an unexpected error."""
    chain = list(_chain(error))
    root = chain[-1]
    where = _frames(root)
    cause = [_kind(root), *where]
    everything = [part for link in chain for part in (_kind(link), *_frames(link))]
    return ":".join(_short(part) for part in (where[-1:], cause, everything))


def catch_all(tell: Callable[[Problem], None]) -> None:
    """Tell also about errors that nobody waited for; the program goes on, what was typed stays."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        problem = problem_of(error)
        if problem is not None:
            tell(problem)

    sys.excepthook = hook


def _advice(code: str) -> str:
    return _(
        "What you typed is kept. Try once more. If it happens again, "
        "quote this code to whoever helps you: {code}"
    ).format(code=code)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or link.__context__


def _frames(error: BaseException) -> list[str]:
    """`module:function` outermost first; no line, so that the next release gives the same code."""
    walked = traceback.walk_tb(error.__traceback__)
    return [f"{f.f_globals.get('__name__', '?')}:{f.f_code.co_qualname}" for f, _line in walked]


def _places(error: BaseException) -> list[str]:
    root = list(_chain(error))[-1]
    walked = list(traceback.walk_tb(root.__traceback__))
    return [f"{f.f_globals.get('__name__', '?')}:{line}" for f, line in reversed(walked)]


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _short(parts: list[str]) -> str:
    bits = crc32("\n".join(parts).encode("utf-8", "replace"))
    return "".join(_ALPHABET[(bits >> shift) & 31] for shift in (15, 10, 5, 0))
