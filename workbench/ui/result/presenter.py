# SPDX-License-Identifier: EUPL-1.2
"""Where one goes from a result. What may be shown is decided in `shapes`."""

from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.services.assess.profiles import choose_profile
from workbench.services.assess.results import keep_results
from workbench.ui.places import Go, PageName, Place
from workbench.ui.result.shapes import result_vm
from workbench.ui.result.vms import ResultVm
from workbench.ui.writing.open_case import OpenCase


class ResultView(Protocol):
    """What the page must be able to show."""

    def show_result(self, vm: ResultVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ResultPresenter:
    """One assessment's result, read again whenever the page comes to the front."""

    def __init__(self, view: ResultView, case: OpenCase, go: Go, assessment: RecordId) -> None:
        self._view, self._case, self._go, self._assessment = view, case, go, assessment

    def refresh(self) -> None:
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: result_vm(akt, desk, assessment),
            done=self._view.show_result,
            failed=self._view.show_problem,
        )

    def choose_profile(self, profile: str) -> None:
        """It is recorded, and the result read anew."""
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: choose_profile(akt, desk, assessment, profile),
            done=lambda _changes: self.refresh(),
            failed=self._view.show_problem,
        )

    def enter_result(self) -> None:
        """What is given now is entered; a judgement that was signed before is to be signed anew."""
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: keep_results(akt, desk, assessment),
            done=lambda _changes: self.refresh(),
            failed=self._view.show_problem,
        )

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def take_own_appraisal(self) -> None:
        self._to("own-appraisal")

    def judge(self) -> None:
        self._to("judgement")

    def back_to_questions(self) -> None:
        self._to("assess")

    def compare(self) -> None:
        """To the other rater's, where one's own is locked too."""
        self._to("alongside")

    def confirm_rule(self) -> None:
        self._to("confirm-rule")

    def read_off(self) -> None:
        self._to("read-off")

    def _to(self, page: PageName) -> None:
        self._go(Place(page, self._case.case, self._assessment))
