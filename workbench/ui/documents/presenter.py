# SPDX-License-Identifier: EUPL-1.2
"""Takes a file from a stick, shows what it is, and enters it under the next number."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from workbench.domain.documents import Document
from workbench.domain.ids import RecordId
from workbench.services.akter import cases
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.facts import document_words, documents_in
from workbench.services.facts.documents_in import Taken
from workbench.services.records.akt import Akt, Recorded
from workbench.services.removing import withdrawing
from workbench.ui.documents import spec
from workbench.ui.documents.pdf_pages import pages_of_pdf
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing import moments
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Missing, Values, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class LineVm:
    """One document in the list."""

    record: RecordId
    title: str
    caption: str


@dataclass(frozen=True, slots=True)
class TakenVm:
    """The file that was chosen and is not entered yet. `doubt`: the same bytes are here already."""

    heading: str
    facts: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class DocumentsVm:
    """The documents by number; `gone` are the traces of those that were taken away."""

    number: str
    lines: tuple[LineVm, ...]
    gone: tuple[str, ...] = ()
    is_only_read: bool = False


class DocumentsView(Protocol):
    """What the page must be able to show."""

    @property
    def said(self) -> WritingView: ...

    def show_documents(self, vm: DocumentsVm) -> None: ...

    def show_reading(self, *, is_reading: bool) -> None:
        """A file is being read: nothing else is chosen meanwhile."""
        ...

    def show_taken(self, vm: TakenVm) -> None:
        """The fields are for this file."""
        ...

    def show_waiting(self) -> None:
        """Something was typed, and the file must be chosen again."""
        ...

    def show_none(self) -> None:
        """No file is being read in."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class DocumentsPresenter:
    """The list, and at most one file in memory that waits to be entered."""

    def __init__(self, view: DocumentsView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._taken: Taken | None = None
        own = replace(spec.CORRECTING, missing=self._missing, complete=self._complete)
        self.said = Writing(
            case, own, view.said, asks, entered=self._entered, discarded=self._discarded
        )

    def open(self) -> None:
        """The list; and what was typed for a file that is no longer in memory."""
        self._view.show_none()
        self.refresh()
        if not self._case.is_only_read:
            self.said.begin(then=self._resumed)

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: _listed(akt, desk),
            done=self._view.show_documents,
            failed=self._view.show_problem,
        )

    def choose(self) -> None:
        """A file from a stick."""
        self._asks.choose_file(_("Which file is to be read in?"), got=self._take)

    def read(self, record: RecordId) -> None:
        self._go(Place("document", self._case.case, record))

    def leave(self) -> None:
        self.empty()
        self._go(Place("case", self._case.case))

    def empty(self) -> None:
        """Lock: the file that waits is let go of. What was typed is kept as working material."""
        self._taken = None

    def _take(self, path: Path) -> None:
        self._view.show_reading(is_reading=True)
        pulse = self._case.jobs.pulse

        def work(akt: Akt) -> tuple[Taken, TakenVm]:
            taken = documents_in.take(path, pages_of_pdf, pulse)
            return taken, _taken_vm(akt, taken)

        self._case.run(work, done=self._took, failed=self._not_taken)

    def _took(self, outcome: tuple[Taken, TakenVm]) -> None:
        self._taken, vm = outcome
        self._view.show_reading(is_reading=False)
        self._view.show_taken(vm)
        if not self.said.is_begun:
            start = {"title": self._taken.name, "received_on": _today(self._case.session.desk)}
            self.said.begin(start=start, resume=False)

    def _not_taken(self, error: Exception) -> None:
        self._view.show_reading(is_reading=False)
        self._view.show_problem(error)

    def _resumed(self) -> None:
        if self.said.is_begun and self._taken is None:
            self._view.show_waiting()

    def _missing(self, values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
        if self._taken is None:
            return Missing("title", _("Choose the file again: it was not kept."))
        return spec.missing(values, is_correction)

    def _complete(self, akt: Akt, value: Document) -> tuple[Document, Mapping[str, bytes]]:
        """On the vault's thread: its number is drawn in the commit that enters it."""
        fresh = replace(value, number=0, reason="")
        return documents_in.complete(akt, fresh, self._taken)

    def _entered(self, _changes: Changes) -> None:
        self._discarded()

    def _discarded(self) -> None:
        self._taken = None
        self.open()


def _listed(akt: Akt, desk: Desk) -> DocumentsVm:
    gone = withdrawing.traces(akt, Document)
    told = _("A document that was read in {entered} was taken away {gone}. Its number stays.")
    return DocumentsVm(
        number=cases.number_of(desk, akt.case),
        lines=tuple(_line(each) for each in documents_in.documents(akt)),
        gone=tuple(
            told.format(
                entered=moments.day_and_time(trace.entered), gone=moments.day_and_time(trace.gone)
            )
            for trace in gone
        ),
        is_only_read=akt.is_older_copy,
    )


def _line(each: Recorded[Document]) -> LineVm:
    value = each.value
    came = _("{day} from {who}").format(day=value.received_on, who=value.came_from)
    way = document_words.way(value.way, _)
    caption = " · ".join(part for part in (came, way, *spec.facts(value)) if part)
    return LineVm(each.record, spec.numbered(value), caption)


def _taken_vm(akt: Akt, taken: Taken) -> TakenVm:
    number = documents_in.next_number(akt)
    as_if = Document(
        number, taken.name, taken.looked.media, taken.sha256, taken.size_bytes, taken.looked.pages
    )
    same = ", ".join(str(n) for n in documents_in.same_bytes(akt, taken.sha256))
    doubt = _("Exactly this file is already here as document {number}.").format(number=same)
    return TakenVm(
        heading=_("Read in as document {number}").format(number=number),
        facts=" · ".join((*spec.facts(as_if), taken.sha256[:16])),
        doubt=doubt if same else "",
    )


def _today(desk: Desk) -> str:
    return desk.clock.today().isoformat()
