# SPDX-License-Identifier: EUPL-1.2
"""A page inside an akt: the way back to the akt, and nothing else of its own."""

from PySide6.QtCore import Signal

from workbench.ui.kit.page import Page
from workbench.words import _


class CasePage(Page):
    """A kit page with the way back.

    Signals:
        left: the person wants back to the akt.
    """

    left = Signal()

    def __init__(
        self, title: str, caption: str = "", *, is_wide: bool = False, back: str = ""
    ) -> None:
        super().__init__(title, caption, back=back or _("Back to the case file"), is_wide=is_wide)
        self.header.back.connect(self._leave)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()
