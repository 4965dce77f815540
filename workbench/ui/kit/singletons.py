# SPDX-License-Identifier: EUPL-1.2
"""Keep None, True and False alive under Python 3.11.

PySide6 6.12 takes for granted that they are immortal, as they are since Python 3.12: every call
of Qt that returns nothing gives back one reference to None too many (measured: one a call, two
with an overridden handler). Python 3.11 counts them, and after some six thousand calls it ends
the program with "deallocating None". So they get more references than can ever be given back.
"""

import sys

_IMMORTAL_SINCE = (3, 12)
_MORE_THAN_EVER = 1 << 40


def hold_singletons() -> None:
    """Once, soon after the start. Nothing to do where they are immortal."""
    if sys.version_info >= _IMMORTAL_SINCE:
        return
    import ctypes  # noqa: PLC0415  after the first paint, and only where it is needed

    for each in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(each))
        if count.value < _MORE_THAN_EVER:
            count.value += _MORE_THAN_EVER
