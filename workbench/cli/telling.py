# SPDX-License-Identifier: EUPL-1.2
"""How the command line tells what it did: one object on stdout, refusals on stderr."""

import contextlib
import errno
import io
import json
import sys
import unicodedata
from collections.abc import Mapping
from typing import Any, ClassVar

from workbench import words
from workbench.domain.errors import WorkbenchError
from workbench.domain.file_errors import UnwritableFileError
from workbench.domain.quotable import code_of, kind_of, places_of
from workbench.vault.errors import DiskError, DiskFullError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
# What the system refuses in the user's world; a file of ours that is missing is our fault.
_REFUSED = frozenset(
    {errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO, errno.ENAMETOOLONG, errno.ELOOP}
)
# Readers that know more line ends than the newline would see two lines where we print one.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
_UNSHOWABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class UnexpectedError(WorkbenchError):
    """Something that we did not expect: `quote` is the code to quote."""

    code: ClassVar[str] = "BUG-001"


def speak_utf8() -> None:
    """UTF-8 whatever the locale; half characters (of paths) become escapes that JSON reads."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def one_line(printed: Mapping[str, Any]) -> str:
    """A JSON object on one line, whatever its texts hold."""
    return json.dumps(printed, ensure_ascii=False).translate(_LINE_ENDS)


def say(line: str) -> None:
    """Print to stdout, at once.

    Raises:
        UnwritableFileError: nobody can read it: stdout is closed, or its disk is full.
    """
    if sys.stdout is None:
        raise UnwritableFileError(name="stdout")
    try:
        print(line, flush=True)
    except OSError:
        raise UnwritableFileError(name="stdout") from None


def refuse(error: WorkbenchError) -> int:
    """Tell on stderr why not; return the exit code."""
    tell(error)
    return 1


def tell(error: WorkbenchError) -> None:
    """One line on stderr: `CODE message`."""
    text = words.error_text(error)
    _complain(f"{text.code} {text.what} {text.remedy}".rstrip())


def expected(error: Exception) -> WorkbenchError:
    """The error as one that can be explained; of an unexpected one, its code to quote."""
    if isinstance(error, WorkbenchError):
        return error
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return DiskFullError()
    if isinstance(error, OSError) and error.errno in _REFUSED:
        return DiskError(errno=error.errno or 0)
    return UnexpectedError(quote=code_of(error))


def refuse_unexpected(error: Exception) -> int:
    """Tell on stderr of what nobody caught: its type, where, and a code to quote."""
    told = expected(error)
    if isinstance(told, UnexpectedError):
        _complain(f"{kind_of(error)} at {' < '.join(places_of(error))}")
    return refuse(told)


def _complain(line: str) -> None:
    with contextlib.suppress(OSError):
        print("".join(_shown(char) for char in line), file=sys.stderr, flush=True)


def _shown(char: str) -> str:
    """A file's name may hold line ends and direction marks; a message is one plain line."""
    return "\ufffd" if unicodedata.category(char) in _UNSHOWABLE else char
