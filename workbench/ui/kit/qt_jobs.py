# SPDX-License-Identifier: EUPL-1.2
"""The only place where threads and Qt meet: one worker owns the vault."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from workbench.domain.errors import Cancelled

T = TypeVar("T")


# Plain tuples: three more dataclasses would make the first paint later.
_Waiting = tuple[Callable[[Any], None], Callable[[Exception], None], int]
"""done, failed, generation"""
_Work = tuple[int, int, Callable[[], Any]]
"""ticket, generation, work"""
_Outcome = tuple[int, Any, Exception | None]
"""ticket, result, error"""


class QtJobs(QObject):
    """`services.jobs.Jobs` for a running window.

    Callbacks stay on the window's thread the whole time (the worker carries a number only), so
    that no widget is ever let go of by the worker.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Not an executor: its import alone makes the first paint 5 % later.
        self._queue: SimpleQueue[_Work | None] = SimpleQueue()
        self._worker = Thread(target=self._serve, name="vault", daemon=True)
        self._worker.start()
        self._waiting: dict[int, _Waiting] = {}
        self._tickets = 0
        self._generation = 0
        self._running = 0  # the generation of the work that the worker does now
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
        self._waiting[self._tickets] = (done, failed, self._generation)
        self._queue.put((self._tickets, self._generation, work))

    def forget_results(self) -> None:
        """At lock: what is running ends, at its next pulse if it has one; its result is dropped."""
        self._generation += 1

    def pulse(self) -> None:
        """A `services.jobs.Pulse`, called by long work on the worker.

        Raises:
            Cancelled: a lock has come since the work was asked for; nobody hears of it.
        """
        if self._running != self._generation:
            raise Cancelled

    def stop(self, within_s: float | None = None) -> bool:
        """Let queued work end, then end the worker. Nothing is delivered afterwards.

        Returns whether the worker ended in time (None: wait as long as it takes).
        """
        self.forget_results()
        self._queue.put(None)
        self._worker.join(within_s)
        return not self._worker.is_alive()

    def _serve(self) -> None:
        while (asked := self._queue.get()) is not None:
            ticket, self._running, work = asked
            try:
                outcome: _Outcome = (ticket, work(), None)
            except Exception as error:  # noqa: BLE001  delivery: the window decides what it means
                outcome = (ticket, None, error)
            self._finished.emit(outcome)
            del asked, work, outcome  # nothing of a case waits here for the next job

    def _deliver(self, outcome: _Outcome) -> None:
        ticket, result, error = outcome
        done, failed, generation = self._waiting.pop(ticket)
        if generation != self._generation:
            return
        if error is None:
            done(result)
        else:
            failed(error)
