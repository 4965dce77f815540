# SPDX-License-Identifier: EUPL-1.2
"""What is shown while the key is derived."""

from PySide6.QtWidgets import QProgressBar, QWidget

from workbench.ui.kit.cards import column
from workbench.ui.kit.labels import Label
from workbench.words import _


def progress() -> QWidget:
    """Honest: nobody knows how far a derivation has come, only about how long it takes."""
    said = _("The key is being worked out. It takes about a second.")
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setAccessibleName(said)
    working = QWidget()
    working.setLayout(column(bar, Label(said, "soft")))
    return working
