# SPDX-License-Identifier: EUPL-1.2
"""A record as the receiver reads it: every part that is in the bundle, and nothing that is not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.errors import WorkbenchError
from workbench.instruments.catalogue import Catalogue
from workbench.instruments.definition import Definition
from workbench.instruments.own_forms import marked, read_content
from workbench.services.handing_over.exchange import SharedPart
from workbench.ui.assess.shapes import titled
from workbench.ui.handing_over import document_text
from workbench.ui.handing_over.codes import Codes
from workbench.ui.handing_over.fields import HIDDEN, field_words, kind_words
from workbench.words import _, language

_ITEMS = frozenset({"answer", "coding"})


@dataclass(frozen=True, slots=True)
class PartVm:
    """One part: what it is, and its lines as plain text."""

    heading: str
    lines: tuple[str, ...]


def record_text(parts: Sequence[SharedPart], catalogue: Catalogue) -> tuple[PartVm, ...]:
    """The parts in their order; the answers of one assessment stand together."""
    own = [form for part in parts if (form := _own_form(part)) is not None]
    known = {
        part.id: _definition(part, catalogue, own) for part in parts if _name(part) == "assessment"
    }
    codes = Codes(definition for definition in known.values() if definition is not None)
    waiting = _grouped(parts)
    found: list[PartVm] = []
    for part in parts:
        group = _group(part)
        if group is None:
            found.append(_part(part, codes))
        elif same := waiting.pop(group, None):
            found.append(_answers(group[0], same, known.get(group[1])))
    return tuple(found)


def _grouped(parts: Sequence[SharedPart]) -> dict[tuple[str, str], list[SharedPart]]:
    grouped: dict[tuple[str, str], list[SharedPart]] = {}
    for part in parts:
        group = _group(part)
        if group is not None:
            grouped.setdefault(group, []).append(part)
    return grouped


def _group(part: SharedPart) -> tuple[str, str] | None:
    """Kind and assessment of an answer or a coding; None for every other part."""
    name = _name(part)
    return (name, str(part.body.get("assessment", ""))) if name in _ITEMS else None


def _part(part: SharedPart, codes: Codes) -> PartVm:
    name, words = _name(part), field_words()
    if name == document_text.KIND:
        return PartVm(document_text.heading_of(part.body), document_text.lines_of(part.body))
    lines = []
    for field in sorted(part.body, key=lambda field: _place(field, words)):
        said = "" if field in HIDDEN else codes.said(name, field, part.body[field])
        if said:
            lines.append(_labelled(words.get(field, field), said))
    who = " · ".join(text for text in (part.author, part.unit, part.recorded_at[:10]) if text)
    lines += [who] if who else []
    return PartVm(kind_words().get(name, part.kind), tuple(lines))


def _labelled(label: str, text: str) -> str:
    """A question needs no colon after its mark."""
    told = "{label} {text}" if label.endswith("?") else _("{label}: {text}")
    return told.format(label=label, text=text)


def _place(field: str, words: Mapping[str, str]) -> tuple[int, str]:
    """The order of the words, then the rest by name: the same for sender and receiver."""
    known = list(words)
    return (known.index(field) if field in words else len(known), field)


def _answers(name: str, parts: Sequence[SharedPart], definition: Definition | None) -> PartVm:
    heading = kind_words()[name]
    if definition is not None:
        heading = _("{what}: {instrument}").format(
            what=heading, instrument=definition.title(language())
        )
    ordered = sorted(parts, key=lambda part: _order(part.body, definition))
    return PartVm(heading, tuple(_answer(part.body, definition) for part in ordered))


def _order(body: Mapping[str, Any], definition: Definition | None) -> tuple[int, int]:
    """As the form has them: by question, then by time column."""
    if definition is None:
        return (0, 0)
    items = [item.id for item in definition.items]
    columns = [column.id for column in definition.columns]
    item, column = body.get("item"), body.get("column")
    at = items.index(item) if item in items else len(items)
    return (at, columns.index(column) if column in columns else len(columns))


def _answer(body: Mapping[str, Any], definition: Definition | None) -> str:
    item = definition.by_id.get(str(body.get("item"))) if definition is not None else None
    label = titled(item) if item is not None else str(body.get("item", ""))
    code = str(body.get("choice") or body.get("code") or "")
    choices = item.choices if item is not None else ()
    said = next((c.labels[language()] for c in choices if c.code == code), code)
    if not said and body.get("state") not in (None, "value"):
        said = Codes(()).said("answer", "state", body["state"])
    beside = [str(body[name]) for name in ("note", "source") if body.get(name)]
    if body.get("column"):
        beside.insert(0, _column(str(body["column"]), definition))
    rest = f" ({'; '.join(beside)})" if beside else ""
    return _("{label}: {text}").format(label=label, text=said or "–") + rest


def _column(name: str, definition: Definition | None) -> str:
    columns = definition.columns if definition is not None else ()
    return next((c.labels[language()] for c in columns if c.id == name), name)


def _definition(
    part: SharedPart, catalogue: Catalogue, own: Sequence[Definition]
) -> Definition | None:
    """What it was asked by: a form that came along by its hash, else one of the library."""
    pin = part.body.get("instrument")
    if not isinstance(pin, Mapping):
        return None  # a body is the sender's own: it is shown as it stands
    for form in own:
        if (form.id, form.version, form.sha256) == tuple(map(pin.get, ("id", "version", "sha256"))):
            return form
    try:
        return catalogue.find(str(pin.get("id", "")), str(pin.get("version", "")))
    except WorkbenchError:
        return None


def _own_form(part: SharedPart) -> Definition | None:
    """A form of the sender's own that came along; always marked, whatever it calls itself."""
    content, sha256 = part.body.get("content"), part.body.get("sha256")
    if _name(part) != "own_form" or not isinstance(content, str):
        return None
    try:
        return marked(read_content(content, str(sha256)))
    except WorkbenchError:
        return None  # not what its hash says: its answers are shown by their codes


def _name(part: SharedPart) -> str:
    return part.kind.partition("/")[0]
