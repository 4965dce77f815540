# SPDX-License-Identifier: EUPL-1.2
"""Records of one kind in a section, written one at a time in a panel that comes and goes."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from workbench.domain.ids import RecordId
from workbench.services.changes import Changes
from workbench.services.records.akt import Akt
from workbench.ui.about_person.presenter import Around
from workbench.ui.kit.asking import Question
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.spec import Spec, Values, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _

T = TypeVar("T")


class RowsView(Protocol):
    """What a section with rows must be able to show."""

    @property
    def row(self) -> WritingView: ...

    def show_row(self, *, shown: bool) -> None:
        """The panel in which one row is written, or the list without it."""
        ...

    def show_changed(self) -> None:
        """Something was entered that others tell of too."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class RowsPresenter(Generic[T]):
    """What is the same whatever the rows are about. Who inherits says how they are told."""

    def __init__(self, view: RowsView, around: Around, spec: Spec[T]) -> None:
        self._rows, self._around, self._of = view, around, spec.of
        self.row = Writing(
            around.case, spec, view.row, around.asks, entered=self._entered, discarded=self._close
        )

    def resume(self) -> None:
        """Go on with a row that was left unentered."""
        of = self._of
        self._around.case.run(
            lambda akt: next(iter(left_unentered(akt, of)), None),
            done=lambda left: self._write(left) if left is not None else None,
            failed=self._rows.show_problem,
        )

    def refresh(self) -> None:
        """Look again at what stands."""
        raise NotImplementedError

    def add(self) -> None:
        self._write(None)

    def correct(self, record: RecordId) -> None:
        self._write(record)

    def _start(self) -> Values | None:
        """The first values of a new row."""
        return None

    def _ask_end(self, told: str, end: Callable[[Akt, str], Changes]) -> None:
        """A row goes only by a step with a why; `told`: what that means."""
        question = Question(
            _("Why does it hold no longer?"), told, yes=_("End it"), no=_("Let it stand")
        )
        self._around.asks.ask_text(
            question,
            got=lambda because: self._around.case.run(
                lambda akt: end(akt, because), done=self._entered, failed=self._rows.show_problem
            ),
        )

    def _write(self, record: RecordId | None) -> None:
        self.row.begin(record, start=self._start())
        self._rows.show_row(shown=True)

    def _entered(self, _changes: Changes) -> None:
        self._close()
        self._rows.show_changed()

    def _close(self) -> None:
        self._rows.show_row(shown=False)
        self.refresh()
