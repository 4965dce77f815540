# SPDX-License-Identifier: EUPL-1.2
"""Cyclic rubbish is collected on the window's thread only.

Python collects on whatever thread happens to allocate; a widget that was let go of would then be
destroyed by the vault's thread, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 2000


class RubbishCollector(QObject):
    """Takes over from Python's automatic collection as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_INTERVAL_MS)

    def collect(self) -> None:
        """The generations whose thresholds were passed, as Python itself would."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [g for g in (0, 1, 2) if counts[g] > thresholds[g]]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Hand collection back to Python."""
        self._timer.stop()
        gc.enable()
