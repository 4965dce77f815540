# SPDX-License-Identifier: EUPL-1.2
"""Whom not to contact, on screen."""

from workbench.domain.ids import RecordId
from workbench.ui.about_person.blocks import Blocks
from workbench.ui.about_person.no_contact_presenter import NoContactPresenter, NoContactVm
from workbench.ui.about_person.no_contact_spec import fields
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.section import RowsSection
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.writing.fold import Fold
from workbench.ui.writing.panel import WritingPanel
from workbench.words import _


class NoContactSection(RowsSection):
    """A `NoContactView`."""

    def __init__(self, page: Page, around: Around) -> None:
        super().__init__(page, "no-contact", _("Must not be contacted"))
        told = _("Shown before every call, paper, bundle and talk. A row ends only with a why.")
        self.add_button = Button(_("Add to the list"), "secondary", icon="add", name="add-barred")
        self.row = WritingPanel(page, _("Must not be contacted"), fields(), closes=True)
        self.row.hide()
        self._told_before = Label()
        self._standing, self._ended = Blocks(), Blocks()
        self._over = Fold(_("Hide the ended ones"), _("Show the ended ones"), self._ended)
        self.put(Label(told))
        self.put_layout(row(self.add_button))
        self.put(self.row, self._told_before, self._standing, self._over)
        self._presenter = NoContactPresenter(self, around)
        self.serve_rows(self._presenter, self._standing, self._ended)
        self._standing.ending.connect(self._end)

    def show_list(self, vm: NoContactVm) -> None:
        said = _("Said with the safe contact: {what}").format(what=vm.said_with_contact)
        self._told_before.setText(said)
        self._told_before.setVisible(bool(vm.said_with_contact))
        self._standing.show_records(vm.standing, end=_("End it…"))
        is_open = self._over.button.is_open()
        self._ended.show_records(vm.ended)
        self._ended.setVisible(is_open and bool(vm.ended))
        self._over.setVisible(bool(vm.ended))
        self.page.order_tab()

    def _end(self, record: str) -> None:
        self.page.flush()
        self._presenter.end(RecordId(record))
