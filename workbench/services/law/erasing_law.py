# SPDX-License-Identifier: EUPL-1.2
"""Why something may be taken away, and the questions whose answer may keep it: dated texts.

The texts are a resource of their own (`resources/law/erasing.<date>.toml`), replaceable without a
new program; the newest counts. A person answers the questions: nothing is computed from the akt.
Without the file everything still works, and says that the text is missing.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from workbench.assets import resource
from workbench.domain.people import Profile
from workbench.words import Language

Scope = Literal["case", "entries"]
_FILES = "erasing.*.toml"
AGEING_MONTHS, OLD_MONTHS = 6, 12
"""From here on the age is said; from here on a person says that the text in force was looked at."""


@dataclass(frozen=True, slots=True)
class LawText:
    """A ground or a question: its name and words, where it is from, whether it was reviewed.

    `ground` is a paragraph, "" where there is none; `as_of` when the text was read.
    """

    id: str
    as_of: str
    title: str
    text: str
    ground: str
    certainty: str
    is_reviewed: bool

    def months_old(self, today: date) -> int:
        """Whole months since the text was read."""
        read = date.fromisoformat(self.as_of)
        months = (today.year - read.year) * 12 + today.month - read.month
        return months - (today.day < read.day)

    @property
    def version(self) -> str:
        """What a decision stores: which text it was taken on."""
        return f"{self.id}@{self.as_of}"


def grounds(scope: Scope, profile: Profile, language: Language) -> tuple[LawText, ...]:
    """The grounds for taking away an akt, or entries of one, in an organisation of this kind."""
    return tuple(
        _text(entry, as_of, language)
        for as_of, entry in _newest("ground")
        if scope in entry["applies_to"] and (not entry["profiles"] or profile in entry["profiles"])
    )


def questions(language: Language) -> tuple[LawText, ...]:
    """What must be answered before an akt is erased. A yes keeps it."""
    return tuple(_text(entry, as_of, language) for as_of, entry in _newest("question"))


def words_of(version: str, language: Language) -> str:
    """The name of a ground as stored in a decision; the stored text where it is not known."""
    for text in texts_of([version], language):
        return f"{text.title} ({text.ground})" if text.ground else text.title
    return version


def texts_of(versions: Iterable[str], language: Language) -> tuple[LawText, ...]:
    """The grounds and questions of these versions that are known here, older files too."""
    known = {text.version: text for path in _files() for text in _texts(path, language)}
    return tuple(known[version] for version in versions if version in known)


def _newest(table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path in _files()[-1:]:
        yield from _entries(path, table)


def _files() -> list[Path]:
    """Oldest first; those of before stay readable."""
    return sorted(resource("law").glob(_FILES))


def _entries(path: Path, table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    parsed = tomllib.loads(path.read_text(encoding="utf-8"))
    yield from ((parsed["file"]["as_of"], entry) for entry in parsed.get(table, ()))


def _texts(path: Path, language: Language) -> Iterator[LawText]:
    for table in ("ground", "question"):
        yield from (_text(entry, as_of, language) for as_of, entry in _entries(path, table))


def _text(entry: Mapping[str, Any], as_of: str, language: Language) -> LawText:
    return LawText(
        id=entry["id"],
        as_of=as_of,
        title=entry[f"title_{language}"],
        text=entry[f"text_{language}"],
        ground=entry["ground"],
        certainty=entry["certainty"],
        is_reviewed=entry["review_status"] != "kontrollera",
    )
