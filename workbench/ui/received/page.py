# SPDX-License-Identifier: EUPL-1.2
"""A received document on screen: the record in words, then the sender's own paper."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.paper.pdf_view import PdfPreview
from workbench.ui.received.presenter import AlongVm, ReceivedPresenter, ReceivedView, ReceivedVm
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
        self._pressed_on = ""
        self._ways: dict[str, Button] = {}
        self._along = column(gap=UNIT)
        self._along_card = Card(_("Documents that went along"), _("As they came from the sender."))
        self._along_card.add_layout(self._along)
        self.add(self._along_card, self._card, self._paper_card)
        self._presenter = make(self)
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def show_received(self, vm: ReceivedVm) -> None:
        self.header.say(_("From {sender}").format(sender=vm.sender), " · ".join(vm.facts))
        empty(self._said)
        for part in vm.parts:
            add_part(self._said, part)
        self._ways.clear()
        empty(self._along)
        for each in vm.documents:
            self._along.addWidget(self._document(each))
        self._along_card.setVisible(bool(vm.documents))
        self.order_tab()
        if self._pressed_on in self._ways:
            self._ways[self._pressed_on].setFocus()
            self._pressed_on = ""
        self._paper_card.setVisible(bool(vm.pdf))
        if vm.pdf:
            self.paper.show_pdf(vm.pdf, _("The sender's own paper"))

    def show_taken_over(self, number: int) -> None:
        said = _("It is document {number} of this case file from now on, and can be cited.")
        self.banner.say(_("Taken over"), said.format(number=number))

    def _document(self, vm: AlongVm) -> QWidget:
        words = _("Take over into the case file") if vm.ours is None else _("Read it")
        button = Button(words, "secondary", name=f"along-{vm.sha256[:12]}")
        button.setAccessibleName(_("{do}: {which}").format(do=words, which=vm.title))
        button.clicked.connect(lambda: self._pressed(vm))
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(vm.title, "strong"), 1)
        line.addWidget(button)
        self._ways[vm.sha256] = button
        return whole

    def _pressed(self, vm: AlongVm) -> None:
        if vm.ours is None:
            self._pressed_on = vm.sha256
            self._presenter.take_over(vm.sha256)
        else:
            self._presenter.read(vm.ours)
