# SPDX-License-Identifier: EUPL-1.2
"""Every window of the program is kept out of screen pictures as it is shown."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Shield(QObject):
    """Watches for windows: dialogs, lists that drop down and menus are windows of their own.

    Only for systems that can do it: a filter on the whole program is not free.
    """

    def __init__(self, parent: QObject, block: Callable[[int], object]) -> None:
        super().__init__(parent)
        self._block = block

    def begin(self) -> None:
        """The windows that are there, and every one that comes."""
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._block(window.winId())
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self._block(watched.winId())
        return False
