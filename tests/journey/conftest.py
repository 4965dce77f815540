# SPDX-License-Identifier: EUPL-1.2
"""The real program on a real vault, in Swedish, without a display; only the passphrase is cheap."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from workbench import words
from workbench.ui.kit import theme


@pytest.fixture(autouse=True)
def _swedish() -> Iterator[None]:
    before = words.language()
    words.speak("sv")
    yield
    words.speak(before)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    if not qapp.styleSheet():
        theme.apply(qapp, dark=False)
