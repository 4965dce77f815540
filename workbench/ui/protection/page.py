# SPDX-License-Identifier: EUPL-1.2
"""Skydd nu on screen: the question first, then how to reach the person."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from workbench.ui.kit.banners import Banner
from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.ui.places import SAFE_CONTACT
from workbench.ui.protection.presenter import (
    ProtectionPresenter,
    ProtectionView,
    ProtectionVm,
    contact_fields,
    decision_fields,
)
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.fold import FoldButton
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.words import _


class ProtectionPage(CasePage):
    """A `ProtectionView`. The name of the person is nowhere on it: a code word may be."""

    def __init__(self, make: Callable[[ProtectionView], ProtectionPresenter]) -> None:
        super().__init__(_("Protection now"))
        self.decision = WritingPanel(self, _("What we decide now"), decision_fields())
        self.contact = WritingPanel(self, _("How we reach the person"), contact_fields())
        self._agreed = Label(kind="soft")
        self._goes_to_contact = self._is_decided = False
        self._fold = FoldButton(_("Hide"), _("Show and change"), self.contact, name="safe-contact")
        self._earlier = Label(_("Considered before"), "heading")
        self._considered = RecordList()
        acute = Banner(closes=False)
        self.add(acute, self.decision, self._contact_card(), self.contact)
        self.add(self._earlier, self._considered)
        _say_acute(acute)
        self._presenter = make(self)
        self.decision.serve(self._presenter.decision)
        self.contact.serve(self._presenter.contact)
        self._fold.unfolded.connect(self.contact.come_forward)
        self.left.connect(self._presenter.leave)
        self._presenter.open()
        self.decision.form.focus()

    def go(self, place: str) -> None:
        """`SAFE_CONTACT`: to how the person is reached, once it is known whether that is agreed."""
        self._goes_to_contact = self._goes_to_contact or place == SAFE_CONTACT

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_protection(self, vm: ProtectionVm) -> None:
        self.header.say(_("Protection now"), _("Case file {number}").format(number=vm.number))
        self._considered.show_records(vm.considered)
        self._earlier.setVisible(bool(vm.considered))
        none, some = (
            _("No safe contact is agreed yet. Agree on it early."),
            _("A safe contact is agreed."),
        )
        self._agreed.setText(some if vm.has_contact else none)
        if self._goes_to_contact:
            self._goes_to_contact = False
            self._open_contact(is_agreed=vm.has_contact)
        if self._is_decided:
            self._is_decided = False
            QTimer.singleShot(0, self, self._reveal_considered)

    def show_decided(self) -> None:
        """On to how the person is reached; what was decided stands under it."""
        self._is_decided = True
        self._fold.setFocus()

    def show_agreed(self) -> None:
        """A code word stays on screen no longer than it takes to write it."""
        self._fold.setFocus()
        self._fold.fold()
        QTimer.singleShot(0, self, lambda: self.reveal(self._fold))

    def _open_contact(self, *, is_agreed: bool) -> None:
        """What is agreed is shown by a press of its own: a code word may be in it."""
        if is_agreed:
            self.take_focus(self._fold)
        else:
            self._fold.unfold()

    def _reveal_considered(self) -> None:
        self.reveal(self._considered)
        self.reveal(self._fold)

    def _contact_card(self) -> Card:
        card = Card(
            _("Safe contact"),
            _("Read it before every call, letter and print. Nobody else should see the screen."),
        )
        card.add_action(self._fold)
        card.add(self._agreed)
        return card


def _say_acute(banner: Banner) -> None:
    banner.say(
        _("In acute danger: call 112"),
        _("Protection comes first. Everything else on this page can be written later."),
    )
