# SPDX-License-Identifier: EUPL-1.2
"""JSON from strangers: one spelling, bounded depth, no name twice, no number that is none."""

import json
import unicodedata
from collections.abc import Iterator
from typing import Any, NoReturn

import rfc8785

MOST_DEPTH = 64

_LINE_FEED = "\n"
_MARK = "\ufeff"
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

Path = tuple[str | int, ...]


class MalformedJsonError(ValueError):
    """Not JSON in UTF-8, or nested too deeply. Callers give it their code."""


class AmbiguousJsonError(ValueError):
    """JSON that two readers may read differently: a name twice, or not the canonical form."""


def parse(untrusted_bytes: bytes) -> Any:  # noqa: ANN401  it is whatever the JSON says
    """The value, when its nesting is at most 64 and no object has a name twice.

    Raises:
        MalformedJsonError, AmbiguousJsonError: see the classes.
    """
    try:
        text = untrusted_bytes.decode("utf-8")
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except AmbiguousJsonError:
        raise
    except (ValueError, RecursionError):
        raise MalformedJsonError("not JSON") from None
    for _ in leaves(value):
        pass  # the walk refuses what is nested too deeply
    return value


def require_canonical(untrusted_bytes: bytes, value: Any) -> None:  # noqa: ANN401  as parse
    """Refuse bytes that are not the RFC 8785 form of the `value` parsed from them.

    Raises:
        AmbiguousJsonError: there is another spelling, or none.
    """
    if encode(value) != untrusted_bytes:
        raise AmbiguousJsonError("not the canonical form")


def encode(value: Any) -> bytes:  # noqa: ANN401  as parse
    """The RFC 8785 form of a value, fractions included.

    Raises:
        AmbiguousJsonError: it has none (a lone surrogate, an integer past 2**53 - 1).
    """
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError):
        raise AmbiguousJsonError("no canonical form") from None


def leaves(value: Any) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401  as parse
    """Every name of an object, every leaf and every empty container, with its path.

    Raises:
        MalformedJsonError: nested more than 64 deep.
    """
    # One iterator a level, not a list of all that waits: a megabyte of "[1,1,1,..." stays small.
    levels: list[tuple[Path, Iterator[tuple[str | int, Any]]]] = [((), iter([("", value)]))]
    while levels:
        path, items = levels[-1]
        step = next(items, None)
        if step is None:
            levels.pop()
            continue
        here = path if len(levels) == 1 else (*path, step[0])
        if isinstance(step[1], dict | list) and len(here) >= MOST_DEPTH:
            raise MalformedJsonError("nested too deeply")
        yield from _names(here, step[1])
        if isinstance(step[1], dict | list) and step[1]:
            levels.append((here, _items(step[1])))
        else:
            yield here, step[1]


def is_plain(text: str, *, most: int, has_lines: bool = False) -> bool:
    """Whether a short text may be shown as it stands.

    NFC, at most `most` characters, and nothing that moves, hides or breaks what stands around
    it: no control (a line feed only where `has_lines`), no bidi control, BOM or surrogate.
    """
    if len(text) > most or not unicodedata.is_normalized("NFC", text):
        return False
    return not any(_is_unsafe(c) for c in text if not (has_lines and c == _LINE_FEED))


def as_plain(text: str, *, most: int | None = None, has_lines: bool = False) -> str:
    """`text` made such that `is_plain` takes it: NFC, without what is unsafe, cut at `most`.

    For names and labels that a person typed somewhere else, where a refusal would help nobody.
    """
    kept = "".join(c for c in text if (has_lines and c == _LINE_FEED) or not _is_unsafe(c))
    plain = unicodedata.normalize("NFC", kept)
    if most is None or len(plain) <= most:
        return plain
    return unicodedata.normalize("NFC", plain[: most - 1]) + "…"


def _names(path: Path, value: object) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict):
        yield from ((path, name) for name in value)


def _items(value: Any) -> Iterator[tuple[str | int, Any]]:  # noqa: ANN401  as parse
    return iter(value.items()) if isinstance(value, dict) else iter(enumerate(value))


def _is_unsafe(character: str) -> bool:
    if character in _BIDI or character == _MARK:
        return True
    return unicodedata.category(character) in ("Cc", "Cs")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise AmbiguousJsonError("a name twice")
    return found


def _no_constant(_name: str) -> NoReturn:
    raise MalformedJsonError("not a number")
