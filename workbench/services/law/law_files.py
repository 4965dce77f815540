# SPDX-License-Identifier: EUPL-1.2
"""Dated texts of law as files: `resources/law/<topic>.<date>.toml`, read strictly, newest first.

A newer file is laid beside the older ones, which stay readable: what was recorded names its
version. A file that is damaged is passed over for the one before; when none can be read there is
no text and the program goes on, saying so.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import msgspec

from workbench.assets import resource
from workbench.domain.errors import WorkbenchError
from workbench.services.law.erasing_law import AGEING_MONTHS, OLD_MONTHS, LawText
from workbench.words import Language

S = TypeVar("S", bound="LawEntry")
UNREVIEWED = "kontrollera"
_BY_NUMBER, _RECALLED = "number only", "recalled"


class DamagedLawError(WorkbenchError):
    """A file of law texts is not of its format (`name`). It is passed over."""

    code: ClassVar[str] = "DEADLINE-001"


class LawEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every entry carries, whatever its topic."""

    id: str
    title_sv: str
    title_en: str
    text_sv: str
    text_en: str
    ground: str
    valid_from: str
    valid_to: str
    certainty: str
    source_url: str
    review_status: str
    reviewed_by: str
    reviewed_on: str
    supersedes: str
    note: str

    def law_text(self, as_of: str, language: Language) -> LawText:
        """In one language.

        What is recalled shows neither words nor ground, what is known by number only no words.
        """
        is_recalled = self.certainty.startswith(_RECALLED)
        is_silent = is_recalled or self.certainty.startswith(_BY_NUMBER)
        text = self.text_sv if language == "sv" else self.text_en
        return LawText(
            id=self.id,
            as_of=as_of,
            title=self.title_sv if language == "sv" else self.title_en,
            text="" if is_silent else text,
            ground="" if is_recalled else self.ground,
            certainty=self.certainty,
            is_reviewed=self.review_status != UNREVIEWED and bool(self.reviewed_by),
        )

    def holds_on(self, day: str) -> bool:
        """Whether it is valid on an ISO day, as far as the file says."""
        return self.valid_from <= day and (not self.valid_to or day <= self.valid_to)


def age_of(text: LawText, today: date) -> str:
    """How long ago the text was read: "ageing", "old", or "" while it is fresh."""
    months = text.months_old(today)
    if months >= OLD_MONTHS:
        return "old"
    return "ageing" if months >= AGEING_MONTHS else ""


def files_of(topic: str) -> tuple[Path, ...]:
    """The files of a topic, newest first."""
    return tuple(sorted(resource("law").glob(f"{topic}.*.toml"), reverse=True))


def newest(topic: str, table: str, of: type[S]) -> tuple[str, Mapping[str, S]]:
    """The date of the newest file that can be read, and its entries by id; ("", {}) for none."""
    for as_of, entries in readable(topic, table, of):
        return as_of, entries
    return "", {}


def readable(topic: str, table: str, of: type[S]) -> Iterator[tuple[str, Mapping[str, S]]]:
    """Every file of a topic that can be read, newest first."""
    for path in files_of(topic):
        try:
            yield read_file(path, table, of)
        except DamagedLawError:
            continue


def read_file(path: Path, table: str, of: type[S]) -> tuple[str, Mapping[str, S]]:
    """One file: its date and its entries by id.

    Raises:
        DamagedLawError: not of the format, a field too many or too few, an id twice.
    """
    try:
        parsed = _parsed(path, path.stat().st_mtime_ns)
        as_of = str(parsed["file"]["as_of"])
        date.fromisoformat(as_of)
        entries = [msgspec.convert(each, of) for each in parsed[table]]
    except (OSError, ValueError, KeyError, TypeError):  # msgspec's own is a ValueError
        raise DamagedLawError(name=path.name) from None
    found = {entry.id: entry for entry in entries}
    if len(found) != len(entries) or path.name.split(".")[1] != as_of:
        raise DamagedLawError(name=path.name)
    return as_of, found


@lru_cache(maxsize=16)
def _parsed(path: Path, _changed_ns: int) -> dict[str, Any]:
    parsed: dict[str, Any] = msgspec.toml.decode(path.read_bytes())
    return parsed
