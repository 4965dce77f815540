# SPDX-License-Identifier: EUPL-1.2
"""The half of sealing that runs on the vault's thread before anything is sealed."""

from dataclasses import dataclass
from pathlib import Path

from workbench.domain.documents import Document
from workbench.domain.ids import RecordId
from workbench.services.akter import cases
from workbench.services.assess import judging
from workbench.services.desk import Desk
from workbench.services.facts import documents_in
from workbench.services.handing_over import sharing
from workbench.services.handing_over.contacts import contacts
from workbench.services.person import protection_view
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.documents.spec import facts as facts_of
from workbench.ui.documents.spec import numbered
from workbench.ui.handing_over.outside import Outside
from workbench.ui.handing_over.record_text import PartVm, record_text
from workbench.ui.send import ground
from workbench.ui.send.vms import ReceiversVm, ReceiverVm
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.spec import Values
from workbench.words import _

_NOWHERE = Path()


@dataclass(frozen=True, slots=True)
class Begun:
    """The contacts, and the judgement whose paper goes along."""

    vm: ReceiversVm
    judgement: RecordId | None


def size_text(size_bytes: int) -> str:
    """`256 KiB`."""
    return _("{n} KiB").format(n=-(-size_bytes // 1024))


def shown_text(akt: Akt, desk: Desk, values: Values, pdf: bytes) -> tuple[PartVm, ...]:
    """What the receiver will read, as the akt stands now."""
    order = ground.hand_over(values, pdf, _NOWHERE)
    record = sharing.what_the_receiver_sees(akt, desk, order)
    return record_text(record.parts, desk.catalogue)


def begin(akt: Akt, desk: Desk, outside: Outside) -> Begun:
    """Whom it can be sealed to, and whether there is something to seal."""
    judged = judging.newest_judgement(akt)
    found = [
        ReceiverVm(
            card=each.facts.card,
            name=" · ".join(text for text in (each.facts.org, each.facts.unit) if text),
            why_not=_why_not(each.state),
        )
        for each in contacts(desk, outside.bundles)
    ]
    offered = () if protection_view.is_protected(akt) else documents_in.documents(akt)
    documents = tuple(map(_document, offered))
    number = cases.number_of(desk, akt.case)
    vm = ReceiversVm(number, tuple(found), judged is not None, documents)
    return Begun(vm, judged.record if judged is not None else None)


def _document(each: Recorded[Document]) -> OptionVm:
    facts = " · ".join((numbered(each.value), *facts_of(each.value)))
    return OptionVm(each.record, facts)


def _why_not(state: str) -> str:
    if state == "verified":
        return ""
    if state == "revoked":
        return _("The card is revoked.")
    return _("The digits have not been compared.")
