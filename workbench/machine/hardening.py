# SPDX-License-Identifier: EUPL-1.2
"""Keep this process's memory to itself: no core dump, not readable by the user's other programs.

It keeps out other programs of the same user and the crash reporter, not root. Only the Linux part
has been run; docs/evidence.md says so. `ctypes` costs milliseconds, so it is loaded when asked.
"""

import sys
from typing import Literal

Block = Literal["on", "off", "unknown"]
_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4
_PT_DENY_ATTACH = 31
_OWNER_MAY_ONLY_END_IT = "D:P(A;;0x00101001;;;OW)(A;;GA;;;SY)(A;;GA;;;BA)"
"""SYNCHRONIZE, TERMINATE and QUERY_LIMITED_INFORMATION to the owner: no reading of memory."""
_DACL = 4
_NO_CRASH_BOX = 0x0001 | 0x0002


def harden_process(*, leaves_memory_readable: bool = False) -> None:
    """Shut the memory of this process. Done twice it does no more.

    `leaves_memory_readable` is for tests that look for keys in the memory of their own child;
    nothing that a user can set leads here.
    """
    if leaves_memory_readable:
        return
    if sys.platform == "win32":
        _harden_windows()
    else:
        _harden_posix()


def dump_block() -> Block:
    """Read back from the system whether dumps and reading by others are off, not what we asked."""
    if not sys.platform.startswith("linux"):
        return "unknown"
    import ctypes  # noqa: PLC0415
    import resource  # noqa: PLC0415

    soft, _hard = resource.getrlimit(resource.RLIMIT_CORE)
    is_dumpable = ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0) != 0
    return "off" if soft != 0 or is_dumpable else "on"


def _harden_posix() -> None:
    import ctypes  # noqa: PLC0415
    import resource  # noqa: PLC0415

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    libc = ctypes.CDLL(None)
    if sys.platform == "darwin":
        libc.ptrace(_PT_DENY_ATTACH, 0, None, 0)
    else:
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _harden_windows() -> None:
    """On 64 bits there is one calling convention, so CDLL serves (WinDLL exists only there)."""
    import ctypes  # noqa: PLC0415

    kernel, advapi = ctypes.CDLL("kernel32"), ctypes.CDLL("advapi32")
    kernel.SetErrorMode(_NO_CRASH_BOX)
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    descriptor = ctypes.c_void_p()
    made = advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        ctypes.c_wchar_p(_OWNER_MAY_ONLY_END_IT), 1, ctypes.byref(descriptor), None
    )
    if made:
        process = ctypes.c_void_p(kernel.GetCurrentProcess())
        advapi.SetKernelObjectSecurity(process, _DACL, descriptor)
        kernel.LocalFree(descriptor)
