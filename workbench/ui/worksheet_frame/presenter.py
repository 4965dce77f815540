# SPDX-License-Identifier: EUPL-1.2
"""What is written once of a worksheet, beside its codes."""

from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.domain.worksheets import Material, SheetPerson, WorksheetHead
from workbench.services.changes import Changes
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.worksheet_frame import head, specs
from workbench.ui.worksheet_frame.telling import Framed, FrameVm, framed
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.writing import Writing


class FrameView(Protocol):
    """What the page must be able to show."""

    @property
    def head(self) -> WritingView: ...

    @property
    def source(self) -> WritingView: ...

    @property
    def person(self) -> WritingView: ...

    def lay_out(self, head: tuple[FieldVm, ...], person: tuple[FieldVm, ...]) -> None:
        """Make the forms; called once, before anything is laid open."""
        ...

    def show_frame(self, vm: FrameVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class FramePresenter:
    """Assignment, sources and people of one assessment."""

    def __init__(
        self, view: FrameView, case: OpenCase, asks: Asks, go: Go, assessment: RecordId
    ) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._assessment = assessment
        self._framed: Framed | None = None
        self.head: Writing[WorksheetHead] | None = None
        self.source: Writing[Material] | None = None
        self.person: Writing[SheetPerson] | None = None

    def open(self) -> None:
        """Show all of it, with what was left unentered."""
        self._read(is_first=True)

    def refresh(self) -> None:
        if self._framed is not None:
            self._read(is_first=False)

    def correct_source(self, record: str) -> None:
        if self.source is not None:
            self.source.begin(RecordId(record))

    def correct_person(self, record: str) -> None:
        if self.person is not None:
            self.person.begin(RecordId(record))

    def leave(self) -> None:
        """Back to the worksheet."""
        self._go(Place("assess", self._case.case, self._assessment))

    def _read(self, *, is_first: bool) -> None:
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: framed(akt, desk, assessment),
            done=self._begin if is_first else self._show,
            failed=self._view.show_problem,
        )

    def _begin(self, found: Framed) -> None:
        definition, view, mine = found.definition, self._view, self._assessment
        view.lay_out(head.fields(definition), specs.person_fields(definition))
        given = (self._asks,)
        self.head = Writing(self._case, head.head_spec(mine, definition), view.head, *given,
                            entered=self._head_entered, discarded=self._open_head)  # fmt: skip
        self.source = Writing(self._case, specs.source_spec(mine), view.source, *given,
                              entered=self._entered, discarded=self._anew)  # fmt: skip
        people = specs.person_spec(mine, definition, self._full)
        self.person = Writing(self._case, people, view.person, *given,
                              entered=self._entered, discarded=self._anew)  # fmt: skip
        self._framed = found
        self._open_head()
        self._open_source()
        self._open_person()
        view.show_frame(found.vm)

    def _show(self, found: Framed) -> None:
        self._framed = found
        self._view.show_frame(found.vm)

    def _entered(self, changes: Changes) -> None:
        self._anew()

    def _anew(self) -> None:
        """Nothing is written in one of the two lists any more: the next one begins."""
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: framed(akt, desk, assessment),
            done=self._next,
            failed=self._view.show_problem,
        )

    def _next(self, found: Framed) -> None:
        self._show(found)
        if self.source is not None and self.source.record is None:
            self._open_source()
        if self.person is not None and self.person.record is None:
            self._open_person()

    def _head_entered(self, _changes: Changes) -> None:
        self._open_head()
        self.refresh()

    def _open_head(self) -> None:
        if self.head is not None and self._framed is not None:
            self.head.begin(self._framed.head, start=self._start())

    def _open_source(self) -> None:
        if self.source is not None and self._framed is not None:
            start = {**self._start(), specs.NUMBER: self._framed.next_number}
            self.source.begin(self._framed.source, start=start, resume=False)

    def _open_person(self) -> None:
        if self.person is not None and self._framed is not None:
            self.person.begin(self._framed.person, start=self._start(), resume=False)

    def _full(self) -> frozenset[str]:
        return self._framed.vm.full if self._framed is not None else frozenset()

    def _start(self) -> dict[str, str]:
        return {head.ASSESSMENT: self._assessment}
