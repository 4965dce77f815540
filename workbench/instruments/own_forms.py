# SPDX-License-Identifier: EUPL-1.2
"""From what somebody writes in the editor to a definition, and back. No rule can come of it.

The content that is kept is canonical JSON with the same tables that a shipped definition has, so
that the hash of it covers every word that is asked.
"""

import hashlib
import json
from dataclasses import replace
from typing import ClassVar

import msgspec

from workbench.domain.canonical import canonical_bytes
from workbench.instruments.checks import definition_faults
from workbench.instruments.definition import LANGUAGES, Definition, build
from workbench.instruments.errors import InstrumentError
from workbench.instruments.label_checks import label_faults
from workbench.instruments.label_tables import LabelsTable
from workbench.instruments.own_form_drafts import FormDraft, draft_json, read_draft, what_lacks
from workbench.instruments.own_form_tables import Tables, tables_of_questions
from workbench.instruments.own_worksheet_tables import tables_of_worksheet
from workbench.instruments.plain_text import line_of
from workbench.instruments.schema import DefinitionTable

MARKS = {"sv": "egen blankett, ej validerad", "en": "own form, not validated"}
"""Part of every title, so that no screen, page or paper can leave it out."""


class OwnFormIncompleteError(InstrumentError):
    """Something lacks (`what`) before a form can be taken into use; `line` counts from 1."""

    code: ClassVar[str] = "FORM-001"


class OwnFormChangedError(InstrumentError):
    """A form's content is not what its hash says. It is not offered."""

    code: ClassVar[str] = "FORM-002"


def content_of(draft: FormDraft, form: str, version: str) -> bytes:
    """The form as it is kept for ever.

    Raises:
        OwnFormIncompleteError: something lacks.
    """
    lacks = what_lacks(draft)
    if lacks is not None:
        raise OwnFormIncompleteError(what=lacks[0], line=lacks[1])
    tables = {language: _tables(draft, language) for language in MARKS}
    table = {"id": form, "version": version, **tables["sv"][0]}
    labels = {
        language: {**words, "title": f"{draft.title.strip()} ({MARKS[language]})"}
        for language, (_table, words) in tables.items()
    }
    content = canonical_bytes({"table": table, "labels": labels, "draft": draft_json(draft)})
    read_content(content.decode("utf-8"), hashlib.sha256(content).hexdigest())
    return content


def read_content(content: str, sha256: str) -> Definition:
    """The definition of a kept form.

    Raises:
        OwnFormChangedError: it is not the content of this hash.
        OwnFormIncompleteError: it does not have the shape of a form, or holds a rule.
    """
    raw = content.encode("utf-8", "surrogatepass")
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise OwnFormChangedError
    try:
        kept = json.loads(content)
        table = msgspec.convert(kept["table"], DefinitionTable)
        labels = {lang: msgspec.convert(kept["labels"][lang], LabelsTable) for lang in LANGUAGES}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise OwnFormIncompleteError(what="shape", line=0) from None
    faults = [
        *definition_faults(table),
        *(f for w in labels.values() for f in label_faults(table, w)),
    ]
    if faults or table.class_ != "shell" or table.rules:
        raise OwnFormIncompleteError(what="shape", line=0)
    return build(table, labels, sha256=sha256, source=kept["table"])


def marked(definition: Definition) -> Definition:
    """The form with its mark in every title, to be seen: also where its content disturbs it."""
    labels = {lang: _marked(words, MARKS[lang]) for lang, words in definition.labels.items()}
    return replace(definition, labels=labels)


def _marked(words: LabelsTable, mark: str) -> LabelsTable:
    title = line_of(words.title)
    said = title if mark in title else f"{title} ({mark})"
    return words if said == words.title else msgspec.structs.replace(words, title=said)


def draft_of(content: str) -> FormDraft:
    """A kept form as it was written, to begin another version from."""
    return read_draft(json.loads(content)["draft"])


def _tables(draft: FormDraft, language: str) -> Tables:
    if draft.shape == "worksheet":
        return tables_of_worksheet(draft, language)
    return tables_of_questions(draft)
