# SPDX-License-Identifier: EUPL-1.2
"""How slow work leaves the window's thread and comes back to it.

One worker does all of it, in order: it owns the vault. The window's version is
`ui.kit.qt_jobs.QtJobs`; `InlineJobs` is for tests and for the command line.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")

Pulse = Callable[[], None]
"""Long work calls it at least every 50 ms; it raises `Cancelled` when a lock has come since.

Whoever calls it leaves nothing half done when it raises. Work that writes what a person typed
never calls it: a lock waits for that.
"""


def no_pulse() -> None:
    """The pulse where there is no lock: command line, tests."""


class Jobs(Protocol):
    """Do `work` on the vault's thread, hand its outcome back on the caller's."""

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None: ...

    def pulse(self) -> None:
        """A `Pulse`, for the work that is running; call it from there only."""
        ...


class InlineJobs:
    """Work is done at once, on the thread that asks."""

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001  delivery: whoever asked decides what it means
            failed(error)
            return
        done(result)

    def pulse(self) -> None:
        """Nothing can come in between."""
