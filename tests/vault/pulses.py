# SPDX-License-Identifier: EUPL-1.2
"""How long work goes on without asking whether a lock has come, and what a lock does to it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread

from workbench.domain.errors import Cancelled


@dataclass
class Gaps:
    """A pulse that notes the longest time between two beats.

    In the processor's time of this thread: a machine with much else to do makes no gap of it. Only
    a quiet machine can be asked for the time on the wall.
    """

    clock: Callable[[], float] = time.thread_time
    longest_s: float = 0.0
    beats: int = 0
    _since: float = 0.0

    def __post_init__(self) -> None:
        self._since = self.clock()

    def begin(self) -> None:
        """What went before was a job of its own."""
        self._since = self.clock()

    def __call__(self) -> None:
        now = self.clock()
        self.longest_s = max(self.longest_s, now - self._since)
        self.beats += 1
        self._since = now


class Lock:
    """A lock that comes right after one beat of long work, from another thread."""

    def __init__(self, beat: int) -> None:
        self._left, self._there, self._asked = beat, Event(), Event()

    def __call__(self) -> None:
        if self._asked.is_set():
            raise Cancelled
        self._left -= 1
        if self._left == 0:
            self._there.set()
            self._asked.wait()

    def comes_into(self, work: Callable[[], None]) -> float:
        """Do the work on a thread of its own. How long it went on after the lock, in seconds.

        Raises:
            what the work raises; AssertionError: it came to its end.
        """
        ended: list[BaseException] = []

        def served() -> None:
            try:
                work()
                ended.append(AssertionError("no lock came in between"))
            except BaseException as error:  # noqa: BLE001  told to who waits
                ended.append(error)
            self._there.set()

        thread = Thread(target=served)
        thread.start()
        self._there.wait()
        begun = time.perf_counter()
        self._asked.set()
        thread.join()
        taken = time.perf_counter() - begun
        if not isinstance(ended[0], Cancelled):
            raise ended[0]
        return taken
