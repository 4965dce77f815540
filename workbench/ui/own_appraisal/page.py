# SPDX-License-Identifier: EUPL-1.2
"""The own appraisal on screen: the person before the number."""

from collections.abc import Callable

from workbench.ui.kit.banners import Banner
from workbench.ui.own_appraisal.presenter import (
    OwnAppraisalPresenter,
    OwnAppraisalView,
    OwnAppraisalVm,
    fields,
)
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.words import _


class OwnAppraisalPage(CasePage):
    """An `OwnAppraisalView`."""

    def __init__(self, make: Callable[[OwnAppraisalView], OwnAppraisalPresenter]) -> None:
        super().__init__(_("The person's own appraisal"))
        self.appraisal = WritingPanel(self, _("How do you see it yourself?"), fields())
        self._after = Banner(closes=False)
        self._earlier = RecordList()
        self.add(self._after, self.appraisal, self._earlier)
        self._presenter = make(self)
        self.appraisal.serve(self._presenter.appraisal)
        self.left.connect(self._presenter.leave)
        self._presenter.open()
        self.appraisal.form.focus()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_own_appraisal(self, vm: OwnAppraisalVm) -> None:
        stands = _("It comes before the score, stands beside the result and is not counted in.")
        self.header.say(_("The person's own appraisal"), stands)
        self._earlier.show_records(vm.earlier)
        if vm.is_after_score:
            self._after.say(
                _("A score has been seen in this case file"),
                _("What is written now is marked as said after the score."),
            )
        else:
            self._after.hide()
