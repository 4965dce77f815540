# SPDX-License-Identifier: EUPL-1.2
"""What a person says of a document that was read in; what the file says itself is no field."""

from dataclasses import replace
from typing import Any

from workbench.domain.documents import TEXT, WAYS, Document
from workbench.services.facts import document_words
from workbench.services.facts.has_been import require_been
from workbench.ui.writing import checks
from workbench.ui.writing.fields import FieldVm, OptionVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

_NAMES = ("title", "received_on", "came_from", "way", "note")
_OF_THE_FILE = ("number", "media", "sha256", "size_bytes", "pages")
_EMPTY = Document(number=0, title="", media=TEXT, sha256="", size_bytes=0)


def fields() -> tuple[FieldVm, ...]:
    """Title, when, from whom, how."""
    ways = tuple(OptionVm(way, document_words.way(way, _)) for way in WAYS)
    called = _("Neutral and short: it stands in lists and where the document is cited.")
    return (
        FieldVm("title", _("What it is"), hint=called),
        FieldVm("received_on", _("Received on"), "day", is_short=True),
        FieldVm("came_from", _("From whom"), is_short=True),
        FieldVm("way", _("How it came"), "list", options=ways, is_short=True),
        FieldVm("note", _("Note"), "text", lines=2),
        checks.reason_field(),
    )


def describe(document: Document) -> Lines:
    """A version of a document in labelled lines."""
    return (
        (_("What it is"), document.title),
        (_("Received on"), document.received_on),
        (_("From whom"), document.came_from),
        (_("How it came"), document_words.way(document.way, _)),
        (_("Note"), document.note),
    )


def facts(document: Document) -> tuple[str, ...]:
    """What the file itself says."""
    told = [document_words.media(document.media, _)]
    if document.pages:
        told.append(_("Pages: {n}").format(n=document.pages))
    told.append(document_words.size(document.size_bytes, _))
    return tuple(told)


def numbered(document: Document) -> str:
    """`Handling 3: Polisanmälan`."""
    return _("Document {number}: {title}").format(number=document.number, title=document.title)


def read(document: Document) -> Values:
    """Fields, and what no field shows, so that a correction keeps it."""
    of_the_file = {name: str(getattr(document, name)) for name in _OF_THE_FILE}
    return of_the_file | {name: getattr(document, name) for name in _NAMES}


def build(values: Values) -> Document:
    """A correction says the same of the file; a new one is completed when it is entered."""
    said = {name: values.get(name, "").strip() for name in _NAMES}
    said["received_on"] = checks.iso_day(values, "received_on")
    said |= {name: values[name] for name in ("media", "sha256") if values.get(name)}
    said["reason"] = values.get(checks.REASON, "").strip()
    numbers = {n: int(values.get(n) or 0) for n in ("number", "size_bytes", "pages")}
    changed: dict[str, Any] = {**said, **numbers}
    return replace(_EMPTY, **changed)


def missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    """What must be said before it can be entered."""
    return (
        checks.blank(values, "title", _("Write what it is."))
        or checks.blank(values, "received_on", _("Write which day it was received."))
        or checks.not_a_day(values, "received_on")
        or checks.blank(values, "came_from", _("Write from whom it came."))
        or checks.blank(values, "way", _("Choose how it came."))
        or checks.no_reason(values, is_correction)
    )


CORRECTING = Spec(Document, read, build, missing, require=require_been)
"""Of a document that has its number."""
