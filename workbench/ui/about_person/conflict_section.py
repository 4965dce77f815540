# SPDX-License-Identifier: EUPL-1.2
"""Känner du någon i akten? On screen."""

from workbench.ui.about_person.conflict_presenter import (
    ConflictPresenter,
    ConflictVm,
    acquaintance_fields,
)
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.section import PanelSection
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.words import _


class ConflictSection(PanelSection):
    """A `ConflictView`."""

    def __init__(self, page: Page, around: Around) -> None:
        super().__init__(page, "conflict", _("Do you know anybody here?"))
        told = _(
            "If you do, or are not sure: tell your manager today, before you read on. Let somebody "
            "else take the case file if that can be done. Protection is never left waiting for it."
        )
        self.panel = WritingPanel(page, _("Your answer"), acquaintance_fields(), closes=True)
        self.panel.hide()
        self.answer = Button(_("Answer"), "secondary", name="answer-conflict")
        self.access = Button(_("Let a colleague in"), "quiet", icon="lock", name="conflict-access")
        ways = WrapLayout(gap=UNIT)
        for button in (self.answer, self.access):
            ways.addWidget(button)
        self.ways, self.first = holding(ways), self.answer
        self._answers = RecordList()
        self.put(Label(told), self.ways, self.panel, self._answers)
        self._presenter = ConflictPresenter(self, around)
        self.panel.serve(self._presenter.writing)
        self.answer.clicked.connect(self._answer)
        self.access.clicked.connect(self._to_access)

    def begin(self) -> None:
        self._presenter.resume()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_conflict(self, vm: ConflictVm) -> None:
        self.tell(vm.line)
        self.answer.say(_("Change your answer") if vm.own is not None else _("Answer"))
        self._answers.show_records(vm.answers)
        self._answers.setVisible(bool(vm.answers))
        self.page.order_tab()

    def _answer(self) -> None:
        self.page.flush()
        self._presenter.answer()

    def _to_access(self) -> None:
        self.page.flush()
        self._presenter.to_access()
