# SPDX-License-Identifier: EUPL-1.2
"""macOS tells every program that the screen was locked or the screen saver began. Not run yet.

Sleep and lid are not listened to: macOS locks the screen with them if it is set to ask for a
password, and the idle clock counts the time asleep.
"""

import ctypes

from PySide6.QtCore import QObject, Signal

_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_UTF8 = 0x08000100
_AT_ONCE = 4
_NAMES = {
    b"com.apple.screenIsLocked": "session",
    b"com.apple.screensaver.didstart": "screen-saver",
}
_CALLBACK = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p
)


class DistributedNotices(QObject):
    """Listens on the main run loop, which Qt runs on macOS.

    Signals:
        asked: lock now; "session" or "screen-saver".
    """

    asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: list[object] = []

    def begin(self) -> bool:
        """Listen. Returns whether there is anything to listen to."""
        foundation = ctypes.CDLL(_FOUNDATION)
        foundation.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        foundation.CFStringCreateWithCString.restype = ctypes.c_void_p
        centre = ctypes.c_void_p(foundation.CFNotificationCenterGetDistributedCenter())
        for name, why in _NAMES.items():
            text = ctypes.c_void_p(foundation.CFStringCreateWithCString(None, name, _UTF8))
            heard = _CALLBACK(lambda *_told, why=why: self.asked.emit(why))
            self._kept.append(heard)
            foundation.CFNotificationCenterAddObserver(centre, None, heard, text, None, _AT_ONCE)
        return bool(centre)
