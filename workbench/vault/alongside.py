# SPDX-License-Identifier: EUPL-1.2
"""Two threads beside the vault's own, for work on copies only.

A medium writes slowly and the processor waits meanwhile: what was written already is read back
and opened beside it. The threads never touch the vault: one thread owns that.
"""

from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Generic, TypeVar

from workbench.domain.errors import Cancelled
from workbench.services.jobs import Pulse

T = TypeVar("T")
_WAIT_S = 0.02
_THREADS = 2


class Alongside(Generic[T]):
    """Does `work` to each thing that it is asked about; ends with its block.

    The work gets a pulse of its own, which ends it when nobody waits for it any more.
    """

    def __init__(self, work: Callable[[str, Pulse], T]) -> None:
        self._work = work
        self._asked, self._is_over = 0, False
        self._waiting: SimpleQueue[str | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[str, T | BaseException]] = SimpleQueue()
        self._threads = [Thread(target=self._serve, daemon=True) for _ in range(_THREADS)]

    def __enter__(self) -> "Alongside[T]":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """What was not begun is not done; what runs is waited for, so that no file stays open."""
        self._is_over = True
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def ask(self, about: str) -> None:
        self._asked += 1
        self._waiting.put(about)

    def answers(self, pulse: Pulse) -> Iterator[tuple[str, T]]:
        """What was found, as it is found; what failed is raised here."""
        while self._asked:
            pulse()
            try:
                about, found = self._done.get(timeout=_WAIT_S)
            except Empty:
                continue
            self._asked -= 1
            if isinstance(found, BaseException):
                raise found
            yield about, found

    def _pulse(self) -> None:
        if self._is_over:
            raise Cancelled

    def _serve(self) -> None:
        while (about := self._waiting.get()) is not None and not self._is_over:
            try:
                self._done.put((about, self._work(about, self._pulse)))
            except BaseException as error:  # noqa: BLE001  delivery: raised on the vault's thread
                self._done.put((about, error))
