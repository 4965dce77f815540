# SPDX-License-Identifier: EUPL-1.2
"""Reading what arrived. It is the sender's word: nothing here is made ours by reading it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from workbench.domain.disclosures import DOCUMENT, Received
from workbench.domain.documents import Document
from workbench.domain.ids import RecordId
from workbench.services.desk import Desk
from workbench.services.facts import documents_in
from workbench.services.handing_over.exchange import SharedPart
from workbench.services.records import bodies
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.documents.pdf_pages import pages_of_pdf
from workbench.ui.handing_over.document_text import heading_of
from workbench.ui.handing_over.record_text import PartVm, record_text
from workbench.ui.places import Go, Place
from workbench.ui.send.ground import purpose_words
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.open_case import OpenCase
from workbench.words import _


@dataclass(frozen=True, slots=True)
class AlongVm:
    """A document that went along: its hash, what it is called, and ours if it was taken over."""

    sha256: str
    title: str
    ours: RecordId | None = None


@dataclass(frozen=True, slots=True)
class ReceivedVm:
    """Sender, facts, the record in words, the paper's bytes (empty without one), documents."""

    sender: str
    facts: tuple[str, ...]
    parts: tuple[PartVm, ...]
    pdf: bytes
    documents: tuple[AlongVm, ...] = ()


class ReceivedView(Protocol):
    """What the page must be able to show."""

    def show_received(self, vm: ReceivedVm) -> None: ...

    def show_taken_over(self, number: int) -> None:
        """A document that went along has this number here from now on."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class ReceivedPresenter:
    """One received document."""

    def __init__(self, view: ReceivedView, case: OpenCase, go: Go, record: RecordId) -> None:
        self._view, self._case, self._go, self._record = view, case, go, record

    def open(self) -> None:
        desk, record = self._case.session.desk, self._record
        self._case.run(
            lambda akt: received_vm(akt, desk, record),
            done=self._view.show_received,
            failed=self._view.show_problem,
        )

    def take_over(self, sha256: str) -> None:
        """Make a document that went along one of this akt, under its next number."""
        record = self._record

        def work(akt: Akt) -> Document:
            found = _get(akt, record)
            return documents_in.take_over(akt, found, sha256, pages_of_pdf)

        self._case.run(work, done=self._took_over, failed=self._view.show_problem)

    def read(self, record: RecordId) -> None:
        """A document that is one of this akt."""
        self._go(Place("document", self._case.case, record))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _took_over(self, taken: Document) -> None:
        self._view.show_taken_over(taken.number)
        self.open()


def _get(akt: Akt, record: RecordId) -> Recorded[Received]:
    found = akt.find(Received, record)
    if found is None:
        raise KeyError(record)
    return found


def received_vm(akt: Akt, desk: Desk, record: RecordId) -> ReceivedVm:
    """Everything of one received document.

    Raises:
        KeyError: no such document in this akt.
    """
    found = _get(akt, record)
    value, said = found.value, _said(akt, found.value)
    return ReceivedVm(
        sender=" · ".join(text for text in (value.sender_org, value.sender_unit) if text),
        facts=(
            _("Sealed {when}").format(when=day_and_time(value.created)),
            _("Accepted {when}").format(when=day_and_time(found.recorded_at)),
            _("For: {purpose}").format(purpose=purpose_words(value.purpose)),
            _("Ground: {ground}").format(ground=value.ground),
        ),
        parts=record_text(said, desk.catalogue),
        pdf=_bytes(akt, value, "render"),
        documents=tuple(_along(akt, value, said)),
    )


def _along(akt: Akt, value: Received, said: Sequence[SharedPart]) -> Iterator[AlongVm]:
    """By what came, never by what the record says came."""
    called = {
        str(part.body.get("sha256")): heading_of(part.body)
        for part in said
        if part.kind == bodies.kind_of(Document)
    }
    ours = {each.value.sha256: each.record for each in documents_in.documents(akt)}
    for each in value.objects:
        if each.role == DOCUMENT:
            title = called.get(each.sha256) or _("A document without a name")
            yield AlongVm(each.sha256, title, ours.get(each.sha256))


def _bytes(akt: Akt, value: Received, role: str) -> bytes:
    for each in value.objects:
        if each.role == role:
            return akt.file.attachment(each.sha256)
    return b""


def _said(akt: Akt, value: Received) -> tuple[SharedPart, ...]:
    """The record was checked against its schema before it was accepted."""
    content = _bytes(akt, value, "record")
    return tuple(_shared(part) for part in json.loads(content)["parts"]) if content else ()


def _shared(part: dict[str, Any]) -> SharedPart:
    author = part["author"]
    return SharedPart(
        kind=part["kind"],
        id=part["id"],
        body=part["body"],
        author=author["name_or_role"],
        unit=author["unit"],
        recorded_at=part["recorded_at"],
        source=part["source"],
    )
