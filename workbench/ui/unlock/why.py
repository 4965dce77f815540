# SPDX-License-Identifier: EUPL-1.2
"""Why something is done all the same: an older copy opened. Loaded only when there is one."""

from workbench.ui.kit.cards import FormRow
from workbench.ui.kit.fields import LineField
from workbench.words import _


class WhyRow(FormRow):
    """One line that the log will hold beside the person's name."""

    def __init__(self, asked: str = "") -> None:
        self.line = LineField(name="over-older")
        self.line.setAccessibleName("")
        hint = _("It stands in the log beside your name.")
        super().__init__(asked or _("Why the older copy is opened"), self.line, hint)

    def text(self) -> str:
        """What was given as a reason; "" while nobody asks for one."""
        return self.line.text() if not self.isHidden() else ""

    def ask(self, asked: str = "") -> None:
        """`asked`: what the reason is for, where it is something else."""
        if asked:
            self.label.setText(asked)
            self.line.setAccessibleName(asked)
        self.show()
        self.line.setFocus()

    def put_away(self) -> None:
        self.line.setText("")
        self.hide()
