# SPDX-License-Identifier: EUPL-1.2
"""What Windows sends is read right; that it is sent at all cannot be seen on this machine."""

import ctypes

import pytest
from PySide6.QtWidgets import QApplication

from workbench.ui.triggers.windows import _LID, WindowsMessages, _Filter, _Message

SESSION, POWER = 0x02B1, 0x0218


def asked_by(qapp: QApplication, message: int, w: int, at: int = 0) -> list[str]:
    messages, said = WindowsMessages(), []
    messages.asked.connect(said.append)
    raw = _Message(window=None, message=message, w=w, l=at)
    stops = _Filter(messages).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(raw))
    assert stops == (False, 0)
    return said


@pytest.mark.parametrize(
    ("message", "w", "said"),
    [
        (SESSION, 0x7, ["session"]),
        (SESSION, 0x8, []),
        (POWER, 0x4, ["sleep"]),
        (POWER, 0x7, []),
        (0x0100, 0x7, []),
    ],
)
def test_a_locked_session_and_a_coming_sleep_are_heard_and_nothing_else(qapp, message, w, said):
    assert asked_by(qapp, message, w) == said


@pytest.mark.parametrize(("value", "said"), [(0, ["lid"]), (1, [])])
def test_a_closed_lid_is_heard_and_an_opened_one_is_not(qapp, value, said):
    told = ctypes.create_string_buffer(
        _LID.bytes_le + (4).to_bytes(4, "little") + bytes([value, 0, 0, 0])
    )
    assert asked_by(qapp, POWER, 0x8013, ctypes.addressof(told)) == said


def test_another_setting_that_is_nought_is_no_lid(qapp):
    told = ctypes.create_string_buffer(bytes(24))
    assert asked_by(qapp, POWER, 0x8013, ctypes.addressof(told)) == []
