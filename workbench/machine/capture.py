# SPDX-License-Identifier: EUPL-1.2
"""Keep a window out of screen pictures and shared screens, where the system lets a program.

Windows and macOS do, and neither has been run here. On Linux there is no such request, neither in
X11 nor in Wayland: the answer is "impossible", and whoever shows it says so.
"""

import sys
from collections.abc import Callable
from typing import Literal

CaptureBlock = Literal["blocked", "refused", "impossible"]
_EXCLUDE_FROM_CAPTURE = 0x11
_SHARING_NONE = 0


def can_block_capture() -> bool:
    """Whether this system has a way at all."""
    return sys.platform in _WAYS


def block_capture(window: int) -> CaptureBlock:
    """Ask that a top-level window be left out of pictures. `window`: its native id."""
    way = _WAYS.get(sys.platform)
    if way is None:
        return "impossible"
    return "blocked" if way(window) else "refused"


def _on_windows(window: int) -> bool:
    """Windows 10 2004 and later. CDLL serves: on 64 bits there is one calling convention."""
    import ctypes  # noqa: PLC0415

    user = ctypes.CDLL("user32")
    return bool(user.SetWindowDisplayAffinity(ctypes.c_void_p(window), _EXCLUDE_FROM_CAPTURE))


def _on_macos(view: int) -> bool:
    """`[[view window] setSharingType: NSWindowSharingNone]`: Qt's id is that of the view."""
    import ctypes  # noqa: PLC0415

    objc = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    send = ctypes.cast(objc.objc_msgSend, ctypes.c_void_p).value
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(send or 0)
    tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(send or 0)
    window = ask(view, objc.sel_registerName(b"window"))
    if window:
        tell(window, objc.sel_registerName(b"setSharingType:"), _SHARING_NONE)
    return bool(window)


_WAYS: dict[str, Callable[[int], bool]] = {"win32": _on_windows, "darwin": _on_macos}
