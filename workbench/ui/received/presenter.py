# SPDX-License-Identifier: EUPL-1.2
"""Reading what arrived. It is the sender's word: nothing here is made ours by reading it."""

import json
from dataclasses import dataclass
from typing import Any, Protocol

from workbench.domain.disclosures import Received
from workbench.domain.ids import RecordId
from workbench.instruments.catalogue import Catalogue
from workbench.services.akt import Akt
from workbench.services.desk import Desk
from workbench.services.exchange import SharedPart
from workbench.ui.handing_over.record_text import PartVm, record_text
from workbench.ui.places import Go, Place
from workbench.ui.send.ground import purpose_words
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.open_case import OpenCase
from workbench.words import _


@dataclass(frozen=True, slots=True)
class ReceivedVm:
    """Sender, facts, the record in words, the paper's bytes (empty without one)."""

    sender: str
    facts: tuple[str, ...]
    parts: tuple[PartVm, ...]
    pdf: bytes


class ReceivedView(Protocol):
    """What the page must be able to show."""

    def show_received(self, vm: ReceivedVm) -> None: ...

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

    def leave(self) -> None:
        self._go(Place("case", self._case.case))


def received_vm(akt: Akt, desk: Desk, record: RecordId) -> ReceivedVm:
    """Everything of one received document.

    Raises:
        KeyError: no such document in this akt.
    """
    found = akt.find(Received, record)
    if found is None:
        raise KeyError(record)
    value = found.value
    return ReceivedVm(
        sender=" · ".join(text for text in (value.sender_org, value.sender_unit) if text),
        facts=(
            _("Sealed {when}").format(when=day_and_time(value.created)),
            _("Accepted {when}").format(when=day_and_time(found.recorded_at)),
            _("For: {purpose}").format(purpose=purpose_words(value.purpose)),
            _("Ground: {ground}").format(ground=value.ground),
        ),
        parts=_parts(_bytes(akt, value, "record"), desk.catalogue),
        pdf=_bytes(akt, value, "render"),
    )


def _bytes(akt: Akt, value: Received, role: str) -> bytes:
    for each in value.objects:
        if each.role == role:
            return akt.file.attachment(each.sha256)
    return b""


def _parts(content: bytes, catalogue: Catalogue) -> tuple[PartVm, ...]:
    """The record was checked against its schema before it was accepted."""
    if not content:
        return ()
    parts = json.loads(content)["parts"]
    return record_text([_shared(part) for part in parts], catalogue)


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
