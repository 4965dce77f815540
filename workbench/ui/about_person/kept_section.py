# SPDX-License-Identifier: EUPL-1.2
"""Where the personakt is kept, on screen."""

from workbench.ui.about_person.kept_presenter import KeptPresenter
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.section import Section
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.words import _


class KeptSection(Section):
    """A `KeptView`."""

    def __init__(self, page: Page, around: Around) -> None:
        super().__init__(page, "kept", _("Where the personal file is kept"))
        told = _(
            "The official file is kept in one system. Say which, and note what is filed there."
        )
        self._presenter = KeptPresenter(self, around)
        self.way = Button(_("To the personal file"), "secondary", icon="folder", name="to-kept")
        self.way.clicked.connect(self._go_on)
        self.put(Label(told))
        self.put_layout(row(self.way))

    def refresh(self) -> None:
        self._presenter.refresh()

    def _go_on(self) -> None:
        self.page.flush()
        self._presenter.go_on()
