# SPDX-License-Identifier: EUPL-1.2
"""From what somebody writes in the editor to a definition, and back. No rule can come of it.

The content that is kept is canonical JSON with the same tables that a shipped definition has, so
that the hash of it covers every word that is asked.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal

import msgspec

from workbench.domain.canonical import canonical_bytes
from workbench.instruments.checks import definition_faults
from workbench.instruments.definition import LANGUAGES, Definition, build
from workbench.instruments.errors import InstrumentError
from workbench.instruments.label_checks import label_faults
from workbench.instruments.label_tables import LabelsTable
from workbench.instruments.plain_text import line_of
from workbench.instruments.schema import DefinitionTable

LineKind = Literal["section", "choice", "text", "date", "number"]
LINE_KINDS: tuple[LineKind, ...] = ("section", "choice", "text", "date", "number")
MARKS = {"sv": "egen blankett, ej validerad", "en": "own form, not validated"}
"""Part of every title, so that no screen, page or paper can leave it out."""
_FEWEST_CHOICES, _MOST_CHOICES, _MOST_LINES = 2, 9, 200
_HIGHEST = 9999
_STATES = ["dont-know", "declined", "not-applicable", "postponed"]
Missing = Literal[
    "title",
    "owner",
    "day",
    "question",
    "words",
    "choices",
    "only-if",
    "empty-section",
    "too-many",
    "unseen",
    "shape",
]


class OwnFormIncompleteError(InstrumentError):
    """Something lacks (`what`) before a form can be taken into use; `line` counts from 1."""

    code: ClassVar[str] = "FORM-001"


class OwnFormChangedError(InstrumentError):
    """A form's content is not what its hash says. It is not offered."""

    code: ClassVar[str] = "FORM-002"


@dataclass(frozen=True, slots=True)
class FormLine:
    """A heading or a question. `choices` only of a choice, in the order in which they stand.

    `only_if`: asked only when the nearest question above it that has choices and is always asked
    was answered with this choice; "" is always.
    """

    kind: LineKind
    words: str = ""
    choices: tuple[str, ...] = ()
    only_if: str = ""


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A form as somebody writes it."""

    title: str = ""
    owner: str = ""
    made_on: str = ""
    lines: tuple[FormLine, ...] = ()


def what_lacks(draft: FormDraft) -> tuple[Missing, int] | None:
    """The first thing that lacks, and in which line (0: not in a line); None when nothing does."""
    head: tuple[tuple[Missing, str], ...] = (
        ("title", draft.title),
        ("owner", draft.owner),
        ("day", draft.made_on),
    )
    for name, text in head:
        if not text.strip():
            return name, 0
        if line_of(text) != text:
            return "unseen", 0
    if all(line.kind == "section" for line in draft.lines):
        return "question", 0
    if len(draft.lines) > _MOST_LINES:
        return "too-many", 0
    for number, line in enumerate(draft.lines, start=1):
        lacks = _line_lacks(draft, number, line)
        if lacks is not None:
            return lacks, number
    return None


def _line_lacks(draft: FormDraft, number: int, line: FormLine) -> Missing | None:
    following = draft.lines[number : number + 1]
    if not line.words.strip():
        return "words"
    if any(line_of(text) != text for text in (line.words, *line.choices)):
        return "unseen"
    if line.kind == "section":
        is_empty = not following or following[0].kind == "section"
        return "empty-section" if is_empty else None
    if line.only_if.strip() and _waited_for(draft.lines[: number - 1], line) is None:
        return "only-if"
    if line.kind != "choice":
        return None
    named = {choice.strip() for choice in line.choices} - {""}
    is_sound = len(named) == len(line.choices)
    return None if is_sound and _FEWEST_CHOICES <= len(named) <= _MOST_CHOICES else "choices"


def _waited_for(above: Sequence[FormLine], line: FormLine) -> tuple[int, int] | None:
    """The question and the choice, both counted from 1, that a line waits for."""
    asked = [each for each in above if each.kind != "section"]
    for number in range(len(asked), 0, -1):
        source = asked[number - 1]
        if source.kind == "choice" and not source.only_if.strip():
            choices = [choice.strip() for choice in source.choices]
            wanted = line.only_if.strip()
            return (number, choices.index(wanted) + 1) if wanted in choices else None
    return None


def content_of(draft: FormDraft, form: str, version: str) -> bytes:
    """The form as it is kept for ever.

    Raises:
        OwnFormIncompleteError: something lacks.
    """
    lacks = what_lacks(draft)
    if lacks is not None:
        raise OwnFormIncompleteError(what=lacks[0], line=lacks[1])
    table, words = _tables(draft, form, version)
    labels = {lang: {**words, "title": f"{draft.title.strip()} ({MARKS[lang]})"} for lang in MARKS}
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


def read_draft(raw: Any) -> FormDraft:  # noqa: ANN401  any JSON value
    """A draft from its working material; what cannot be read is left empty."""
    try:
        return msgspec.convert(raw, FormDraft)
    except msgspec.ValidationError:
        return FormDraft()


def draft_json(draft: FormDraft) -> dict[str, Any]:
    """A draft as working material."""
    found: dict[str, Any] = msgspec.to_builtins(draft)
    return {
        **found,
        "lines": [{**line, "choices": list(line["choices"])} for line in found["lines"]],
    }


def _tables(draft: FormDraft, form: str, version: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The two tables: what is asked, and in which words."""
    sections: list[dict[str, str]] = []
    items: list[dict[str, Any]] = []
    sets: list[dict[str, Any]] = []
    words: dict[str, Any] = {"sections": {}, "items": {}, "choices": {}}
    for at, line in enumerate(draft.lines):
        if line.kind == "section" or not sections:
            sections.append({"id": f"s{len(sections) + 1}"})
            words["sections"][sections[-1]["id"]] = (
                line.words.strip() if line.kind == "section" else draft.title.strip()
            )
        if line.kind != "section":
            _add_item(line, sections[-1]["id"], items, sets, words)
            items[-1] |= _condition(draft.lines[:at], line)
    table = {
        "id": form,
        "version": version,
        "kind": "checklist",
        "class": "shell",
        "states": _STATES,
        "caveats": ["egen-blankett"],
        "rights": {"holder": draft.owner.strip(), "wording": "own", "evidence": "derived"},
        "missing": {"policy": "none-required", "evidence": "derived"},
        "sections": sections,
        "items": items,
        "answer_sets": sets,
    }
    owned = f"{draft.owner.strip()}, {draft.made_on.strip()}"
    return table, {"object": owned, "respondent": "–", "evidence": "derived", **words}


def _condition(above: Sequence[FormLine], line: FormLine) -> dict[str, Any]:
    waited = _waited_for(above, line) if line.only_if.strip() else None
    if waited is None:
        return {}
    return {"visible_if": [{"item": _name(waited[0]), "equals": str(waited[1])}]}


def _name(number: int) -> str:
    return f"q{number:03}"


def _add_item(
    line: FormLine,
    section: str,
    items: list[dict[str, Any]],
    sets: list[dict[str, Any]],
    words: dict[str, Any],
) -> None:
    number = len(items) + 1
    name = _name(number)
    item: dict[str, Any] = {
        "id": name,
        "number": str(number),
        "section": section,
        "order_evidence": "derived",
        "scored": False,
    }
    if line.kind == "choice":
        codes = [str(n) for n in range(1, len(line.choices) + 1)]
        sets.append({"id": name, "codes": codes, "evidence": "derived"})
        words["choices"][name] = dict(zip(codes, line.choices, strict=True))
        item["answer_set"] = name
    else:
        item["type"] = line.kind
    if line.kind == "number":
        item |= {"lowest": 0, "highest": _HIGHEST}
    items.append(item)
    words["items"][name] = line.words.strip()
