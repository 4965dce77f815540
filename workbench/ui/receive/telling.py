# SPDX-License-Identifier: EUPL-1.2
"""From what arrived to words."""

from pathlib import Path

from workbench.domain.disclosures import DOCUMENT
from workbench.domain.errors import WorkbenchError
from workbench.services.desk import Desk
from workbench.services.facts import document_words
from workbench.services.handing_over.exchange import ArrivedObject
from workbench.services.handing_over.receiving import Arrival
from workbench.ui.handing_over.document_text import grouped
from workbench.ui.handing_over.outside import Inspected
from workbench.ui.receive.vms import FileVm, QuarantineVm, RefusedVm
from workbench.ui.send.ground import purpose_words
from workbench.ui.send.preparing import size_text
from workbench.ui.writing.moments import day_and_time
from workbench.words import _, error_text


def file_vm(path: Path, seen: Inspected) -> FileVm:
    """A file that is a bundle of ours."""
    what = {
        "H": _("A sealed bundle for somebody with this program."),
        "P": _("A sealed bundle with a passphrase of its own."),
    }.get(seen.profile, _("A sealed bundle."))
    return FileVm(path.name, what, technical(seen.sha256, seen.size_bytes, seen.changed_on))


def technical(
    sha256: str, size_bytes: int, changed_on: str = "", code: str = ""
) -> tuple[str, ...]:
    """What support asks for; never anything of the contents."""
    told = (
        _("Code: {code}").format(code=code) if code else "",
        _("SHA-256 of the file: {sha256}").format(sha256=grouped(sha256)) if sha256 else "",
        _("Size: {n} bytes").format(n=size_bytes) if size_bytes else "",
        _("Changed: {day}").format(day=changed_on) if changed_on else "",
    )
    return tuple(line for line in told if line)


def refused_vm(error: WorkbenchError, seen: Inspected | None) -> RefusedVm:
    """Each code with its text."""
    text = error_text(error)
    size, sha256 = (seen.size_bytes, seen.sha256) if seen is not None else (0, "")
    return RefusedVm(text.what, text.remedy, technical(sha256, size, code=text.code))


def quarantine_vm(arrival: Arrival, desk: Desk, seen: Inspected | None) -> QuarantineVm:
    """Sender, date and objects; the contents stay shut."""
    opened = arrival.opened
    sender = " · ".join(text for text in (opened.sender_org, opened.sender_unit) if text)
    rows = desk.vault.cases()
    return QuarantineVm(
        sender=sender,
        is_verified=opened.sender_state == "verified",
        facts=(
            _("Sealed {when}").format(when=day_and_time(opened.created)),
            _("For: {purpose}").format(purpose=purpose_words(opened.purpose)),
            _("Ground: {ground}").format(ground=opened.ground),
            _("Bundle number {n} from this sender").format(n=opened.seq),
        ),
        objects=tuple(_object(each) for each in opened.objects),
        warnings=tuple(_warning(each) for each in opened.warnings),
        cases=tuple((row.case, row.number) for row in rows),
        technical=technical(opened.file_sha256, seen.size_bytes if seen else 0),
        case=next((row.number for row in rows if row.case == arrival.case), ""),
    )


def _object(each: ArrivedObject) -> str:
    words = {
        "record": _("The record: what the sender says, part by part"),
        "render": _("The sender's own paper"),
        "derived": _("Derived from the record"),
        "card": _("A contact card"),
    }
    if each.facts.role == DOCUMENT:
        kind = document_words.media(each.facts.media, _)
        words[DOCUMENT] = _("A document, {kind}").format(kind=kind)
    told = words.get(each.facts.role, each.facts.role)
    return _("{what}, {size}").format(what=told, size=size_text(each.facts.size_bytes))


def _warning(error: WorkbenchError) -> str:
    text = error_text(error)
    return f"{text.what} {text.remedy}".strip()
