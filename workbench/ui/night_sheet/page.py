# SPDX-License-Identifier: EUPL-1.2
"""The night sheet on screen, in either language, and Spara."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import row
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.night_sheet.presenter import NightSheetPresenter, NightSheetView
from workbench.ui.paper.pdf_view import PdfPreview
from workbench.words import Language, _

_LEAST_ROOM = 40 * UNIT


class NightSheetPage(Page):
    """A `NightSheetView`."""

    def __init__(self, make: Callable[[NightSheetView], NightSheetPresenter]) -> None:
        caption = _("The questions of an arrival, to be written by hand and keyed in later.")
        super().__init__(_("Night sheet"), caption, back=_("Back to the organisation"))
        offered = (
            ChoiceVm("sv", "Svenska", is_quiet=True),
            ChoiceVm("en", "English", is_quiet=True),
        )
        self.choices = Choices(offered, _("Language of the sheet"))
        self.preview = PdfPreview()
        self.save_button = Button(_("Save as…"), "primary", icon="file", name="save")
        self.add(self.choices, self.preview)
        told = Label(
            _("Print it before it is needed, and keep some in a drawer."), "soft", wraps=False
        )
        foot = QWidget()
        foot.setLayout(row(self.save_button, told, gap=2 * UNIT))
        self.add_below(foot)
        self._presenter = make(self)
        self.header.back.connect(self._presenter.leave)
        self.choices.chosen.connect(self._chosen)
        self.save_button.clicked.connect(self._presenter.save)
        self._presenter.open()

    def show_sheet(self, pdf: bytes, chosen: Language) -> None:
        self.choices.show_chosen(chosen)
        self.preview.show_pdf(pdf, _("Night sheet"))

    def show_kept(self, path: str) -> None:
        told = _(
            "What is written on it is keyed in on the page of the arrival, with date and hand."
        )
        self.banner.say(_("Saved: {path}").format(path=path), told)

    def show_busy(self, *, busy: bool) -> None:
        self.save_button.setDisabled(busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        view = self._scroll.viewport().height()
        self.preview.setMinimumHeight(max(view - 12 * UNIT, _LEAST_ROOM))

    def _chosen(self, code: str) -> None:
        self._presenter.open("en" if code == "en" else "sv")
