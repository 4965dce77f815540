# SPDX-License-Identifier: EUPL-1.2
"""A document on screen: what it is, and the reader."""

from collections.abc import Callable

from workbench.domain.errors import WorkbenchError
from workbench.ui.document.pdf_pane import PdfPane
from workbench.ui.document.picture_pane import PicturePane
from workbench.ui.document.presenter import DocumentPresenter, DocumentView, DocumentVm
from workbench.ui.document.reader import Pane, Reader
from workbench.ui.document.text_pane import TextPane
from workbench.ui.documents.spec import fields
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.result.lines import empty
from workbench.ui.writing.beside import holding
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.versions import versions_fold
from workbench.words import _


class DocumentPage(Page):
    """A `DocumentView`."""

    def __init__(self, make: Callable[[DocumentView], DocumentPresenter]) -> None:
        super().__init__(_("Document"), back=_("Back to the documents"), is_wide=True)
        self.reader = Reader()
        self._reading = Card().add(self.reader)
        self._reading.hide()
        self._facts = Label()
        self._history = column(gap=UNIT)
        self.correct = Button(_("Correct"), "quiet", name="correct-document")
        self.withdraw = Button(_("Take it back…"), "quiet", name="withdraw-document")
        ways = WrapLayout(gap=UNIT)
        for button in (self.correct, self.withdraw):
            button.hide()
            ways.addWidget(button)
        self._about = Card(_("About the document")).add(self._facts)
        self._about.add_layout(self._history)
        self._about.add(holding(ways))
        self.said = WritingPanel(self, _("Correct the document"), fields(), closes=True)
        self.said.hide()
        self.add(self._reading, self.said, self._about)
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def empty(self) -> None:
        """At lock, and when the page is left: nothing of the document stays in memory here."""
        self.reader.empty()

    def show_document(self, vm: DocumentVm) -> None:
        try:
            self.reader.show_pane(_pane(vm))
        except WorkbenchError as error:
            self.show_problem(error)
        else:
            self._reading.show()
        self.show_facts(vm)
        if self.reader.pane is not None:
            self.reader.pane.reading().setFocus()

    def show_facts(self, vm: DocumentVm) -> None:
        self.header.say(vm.title, _("Case file {number}").format(number=vm.number))
        self._facts.setText("\n".join(vm.facts))
        empty(self._history)
        if vm.versions:
            self._history.addWidget(versions_fold(vm.versions))
        self.correct.setVisible(not vm.is_only_read)
        self.withdraw.setVisible(vm.can_withdraw)
        self.order_tab()

    def show_correction(self, *, shown: bool) -> None:
        self.said.setVisible(shown)
        if shown:
            self.said.come_forward()

    def show_cited(self, told: str) -> None:
        self.reader.say(_("{place}: F4 in a worksheet cites it.").format(place=told))

    def _connect(self) -> None:
        self.said.serve(self._presenter.said)
        self.correct.clicked.connect(self._presenter.correct)
        self.withdraw.clicked.connect(self._presenter.withdraw)
        self.reader.citing.connect(self._presenter.cite)
        self.header.back.connect(self._leave)

    def _leave(self) -> None:
        self.flush()
        self._presenter.leave()


def _pane(vm: DocumentVm) -> Pane:
    """Raises BrokenDocumentError: a picture that does not open."""
    if vm.is_text:
        text = TextPane()
        text.show_paragraphs(vm.paragraphs, vm.title)
        return text
    if vm.is_pdf:
        pdf = PdfPane()
        pdf.show_content(vm.content, vm.title)
        return pdf
    picture = PicturePane()
    picture.show_content(vm.content, vm.document.media, vm.title)
    return picture
