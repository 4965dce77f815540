# SPDX-License-Identifier: EUPL-1.2
"""What the violence calendar beside the questions holds: a form that folds, and the incidents."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from workbench.domain.ids import RecordId
from workbench.ui.incidents.panel import IncidentPanel
from workbench.ui.incidents.presenter import IncidentsPresenter, IncidentsVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.ui.writing.fold import FoldButton
from workbench.ui.writing.record_list import RecordList
from workbench.words import _

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_LETTERS = 12


class CalendarContent(QWidget):
    """An `IncidentsView`. The form is folded away again when an incident was entered.

    Signals:
        shut: the person goes back to the question.
    """

    shut = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.incident = IncidentPanel(page)
        for chosen in self.incident.findChildren(QComboBox):
            chosen.setSizeAdjustPolicy(_SHORT)  # a long choice must not hold the pane wide
            chosen.setMinimumContentsLength(_LETTERS)
        self.new = FoldButton(
            _("Put the form away"), _("New incident"), self.incident, name="new-incident"
        )
        self._incidents = RecordList(change=_("Correct"), is_narrow=True)
        self._presenter: IncidentsPresenter | None = None
        close = Button(_("Back to the question"), "quiet", icon="back", name="shut-calendar")
        close.setToolTip("Esc")
        close.clicked.connect(self.shut)
        self.new.unfolded.connect(self.incident.form.focus)
        self._lay_out(close)

    def serve(self, presenter: IncidentsPresenter) -> None:
        """Let it hear what is written and pressed here, and show what there is."""
        self._presenter = presenter
        self.incident.serve(presenter.incident)
        self._incidents.correcting.connect(self._correct)
        presenter.open()

    def refresh(self) -> None:
        if self._presenter is not None:
            self._presenter.refresh()

    def focus_first(self) -> None:
        """To where one goes on writing, else to the way to write."""
        if self.new.is_open():
            self.incident.form.focus()
        else:
            self.new.setFocus(Qt.FocusReason.TabFocusReason)

    def show_incidents(self, vm: IncidentsVm) -> None:
        """What was left half written is in sight at once."""
        nothing = Label(_("No incidents yet"), "soft")
        self._incidents.show_records(vm.incidents, nothing)
        if self._presenter is not None and self._presenter.incident.is_begun:
            self.new.unfold()
        self._page.order_tab()

    def show_new_incident(self) -> None:
        self.incident.heading.setText(_("New incident"))
        at = QApplication.focusWidget()
        if self.new.is_open() and at is not None and self.incident.isAncestorOf(at):
            self.new.setFocus(Qt.FocusReason.TabFocusReason)
        self.new.fold()

    def show_correction(self, heading: str) -> None:
        self.incident.heading.setText(_("Correct {which}").format(which=heading))
        self.new.unfold()
        self.incident.form.focus()

    def show_problem(self, error: Exception) -> None:
        self._page.show_problem(error)

    def _correct(self, record: str) -> None:
        self._page.flush()
        if self._presenter is not None:
            self._presenter.correct(RecordId(record))

    def _lay_out(self, close: Button) -> None:
        told = _("What you enter here stands in the time line of the case file. It is never "
                 "counted into the assessment.")  # fmt: skip
        ways = WrapLayout(gap=UNIT)
        for button in (self.new, close):
            ways.addWidget(button)
        box = column(Label(_("Violence calendar"), "heading"), Label(told, "soft"), holding(ways))
        box.addWidget(self.incident)
        box.addWidget(self._incidents)
        box.addStretch(1)
        self.setLayout(box)
