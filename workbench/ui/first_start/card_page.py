# SPDX-License-Identifier: EUPL-1.2
"""The last step on screen: the contact card, now or later."""

from collections.abc import Callable

from workbench.ui.first_start.card_presenter import CardPresenter, CardView
from workbench.ui.first_start.shown import Shown
from workbench.ui.first_start.step_page import StepPage, plain_card
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import row
from workbench.words import ErrorText, _

_GROUP = 5


class CardPage(StepPage):
    """A `CardView`."""

    def __init__(self, make: Callable[[CardView], CardPresenter]) -> None:
        super().__init__(_("Contact card"))
        self.say_step("card", _("Contact card"))
        self.digits = Shown("own-digits", is_code=True)
        self.save_button = Button(_("Save our card…"), "secondary", icon="file", name="save-card")
        card = plain_card(
            _("So that others can send to you"),
            _(
                "The contact card is a small file that you give to those you exchange sealed "
                "bundles with. It is no secret. They compare these digits with you by telephone."
            ),
        )
        card.add(self.digits).add_layout(row(self.save_button))
        self.add(card)
        self.back_button.hide()
        self.on_button.say(_("Begin to work"))
        self._presenter = make(self)
        self.save_button.clicked.connect(self._presenter.save)
        self.on_button.clicked.connect(self._presenter.finish)
        self._presenter.open()

    def show_digits(self, digits: str) -> None:
        groups = [digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP)]
        self.digits.show_groups(_("Our digits"), groups)

    def show_written(self, path: str) -> None:
        self.banner.say(_("Saved: {path}").format(path=path))

    def show_refused(self, text: ErrorText) -> None:
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")
