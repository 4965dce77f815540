# SPDX-License-Identifier: EUPL-1.2
"""Backups on screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.ui.backups.cards import (
    LeftAsideCard,
    MediumCard,
    NotInItCard,
    OverviewCard,
    WorkingCard,
)
from workbench.ui.backups.presenter import BackupsPresenter, BackupsView
from workbench.ui.backups.vms import CopyVm, MediumVm, OutcomeVm, OverviewVm
from workbench.ui.kit.page import Page
from workbench.ui.kit.problem import Problem
from workbench.words import ErrorText, _


class BackupsPage(Page):
    """A `BackupsView`."""

    def __init__(self, make: Callable[[BackupsView], BackupsPresenter]) -> None:
        super().__init__(
            _("Backups"),
            _("Encrypted copies of the vault on another disk. A backup counts when it was opened."),
            back=_("Organisation"),
        )
        self._copies: dict[str, CopyVm] = {}
        self._may_restore = False
        self._begun_at: QWidget | None = None
        self.overview, self.medium, self.not_in_it = OverviewCard(), MediumCard(), NotInItCard()
        self._presenter = make(self)
        self.working = WorkingCard(self._presenter.progress)
        self.left_aside = LeftAsideCard()
        self.add(self.working, self.overview, self.medium, self.left_aside, self.not_in_it)
        self._connect()
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.open()

    def show_overview(self, vm: OverviewVm) -> None:
        self._may_restore = vm.may_make
        self.overview.show_overview(vm)
        self.left_aside.show_left(vm.left_aside)

    def show_medium(self, vm: MediumVm) -> None:
        self._rest()
        self._copies = {copy.generation: copy for copy in vm.copies}
        self.medium.show_medium(vm, may_restore=self._may_restore)

    def show_working(self, said: str) -> None:
        """The focus waits at what moves, and comes back to where it was begun."""
        self.banner.hide()
        self._begun_at = self.focusWidget()
        self.working.begin(said)
        for card in (self.overview, self.medium, self.left_aside):
            card.setDisabled(True)
        self.reveal(self.working)

    def show_outcome(self, vm: OutcomeVm) -> None:
        self._rest()
        self.banner.say(vm.title, vm.detail, tone="calm" if vm.is_whole else "amber")
        self.reveal(self.banner)

    def show_refused(self, text: ErrorText) -> None:
        self._rest()
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")
        self.reveal(self.banner)

    def show_told(self, problem: Problem | None) -> None:
        self._rest()
        super().show_told(problem)

    def _rest(self) -> None:
        """Nothing long runs any more."""
        for card in (self.overview, self.medium, self.left_aside):
            card.setDisabled(False)
        if self.working.isVisibleTo(self) and self._begun_at is not None:
            self._begun_at.setFocus()
        self.working.end()

    def _connect(self) -> None:
        presenter = self._presenter
        self.header.back.connect(presenter.leave)
        self.overview.make_button.clicked.connect(presenter.back_up)
        self.overview.look_button.clicked.connect(presenter.choose_medium)
        self.left_aside.removed.connect(presenter.remove_aside)
        self.medium.checked.connect(presenter.check)
        self.medium.rehearsed.connect(presenter.rehearse)
        self.medium.restored.connect(lambda chosen: presenter.restore(self._copies[chosen]))
