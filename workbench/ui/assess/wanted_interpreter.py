# SPDX-License-Identifier: EUPL-1.2
"""Which interpreter the person wants and refuses, where a conversation begins."""

from collections.abc import Sequence

from workbench.ui.kit.labels import Label
from workbench.words import _


class WantedInterpreter(Label):
    """In sight until interpreter mode is on: an interpreter who sits there must not read it."""

    def __init__(self) -> None:
        super().__init__("", "soft")
        self.setObjectName("wanted-interpreter")
        self._is_covered = False
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        said = "\n".join(lines)
        self.setText(_("Interpreter: {what}").format(what=said) if said else "")
        self._show()

    def cover(self, *, covered: bool) -> None:
        self._is_covered = covered
        self._show()

    def _show(self) -> None:
        self.setHidden(self._is_covered or not self.text())
