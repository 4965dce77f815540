# SPDX-License-Identifier: EUPL-1.2
"""Widgets are tested without a display, in English (the message ids), in the light palette."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from workbench import words
from workbench.ui.kit import theme


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = words.language()
    words.speak("en")
    yield
    words.speak(before)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    if not qapp.styleSheet():
        theme.apply(qapp, dark=False)
