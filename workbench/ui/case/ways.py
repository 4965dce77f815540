# SPDX-License-Identifier: EUPL-1.2
"""The ways on from an akt, in the order of the work."""

from PySide6.QtCore import Signal

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.words import _

READABLE = frozenset(
    {"case", "journal", "documents", "document", "result", "receive", "alongside", "review"}
)
"""Pages of an akt on which nothing has to be written."""


class Ways(Card):
    """Buttons to the pages of the akt.

    Signals:
        taken: the name of a page.
    """

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Pages of this case file"))
        box = WrapLayout(gap=UNIT // 2)
        for page, words, icon in _ways():
            button = Button(words, "quiet", icon=icon, name=f"way-{page}")
            button.setProperty("page", page)
            button.clicked.connect(self._take)
            box.addWidget(button)
        self.body.setContentsMargins(2 * UNIT, UNIT + 4, 2 * UNIT, UNIT + 4)
        self.add(holding(box))

    def show_only_reading(self, *, is_only_read: bool) -> None:
        """Without the ways that lead to writing."""
        for button in self.findChildren(Button):
            leads_to_reading = button.property("page") in READABLE
            button.setVisible(leads_to_reading or not is_only_read)

    def _take(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.taken.emit(str(button.property("page")))


def _ways() -> tuple[tuple[str, str, str], ...]:
    return (
        ("about-person", _("The person"), "person"),
        ("arrival", _("Arrival"), "add"),
        ("journal", _("Journal"), "journal"),
        ("documents", _("Documents"), "file"),
        ("people", _("People and network"), "person"),
        ("incidents", _("Incidents"), "clock"),
        ("timeline", _("Time line"), "history"),
        ("orders", _("Orders and alarms"), "stop"),
        ("own-appraisal", _("The person's own appraisal"), "person"),
        ("choose-instrument", _("Assess"), "assessment"),
        ("alongside", _("Compare, second rater"), "assessment"),
        ("external-results", _("Results from others"), "open-bundle"),
        ("judgement", _("Overall judgement"), "mark"),
        ("review", _("Review"), "check"),
        ("scenarios", _("Scenarios and measures"), "scenario"),
        ("concern-report", _("Report of concern"), "person"),
        ("safety-plan", _("Safety plan"), "plan"),
        ("protection-plan", _("Protection plan"), "protection"),
        ("follow-up", _("Follow-up and dates"), "today"),
        ("calls", _("Call"), "phone"),
        ("told", _("Told by mouth"), "note"),
        ("print", _("Print"), "print"),
        ("personal-file", _("To the personal file"), "folder"),
        ("seal", _("Seal"), "send"),
        ("case-access", _("Access"), "lock"),
        ("case-erasing", _("Hide or dispose"), "hide"),
    )
