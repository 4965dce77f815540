# SPDX-License-Identifier: EUPL-1.2
"""Windows tells a window that the session was locked, sleep comes, or the lid closes. Not run yet.

On 64 bits there is one calling convention, so CDLL serves (WinDLL exists only there).
"""

import ctypes
import uuid

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, Signal
from PySide6.QtWidgets import QApplication

_SESSION_CHANGE, _SESSION_LOCKED = 0x02B1, 0x7
_POWER_BROADCAST, _SUSPEND, _SETTING_CHANGED = 0x0218, 0x4, 0x8013
_THIS_SESSION = 0
_LID = uuid.UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3")
_AFTER_GUID_AND_LENGTH = 20
_POINTER_BYTES = 8


class _Message(ctypes.Structure):
    """The beginning of MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("w", ctypes.c_size_t),
        ("l", ctypes.c_size_t),
    )


class WindowsMessages(QObject):
    """Asks Windows to tell a window, and reads what comes.

    Signals:
        asked: lock now; "session", "sleep" or "lid".
    """

    asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)

    def begin(self, window: int) -> bool:
        """Listen for a window, by its native id. Returns whether Windows will tell."""
        told = ctypes.CDLL("wtsapi32").WTSRegisterSessionNotification(
            ctypes.c_void_p(window), _THIS_SESSION
        )
        user, lid = ctypes.CDLL("user32"), ctypes.create_string_buffer(_LID.bytes_le)
        user.RegisterPowerSettingNotification(ctypes.c_void_p(window), lid, 0)
        QApplication.instance().installNativeEventFilter(self._filter)  # type: ignore[union-attr]
        return bool(told)

    def came(self, message: int, w: int, at: int) -> None:
        """One message of the window."""
        if message == _SESSION_CHANGE and w == _SESSION_LOCKED:
            self.asked.emit("session")
        elif message == _POWER_BROADCAST and w == _SUSPEND:
            self.asked.emit("sleep")
        elif message == _POWER_BROADCAST and w == _SETTING_CHANGED and _is_lid_closed(at):
            self.asked.emit("lid")


class _Filter(QAbstractNativeEventFilter):
    """Sees every message of the program first, and stops none."""

    def __init__(self, messages: WindowsMessages) -> None:
        super().__init__()
        self._messages = messages

    def nativeEventFilter(  # noqa: N802  Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if QByteArray(kind) == b"windows_generic_MSG":
            came = _Message.from_address(int(message))
            self._messages.came(came.message, came.w, came.l)
        return False, 0


def _is_lid_closed(at: int) -> bool:
    """POWERBROADCAST_SETTING: a GUID, a length, and for the lid four bytes, 0 when closed."""
    told = ctypes.string_at(at, _AFTER_GUID_AND_LENGTH + 4)
    is_lid = told[:16] == _LID.bytes_le
    return is_lid and told[_AFTER_GUID_AND_LENGTH:] == bytes(4)
