# SPDX-License-Identifier: EUPL-1.2
"""How a failure is told. Expected ones explain themselves; the rest get a code to quote.

The log holds the code, the error's type, and modules with line numbers. Nothing else.
"""

import sys
from collections.abc import Callable
from types import TracebackType
from typing import NamedTuple

from workbench.domain.errors import Cancelled, WorkbenchError
from workbench.domain.quotable import code_of, kind_of, places_of
from workbench.words import _, error_text

__all__ = ["Problem", "catch_all", "code_of", "problem_of"]


class Problem(NamedTuple):
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
    _log(f"{code} {kind_of(error)} at {' < '.join(places_of(error))}")
    return Problem(
        code, _("Something went wrong in the program"), _advice(code), is_unexpected=True
    )


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


def _log(line: str) -> None:
    import logging  # noqa: PLC0415  measured: 4 ms that the first paint need not wait for

    logging.getLogger("workbench").error(line)


def _advice(code: str) -> str:
    return _(
        "What you typed is kept. Try once more. If it happens again, "
        "quote this code to whoever helps you: {code}"
    ).format(code=code)
