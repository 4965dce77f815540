# SPDX-License-Identifier: EUPL-1.2
"""The empty form on screen, what of the case stands on it, and Spara."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.blank_form.presenter import BlankPresenter, BlankView, BlankVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.paper.pdf_view import PdfPreview
from workbench.ui.writing.fields import OptionVm
from workbench.words import _

_LEAST_ROOM = 40 * UNIT


class BlankFormPage(Page):
    """A `BlankView`."""

    def __init__(self, make: Callable[[BlankView], BlankPresenter], back: str = "") -> None:
        super().__init__(_("Empty form"), back=back or _("Back to the instruments"))
        self._about = Card(_("On the paper"))
        self._about.hide()
        self.choices = Choices((), "")
        self._about.add(self.choices)
        self.preview = PdfPreview()
        self.save_button = Button(_("Save as…"), "primary", icon="file", name="save")
        self.add(self._about, self.preview)
        self.add_below(self._foot())
        self._presenter = make(self)
        self._offered: Sequence[OptionVm] = ()
        self._was_pressed = False
        self.header.back.connect(self._presenter.leave)
        self.save_button.clicked.connect(self._presenter.save)

    def go(self, place: str) -> None:
        """`place` is id@version."""
        self._presenter.open(place)

    def refresh(self) -> None:
        self._presenter.open()

    def show_form(self, vm: BlankVm, chosen: str) -> None:
        told = _("{title}. Mark of the form: {mark}").format(title=vm.title, mark=vm.mark)
        self.header.say(_("Empty form"), told)
        self._about.setVisible(bool(vm.choices))
        if vm.choices != self._offered:
            self._offered = vm.choices
            self._offer(vm.choices)
        self.choices.show_chosen(chosen or _NOTHING)

    def show_pdf(self, pdf: bytes, title: str) -> None:
        self.preview.show_pdf(pdf, title)

    def show_kept(self, path: str, *, is_noted: bool) -> None:
        told = _("What is written on it is keyed in later: Fill in from paper, in the assessment.")
        if is_noted:
            told = _("It is noted that the case file is named on a paper. Lock it in.") + " " + told
        self.banner.say(_("Saved: {path}").format(path=path), told)

    def show_busy(self, *, busy: bool) -> None:
        """A button that cannot be pressed loses the focus: it gets it back with its use."""
        self._was_pressed = self._was_pressed or (busy and self.save_button.hasFocus())
        self.save_button.setDisabled(busy)
        if not busy and self._was_pressed:
            self._was_pressed = False
            self.save_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        view = self._scroll.viewport().height()
        self.preview.setMinimumHeight(max(view - 15 * UNIT, _LEAST_ROOM))

    def _offer(self, options: Sequence[OptionVm]) -> None:
        self._about.body.removeWidget(self.choices)
        self.choices.hide()
        self.choices.deleteLater()
        shown = [ChoiceVm(o.code or _NOTHING, o.label, is_quiet=True) for o in options]
        self.choices = Choices(shown, _("On the paper"))
        self.choices.chosen.connect(self._chosen)
        self._about.add(self.choices)
        self.choices.show()
        self.order_tab()

    def _chosen(self, code: str) -> None:
        self._presenter.choose("" if code == _NOTHING else code)

    def _foot(self) -> QWidget:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * UNIT)
        told = Label(_("Print it before it is needed, and keep some in a drawer."), "soft")
        line.addWidget(told, 1)
        line.addWidget(self.save_button)
        return foot


_NOTHING = "nothing"
