# SPDX-License-Identifier: EUPL-1.2
"""Write docs/instruments/: a page for each definition of the library, from the definition itself.

Usage: python tools/instrument_pages.py [--check]

What an instrument is for, how it is built, what each part rests on, what each rule does and what
it needs. Never the words of its questions. --check writes nothing and exits 1 when a page is
stale, missing or left over.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import msgspec

from workbench.instruments.catalogue import LIBRARY, load_catalogue
from workbench.instruments.definition import Definition
from workbench.instruments.gates import needs_confirmation, weakest_mark
from workbench.instruments.packs import caveats_for
from workbench.instruments.rule_tables import Rule

PAGES = Path(__file__).resolve().parent.parent / "docs" / "instruments"
WRITTEN = "This page is written by `make instruments` from the definition; change it there.\n"
CLASSES = {
    "compute": "at least one rule computes as shipped",
    "confirm": "computes once a method owner has confirmed the rule",
    "record": "answers are kept; no rule computes",
    "SPJ": "structured professional judgement; nothing is ever computed",
    "shell": "nothing about it is established; an own form takes its place",
}
UNLABELLED = ("id", "primitive", "evidence", "secondary", "internal")


def text_of(definition: Definition) -> str:
    """The whole page of one definition."""
    table, words = definition.table, definition.labels["en"]
    parts = [
        f"# {words.title}",
        WRITTEN,
        _table(("Fact", "Is"), _facts(definition)),
        *_prose("What it is for", words.purpose),
        *_prose("For whom", words.population),
        *_list("Do not use it for", words.not_for),
        "## How it is built",
        _table(("Part", "Number", "Rests on"), _structure(definition)),
        "## Rules",
        _rules(definition),
        *_list("Levels", [_levels(each.id, definition) for each in table.band_tables]),
        "## Read with the result",
        _bullets(f"{caveat.text}" for caveat in caveats_for(definition, None, "en")),
        *_list("Figures, for the method only, never beside a case", words.method_notes),
        *_prose("Rights", words.rights or f"{table.rights.holder}."),
    ]
    return "\n\n".join(part.rstrip("\n") for part in parts if part) + "\n"


def index(definitions: Iterable[Definition]) -> str:
    """The list of all of them."""
    rows = (
        (
            f"[{each.labels['en'].title}]({file_of(each)})",
            f"`{each.id}@{each.version}`",
            each.kind,
            each.class_,
        )
        for each in definitions
    )
    head = "# Instruments of the library\n\n" + WRITTEN
    never = tomllib.loads((LIBRARY / "never.toml").read_text(encoding="utf-8"))["instruments"]
    last = "Not made until their official form is at hand: " + ", ".join(never) + "."
    return f"{head}\n{_table(('Instrument', 'Id', 'Kind', 'Class'), rows)}\n\n{last}\n"


def file_of(definition: Definition) -> str:
    """The name of its page."""
    return f"{definition.id}-{definition.version}.md"


def pages() -> dict[str, str]:
    """Every page by its file name."""
    definitions = load_catalogue().all()
    found = {file_of(each): text_of(each) for each in definitions}
    return {"README.md": index(definitions), **found}


def _facts(definition: Definition) -> Iterator[tuple[str, str]]:
    table = definition.table
    yield "Id and version", f"`{definition.id}@{definition.version}`"
    yield "Swedish title", definition.labels["sv"].title
    yield "Kind", table.kind
    yield "Class", f"{table.class_}: {CLASSES[table.class_]}"
    yield "About", definition.labels["en"].object
    yield "Who answers", definition.labels["en"].respondent
    yield "Own appraisal first", "yes" if table.own_appraisal_first else "no"
    yield "Wording", f"{table.rights.wording} ({_mark(table.rights)})"
    yield "Cases with a known outcome", str(_vectors(definition))
    yield "SHA-256", f"`{definition.sha256}`"


def _structure(definition: Definition) -> Iterator[tuple[str, str, str]]:
    table = definition.table
    orders = Counter(item.order_evidence for item in table.items)
    kinds = Counter(item.type for item in table.items)
    marks = Counter(item.label_evidence["en"] for item in definition.items)
    told = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    yield f"items ({told})", str(len(table.items)), f"order: {_counted(orders)}"
    yield "short labels of our own", str(len(table.items)), _counted(marks)
    yield "sections", str(len(table.sections)), ""
    conditional = sum(bool(item.conditions) for item in definition.items)
    yield "items asked only under a condition", str(conditional), ""
    yield from _parts(definition)


def _parts(definition: Definition) -> Iterator[tuple[str, str, str]]:
    """Every named part with its own mark."""
    table = definition.table
    named: tuple[tuple[str, Iterable[Any]], ...] = (
        ("answer set", table.answer_sets),
        ("time column", table.columns),
        ("time window", table.time_windows),
        ("recode", table.recodes),
        ("check", table.validations),
        ("flag", table.flags),
        ("profile", table.profiles),
        ("conclusion", table.conclusions),
    )
    for kind, parts in named:
        yield from ((f"{kind} `{each.id}`", _size(each), _mark(each)) for each in parts)
    single = (("population", table.population), ("presence codes", table.codes))
    yield from ((name, "", _mark(part)) for name, part in single if part is not None)
    if table.missing is not None:
        yield f"missing answers: `{table.missing.policy}`", "", _mark(table.missing)


def _size(part: Any) -> str:  # noqa: ANN401  whatever has codes, or none
    codes = getattr(part, "codes", None)
    return str(len(codes)) if codes else ""


def _rules(definition: Definition) -> str:
    shown = [rule for rule in definition.rules if not rule.internal]
    if not shown:
        return "No rule is established. Answers are kept as they are."
    rows = ((_named(definition, rule), *_told(definition, rule)) for rule in definition.rules)
    return _table(("Rule", "Primitive", "Weakest mark", "Gate", "Parameters"), rows)


def _told(definition: Definition, rule: Rule) -> tuple[str, str, str, str]:
    evidence, is_secondary = weakest_mark(definition.table, rule)
    mark = f"{evidence}, second hand" if is_secondary else evidence
    gate = "to be confirmed" if needs_confirmation(definition.table, rule) else "open"
    primitive = str(type(rule).__struct_config__.tag)
    return f"`{primitive}`", mark, gate, _parameters(msgspec.to_builtins(rule))


def _named(definition: Definition, rule: Rule) -> str:
    label = definition.rule_label(rule.id, "en")
    kept = " (input to another rule)" if rule.internal else ""
    return f"{label} `{rule.id}`{kept}".strip()


def _parameters(rule: dict[str, Any]) -> str:
    """Each parameter by its key; what is empty or a default says nothing."""
    told = [
        f"{key}: {_plain(part)}"
        for key, part in rule.items()
        if key not in UNLABELLED and part not in (None, [], {}, "", False)
    ]
    return "; ".join(told)


def _plain(part: object) -> str:
    if isinstance(part, dict):
        return ", ".join(f"{key} = {_inner(inner)}" for key, inner in part.items())
    if isinstance(part, list):
        return ", ".join(_inner(inner) for inner in part)
    return str(part)


def _inner(part: object) -> str:
    if isinstance(part, dict):
        kept = {k: v for k, v in part.items() if k not in UNLABELLED and v not in (None, [], "")}
        return "(" + ", ".join(f"{key} {_inner(inner)}" for key, inner in kept.items()) + ")"
    return _plain(part)


def _levels(name: str, definition: Definition) -> str:
    bands = next(each for each in definition.table.band_tables if each.id == name)
    named = definition.labels["en"].bands.get(name, {})
    rows = ", ".join(
        f"{row.low} to {row.high} {named.get(row.code, row.code)}" for row in bands.rows
    )
    return f"`{name}` ({_mark(bands)}): {rows}"


def _vectors(definition: Definition) -> int:
    golden = LIBRARY / definition.id / definition.version / "golden.toml"
    return len(tomllib.loads(golden.read_text(encoding="utf-8")).get("vectors", []))


def _mark(part: Any) -> str:  # noqa: ANN401  whatever carries a mark
    second = ", second hand" if getattr(part, "secondary", False) else ""
    return f"{getattr(part, 'evidence', '')}{second}"


def _counted(found: Counter[Any]) -> str:
    return ", ".join(f"{mark} {number}" for mark, number in sorted(found.items()))


def _prose(heading: str, text: str | None) -> tuple[str, ...]:
    return (f"## {heading}", text) if text else ()


def _list(heading: str, lines: Iterable[str]) -> tuple[str, ...]:
    bullets = _bullets(lines)
    return (f"## {heading}", bullets) if bullets else ()


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _cell in head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> int:
    """Write the pages, or say which do not fit."""
    wanted = pages()
    there = {path.name for path in PAGES.glob("*.md")} if PAGES.exists() else set()
    if "--check" in sys.argv:
        stale = [
            name
            for name, text in wanted.items()
            if name not in there or (PAGES / name).read_text(encoding="utf-8") != text
        ]
        found = sorted({*stale, *(there - wanted.keys())})
        print("\n".join(f"docs/instruments/{name} is stale: make instruments" for name in found))
        return 1 if found else 0
    PAGES.mkdir(exist_ok=True)
    for name in there - wanted.keys():
        (PAGES / name).unlink()
    for name, text in wanted.items():
        (PAGES / name).write_text(text, encoding="utf-8")
    print(f"{len(wanted)} pages in docs/instruments")
    return 0


if __name__ == "__main__":
    sys.exit(main())
