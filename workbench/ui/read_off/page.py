# SPDX-License-Identifier: EUPL-1.2
"""Avläst på blanketten on screen."""

from collections.abc import Callable

from workbench.ui.kit.banners import Banner
from workbench.ui.read_off.presenter import ReadOffPresenter, ReadOffView, ReadOffVm, fields
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.words import _


class ReadOffPage(CasePage):
    """A `ReadOffView`."""

    def __init__(self, make: Callable[[ReadOffView], ReadOffPresenter]) -> None:
        super().__init__(_("Read off the form"))
        self.reading = WritingPanel(self, _("Read off the form"), fields())
        self.reading.hide()
        self._first = Banner(closes=False)
        self.add(self._first, self.reading)
        self._presenter = make(self)
        self.reading.serve(self._presenter.reading)
        self.left.connect(self._presenter.leave)
        self._first.acted.connect(self._presenter.take_own_appraisal)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_read_off(self, vm: ReadOffVm) -> None:
        self.header.say(vm.title, vm.caption)
        was_shown = self.reading.isVisibleTo(self)
        self.reading.setHidden(vm.needs_own_appraisal)
        if not vm.needs_own_appraisal:
            self._first.hide()
            if not was_shown:
                self.reading.form.focus()
            return
        self._first.say(
            _("First: the person's own appraisal"),
            _("It is taken before any points are shown. Not wanting to say is a full answer."),
            action=_("Take the own appraisal"),
        )
