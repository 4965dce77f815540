# SPDX-License-Identifier: EUPL-1.2
"""What the pages of an own rule and of a published table have in common."""

from typing import Any

from workbench.ui.confirm_rule.words import fields as word_fields
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.own_rule.check_card import CheckCard
from workbench.ui.own_rule.own_content import OwnContent
from workbench.ui.told_page import ToldPage
from workbench.ui.writing.form import WritingForm
from workbench.words import _

_ASKED = ("owner", "function", "organisation", "form_edition", "on", "licence", "expires_on")


class ContentPage(ToldPage):
    """An `OwnContentView`. The passphrase leaves its field when it is used."""

    def __init__(self, title: str, who: str, enter_button: Button) -> None:
        """`who`: the heading over who answers for it."""
        super().__init__(title, back=_("Back to the instrument"))
        self.check, self.enter_button = CheckCard(), enter_button
        self.form = WritingForm([f for f in word_fields() if f.name in _ASKED])
        ways = WrapLayout(gap=UNIT)
        ways.addWidget(enter_button)
        self.who = Card(who).add(self.form).add_layout(ways)

    def go(self, place: str) -> None:
        """`place` is id@version."""
        self.check.settle()
        self.content().open(place)

    def flush(self) -> None:
        self.check.passphrase.wipe()
        super().flush()

    def show_saved(self, at: str) -> None:
        self.saved.emit(at)

    def content(self) -> OwnContent[Any]:
        """Its presenter."""
        raise NotImplementedError

    def _serve(self, presenter: OwnContent[Any]) -> None:
        self.header.back.connect(self._left)
        self.form.typed.connect(presenter.typed)
        self.check.serve(presenter.checking)

    def _left(self) -> None:
        self.flush()
        self.check.settle()
        self.content().leave()
