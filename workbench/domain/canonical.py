# SPDX-License-Identifier: EUPL-1.2
"""One way to write a value as bytes, so that equal values have equal hashes.

Our own records hold no floats, only ASCII keys and integers below 2**53. For those the
standard library's compact, key-sorted JSON is the RFC 8785 form; the tests hold it against
the `rfc8785` package.
"""

import json
from collections.abc import Mapping, Sequence

LARGEST_INTEGER = 2**53 - 1

Json = bool | int | str | None | Sequence["Json"] | Mapping[str, "Json"]


_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))
_PLAIN = frozenset({str, bool, type(None)})


class NotCanonicalError(ValueError):
    """A value that our canonical form cannot carry: a bug in the caller, never user input."""


def canonical_bytes(value: Json) -> bytes:
    """UTF-8 bytes of `value` in RFC 8785 form.

    Raises:
        NotCanonicalError: a float, a non-ASCII key, an integer past 2**53 - 1 or a lone surrogate.
    """
    _check(value)
    try:
        return _ENCODER.encode(value).encode("utf-8")
    except UnicodeEncodeError:
        raise NotCanonicalError("lone surrogate") from None


def replace_surrogates(text: str) -> str:
    """What a person typed, with lone surrogates (no character at all) as U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _check(value: object) -> None:
    if type(value) in _PLAIN:
        return  # most values by far: ask nothing more of them
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str) or not key.isascii():
                raise NotCanonicalError("key is not ASCII text")
            _check(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check(inner)
    else:
        _check_leaf(value)


def _check_leaf(value: object) -> None:
    if value is None or isinstance(value, bool | str):
        return
    if not isinstance(value, int):
        raise NotCanonicalError(f"{type(value).__name__} has no canonical form")
    if abs(value) > LARGEST_INTEGER:
        raise NotCanonicalError("integer past 2**53 - 1")
