# SPDX-License-Identifier: EUPL-1.2
"""What stands on a paper, asked before it is keyed in; then to the worksheet, straight down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.services.assess import form_marks, keyed_in, paper_twins, sheets
from workbench.services.assess.keyed_in import Paper
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.open_case import OpenCase
from workbench.words import ErrorText, _, error_text, language


@dataclass(frozen=True, slots=True)
class FromPaperVm:
    """Which form the paper must be, and what was said of the paper that is under way."""

    title: str
    mark: str
    values: Mapping[str, str]


class FromPaperView(Protocol):
    """What the page must be able to show."""

    def show_paper(self, vm: FromPaperVm) -> None: ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_problem(self, error: Exception) -> None: ...

    def show_busy(self, *, busy: bool) -> None: ...


class FromPaperPresenter:
    """One paper of one assessment."""

    def __init__(
        self, view: FromPaperView, case: OpenCase, _asks: Asks, go: Go, assessment: RecordId
    ) -> None:
        self._view, self._case, self._go, self._assessment = view, case, go, assessment

    def refresh(self) -> None:
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: _vm(akt, desk, assessment),
            done=self._view.show_paper,
            failed=self._failed,
        )

    def begin(self, values: Mapping[str, str]) -> None:
        """Check what was written; what is answered from then on stood on this paper."""
        desk, assessment = self._case.session.desk, self._assessment
        paper = Paper(**{name: values.get(name, "") for name in Paper.__slots__})
        self._view.show_busy(busy=True)
        self._case.run(
            lambda akt: paper_twins.begin(akt, desk, assessment, paper),
            done=lambda _none: self._begun(),
            failed=self._failed,
        )

    def leave(self) -> None:
        self._go(Place("assess", self._case.case, self._assessment))

    def _begun(self) -> None:
        self._view.show_busy(busy=False)
        self.leave()

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(busy=False)
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)


def fields() -> tuple[FieldVm, ...]:
    """What stands on the paper, in the order in which it stands there."""
    return (
        FieldVm("mark", _("Mark of the form"), hint=_("At the foot of every page."), is_short=True),
        FieldVm("written_on", _("Date on the paper"), "day", is_short=True),
        FieldVm("written_at", _("Time"), "time", is_short=True),
        FieldVm("hand", _("Who has written: name and function")),
    )


def _vm(akt: Akt, desk: Desk, assessment: RecordId) -> FromPaperVm:
    definition = sheets.sheet(akt, desk, assessment).definition
    paper = keyed_in.under_way(akt, assessment)
    said = {name: getattr(paper, name) for name in Paper.__slots__} if paper is not None else {}
    return FromPaperVm(definition.title(language()), form_marks.mark_of(definition), said)
