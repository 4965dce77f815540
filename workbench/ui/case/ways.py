# SPDX-License-Identifier: EUPL-1.2
"""The ways on from an akt, in the order of the work."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.words import _

Way = tuple[str, str, str]
"""A page, its words, its icon."""
_NAMED, _WIDE = 16 * UNIT, 64 * UNIT
READABLE = frozenset(
    {"case", "journal", "documents", "document", "result", "receive", "alongside", "review"}
)
"""Pages of an akt on which nothing has to be written."""


class Ways(Card):
    """Buttons to the pages of the akt, under what the work is called.

    Signals:
        taken: the name of a page.
    """

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Pages of this case file"))
        self._groups = [_Group(heading, ways) for heading, ways in _ways()]
        for group in self._groups:
            group.taken.connect(self.taken)
        self.body.setContentsMargins(2 * UNIT, UNIT + 4, 2 * UNIT, UNIT + 4)
        self.body.setSpacing(UNIT // 2)
        self.add(*self._groups)

    def show_only_reading(self, *, is_only_read: bool) -> None:
        """Without the ways that lead to writing."""
        for group in self._groups:
            group.show_only_reading(is_only_read=is_only_read)


class _Group(QWidget):
    """What belongs together: its name, and a button for each page."""

    taken = Signal(str)

    def __init__(self, heading: str, ways: tuple[Way, ...]) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self._name, box = Label(heading, "soft"), WrapLayout(gap=UNIT // 2)
        self._name.setContentsMargins(0, UNIT, 0, 0)
        for page, words, icon in ways:
            button = Button(words, "quiet", icon=icon, name=f"way-{page}")
            button.setProperty("page", page)
            button.clicked.connect(self._take)
            box.addWidget(button)
        self._held = holding(box)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(UNIT, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._held, 1)
        self._stand(is_wide=True)

    def minimumSizeHint(self) -> QSize:
        """What it needs with the name above; how tall that is follows from the width."""
        least = self._held.minimumSizeHint()
        return QSize(least.width() + UNIT, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At 200 % the name stands above its buttons."""
        super().resizeEvent(event)
        self._stand(is_wide=self.width() >= _WIDE)

    def _stand(self, *, is_wide: bool) -> None:
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        self._name.setFixedWidth(_NAMED if is_wide else _WIDE - _NAMED)

    def show_only_reading(self, *, is_only_read: bool) -> None:
        """With the name only where something is left under it."""
        buttons = self.findChildren(Button)
        shown = [each for each in buttons if not is_only_read or each.property("page") in READABLE]
        for button in buttons:
            button.setVisible(button in shown)
        self.setVisible(bool(shown))

    def _take(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.taken.emit(str(button.property("page")))


def _ways() -> tuple[tuple[str, tuple[Way, ...]], ...]:
    return (
        (
            _("Who and what"),
            (
                ("about-person", _("The person"), "person"),
                ("arrival", _("Arrival"), "add"),
                ("journal", _("Journal"), "journal"),
                ("documents", _("Documents"), "file"),
                ("people", _("People and network"), "person"),
            ),
        ),
        (
            _("What has happened"),
            (
                ("incidents", _("Incidents"), "clock"),
                ("timeline", _("Time line"), "history"),
                ("orders", _("Orders and alarms"), "stop"),
            ),
        ),
        (
            _("Assess"),
            (
                ("own-appraisal", _("The person's own appraisal"), "person"),
                ("choose-instrument", _("Assess"), "assessment"),
                ("alongside", _("Compare, second rater"), "assessment"),
                ("external-results", _("Results from others"), "open-bundle"),
                ("judgement", _("Overall judgement"), "mark"),
                ("review", _("Review"), "check"),
            ),
        ),
        (
            _("Plan and follow up"),
            (
                ("scenarios", _("Scenarios and measures"), "scenario"),
                ("concern-report", _("Report of concern"), "person"),
                ("safety-plan", _("Safety plan"), "plan"),
                ("protection-plan", _("Protection plan"), "protection"),
                ("follow-up", _("Follow-up and dates"), "today"),
            ),
        ),
        (
            _("Contact and hand over"),
            (
                ("calls", _("Call"), "phone"),
                ("told", _("Told by mouth"), "note"),
                ("print", _("Print"), "print"),
                ("personal-file", _("To the personal file"), "folder"),
                ("seal", _("Seal"), "send"),
            ),
        ),
        (
            _("The case file itself"),
            (
                ("case-access", _("Access"), "lock"),
                ("case-erasing", _("Hide or dispose"), "hide"),
            ),
        ),
    )
