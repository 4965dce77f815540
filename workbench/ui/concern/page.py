# SPDX-License-Identifier: EUPL-1.2
"""Reports of concern on screen: write at the top, what is recorded below."""

from collections.abc import Callable

from workbench.domain.ids import RecordId
from workbench.ui.concern.presenter import ConcernPresenter, ConcernView, ConcernVm, fields
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.cards import EmptyBlock
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.words import _


class ConcernPage(CasePage):
    """A `ConcernView`."""

    def __init__(self, make: Callable[[ConcernView], ConcernPresenter]) -> None:
        super().__init__(_("Report of concern"))
        self._untold = Banner(closes=False)
        self._untold.hide()
        self.position = WritingPanel(self, _("Where you stand"), fields())
        self._positions = RecordList(change=_("Correct"))
        self.add(self._untold, self.position, self._positions)
        self._presenter = make(self)
        self.position.serve(self._presenter.position)
        self._positions.correcting.connect(self._correct)
        self.left.connect(self._presenter.leave)
        self._presenter.open()
        self.position.form.focus()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_positions(self, vm: ConcernVm) -> None:
        self.header.say(_("Report of concern"), _("Case file {number}").format(number=vm.number))
        self._untold.setVisible(bool(vm.untold))
        if vm.untold:
            self._untold.say(_("Nothing is recorded of"), "\n".join(vm.untold), tone="amber")
        words = _("For each child: made by whom and when, or why not.")
        nothing = EmptyBlock("person", _("No position recorded yet"), words)
        self._positions.show_records(vm.positions, nothing)

    def show_new(self) -> None:
        self.position.heading.setText(_("Where you stand"))

    def show_correction(self, heading: str) -> None:
        self.position.heading.setText(_("Correct {which}").format(which=heading))
        self.position.come_forward()

    def _correct(self, record: str) -> None:
        self.flush()
        self._presenter.correct(RecordId(record))
