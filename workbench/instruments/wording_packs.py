# SPDX-License-Identifier: EUPL-1.2
"""A wording pack: the words of a form that an organisation is licensed to use, by item id.

A pack is judged as a whole: every fault is found before anything is refused. Its hash is that of
its canonical bytes, so that a file and a folder with the same content are the same pack.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from workbench.domain.canonical import Json, canonical_bytes
from workbench.instruments import pack_errors as errors
from workbench.instruments.catalogue import Catalogue
from workbench.instruments.definition import LANGUAGES, Definition, Item, Language
from workbench.instruments.errors import Fault, InstrumentError, shown_name
from workbench.instruments.plain_text import is_marked_up

FORMAT = "varn.wording/1"
LARGEST_PACK = 1_048_576
LONGEST_TEXT = 4000
_SAID = ("format", "instrument", "version", "language", "holder", "edition")
_MAY_SAY = ("proof", "valid_to")
_TEXTS = ("items", "choices")


@dataclass(frozen=True, slots=True)
class Pack:
    """The words. `choices`: answer set -> code -> text, for the sets that the form words itself."""

    instrument: str
    version: str
    language: Language
    holder: str
    edition: str
    items: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    proof: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was read. `pack` is None while there is any fault."""

    pack: Pack | None
    faults: tuple[Fault, ...] = ()


def judge(untrusted: Mapping[str, Any], catalogue: Catalogue, today: date) -> Judged:
    """Everything that is wrong with what a pack's files say, and the pack when nothing is."""
    faults = [*_head_faults(untrusted), *_text_faults(untrusted)]
    if not any(fault.path in ("instrument", "version") for fault in faults):
        faults += _fit_faults(untrusted, catalogue)
    faults += _day_faults(untrusted, today)
    return Judged(None, tuple(faults)) if faults else Judged(_pack(untrusted))


def to_bytes(pack: Pack) -> bytes:
    """The canonical bytes, which are kept and hashed."""
    said: dict[str, Json] = {
        "format": FORMAT,
        "instrument": pack.instrument,
        "version": pack.version,
        "language": pack.language,
        "holder": pack.holder,
        "edition": pack.edition,
        "proof": pack.proof,
        "valid_to": pack.valid_to,
        "items": dict(pack.items),
        "choices": {name: dict(texts) for name, texts in pack.choices.items()},
    }
    return canonical_bytes(said)


def pack_sha256(pack: Pack) -> str:
    """What an assessment records."""
    return hashlib.sha256(to_bytes(pack)).hexdigest()


def is_over(valid_to: str, today: date) -> bool:
    """Whether a last day has gone; without one nothing ends. What is no day has ended."""
    try:
        return bool(valid_to) and date.fromisoformat(valid_to) < today
    except ValueError:
        return True


def with_wording(definition: Definition, pack: Pack) -> Definition:
    """The definition as the form words it. Ids, rules, hashes and pin are the same."""
    by_id = {name: _worded(definition, item, pack) for name, item in definition.by_id.items()}
    items = tuple(by_id[item.id] for item in definition.items)
    return replace(definition, items=items, by_id=by_id)


def is_worded(definition: Definition, lang: Language) -> bool:
    """Whether its questions are shown as a form words them: in a pack's words, or in its own."""
    if definition.table.rights.wording == "own":
        return True
    own = definition.labels[lang].items
    return any(item.labels[lang] != own.get(item.id, item.id) for item in definition.items)


def _worded(definition: Definition, item: Item, pack: Pack) -> Item:
    labels = {**item.labels, pack.language: pack.items.get(item.id, item.labels[pack.language])}
    table = next(each for each in definition.table.items if each.id == item.id)
    words = pack.choices.get(table.answer_set or "", {})
    choices = tuple(
        replace(
            choice,
            labels={
                **choice.labels,
                pack.language: words.get(choice.code, choice.labels[pack.language]),
            },
        )
        for choice in item.choices
    )
    return replace(item, labels=labels, choices=choices)


def _head_faults(said: Mapping[str, Any]) -> Iterator[Fault]:
    for key in said:
        if key not in (*_SAID, *_MAY_SAY, *_TEXTS):
            yield _shape(shown_name(key))
    for key in (*_SAID, *_MAY_SAY):
        value = said.get(key, "" if key in _MAY_SAY else None)
        if not isinstance(value, str) or (key in _SAID and not value.strip()):
            yield _shape(key)
        elif is_marked_up(value):
            yield Fault(key, errors.PackMarkupError(where=key))
    if isinstance(said.get("format"), str) and said["format"] not in ("", FORMAT):
        yield _shape("format")
    if isinstance(said.get("language"), str) and said["language"] not in ("", *LANGUAGES):
        yield _shape("language")


def _text_faults(said: Mapping[str, Any]) -> Iterator[Fault]:
    for path, text in _texts(said):
        if not isinstance(text, str) or len(text) > LONGEST_TEXT:
            yield _shape(path)
        elif is_marked_up(text):
            yield Fault(path, errors.PackMarkupError(where=path))


def _texts(said: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    items, choices = said.get("items"), said.get("choices", {})
    if not isinstance(items, dict) or not isinstance(choices, dict):
        yield ("items" if not isinstance(items, dict) else "choices"), None
        return
    for name, text in items.items():
        yield f"items.{shown_name(name)}", text
    for name, texts in choices.items():
        if not isinstance(texts, dict):
            yield f"choices.{shown_name(name)}", None
            continue
        for code, text in texts.items():
            yield f"choices.{shown_name(name)}.{shown_name(code)}", text


def _fit_faults(said: Mapping[str, Any], catalogue: Catalogue) -> Iterator[Fault]:
    """Whether it is made for a form that is here, and for all of it."""
    try:
        definition = catalogue.find(said["instrument"], said["version"])
    except InstrumentError:
        named = shown_name(f"{said['instrument']}@{said['version']}")
        yield Fault("version", errors.PackVersionError(named=named))
        return
    if definition.table.rights.wording == "pack-with-proof" and not _text(said, "proof").strip():
        yield Fault("proof", errors.PackProofError(holder=definition.table.rights.holder))
    wanted = {item.id for item in definition.items}
    yield from _compared("items", wanted, said.get("items"))
    choices = said.get("choices", {})
    sets = {answers.id: set(answers.codes) for answers in definition.table.answer_sets}
    for name, texts in choices.items() if isinstance(choices, dict) else ():
        path = f"choices.{shown_name(name)}"
        if name in sets:
            yield from _compared(path, sets[name], texts)
        else:
            yield Fault(path, errors.PackExtraError(named=path))


def _compared(path: str, wanted: set[str], given: object) -> Iterator[Fault]:
    texts = given if isinstance(given, dict) else {}
    said = {name for name, text in texts.items() if not isinstance(text, str) or text.strip()}
    for name in sorted(wanted - said):
        yield Fault(f"{path}.{name}", errors.PackMissingError(named=f"{path}.{name}"))
    for name in sorted(texts.keys() - wanted):
        named = f"{path}.{shown_name(name)}"
        yield Fault(named, errors.PackExtraError(named=named))


def _day_faults(said: Mapping[str, Any], today: date) -> Iterator[Fault]:
    last = said.get("valid_to", "")
    if isinstance(last, str) and is_over(last, today):
        yield Fault("valid_to", errors.PackExpiredError(day=shown_name(last)))


def _shape(path: str) -> Fault:
    return Fault(path, errors.PackShapeError(where=path))


def _text(said: Mapping[str, Any], key: str) -> str:
    value = said.get(key, "")
    return value if isinstance(value, str) else ""


def _pack(said: Mapping[str, Any]) -> Pack:
    return Pack(
        instrument=said["instrument"],
        version=said["version"],
        language="sv" if said["language"] == "sv" else "en",
        holder=said["holder"].strip(),
        edition=said["edition"].strip(),
        proof=_text(said, "proof").strip(),
        valid_to=_text(said, "valid_to"),
        items={name: text.strip() for name, text in said["items"].items()},
        choices={
            name: {code: text.strip() for code, text in texts.items()}
            for name, texts in said.get("choices", {}).items()
        },
    )
