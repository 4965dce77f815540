# SPDX-License-Identifier: EUPL-1.2
"""The person the akt is about, on screen. How to add a section stands in the package."""

from collections.abc import Callable

from workbench.ui.about_person.presenter import AboutPersonPresenter, AboutPersonView
from workbench.ui.about_person.section import Section
from workbench.ui.about_person.sections import KINDS
from workbench.ui.writing.case_page import CasePage
from workbench.words import _


class AboutPersonPage(CasePage):
    """An `AboutPersonView`: its sections under each other, folded."""

    def __init__(self, make: Callable[[AboutPersonView], AboutPersonPresenter]) -> None:
        super().__init__(_("The person"))
        self._presenter = make(self)
        self.sections: dict[str, Section] = {}
        for kind in KINDS:
            section = kind(self, self._presenter.around)
            self.sections[section.name] = section
            section.changed.connect(self.refresh)
            self.add(section)
        self.left.connect(self._presenter.leave)
        self._presenter.open()
        self.refresh()
        for section in self.sections.values():
            section.begin()

    def refresh(self) -> None:
        for section in self.sections.values():
            section.refresh()

    def show_number(self, number: str) -> None:
        self.header.say(_("The person"), _("Case file {number}").format(number=number))
        self.order_tab()

    def place(self) -> str:
        return " ".join(name for name, section in self.sections.items() if section.is_open())

    def go(self, place: str) -> None:
        for name in place.split():
            if name in self.sections:
                self.sections[name].unfold()
