# SPDX-License-Identifier: EUPL-1.2
"""Write docs/errors.md: every code with its cause, its words in both languages, and the remedy.

Usage: python tools/errors.py [--check]

The texts are those of resources/errors/*.toml. Exits 1 when a class has no entry, two classes
share a code, an entry lacks a text, or an entry has no class and does not say
`reserved = "why"`. --check writes nothing and exits 1 also when the file is stale.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import workbench
from workbench.domain.errors import WorkbenchError
from workbench.words import error_entries

PAGE = Path(__file__).resolve().parent.parent / "docs" / "errors.md"
ENTRY_POINT = "__main__"
TEXTS = ("cause", "what_sv", "what_en", "remedy_sv", "remedy_en")
LINES = (
    ("Cause", "cause"),
    ("Svenska", "what_sv"),
    ("Åtgärd", "remedy_sv"),
    ("English", "what_en"),
    ("Remedy", "remedy_en"),
)
HEAD = """\
# Error codes

This page is written by `make errors` from `resources/errors/*.toml`; change it there.

A code is stable: tests and people may quote it, its words may be improved.
`{name}` is filled in when the program says it.
Facts never hold answers, names of persons or secrets.
Whatever is not listed here is a fault of the program;
the window then shows a code of another form (three groups of four signs) that can be quoted.
"""

Entries = Mapping[str, Mapping[str, str]]


def classes() -> Iterator[type[WorkbenchError]]:
    """Every error class that carries a code, in whatever room it lives."""
    for module in pkgutil.walk_packages(workbench.__path__, "workbench."):
        if not module.name.endswith(ENTRY_POINT):
            importlib.import_module(module.name)
    waiting = WorkbenchError.__subclasses__()
    while waiting:
        found = waiting.pop()
        waiting += found.__subclasses__()
        if "code" in vars(found):
            yield found


def faults(entries: Entries, coded: list[type[WorkbenchError]]) -> list[str]:
    """Where classes and entries do not fit each other."""
    named: dict[str, str] = {}
    found: list[str] = []
    for each in sorted(coded, key=lambda one: (one.code, one.__qualname__)):
        name = f"{each.__module__}.{each.__qualname__}"
        if each.code in named:
            found.append(f"{each.code}: both {named[each.code]} and {name}")
        elif each.code not in entries:
            found.append(f"{each.code}: {name} has no entry in resources/errors/")
        named.setdefault(each.code, name)
    for code, entry in entries.items():
        found += [f"{code}: no {text}" for text in TEXTS if not entry.get(text)]
        if code not in named and not entry.get("reserved"):
            found.append(f"{code}: no class raises it, and it is not said to be reserved")
    return found


def page(entries: Entries) -> str:
    """The whole document."""
    parts, prefix = [HEAD], ""
    for code in sorted(entries, key=_order):
        if (mine := _order(code)[0]) != prefix:
            prefix = mine
            parts.append(f"\n## {prefix}\n")
        parts.append(_section(code, entries[code]))
    return "".join(parts)


def _section(code: str, entry: Mapping[str, str]) -> str:
    lines = [f"- {label}: {entry.get(text, '')}\n" for label, text in LINES]
    if entry.get("reserved"):
        lines.append(f"- Reserved: {entry['reserved']}\n")
    return f"\n### {code}\n\n" + "".join(lines)


def _order(code: str) -> tuple[str, int]:
    prefix, _dash, number = code.rpartition("-")
    return prefix, int(number)


def main() -> int:
    """Check, and unless asked only to check, write the page."""
    entries = error_entries()
    found = faults(entries, list(classes()))
    written = page(entries).encode("utf-8")
    if "--check" in sys.argv:
        if not PAGE.exists() or PAGE.read_bytes() != written:
            found.append("docs/errors.md is stale: make errors")
    else:
        PAGE.write_bytes(written)
    print("\n".join(found) if found else f"{len(entries)} codes, each with its words")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
