# SPDX-License-Identifier: EUPL-1.2
"""Find the line of a TOML file that a fault's path speaks of.

The standard reader keeps no places, so the text is searched from the outermost name to the
innermost. Where a part is absent from the file, the line of the last name that was found stands.
"""

import re

_INDEX = re.compile(r"(.*)\[([0-9]+)\]", re.DOTALL)
_STATED = re.compile(r"at line ([0-9]+)")


def stated_line(message: str) -> int:
    """The line that a reader's own message names; 0 when it names none."""
    found = _STATED.search(message)
    return int(found.group(1)) if found else 0


def line_of(text: str, path: str) -> int:
    """The number of the line, from 1; 0 for a path that is the file itself."""
    if not path:
        return 0
    lines = text.split("\n")
    at, found = 0, False
    for part in path.split("."):
        name, index = _named(part)
        places = [n for n in range(at, len(lines)) if _says(lines[n], name)]
        if places:
            at, found = places[0], True
        if index is not None:
            at = _row(lines, at, name, index)
    return at + 1 if found else 0


def _named(part: str) -> tuple[str, int | None]:
    found = _INDEX.fullmatch(part)
    return (found.group(1), int(found.group(2))) if found else (part, None)


def _says(line: str, name: str) -> bool:
    """Whether a line opens a table of this name, sets this key, or has this id."""
    bare = re.escape(name)
    return bool(
        re.match(rf"\s*\[+(?:[\w\"-]+\.)*\"?{bare}\"?(?:\.|\]|$)", line)
        or re.search(rf"(?:^|[{{,])\s*\"?{bare}\"?\s*[=.]", line)
        or re.search(rf"\bid\s*=\s*\"{bare}\"", line)
        or re.search(rf"\[[\w-]+\.\"?{bare}\"?\]", line)
    )


def _row(lines: list[str], at: int, name: str, index: int) -> int:
    """The row with this number of an array of tables, or of an array written over several lines."""
    head = re.compile(rf"\s*\[\[{re.escape(name)}\]\]")
    heads = [n for n, line in enumerate(lines) if head.match(line)]
    rows = heads or [n for n in range(at + 1, len(lines)) if lines[n].lstrip().startswith("{")]
    return rows[index] if index < len(rows) else at
