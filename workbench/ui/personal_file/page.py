# SPDX-License-Identifier: EUPL-1.2
"""Till personakten on screen."""

from collections.abc import Callable

from workbench.domain.ids import RecordId
from workbench.ui.document.text_pane import Letters
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.outward.panel import LookedPanel, LookPanel
from workbench.ui.personal_file.presenter import (
    PersonalFilePresenter,
    PersonalFileView,
    PersonalFileVm,
    filed_fields,
    kept_fields,
)
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.words import _

_HIGH = 16 * UNIT


class PersonalFilePage(CasePage):
    """A `PersonalFileView`."""

    def __init__(self, make: Callable[[PersonalFileView], PersonalFilePresenter]) -> None:
        super().__init__(_("To the personal file"))
        self.kept = WritingPanel(self, _("Where the personal file is kept"), kept_fields())
        self.text = Letters()
        self.text.setObjectName("neutral-text")
        self.text.setAccessibleName(_("A text without names"))
        self.text.setFixedHeight(_HIGH)
        self._papers = Label("", "soft")
        self.print = Button(_("Make a paper"), "secondary", icon="print", name="make-paper")
        told = _("This text names nobody. Mark it and copy it, or print a paper and carry it over.")
        self._offered = Card(_("To file there")).add(Label(told, "soft"), self.text, self._papers)
        self._offered.add_layout(row(self.print))
        self.look = LookPanel()
        self.filing = LookedPanel(self, _("Filed there"), filed_fields(), self.look)
        self._filed = RecordList(change=_("Correct"))
        self.add(self.kept, self.look, self._offered, self.filing, self._filed)
        self._presenter = make(self)
        self.look.serve(self._presenter.looking)
        self.kept.serve(self._presenter.kept)
        self.filing.serve(self._presenter.filing)
        self.print.clicked.connect(self._print)
        self._filed.correcting.connect(self._correct)
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_personal_file(self, vm: PersonalFileVm) -> None:
        number = _("Case file {number}").format(number=vm.number)
        caption = " · ".join(part for part in (number, vm.where) if part)
        self.header.say(_("To the personal file"), caption)
        self.text.setPlainText(vm.text)
        nothing = _("No paper can be made yet: there is no judgement and no protection plan.")
        told = _("Papers that can be made: {papers}").format(papers=", ".join(vm.papers))
        self._papers.setText(told if vm.papers else nothing)
        self.print.setVisible(bool(vm.papers))
        words = _("When you have filed something there, note it: what and which day.")
        empty = EmptyBlock("folder", _("Nothing is noted as filed"), words)
        self._filed.show_records(vm.filed, empty)
        self.order_tab()

    def show_correction(self, heading: str) -> None:
        told = _("Correct {which}").format(which=heading) if heading else _("Filed there")
        self.filing.heading.setText(told)
        if heading:
            self.filing.come_forward()

    def _print(self) -> None:
        self.flush()
        self._presenter.print_paper()

    def _correct(self, record: str) -> None:
        self.flush()
        self._presenter.correct(RecordId(record))
