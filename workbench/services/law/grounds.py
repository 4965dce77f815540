# SPDX-License-Identifier: EUPL-1.2
"""On which grounds something may be told, from a dated file. None is ever the one to begin with."""

from dataclasses import dataclass
from functools import lru_cache

from workbench.domain.disclosures import GROUNDS, GroundCode
from workbench.services.law import law_files
from workbench.services.law.erasing_law import LawText
from workbench.services.law.law_files import LawEntry
from workbench.words import Language, language

TOPIC, TABLE = "grounds", "ground"


class GroundEntry(LawEntry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One ground in the file. `is_decided`: somebody who answers for it decides each time."""

    conditions_sv: list[str]
    conditions_en: list[str]
    is_decided: bool


@dataclass(frozen=True, slots=True)
class LegalGround:
    """What the text says of a ground, and what must be so."""

    code: GroundCode
    text: LawText
    conditions: tuple[str, ...]
    is_decided: bool


def grounds() -> tuple[LegalGround, ...]:
    """Those of the newest readable text that this program knows, in the order of trying them."""
    stamp = tuple(path.stat().st_mtime_ns for path in law_files.files_of(TOPIC))
    return _grounds(language(), stamp)


def find_ground(code: str) -> LegalGround | None:
    """One of them, or None where the text has none of that name."""
    return next((each for each in grounds() if each.code == code), None)


@lru_cache(maxsize=8)
def _grounds(speaks: Language, _files: tuple[int, ...]) -> tuple[LegalGround, ...]:
    as_of, entries = law_files.newest(TOPIC, TABLE, GroundEntry)
    return tuple(_ground(code, entries[code], as_of, speaks) for code in GROUNDS if code in entries)


def _ground(code: GroundCode, entry: GroundEntry, as_of: str, speaks: Language) -> LegalGround:
    said = entry.conditions_sv if speaks == "sv" else entry.conditions_en
    return LegalGround(code, entry.law_text(as_of, speaks), tuple(said), entry.is_decided)
