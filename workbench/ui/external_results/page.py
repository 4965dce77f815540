# SPDX-License-Identifier: EUPL-1.2
"""Results from others on screen: write at the top, what was stated below."""

from collections.abc import Callable

from workbench.domain.ids import RecordId
from workbench.ui.external_results.presenter import (
    ExternalResultsPresenter,
    ExternalView,
    ExternalVm,
    fields,
)
from workbench.ui.kit.cards import EmptyBlock
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.words import _


class ExternalResultsPage(CasePage):
    """An `ExternalView`."""

    def __init__(self, make: Callable[[ExternalView], ExternalResultsPresenter]) -> None:
        super().__init__(_("Results from others"))
        self.result = WritingPanel(self, _("A result from somebody else"), fields())
        self._results = RecordList(change=_("Correct"))
        self.add(self.result, self._results)
        self._presenter = make(self)
        self.result.serve(self._presenter.result)
        self._results.correcting.connect(self._correct)
        self.left.connect(self._presenter.leave)
        self._presenter.open()
        self.result.form.focus()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_results(self, vm: ExternalVm) -> None:
        self.header.say(_("Results from others"), _("Case file {number}").format(number=vm.number))
        words = _(
            "An assessment that the police or somebody else has made stands here as they stated "
            "it. It is never scored again, and never compared with one of ours."
        )
        nothing = EmptyBlock("assessment", _("No results from others"), words)
        self._results.show_records(vm.results, nothing)

    def show_new(self) -> None:
        self.result.heading.setText(_("A result from somebody else"))

    def show_correction(self, heading: str) -> None:
        self.result.heading.setText(_("Correct {which}").format(which=heading))
        self.result.come_forward()

    def _correct(self, record: str) -> None:
        self.flush()
        self._presenter.correct(RecordId(record))
