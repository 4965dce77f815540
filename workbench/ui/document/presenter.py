# SPDX-License-Identifier: EUPL-1.2
"""Opens one document from the akt, and decides what can be done with it."""

from dataclasses import dataclass, field
from typing import Protocol

from workbench.domain import documents
from workbench.domain.documents import PDF, TEXT, WORD, Document
from workbench.domain.ids import RecordId
from workbench.services.akter import cases
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.facts import document_words, documents_in
from workbench.services.facts.untrusted.reading import paragraphs_of
from workbench.services.records.akt import Akt
from workbench.services.removing import withdrawing
from workbench.ui.documents import spec
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, Place
from workbench.ui.writing.history import VersionVm
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import teller
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class DocumentVm:
    """One document. `content` or `paragraphs` is what is read, by `media`."""

    number: str
    document: Document
    title: str
    facts: tuple[str, ...]
    content: bytes = field(default=b"", repr=False)
    paragraphs: tuple[str, ...] = field(default=(), repr=False)
    versions: tuple[VersionVm, ...] = ()
    can_withdraw: bool = False
    is_only_read: bool = False

    @property
    def is_pdf(self) -> bool:
        return self.document.media == PDF

    @property
    def is_text(self) -> bool:
        return self.document.media in (TEXT, WORD)


class DocumentView(Protocol):
    """What the page must be able to show."""

    @property
    def said(self) -> WritingView: ...

    def show_document(self, vm: DocumentVm) -> None:
        """The document itself, from its first page."""
        ...

    def show_facts(self, vm: DocumentVm) -> None:
        """What is said of it; the page that is being read stays."""
        ...

    def show_correction(self, *, shown: bool) -> None: ...

    def show_cited(self, told: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class DocumentPresenter:
    """`record` is the document; one that is not there leads back to the list."""

    def __init__(
        self, view: DocumentView, case: OpenCase, asks: Asks, go: Go, record: RecordId | None
    ) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._record = record or RecordId("")
        self._number = 0
        self.said = Writing(
            case,
            spec.CORRECTING,
            view.said,
            asks,
            entered=self._corrected,
            discarded=lambda: view.show_correction(shown=False),
        )

    def open(self) -> None:
        """The document itself; it is read from the akt once."""
        desk, record = self._case.session.desk, self._record
        self._view.show_correction(shown=False)
        self._case.run(
            lambda akt: _document(akt, desk, record),
            done=self._show,
            failed=self._failed,
        )

    def correct(self) -> None:
        self._view.show_correction(shown=True)
        self.said.begin(self._record)

    def withdraw(self) -> None:
        """Ask, and take one's own document of today back: bytes and all."""
        question = Question(
            _("Take the document back?"),
            _("The file goes for good. That one was read in, and its number, still stand."),
            _("Take it back"), _("Not now"), is_grave=True,
        )  # fmt: skip
        self._asks.confirm(question, yes=self._withdraw)

    def cite(self, at: int, is_page: bool) -> None:  # noqa: FBT001  a signal
        """This place is what the next citation in a worksheet of this akt begins from."""
        page = str(at) if is_page else documents.paragraph(at)
        self._case.session.cited[self._case.case] = (documents.source_of(self._number), page)
        self._view.show_cited(document_words.cited(self._number, page, _))

    def leave(self) -> None:
        self._go(Place("documents", self._case.case))

    def _show(self, vm: DocumentVm) -> None:
        self._number = vm.document.number
        self._view.show_document(vm)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, KeyError):  # it was taken away meanwhile
            self.leave()
        else:
            self._view.show_problem(error)

    def _corrected(self, _changes: Changes) -> None:
        desk, record = self._case.session.desk, self._record
        self._view.show_correction(shown=False)
        self._case.run(
            lambda akt: _said_of(akt, desk, record),
            done=self._view.show_facts,
            failed=self._failed,
        )

    def _withdraw(self) -> None:
        desk, record = self._case.session.desk, self._record
        self._case.run(
            lambda akt: withdrawing.withdraw(desk, akt, Document, record),
            done=lambda _changes: self.leave(),
            failed=self._view.show_problem,
        )


def _document(akt: Akt, desk: Desk, record: RecordId) -> DocumentVm:
    value, content = documents_in.content_of(akt, record)
    told = _said_of(akt, desk, record)
    has_text = value.media in (TEXT, WORD)
    return DocumentVm(
        number=told.number,
        document=value,
        title=told.title,
        facts=told.facts,
        content=b"" if has_text else content,
        paragraphs=paragraphs_of(content, value.media) if has_text else (),
        versions=told.versions,
        can_withdraw=told.can_withdraw,
        is_only_read=told.is_only_read,
    )


def _said_of(akt: Akt, desk: Desk, record: RecordId) -> DocumentVm:
    found = akt.find(Document, record)
    if found is None:
        raise KeyError(record)
    value, tell = found.value, teller(akt, names_of(desk))
    lines = (f"{label}: {text}" for label, text in spec.describe(value)[1:] if text)
    is_cited = bool(documents_in.citations_of(akt, value.number))
    may = not akt.is_older_copy and not is_cited
    return DocumentVm(
        number=cases.number_of(desk, akt.case),
        document=value,
        title=spec.numbered(value),
        facts=(*lines, " · ".join(spec.facts(value)), _in_groups(value.sha256)),
        versions=tell.versions(Document, found, spec.describe),
        can_withdraw=may and withdrawing.may_withdraw(desk, akt, Document, record),
        is_only_read=akt.is_older_copy,
    )


def _in_groups(sha256: str) -> str:
    """In groups that can be read aloud, and that a narrow window can break."""
    groups = " ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))
    return _("Fingerprint (SHA-256)") + f" {groups}"
