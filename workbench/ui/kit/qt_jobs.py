# SPDX-License-Identifier: EUPL-1.2
"""The only place where threads and Qt meet: one worker owns the vault."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Waiting:
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    generation: int


@dataclass(frozen=True, slots=True)
class _Outcome:
    ticket: int
    result: Any = None
    error: Exception | None = None


class QtJobs(QObject):
    """`services.jobs.Jobs` for a running window.

    Callbacks stay on the window's thread the whole time (the worker carries a number only), so
    that no widget is ever let go of by the worker.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        self._waiting: dict[int, _Waiting] = {}
        self._tickets = 0
        self._generation = 0
        # The worker is another thread than ours, so Qt queues it. Saying so would load the `Qt`
        # namespace (13 ms) before the first paint.
        self._finished.connect(self._deliver)

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Queue `work`; exactly one of the callbacks follows, unless the lock comes first."""
        self._tickets += 1
        self._waiting[self._tickets] = _Waiting(done, failed, self._generation)
        self._worker.submit(self._do, self._tickets, work)

    def forget_results(self) -> None:
        """At lock: what is running ends, what it returns is dropped."""
        self._generation += 1

    def stop(self) -> None:
        """Let queued work end, then end the worker. Nothing is delivered afterwards."""
        self.forget_results()
        self._worker.shutdown(wait=True)

    def _do(self, ticket: int, work: Callable[[], Any]) -> None:
        try:
            outcome = _Outcome(ticket, result=work())
        except Exception as error:  # noqa: BLE001  delivery: the window decides what it means
            outcome = _Outcome(ticket, error=error)
        self._finished.emit(outcome)

    def _deliver(self, outcome: _Outcome) -> None:
        waiting = self._waiting.pop(outcome.ticket)
        if waiting.generation != self._generation:
            return
        if outcome.error is None:
            waiting.done(outcome.result)
        else:
            waiting.failed(outcome.error)
