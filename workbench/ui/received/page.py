# SPDX-License-Identifier: EUPL-1.2
"""A received document on screen: the record in words, then the sender's own paper."""

from collections.abc import Callable

from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.theme import UNIT
from workbench.ui.paper.pdf_view import PdfPreview
from workbench.ui.received.presenter import ReceivedPresenter, ReceivedView, ReceivedVm
from workbench.ui.result.lines import empty
from workbench.ui.send.page import add_part
from workbench.ui.writing.case_page import CasePage
from workbench.words import _

_PAPER = 75 * UNIT


class ReceivedPage(CasePage):
    """A `ReceivedView`."""

    def __init__(self, make: Callable[[ReceivedView], ReceivedPresenter]) -> None:
        super().__init__(_("Received"))
        self._said = column(gap=2 * UNIT)
        self._card = Card(_("What the sender says"))
        self._card.add_layout(self._said)
        self.paper = PdfPreview()
        self.paper.setMinimumHeight(_PAPER)
        self._paper_card = Card(_("The sender's own paper")).add(self.paper)
        self._paper_card.hide()
        self.add(self._card, self._paper_card)
        self._presenter = make(self)
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def show_received(self, vm: ReceivedVm) -> None:
        self.header.say(_("From {sender}").format(sender=vm.sender), " · ".join(vm.facts))
        empty(self._said)
        for part in vm.parts:
            add_part(self._said, part)
        self._paper_card.setVisible(bool(vm.pdf))
        if vm.pdf:
            self.paper.show_pdf(vm.pdf, _("The sender's own paper"))
