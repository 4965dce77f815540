# SPDX-License-Identifier: EUPL-1.2
"""Words sought inside one open akt, over what is decrypted in memory; no index is kept.

Only the text that people wrote is looked through: no codes, no references, no code word, no areas
of an order. Nothing of other akter can be found, since nothing of them is open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_type_hints

from workbench.domain import file_links
from workbench.domain.ids import RecordId, UserId
from workbench.domain.journal import Entry
from workbench.services.records import bodies
from workbench.services.records.akt import Akt

_NOT_SOUGHT = frozenset(
    {"safe_contact", "hidden_detail", "result", "assessment", "purge", "received"}
    | {"acquaintance"}
    | file_links.KINDS
)
"""Kinds without words of people, and those that are shown only when asked for."""
_NOT_READ = frozenset({"areas", "code_word", "sha256", "law", "file_sha256", "media"})
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A record in which the words stand, and some of the text around them.

    `is_earlier`: they stand in a version that was corrected since, and no longer in the record.
    """

    kind: str
    record: RecordId
    recorded_at: str
    author: UserId
    excerpt: str
    is_earlier: bool = False


def find_in_akt(akt: Akt, sought: str) -> tuple[Hit, ...]:
    """Every record that holds all of `sought` in one of its texts, newest entry first."""
    wanted = _plain(sought)
    if not wanted:
        return ()
    heads: set[str] = set()
    found: dict[tuple[str, RecordId], Hit] = {}
    for entry in reversed(akt.entries_shown()):
        excerpt = _excerpt(entry, wanted)
        key = entry.key.kind, entry.key.record
        is_earlier = entry.id in heads
        heads.update(entry.header.supersedes)
        if excerpt and _is_better(found.get(key), is_earlier=is_earlier):
            found[key] = _hit(entry, excerpt, is_earlier=is_earlier)
    return tuple(found.values())


def _is_better(known: Hit | None, *, is_earlier: bool) -> bool:
    return known is None or (known.is_earlier and not is_earlier)


def _hit(entry: Entry, excerpt: str, *, is_earlier: bool) -> Hit:
    kind, record = entry.key.kind, entry.key.record
    header = entry.header
    return Hit(kind, record, header.recorded_at, header.author, excerpt, is_earlier)


def _excerpt(entry: Entry, wanted: str) -> str:
    """The text around the words; "" where they do not stand."""
    if entry.body is None or entry.key.kind in _NOT_SOUGHT or entry.is_tombstone:
        return ""
    for text in _texts(entry):
        plain = _plain(text)
        at = plain.find(wanted)
        if at >= 0:
            return _around(" ".join(text.split()), plain, at, len(wanted))
    return ""


def _texts(entry: Entry) -> Iterator[str]:
    content = entry.content()
    for name in _fields(entry.header.kind):
        told = content.get(name)
        for each in (told,) if isinstance(told, str) else told or ():
            if isinstance(each, str):
                yield each


@cache
def _fields(kind: str) -> tuple[str, ...]:
    """The fields of a kind that hold what somebody wrote."""
    record = bodies.KINDS.get(kind)
    if record is None:
        return ()
    written: tuple[Any, ...] = (str, tuple[str, ...])
    hints = get_type_hints(record)
    return tuple(n for n, of in hints.items() if of in written and n not in _NOT_READ)


def _plain(text: str) -> str:
    """For comparing: one space between words, no capitals."""
    return " ".join(text.split()).casefold()


def _around(text: str, plain: str, at: int, length: int) -> str:
    """Where case folding kept every letter in its place the text itself, else as it was sought."""
    shown = text if len(text) == len(plain) else plain
    first, last = max(at - _AROUND, 0), min(at + length + _AROUND, len(shown))
    before, after = "…" if first else "", "…" if last < len(shown) else ""
    return f"{before}{shown[first:last].strip()}{after}"
