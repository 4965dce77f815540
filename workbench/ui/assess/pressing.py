# SPDX-License-Identifier: EUPL-1.2
"""Which choice a key on the worksheet is for."""

from PySide6.QtGui import QKeyEvent, QKeySequence

from workbench.ui.assess.vms import OptionVm


def is_pressed(option: OptionVm, event: QKeyEvent, *, is_written: bool) -> bool:
    """Whether a key is that of a choice; where one writes only the ways of no answer have keys."""
    if option.is_state:
        return QKeySequence(event.key()).toString() == option.key
    is_it = bool(event.text()) and event.text().upper() == option.key
    return is_it and not is_written
