# SPDX-License-Identifier: EUPL-1.2
"""Handlingar on screen: read one in at the top, the numbered list below."""

from collections.abc import Callable

from workbench.domain.ids import RecordId
from workbench.ui.documents.presenter import (
    DocumentsPresenter,
    DocumentsView,
    DocumentsVm,
    TakenVm,
)
from workbench.ui.documents.spec import fields
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.words import _


class DocumentsPage(CasePage):
    """A `DocumentsView`."""

    def __init__(self, make: Callable[[DocumentsView], DocumentsPresenter]) -> None:
        super().__init__(_("Documents"))
        self.choose = Button(
            _("Read in a document…"), "primary", icon="add", name="read-in", key="Ctrl+O"
        )
        told = _(
            "PDF, picture (PNG, JPEG), text or Word. The original is kept unchanged in the case "
            "file; the stick is not needed afterwards."
        )
        self._start = Card().add(Label(told, "soft"))
        self._start.add_layout(row(self.choose))
        self._doubt = Banner(closes=False)
        self._doubt.hide()
        self.said = WritingPanel(self, _("Read in"), fields(), closes=True)
        self._facts = Label("", "soft")
        self.said.body.insertWidget(1, self._facts)
        self.list = Rows(_("Documents"))
        self._nothing = EmptyBlock(
            "file", _("No documents yet"), _("What comes on paper or on a stick is numbered here.")
        )
        self._gone = Label("", "soft")
        self._listed = Card(_("Documents")).add(self.list, self._nothing, self._gone)
        self.add(self._start, self._doubt, self.said, self._listed)
        self._presenter = make(self)
        self.said.serve(self._presenter.said)
        self.choose.clicked.connect(self._choose)
        self.list.opened.connect(self._read)
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def empty(self) -> None:
        self._presenter.empty()

    def show_documents(self, vm: DocumentsVm) -> None:
        self.header.say(_("Documents"), _("Case file {number}").format(number=vm.number))
        rows = [RowVm(each.record, each.title, each.caption, "file") for each in vm.lines]
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._gone.setText("\n".join(vm.gone))
        self._gone.setVisible(bool(vm.gone))
        self._start.setVisible(not vm.is_only_read)
        self.order_tab()

    def show_reading(self, *, is_reading: bool) -> None:
        self.choose.setDisabled(is_reading)
        if is_reading:
            self.banner.hide()

    def show_taken(self, vm: TakenVm) -> None:
        self.said.heading.setText(vm.heading)
        self._facts.setText(vm.facts)
        self._facts.show()
        self.said.show()
        self._doubt.setVisible(bool(vm.doubt))
        if vm.doubt:
            self._doubt.say(vm.doubt, _("It can be read in once more; nothing is replaced."))
        self.said.come_forward()

    def show_waiting(self) -> None:
        self.said.heading.setText(_("What you wrote about a document"))
        self._facts.setText(_("Choose the file again: it was not kept."))
        self._facts.show()
        self.said.show()

    def show_none(self) -> None:
        self.said.hide()
        self._doubt.hide()
        self.choose.setFocus()

    def _choose(self) -> None:
        self.flush()
        self._presenter.choose()

    def _read(self, record: str) -> None:
        self.flush()
        self._presenter.read(RecordId(record))
