# SPDX-License-Identifier: EUPL-1.2
"""What must be done within two seconds, or the process ends."""

from collections.abc import Callable
from threading import Timer


class Countdown:
    """Ends the process unless it is stopped in time. A thread: it needs no event loop to run."""

    def __init__(self, seconds: float, then: Callable[[], None]) -> None:
        self._seconds, self._then = seconds, then
        self._timer: Timer | None = None

    def start(self) -> None:
        """From now, unless it runs already."""
        if self._timer is None:
            self._timer = Timer(self._seconds, self._then)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
