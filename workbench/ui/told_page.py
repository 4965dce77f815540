# SPDX-License-Identifier: EUPL-1.2
"""A page of the house that says in its banner what was done, what lacks, and what was refused."""

from workbench.ui.kit.page import Page
from workbench.words import ErrorText


class ToldPage(Page):
    """A `ToldView`."""

    def show_done(self, said: str) -> None:
        self.banner.say(said)
        self.reveal(self.banner)

    def show_missing(self, said: str) -> None:
        self.banner.say(said, tone="amber")
        self.reveal(self.banner)

    def show_refused(self, text: ErrorText) -> None:
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")
        self.reveal(self.banner)
