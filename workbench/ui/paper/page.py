# SPDX-License-Identifier: EUPL-1.2
"""The paper on screen: which one, how it looks, who gets it."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.domain.ids import RecordId
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, FormRow
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.outward.panel import LookPanel
from workbench.ui.paper.pdf_view import PdfPreview
from workbench.ui.paper.presenter import RECEIVER, WHY, PaperPresenter, PapersVm, PaperView
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.spec import Values
from workbench.words import _

_LEAST_ROOM, _LOW = 40 * UNIT, 56 * UNIT


class PaperPage(CasePage):
    """A `PaperView`."""

    def __init__(self, make: Callable[[PaperView], PaperPresenter]) -> None:
        super().__init__(_("Print"))
        self.look = LookPanel()
        self._which = Card(_("Which paper"))
        self._choices = Choices((), "")
        self._which.add(self._choices)
        self._which.hide()
        self.preview = PdfPreview()
        self.receiver = LineField(name="receiver")
        self._row = FormRow(
            _("Who gets the paper?"),
            self.receiver,
            _noted(),
        )
        self.why = LineField(name="why")
        self._why_row = FormRow(
            _("Why is it printed?"),
            self.why,
            _("A written plan can be found. It is noted."),
        )
        self._why_row.hide()
        self._nothing = EmptyBlock(
            "print",
            _("There is no paper to make yet"),
            _(
                "Enter an overall judgement or a protection plan first. "
                "The person's own sheet is made only when they have asked for paper."
            ),
        )
        self._nothing.hide()
        self._missing = Label(_("Write who gets the paper."), "strong")
        self._missing.hide()
        self.save_button = Button(_("Save as…"), "primary", icon="file", name="save")
        self.add(self._nothing, self.look, self._which, self.preview)
        self.add_below(self._foot())
        self._presenter = make(self)
        self.look.serve(self._presenter.looking)
        self.receiver.typed.connect(self._presenter.receiver_typed)
        self.why.typed.connect(self._presenter.why_typed)
        self.save_button.clicked.connect(self._saved)
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def go(self, place: str) -> None:
        """Show the paper of this record first."""
        if place:
            self._presenter.want(RecordId(place))

    def show_papers(self, vm: PapersVm, chosen: str) -> None:
        self.header.say(_("Print"), _("Case file {number}").format(number=vm.number))
        has_papers = bool(vm.papers)
        self._nothing.setHidden(has_papers)
        self.preview.setVisible(has_papers)
        self.look.setVisible(has_papers)
        self.save_button.setEnabled(has_papers)
        self._which.setVisible(len(vm.papers) > 1)
        shown = [
            ChoiceVm(paper.key, f"{paper.title} · {paper.caption}", is_quiet=True)
            for paper in vm.papers
        ]
        self._which.body.removeWidget(self._choices)
        self._choices.hide()
        self._choices.deleteLater()
        self._choices = Choices(shown, _("Which paper"))
        self._choices.show_chosen(chosen)
        self._choices.chosen.connect(self._presenter.choose)
        self._which.add(self._choices)

    def show_values(self, values: Values) -> None:
        self.receiver.show_text(values.get(RECEIVER, ""))
        self.why.show_text(values.get(WHY, ""))

    def show_saved(self, at: str) -> None:
        self.saved.emit(at)

    def show_not_saved(self, error: Exception) -> None:
        self.not_saved.emit()
        self.show_problem(error)

    def show_pdf(self, pdf: bytes, title: str) -> None:
        self.preview.show_pdf(pdf, title)

    def show_asked(self, *, why: bool) -> None:
        self._why_row.setVisible(why)
        self._missing.hide()

    def show_receiver_missing(self) -> None:
        self._say_missing(_("Write who gets the paper."), self.receiver)

    def show_why_missing(self) -> None:
        self._say_missing(_("Write why it is printed."), self.why)

    def show_kept(self, path: str) -> None:
        self._missing.hide()
        told = _("Hand it over in person or lock it in. Do not leave the file in the folder.")
        self.banner.say(_("Saved: {path}").format(path=path), told)

    def show_busy(self, *, busy: bool) -> None:
        self.save_button.setDisabled(busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        view = self._scroll.viewport().height()
        is_low = self.height() < _LOW
        self._row.say_hint("" if is_low else _noted())
        self.preview.setMinimumHeight(max(view - 15 * UNIT, _LEAST_ROOM))

    def _say_missing(self, words: str, field: LineField) -> None:
        self._missing.setText(words)
        self._missing.show()
        field.setFocus()

    def _foot(self) -> QWidget:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * UNIT)
        line.addWidget(self._row, 1)
        line.addWidget(self._why_row, 1)
        line.addWidget(self._missing)
        line.addWidget(self.save_button)
        return foot

    def _saved(self) -> None:
        self.flush()
        self._presenter.save()


def _noted() -> str:
    return _("It is noted in the organisation's own log before the file is written.")
